"""The labels of a map: areas, places, towns, then countries, as far as there is room."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import box

from .map_areas import clear_point
from .map_marks import MapMarks
from .map_view import MapView, place_labels, to_px
from .theme import MARK_PX

CONFLICT_AREA = (46.75, 39.85)  # longitude, latitude: the name of a country never stands there
COLUMNS = ["text", "kind", "longitude", "latitude", "anchor", "dx", "dy"]


def radius_px(count: int) -> float:
    """The radius of a mark: its area grows with the number of records it stands for."""
    return MARK_PX / 2 + 1 if count == 1 else min(6 + 1.7 * np.sqrt(count), 17)


def square_px(count: int) -> float:
    """The side of the square that carries an area's number, of about the surface of the circle."""
    return 1.75 * radius_px(count) if count > 1 else 14.0


def map_labels(
    marks: MapMarks,
    countries: gpd.GeoDataFrame,
    view: MapView,
    size: tuple[float, float],
    towns: pd.DataFrame,
) -> pd.DataFrame:
    """The labels that fit a map of `size` px: text, kind (area, place, town, country), longitude,
    latitude, anchor (start, middle, end) and the shift dx, dy in px from the point (y down).

    `towns` (name, longitude, latitude) are shown for orientation where nothing else stands.
    """
    frame = box(*view.bounds)
    two_lines = marks.areas["name"].str.replace(" (", "\n(", regex=False)
    countries = countries[~countries["id"].isin(marks.areas["area"])]
    area = marks.areas.assign(text=two_lines, kind="area")
    area = area.sort_values("count", ascending=False, kind="stable")
    place = marks.places.assign(text=marks.places["name"], kind="place")
    place = place.sort_values("count", ascending=False, kind="stable")
    land = _country_points(countries, view, marks.places)
    town = towns.assign(text=towns["name"], kind="town", count=0)
    shown = [t for t in (area, place, town, land) if len(t)]
    if not shown:
        return pd.DataFrame(columns=COLUMNS)
    table = pd.concat(shown, ignore_index=True)[["text", "kind", "longitude", "latitude", "count"]]
    table = table[~table["kind"].isin(["town", "country"]) | ~table["text"].duplicated()]
    table = table.reset_index(drop=True)
    radii = [
        radius_px(n) if k in ("place", "area") else 2.0 if k == "town" else 0.0
        for k, n in zip(table["kind"], table["count"], strict=True)
    ]
    points = to_px(view, table, *size)
    placed = place_labels(table["text"], points, radii, size)
    chosen = [(i, *p) for i, p in enumerate(placed) if p]
    labels = table.loc[[i for i, *_ in chosen]].reset_index(drop=True)
    labels[["anchor", "dx", "dy"]] = pd.DataFrame(
        [p for _, *p in chosen], columns=["anchor", "dx", "dy"]
    )
    return labels[COLUMNS]


def _country_points(
    countries: gpd.GeoDataFrame, view: MapView, taken: pd.DataFrame
) -> pd.DataFrame:
    """A label point inside the visible part of each country, clear of the places."""
    frame = box(*view.bounds)
    avoid = np.vstack([taken[["longitude", "latitude"]].to_numpy(float), [CONFLICT_AREA]])
    rows = []
    for name, shape in zip(countries["name"], countries.geometry, strict=True):
        visible = shape.intersection(frame)
        if not visible.is_empty:
            longitude, latitude = clear_point(visible, avoid)
            rows.append((name.upper(), "country", longitude, latitude, 0))
    return pd.DataFrame(rows, columns=["text", "kind", "longitude", "latitude", "count"])
