"""Labels of a map of counts: the countries of any view, where they hide no number."""

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..map_areas import clear_point
from ..map_labels import TOWN_PX, Label
from ..map_view import CONFLICT_AREA, MapView, to_px
from ..text import width_px
from ..theme import TEXT_PX
from .cells import NUMBER_PX, make_octagons, make_squares
from .words import short_count

Points = dict[str, tuple[float, float]]
LABEL_HIGH = 16.0  # px
CLEAR_PX = 4.0  # around an octagon, whose number would else run into the name
LEAST_SHARE = 0.004  # of the view: a country of which less is seen has no label
# Where a label may stand, the best place first: its anchor, and its shift from the point in px.
_COUNTRY = [("middle", 0.0, dy) for dy in (0.0, -12.0, 12.0)]
_TOWN = [("start", TOWN_PX + 3, 0.0), ("end", -TOWN_PX - 3, 0.0),
         ("middle", 0.0, -TOWN_PX - 9), ("middle", 0.0, TOWN_PX + 9)]  # fmt: skip


def land_points(land: gpd.GeoDataFrame, where: MapView, most: int = 14) -> Points:
    """Names in capitals of the countries with the most visible area in a view, at most `most`, each
    with its label point (longitude, latitude).

    `land` has the columns id, name and geometry (EPSG:4326), as geo/world.geojson.
    """
    frame = shapely.box(*where.bounds)
    near = land[land.geometry.intersects(frame)]
    seen = shapely.intersection(np.asarray(near.geometry, dtype=object), frame)
    # Areas as a map in Mercator shows them: a degree of latitude grows towards the poles.
    stretch = 1 / np.cos(np.radians(np.clip(shapely.get_y(shapely.centroid(seen)), -80, 80)))
    area = shapely.area(seen) * stretch
    order = [i for i in np.argsort(-area)[:most] if area[i] >= LEAST_SHARE * area.sum()]
    return {near["name"].iloc[i].upper(): clear_point(seen[i], [CONFLICT_AREA]) for i in order}


def count_labels(
    rough: pd.DataFrame,
    countries: Mapping[str, tuple[float, float]],
    towns: Mapping[str, tuple[float, float]],
    view: MapView,
    size: tuple[float, float],
    cells: pd.DataFrame | None = None,
) -> list[Label]:
    """The labels that fit a map of counts of `size` px, in order: towns, then countries; clear of
    octagons, of numbers in `cells` and of each other. `countries` and `towns` give longitude and
    latitude by name."""
    taken = _taken(rough, cells, view, size)
    squares = _squares(cells, view, size)
    wanted = [(name, "town", at, _TOWN) for name, at in towns.items()]
    wanted += [(name, "country", at, _COUNTRY) for name, at in countries.items()]
    points = to_px(view, [w[2][0] for w in wanted], [w[2][1] for w in wanted], *size)
    labels = []
    for (name, kind, (longitude, latitude), places), (x, y) in zip(wanted, points, strict=True):
        for anchor, dx, dy in places:
            box = _box(name, anchor, x + dx, y + dy)
            if _within(box, size) and not _hits(box, taken):
                # On squares a name needs a ground of its own, which that of a country has not.
                told = "area" if kind == "country" and _hits(box, squares) else kind
                labels.append(Label(name, told, longitude, latitude, anchor, dx, dy))
                taken = np.vstack([taken, box])
                break
    return labels


def _box(name: str, anchor: str, x: float, y: float) -> np.ndarray:
    """Left, top, right, bottom of a label in px."""
    wide = width_px(name, TEXT_PX + 1)
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return np.array([left, y - LABEL_HIGH / 2, left + wide, y + LABEL_HIGH / 2])


def _within(box: np.ndarray, size: tuple[float, float]) -> bool:
    return bool((box[:2] >= 0).all() and (box[2:] <= size).all())


def _hits(box: np.ndarray, taken: np.ndarray) -> bool:
    over = (box[:2] < taken[:, 2:]).all(axis=1) & (taken[:, :2] < box[2:]).all(axis=1)
    return bool(over.any())


def _taken(
    rough: pd.DataFrame, cells: pd.DataFrame | None, view: MapView, size: tuple[float, float]
) -> np.ndarray:
    """The boxes in px (left, top, right, bottom) of octagons, and of numbers in squares."""
    octagons = make_octagons(rough, view, size)
    points, half = octagons.point, np.column_stack([octagons.px, octagons.px]) / 2 + CLEAR_PX
    if cells is not None:
        squares = make_squares(cells, view, size)
        texts = [short_count(n) for n in squares.count[squares.written].tolist()]
        wide = [[width_px(text, NUMBER_PX) / 2, NUMBER_PX * 0.6] for text in texts]
        points = np.vstack([points, squares.centre[squares.written]])
        half = np.vstack([half, np.array(wide).reshape(-1, 2)])
    middle = to_px(view, points[:, 0].tolist(), points[:, 1].tolist(), *size)
    return np.hstack([middle - half, middle + half])


def _squares(cells: pd.DataFrame | None, view: MapView, size: tuple[float, float]) -> np.ndarray:
    """The boxes in px of the squares."""
    if cells is None:
        return np.empty((0, 4))
    upper_left = to_px(view, cells["west"].tolist(), cells["north"].tolist(), *size)
    lower_right = to_px(view, cells["east"].tolist(), cells["south"].tolist(), *size)
    return np.hstack([upper_left, lower_right])
