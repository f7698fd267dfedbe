"""GeoJSON (RFC 7946) as rows: the properties, and where the feature lies."""

from collections.abc import Mapping

from pyproj import Geod
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from .flat import Row, as_object, cell, flat

_WGS84 = ("crs84", "4326", "wgs84", "wgs 84")
_BROKEN = "unreadable geometry"
_EARTH = Geod(ellps="WGS84")


def feature_rows(document: Mapping[str, object]) -> list[Row]:
    """One row a feature: its properties, latitude, longitude and geometry_type.

    A geometry that is no point stands for an area: the coordinates are a point inside it, and
    geometry_km says how far its corners lie from that. Coordinates among the properties come
    first. Raises ValueError if the features are no objects or the coordinates are not WGS84.
    """
    named = cell(document.get("crs")).casefold()
    if named and not any(word in named for word in _WGS84):
        raise ValueError(f"the coordinates are in {named}, and only WGS84 is read")
    features = document.get("features")
    if not isinstance(features, list):
        raise ValueError('"features" is no list')
    return [_row(as_object(each, f"feature {n}")) for n, each in enumerate(features, 1)]


def _row(feature: Mapping[str, object]) -> Row:
    own = feature.get("properties") or {}
    row = flat(as_object(own, "the properties of a feature"))
    if (number := cell(feature.get("id"))) and "id" not in row:
        row["id"] = number
    geometry = feature.get("geometry")
    return {**_place(geometry), **row} if isinstance(geometry, Mapping) else row


def _place(geometry: Mapping[str, object]) -> Row:
    """Where a geometry lies; a geometry that cannot be read says so where a number should be."""
    kind, point = cell(geometry.get("type")), geometry.get("coordinates")
    row = {"geometry_type": kind or "unreadable"}
    if kind == "Point" and isinstance(point, list) and len(point) > 1:
        x, y, *_ = map(cell, point)
        return row | {"latitude": y or _BROKEN, "longitude": x or _BROKEN}
    try:
        drawn = shape(geometry)
        inside = drawn.representative_point()
        row |= {"latitude": repr(inside.y), "longitude": repr(inside.x)}
    except (ShapelyError, AttributeError, IndexError, KeyError, TypeError, ValueError):
        return row | {"latitude": _BROKEN, "longitude": _BROKEN}
    return row | {"geometry_km": _reach(drawn, inside)}


def _reach(drawn: BaseGeometry, point: BaseGeometry) -> str:
    """Kilometres from the point to the farthest corner of the box around the geometry."""
    west, south, east, north = drawn.bounds
    corners = [(west, south), (west, north), (east, south), (east, north)]
    metres = (_EARTH.inv(point.x, point.y, x, y)[2] for x, y in corners)
    return f"{max(metres) / 1000:.1f}"
