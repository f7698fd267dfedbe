"""Joins, cuts and rounds the shapes that build.py writes.

Shapes are EPSG:4326 (WGS 84), longitude before latitude, in degrees; areas are in km2.
"""

from itertools import chain

import geopandas as gpd
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import split, unary_union

EQUAL_AREA = "+proj=laea +lat_0=40 +lon_0=47 +datum=WGS84"
GRID = 1e-4  # degrees, about 11 m; the source is made for 1:10,000,000 and holds no more


def projected(shape):
    """`shape` in metres on an equal-area projection centred on 40 N 47 E."""
    return gpd.GeoSeries([shape], crs=4326).to_crs(EQUAL_AREA).iloc[0]


def km2(shape):
    """Area in whole km2."""
    return round(projected(shape).area / 1e6)


def tidy(shape, grid=GRID):
    """`shape` on the grid: of a mixed result the faces, outer rings anticlockwise (RFC 7946)."""
    shape = shapely.set_precision(shape, grid)
    if not shape.area:
        return shape
    faces = [part for part in shapely.get_parts(shape) if part.area]
    return shapely.orient_polygons(unary_union(faces), exterior_cw=False)


def ring_of(lines, widest=0.004):
    """The polygon that strings bound: chained by nearest ends, gaps up to `widest` degrees."""
    ring, *rest = [list(line.coords) for line in lines.geoms]
    while rest:
        ways = chain(rest, (line[::-1] for line in rest))
        nearest = min(ways, key=lambda way: Point(ring[-1]).distance(Point(way[0])))
        assert Point(ring[-1]).distance(Point(nearest[0])) < widest
        rest = [line for line in rest if line not in (nearest, nearest[::-1])]
        ring += nearest
    assert Point(ring[-1]).distance(Point(ring[0])) < widest
    return Polygon(ring)


def beyond(last, before, degrees=0.1):
    """A point past the end of a line: the line of contact stops a little short of the border."""
    step = degrees / Point(last).distance(Point(before))
    return tuple(a + (a - b) * step for a, b in zip(last, before, strict=True))


def held_area(azerbaijan, contact):
    """The part of mainland Azerbaijan on Khankendi's side of the line of contact."""
    points = list(contact.coords)
    cut = [beyond(points[0], points[1]), *points, beyond(points[-1], points[-2])]
    mainland = max(azerbaijan.geoms, key=lambda part: part.area)
    sides = split(mainland, LineString(cut)).geoms
    return next(side for side in sides if side.contains(Point(46.7528, 39.8177)))


def without_slivers(shapes, oblast, inside, outside):
    """{id: shape}, with what is drawn on the wrong side of the oblast line moved across.

    Admin-1 borders and the oblast line come from two layers and cross each other. Where a
    district of `inside`, made of oblast land, is drawn beyond the line, that sliver goes to the
    district of `outside` that runs along most of it; Lachin and Jabrayil towns lie in such ones.
    """
    beyond_line = unary_union([shapes[key] for key in inside]).difference(oblast)
    planar = {key: projected(shapes[key].difference(oblast)) for key in outside}
    moved = {key: [] for key in outside}
    for sliver in beyond_line.geoms:
        rim = projected(sliver).buffer(150)  # metres
        along = {key: rim.intersection(shape).area for key, shape in planar.items()}
        neighbour = max(along, key=along.get)
        if along[neighbour] > 0:
            moved[neighbour].append(sliver)
    gone = unary_union(list(chain.from_iterable(moved.values())))
    kept = {key: shapes[key].difference(gone) for key in inside}
    grown = {key: unary_union([shapes[key], *slivers]) for key, slivers in moved.items()}
    return shapes | kept | grown
