"""Where a map looks, and which labels fit there: shared by the WebGL and the SVG map."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .text import width_px
from .theme import TEXT_PX

TILE = 512  # px of the world at zoom 0, as deck.gl counts

Box = tuple[float, float, float, float]
DETAIL: Box = (42.0, 37.8, 51.2, 43.2)  # west, south, east, north of geo/countries.geojson
CONFLICT_AREA = (46.75, 39.85)  # longitude, latitude: no country's name stands there


@dataclass(frozen=True)
class MapView:
    """A view: its bounds in degrees (west, south, east, north)."""

    key: str
    label: str
    bounds: Box

    @property
    def detailed(self) -> bool:
        """Whether the boundaries of the region in detail (`DETAIL`) cover it."""
        west, south, east, north = self.bounds
        inside = west >= DETAIL[0] and south >= DETAIL[1]
        return inside and east <= DETAIL[2] and north <= DETAIL[3]

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of the middle (of the Mercator map)."""
        west, south, east, north = self.bounds
        return (west + east) / 2, latitude(float(mercator(south) + mercator(north)) / 2)

    def zoom(self, width: float, height: float) -> float:
        """The deck.gl zoom at which the bounds fit a map of this size in px."""
        west, south, east, north = self.bounds
        across = width / ((east - west) / 360 * TILE)
        up = height / (float(mercator(north) - mercator(south)) / 360 * TILE)
        return float(np.floor(np.log2(min(across, up)) * 100) / 100)  # rounded up it would cut

    def edges(self, width: float, height: float) -> Box:
        """What a map of this size in px shows: west, east (degrees of longitude), south, north (in
        Mercator degrees, see `mercator`)."""
        lon, lat = self.centre
        degrees = 360 / (TILE * 2 ** self.zoom(width, height))
        middle = float(mercator(lat))
        across, up = width / 2 * degrees, height / 2 * degrees
        return lon - across, lon + across, middle - up, middle + up


REGION = MapView("region", "Region", (44.3, 38.6, 48.75, 41.35))
DIPLOMACY = MapView("diplomacy", "Diplomacy", (-82.0, 22.0, 80.0, 62.0))
VIEWS = {view.key: view for view in (REGION, DIPLOMACY)}


def mercator(latitude: Any) -> np.ndarray:
    """Latitude in degrees to Web Mercator's y, in the unit of a degree of longitude; poles cut."""
    clipped = np.clip(np.asarray(latitude, float), -85, 85)
    return np.degrees(np.log(np.tan(np.pi / 4 + np.radians(clipped) / 2)))


def latitude(y: float) -> float:
    """Web Mercator's y in degrees (see `mercator`) to latitude in degrees."""
    return float(np.degrees(2 * np.arctan(np.exp(np.radians(y))) - np.pi / 2))


def to_px(
    view: MapView,
    longitude: Sequence[float],
    latitude: Sequence[float],
    width: float,
    height: float,
) -> np.ndarray:
    """Pixels from the view's upper left corner, shape (n, 2): x to the right, y down."""
    degree = TILE * 2 ** view.zoom(width, height) / 360
    lon, lat = view.centre
    x = (np.asarray(longitude, float) - lon) * degree + width / 2
    y = (mercator(lat) - mercator(latitude)) * degree + height / 2
    return np.column_stack([x, y])


def from_px(view: MapView, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """Longitude and latitude of a pixel, the reverse of `to_px`."""
    degree = TILE * 2 ** view.zoom(width, height) / 360
    lon, lat = view.centre
    up = float(mercator(lat)) - (y - height / 2) / degree
    return float((x - width / 2) / degree + lon), latitude(up)


# Where a label may stand, the best place first: anchor of the text, direction of its shift across
# and up or down, and px more in that direction.
_ANCHORS = [
    *(("start", 1, 0, 0), ("end", -1, 0, 0), ("middle", 0, -1, 0), ("middle", 0, 1, 0)),
    *(
        (anchor, across, up, far)
        for far in (0, 9, 18)
        for up in (-1, 1)
        for anchor, across in (("start", 1), ("end", -1))
    ),
]
_CENTRE = [("middle", 0, 0, 0)]  # a label with no mark stands on its point
# Farther off, with a line to the mark: px across and up or down from its edge, the nearest first.
_AFAR = sorted(
    ((across, up) for across in (-95, -75, -55, -38, -22, 22, 38, 55, 75, 95)
     for up in (-75, -60, -45, -30, -15, 0, 15, 30, 45, 60, 75)),
    key=lambda shift: np.hypot(*shift),
)  # fmt: skip


def place_labels(
    names: Sequence[str],
    points: np.ndarray,
    radii: Sequence[float],
    size: tuple[float, float],
    text_px: float = TEXT_PX,
    afar: float = float("inf"),
) -> list[tuple[str, float, float] | None]:
    """For each label, in order of rank: (anchor, x shift, y shift in px), or None without room.

    There may be more `points` than names: the marks of the rest have no label. Labels keep clear of
    all marks (circles of `radii` px at `points`) and of each other. One whose mark has a radius of
    at least `afar` may stand farther off: it needs a line to its mark.
    """
    circles = _circles(points, radii)
    texts: list[Box] = []
    placed: list[tuple[str, float, float] | None] = []
    for index, (name, (x, y), r) in enumerate(
        zip(names, points[: len(names)], radii, strict=False)
    ):
        choice = None
        for anchor, dx, dy, box in _candidates(
            name, x, y, r, text_px, r >= afar and _within((x, y, x, y), size)
        ):
            free = _within(box, size) and not any(_overlap(box, other) for other in texts)
            if free and not _covers(box, circles, index):
                choice = (anchor, dx, dy)
                texts.append(box)
                break
        placed.append(choice)
    return placed


def _circles(points: np.ndarray, radii: Sequence[float]) -> np.ndarray:
    """The boxes around circles, shape (n, 4): left, top, right, bottom."""
    r = np.asarray(radii, float)[:, None]
    return np.hstack([points - r, points + r]) if len(points) else np.empty((0, 4))


def _covers(box: Box, circles: np.ndarray, own: int) -> bool:
    """Whether a box lies on one of the circles other than its own."""
    left, top, right, bottom = box
    hit = (circles[:, 0] < right) & (circles[:, 2] > left)
    hit &= (circles[:, 1] < bottom) & (circles[:, 3] > top)
    hit[own] = False
    return bool(hit.any())


def _candidates(
    name: str, x: float, y: float, r: float, text_px: float, afar: bool
) -> list[tuple[str, float, float, Box]]:
    lines = name.split("\n")
    wide = max(width_px(line, text_px) for line in lines)
    high = text_px * 1.25 * len(lines)
    shifts = [
        (anchor, across * (r + 3.0), up * (r + 2 + high / 2 + far))
        for anchor, across, up, far in (_ANCHORS if r else _CENTRE)
    ]
    for across, up in _AFAR if afar else ():
        shifts.append(("start" if across > 0 else "end", across + np.sign(across) * r, up))
    found = []
    for anchor, dx, dy in shifts:
        left = x + dx - {"start": 0, "end": wide, "middle": wide / 2}[anchor]
        top = y + dy - high / 2
        found.append((anchor, dx, dy, (left, top, left + wide, top + high)))
    return found


def _within(box: Box, size: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
