"""Where the number of an area stands: inside its visible part, as far from the places as it gets."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .map_view import MapView

GRID = 14  # candidate points each way
LEAST_SHARE = 0.015  # of the view: a smaller visible part of an area carries no number


def area_points(
    marks: pd.DataFrame, areas: gpd.GeoSeries, places: pd.DataFrame, view: MapView
) -> pd.DataFrame:
    """The area marks (see `MapMarks`) that the view shows, with longitude and latitude of the
    point for their number; a disc keeps its centre."""
    frame = shapely.box(*view.bounds)
    taken = places[["longitude", "latitude"]].to_numpy(float)
    rows = []
    for mark in marks.to_dict("records"):
        if mark["area"] in areas.index:
            visible = areas[mark["area"]].intersection(frame)
            if visible.area < LEAST_SHARE * frame.area and mark["kind"] == "country":
                continue
            if visible.is_empty:
                continue
            mark["longitude"], mark["latitude"] = clear_point(visible, taken)
            taken = np.vstack([taken, [mark["longitude"], mark["latitude"]]])
        rows.append(mark)
    return pd.DataFrame(rows, columns=marks.columns)


def clear_point(shape: shapely.Geometry, taken: np.ndarray) -> tuple[float, float]:
    """The point of a grid inside the shape that is farthest from its edge and from `taken`
    (longitude, latitude; shape (n, 2))."""
    west, south, east, north = shape.bounds
    x, y = np.meshgrid(np.linspace(west, east, GRID), np.linspace(south, north, GRID))
    grid = shapely.points(x.ravel(), y.ravel())
    inside = grid[shapely.contains(shape, grid)]
    if not len(inside):
        point = shape.representative_point()
        return point.x, point.y
    clear = shapely.distance(shape.boundary, inside)
    if len(taken):
        clear = np.minimum(clear, shapely.distance(shapely.multipoints(taken), inside))
    best = inside[int(np.argmax(clear))]
    return best.x, best.y
