"""Where a map looks, and which labels fit there: shared by the WebGL and the SVG map."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .text import width_px
from .theme import TEXT_PX

TILE = 512  # px of the world at zoom 0, as deck.gl counts


@dataclass(frozen=True)
class MapView:
    """A view: its bounds in degrees (west, south, east, north)."""

    key: str
    label: str
    bounds: tuple[float, float, float, float]

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of the middle (of the Mercator map)."""
        west, south, east, north = self.bounds
        return (west + east) / 2, float(_latitude((_mercator(south) + _mercator(north)) / 2))

    def zoom(self, width: float, height: float) -> float:
        """The deck.gl zoom at which the bounds fit a map of this size in px."""
        west, south, east, north = self.bounds
        across = width / ((east - west) / 360 * TILE)
        up = height / ((_mercator(north) - _mercator(south)) / (2 * np.pi) * TILE)
        return round(float(np.log2(min(across, up))), 2)


REGION = MapView("region", "Region", (44.3, 38.6, 48.75, 41.35))
DIPLOMACY = MapView("diplomacy", "Diplomacy", (-82.0, 24.0, 80.0, 63.0))
VIEWS = {view.key: view for view in (REGION, DIPLOMACY)}


def _mercator(latitude: float | np.ndarray) -> np.ndarray:
    return np.log(np.tan(np.pi / 4 + np.radians(latitude) / 2))


def _latitude(y: float) -> float:
    return float(np.degrees(2 * np.arctan(np.exp(y)) - np.pi / 2))


def inside(view: MapView, places: pd.DataFrame) -> pd.Series:
    """Which rows (longitude, latitude) the view contains, edges included."""
    west, south, east, north = view.bounds
    return places["longitude"].between(west, east) & places["latitude"].between(south, north)


def to_px(view: MapView, places: pd.DataFrame, width: float, height: float) -> np.ndarray:
    """Pixels from the view's upper left corner, shape (n, 2): x to the right, y down."""
    scale = TILE * 2 ** view.zoom(width, height)
    lon, lat = view.centre
    x = (places["longitude"].to_numpy(float) - lon) / 360 * scale + width / 2
    y = (_mercator(lat) - _mercator(places["latitude"].to_numpy(float))) / (2 * np.pi) * scale
    return np.column_stack([x, y + height / 2])


# Where a label may stand, the best place first: anchor of the text, and its shift in px.
_ANCHORS = [("start", 1, 0), ("end", -1, 0), ("middle", 0, -1), ("middle", 0, 1)]


def place_labels(
    names: Iterable[str],
    points: np.ndarray,
    radii: Iterable[float],
    size: tuple[float, float],
    text_px: float = TEXT_PX,
) -> list[tuple[str, float, float] | None]:
    """For each label, in order of rank: (anchor, x shift, y shift in px), or None if it has no room.

    Labels keep clear of all marks (circles of `radii` px at `points`) and of each other.
    """
    radii = list(radii)
    boxes = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(points, radii, strict=True)]
    placed: list[tuple[str, float, float] | None] = []
    for index, (name, (x, y), r) in enumerate(zip(names, points, radii, strict=True)):
        wide, high = width_px(name, text_px), text_px * 1.25
        choice = None
        others = boxes[:index] + boxes[index + 1 :]
        for anchor, dx, dy in _ANCHORS:
            left = x + dx * (r + 3) - {"start": 0, "end": wide, "middle": wide / 2}[anchor]
            top = y + dy * (r + 2 + high / 2) - high / 2
            box = (left, top, left + wide, top + high)
            if _within(box, size) and not any(_overlap(box, other) for other in others):
                choice = (anchor, dx * (r + 3), dy * (r + 2 + high / 2))
                boxes.append(box)
                break
        placed.append(choice)
    return placed


def _within(box: tuple[float, float, float, float], size: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]


def _overlap(
    a: tuple[float, float, float, float], b: tuple[float, float, float, float]
) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
