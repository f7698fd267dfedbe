"""Shapes of what is no point: boundaries and discs, and where the number of an area stands."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Geod

from .map_marks import MapMarks, PlaceMark
from .map_view import MapView, mercator

GRID = 14  # candidate points each way
LEAST_SHARE = 0.015  # of the view: a smaller visible part of a country carries no number


def shape_of(mark: PlaceMark, areas: gpd.GeoSeries) -> shapely.Geometry | None:
    """The boundary of an area (EPSG:4326); for a place known only roughly, the disc of its
    radius; None if neither is known."""
    if mark.area in areas.index:
        return areas[mark.area]
    if np.isnan(mark.radius_km):
        return None
    return disc(mark.longitude, mark.latitude, mark.radius_km)


@lru_cache(maxsize=256)
def disc(longitude: float, latitude: float, radius_km: float) -> shapely.Geometry:
    """A circle on the ground (geodesic on WGS84, by pyproj), 48 points, in degrees lon-lat."""
    azimuths = np.linspace(0, 360, 48, endpoint=False)
    centre = np.full(48, longitude), np.full(48, latitude)
    lon, lat, _ = Geod(ellps="WGS84").fwd(*centre, azimuths, np.full(48, radius_km * 1000))
    return shapely.Polygon(np.column_stack([lon, lat]).round(4))


def place_areas(
    marks: Sequence[PlaceMark], areas: gpd.GeoSeries, places: Sequence[PlaceMark], view: MapView
) -> tuple[PlaceMark, ...]:
    """The area marks that the view shows, with longitude and latitude of the point for their
    number; a disc keeps its centre."""
    frame = shapely.box(*view.bounds)
    taken = [(p.longitude, p.latitude) for p in places]
    shown = []
    for mark in sorted(marks, key=lambda m: -m.records.count):
        if mark.area in areas.index:
            visible = _visible(areas[mark.area], frame)
            sliver = mark.kind == "country" and visible.area < LEAST_SHARE * frame.area
            if visible.is_empty or sliver:
                continue
            point = clear_point(visible, taken)
            taken.append(point)
            mark = replace(mark, longitude=point[0], latitude=point[1])
        shown.append(mark)
    return tuple(shown)


def clear_point(
    shape: shapely.Geometry, taken: Sequence[tuple[float, float]]
) -> tuple[float, float]:
    """The point of a grid inside the shape that is farthest from its edge and from `taken`
    (longitude, latitude)."""
    inside = _grid(shape)
    if not len(inside):
        point = shape.representative_point()
        return point.x, point.y
    clear = shapely.distance(shape.boundary, inside)
    if taken:
        clear = np.minimum(clear, shapely.distance(shapely.multipoints(taken), inside))
    best = inside[int(np.argmax(clear))]
    return best.x, best.y


@lru_cache(maxsize=512)
def _visible(shape: shapely.Geometry, frame: shapely.Geometry) -> shapely.Geometry:
    return shape.intersection(frame)


@lru_cache(maxsize=512)
def _grid(shape: shapely.Geometry) -> np.ndarray:
    west, south, east, north = shape.bounds
    x, y = np.meshgrid(np.linspace(west, east, GRID), np.linspace(south, north, GRID))
    grid = shapely.points(x.ravel(), y.ravel())
    shapely.prepare(shape)
    return np.asarray(grid[shapely.contains(shape, grid)])


def ids_in_view(marks: MapMarks, view: MapView, size: tuple[float, float]) -> frozenset[str]:
    """The event_ids that a map of `size` px shows at first, before it is moved: of places and calls
    within its edges, and of the areas that `place_areas` left."""
    west, east, south, north = view.edges(*size)

    def seen(longitude: float, latitude: float) -> bool:
        return west <= longitude <= east and south <= float(mercator(latitude)) <= north

    shown = [a.records for a in marks.areas]
    shown += [p.records for p in marks.places if seen(p.longitude, p.latitude)]
    shown += [a.records for a in marks.arcs if seen(*a.path[0]) and seen(*a.path[-1])]
    return frozenset(i for records in shown for i in records.event_ids)
