"""Where a map of any data set looks: the bounds of its records with a margin."""

import math

from ..map_view import MapView

WORLD = (-180.0, -58.0, 180.0, 80.0)  # without the Antarctic
LIMITS = (-180.0, -84.0, 180.0, 84.0)
PAD = 0.06  # of the records' width or height, on each side
LEAST = 1.0  # degrees each way


def fit_view(west: float, south: float, east: float, north: float) -> MapView:
    """The view of all records between these degrees: 6 % wider, at least 1 degree each way, within
    the world; its key is "data". Not a number (no record has a place): the whole world."""
    if any(math.isnan(v) for v in (west, south, east, north)):
        return MapView("data", "All records", WORLD)
    left, right = _stretch(west, east, LIMITS[0], LIMITS[2])
    low, high = _stretch(south, north, LIMITS[1], LIMITS[3])
    return MapView("data", "All records", (left, low, right, high))


def _stretch(low: float, high: float, least: float, most: float) -> tuple[float, float]:
    """Both ends with a margin, moved inside the limits."""
    middle, half = (low + high) / 2, max((high - low) * (0.5 + PAD), LEAST / 2)
    half = min(half, (most - least) / 2)
    middle = min(max(middle, least + half), most - half)
    return round(middle - half, 4), round(middle + half, 4)
