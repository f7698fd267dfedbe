"""What a map of counts draws, computed once for WebGL and SVG: squares, numbers, octagons."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..map_view import TILE, MapView, mercator, to_px
from ..text import width_px
from ..theme import TEXT_PX
from .classes import class_of, count_classes, shades
from .words import short_count

NUMBER_PX = TEXT_PX
OCTAGON_PX = 20.0  # across, the least: there must be room for a number
APART_PX = 62.0  # between the middles of two octagons
LINE_FROM_PX = 9.0  # smaller squares carry no outline: it would be all there is


@dataclass(frozen=True)
class Squares:
    """Squares of a map as arrays of one length: `box` (n, 4) west, south, east, north in degrees,
    `count`, `shade` (opacity 0 to 1); `written` are the places of those that carry their number,
    and `outlined` says whether they are large enough for an outline."""

    box: np.ndarray
    count: np.ndarray
    shade: np.ndarray
    written: np.ndarray
    outlined: bool

    @property
    def centre(self) -> np.ndarray:
        """Longitude and latitude of the middles (of the Mercator map), shape (n, 2)."""
        middle = (mercator(self.box[:, 1]) + mercator(self.box[:, 3])) / 2
        latitude = np.degrees(2 * np.arctan(np.exp(np.radians(middle))) - np.pi / 2)
        return np.column_stack([(self.box[:, 0] + self.box[:, 2]) / 2, latitude])


@dataclass(frozen=True)
class Octagons:
    """Octagons as arrays of one length: `point` (n, 2) longitude and latitude, `count`, `px`
    across."""

    point: np.ndarray
    count: np.ndarray
    px: np.ndarray


def make_squares(cells: pd.DataFrame, view: MapView, size: tuple[float, float]) -> Squares:
    """The squares of `cells` (west, south, east, north, count), the fullest last, that is on top;
    `size` is that of the map in px."""
    cells = cells.sort_values("count", kind="stable")
    box = cells[["west", "south", "east", "north"]].to_numpy(float).round(4)
    box[:, [1, 3]] = box[:, [1, 3]].clip(-85, 85)
    count = cells["count"].to_numpy("int64")
    classes = count_classes(count)
    shade = shades(classes)[class_of(count, classes)]
    degree = TILE * 2 ** view.zoom(*size) / 360
    across = (box[:, 2] - box[:, 0]) * degree
    high = (mercator(box[:, 3]) - mercator(box[:, 1])) * degree
    return Squares(box, count, shade, _fitting(count, across, high),
                   bool(len(count)) and float(np.median(across)) >= LINE_FROM_PX)  # fmt: skip


def _fitting(count: np.ndarray, across: np.ndarray, high: np.ndarray) -> np.ndarray:
    """The squares, by place, that are high enough for their number: none if any number is too wide,
    for then only the squares that count least would carry one."""
    roomy = np.flatnonzero(high >= NUMBER_PX + 3)
    if not len(roomy) or across.min() < NUMBER_PX:
        return roomy[:0]
    texts = {short_count(n) for n in np.unique(count).tolist()}
    widest = max(width_px(text, NUMBER_PX) for text in texts)
    return roomy if widest + 4 <= across.min() else roomy[:0]


def make_octagons(rough: pd.DataFrame, view: MapView, size: tuple[float, float]) -> Octagons:
    """The octagons of `rough` (longitude, latitude, count), few enough to leave the squares to be
    seen: on a map of `size` px, one near a larger one is counted with it, and stands where that
    one does."""
    rough = rough.sort_values("count", ascending=False, kind="stable")
    points = rough[["longitude", "latitude"]].to_numpy(float).round(4)
    count = rough["count"].to_numpy("int64").copy()
    px = to_px(view, points[:, 0].tolist(), points[:, 1].tolist(), *size)
    kept: list[int] = []
    for index in range(len(count)):
        others = np.array(kept, dtype="int64")
        apart = np.hypot(*(px[others] - px[index]).T)
        if len(others) and apart.min() < APART_PX:
            count[others[int(apart.argmin())]] += count[index]
        else:
            kept.append(index)
    wide = np.array([_octagon_px(int(n)) for n in count])
    return Octagons(points[kept], count[kept], wide[kept])


def _octagon_px(count: int) -> float:
    """Across: wide enough for the number."""
    return max(OCTAGON_PX, width_px(short_count(count), NUMBER_PX) + 7)
