"""From a view to what its map is made of: marks, labels that have room, and what lies outside."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd
import shapely

from ..events.dataset import View
from .counts.labels import land_points
from .map_areas import clear_point, ids_in_view, place_areas
from .map_labels import Label, map_labels
from .map_marks import NAMES, MapMarks, far_marks, map_marks
from .map_spread import spread
from .map_view import CONFLICT_AREA, DIPLOMACY, MapView

FAR_COUNTRIES = ["TUR", "RUS", "USA", "FRA", "KAZ"]

Points = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class MapBase:
    """What a map is drawn on, read beforehand: `layers` are the boundary layers by name and `areas`
    the shapes of areas by boundary id (EPSG:4326), `countries` and `towns` label points."""

    layers: Mapping[str, gpd.GeoDataFrame]
    areas: gpd.GeoSeries
    countries: Points
    towns: Points


@dataclass(frozen=True)
class MapParts:
    """What a map of one size shows: its marks, its labels, and how many of the located records lie
    outside its edges."""

    marks: MapMarks
    labels: list[Label]
    outside: int


def map_parts(
    view: View,
    symbols: Mapping[str, str],
    names: str,
    where: MapView,
    size: tuple[float, float],
    base: MapBase,
    apart: bool = False,
) -> MapParts:
    """The parts of a map of `size` px (width, height).

    `symbols` event_type -> symbol; `names` "both", "az" or "hy". `apart` moves marks
    off each other and names off their marks, for pictures that nobody can zoom.
    """
    marks = map_marks(view.events, view.locations, symbols, names)
    if where is DIPLOMACY:
        marks = far_marks(marks)
    else:
        marks = replace(marks, areas=place_areas(marks.areas, base.areas, marks.places, where))
    if apart:
        marks = spread(marks, where, size)
    labels = map_labels(marks, base.countries, base.towns, where, size, leaders=apart)
    shown = ids_in_view(marks, where, size)
    return MapParts(marks, labels, len(set(view.locations["event_id"]) - shown))


def country_points(land: gpd.GeoDataFrame, where: MapView) -> Points:
    """Names of the countries of a view in capitals, with a label point for each, clear of the
    conflict area. `land` has the columns id, name and geometry (EPSG:4326)."""
    if not where.detailed and where is not DIPLOMACY:
        return land_points(land, where)
    land = land.set_index("id")
    if where is DIPLOMACY:
        land = land.loc[FAR_COUNTRIES]
    frame = shapely.box(*where.bounds)
    visible = {
        name: shape.intersection(frame)
        for name, shape in zip(land["name"], land.geometry, strict=True)
    }
    return {
        name.upper(): clear_point(shape, [CONFLICT_AREA])
        for name, shape in visible.items()
        if not shape.is_empty
    }


def town_points(places: pd.DataFrame, names: str, where: MapView) -> Points:
    """Capitals (and in the region's view cities) that a reader looks for first, with longitude and
    latitude. `places` is the table of places, all columns text."""
    kinds = ["capital", "city"] if where.detailed else ["capital"]
    known = places[places["kind"].isin(kinds) & (places["latitude"] != "")]
    chosen = known[NAMES[names]].where(known[NAMES[names]] != "", known["label"])
    at = zip(known["longitude"].astype(float), known["latitude"].astype(float), strict=True)
    return dict(zip(chosen, at, strict=True))
