"""Checks where places lie: coordinates in pairs, inside what they claim, areas that are known."""

import math
from collections.abc import Iterator

import geopandas as gpd
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ..boundaries import Boundaries
from ..faults import Fault
from .country_codes import ALPHA_3
from .sheets import Row, Sheet

# How far outside its boundary a place may lie, in degrees. The boundaries are generalised:
# those of Azerbaijan and Armenia little (1:10m), the rest of the world much (1:110m).
NEAR, COARSE = 0.03, 0.3
POINTS = ("exact", "near")
AREAS = ("district", "province", "region", "country")


def place_faults(places: Sheet, boundaries: Boundaries) -> Iterator[Fault]:
    """Every place that cannot be drawn as precisely as it says, or not where it says."""
    for row in places.having("latitude", "longitude"):
        yield from _halves(places, row)
    for row in places.having("place_precision", "latitude", "longitude", "area", "radius_km"):
        yield from _without_shape(places, row)
    try:
        areas = boundaries.areas
    except FileNotFoundError as error:
        yield Fault(boundaries.folder.name, 0, "", str(error), "a folder with all boundaries")
        return
    for row in places.having("area"):
        if row["area"] and row["area"] not in areas.index:
            yield places.fault(row, "area", f"the id of a boundary in {boundaries.folder.name}/")
    for row in places.having("latitude", "longitude", "area", "iso_3166_2"):
        yield from _elsewhere(places, row, areas)


def _halves(places: Sheet, row: Row) -> Iterator[Fault]:
    for empty, given in (("latitude", "longitude"), ("longitude", "latitude")):
        if row[given] and not row[empty]:
            yield places.fault(row, empty, f"a number, as {given} is given")


def _without_shape(places: Sheet, row: Row) -> Iterator[Fault]:
    """Places that are said to be known as a point or an area, but have none."""
    precision, located = row["place_precision"], row["latitude"] and row["longitude"]
    if precision in POINTS and not row["latitude"] and not row["longitude"]:
        yield places.fault(row, "latitude", f"coordinates, as place_precision is {precision}")
    if precision in AREAS and not row["area"] and not (row["radius_km"] and located):
        allowed = f"a boundary, or coordinates and radius_km, as place_precision is {precision}"
        yield places.fault(row, "area", allowed)


def _elsewhere(places: Sheet, row: Row, areas: gpd.GeoSeries) -> Iterator[Fault]:
    """Places outside the area, or else the country, to which they say they belong."""
    column = "area" if row["area"] else "iso_3166_2"
    country = row["iso_3166_2"].partition("-")[0]
    if column == "iso_3166_2" and country and country not in ALPHA_3:
        yield places.fault(row, column, "a code of a country in world.geojson, or an empty cell")
    claimed = row["area"] or ALPHA_3.get(country, "")
    latitude, longitude = _degrees(row["latitude"], 90), _degrees(row["longitude"], 180)
    if claimed not in areas.index or math.isnan(latitude + longitude):
        return
    shape, tolerance = areas[claimed], NEAR if _is_fine(claimed) else COARSE
    if _lies_in(shape, longitude, latitude, tolerance):
        return
    value = f"{row['latitude']}, {row['longitude']}"
    if _lies_in(shape, latitude, longitude, tolerance):
        allowed = f"latitude and longitude the other way round: then the place lies in {claimed}"
    else:
        allowed = f"a place in {claimed}, at most {tolerance} degrees outside its boundary"
    yield places.fault(row, "latitude", allowed, value)


def _degrees(text: str, limit: float) -> float:
    """The number, or NaN where the column has a fault of its own already."""
    try:
        number = float(text)
    except ValueError:
        return math.nan
    return number if abs(number) <= limit else math.nan


def _is_fine(area: str) -> bool:
    return area in ("AZE", "ARM", "nkao_1991") or "-" in area


def _lies_in(shape: BaseGeometry, longitude: float, latitude: float, tolerance: float) -> bool:
    return bool(shape.distance(Point(longitude, latitude)) <= tolerance)
