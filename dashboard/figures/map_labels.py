"""The labels of a map: areas with their counts, places, then countries, as far as there is room."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import box

from .map_marks import MapMarks
from .map_view import MapView, place_labels, to_px
from .theme import MARK_PX

COLUMNS = ["text", "kind", "longitude", "latitude", "anchor", "dx", "dy"]


def radius_px(count: int) -> float:
    """The radius of a mark: its area grows with the number of records it stands for."""
    return MARK_PX / 2 + 1 if count == 1 else min(6 + 1.7 * np.sqrt(count), 17)


def map_labels(
    marks: MapMarks,
    areas: gpd.GeoSeries,
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
    area = _area_points(marks.areas, areas, frame)
    place = marks.places.assign(text=marks.places["name"], kind="place")
    place = place.sort_values("count", ascending=False, kind="stable")
    land = _country_points(countries, frame)
    town = towns.assign(text=towns["name"], kind="town", count=0)
    shown = [t for t in (area, place, town, land) if len(t)]
    if not shown:
        return pd.DataFrame(columns=COLUMNS)
    table = pd.concat(shown, ignore_index=True)[["text", "kind", "longitude", "latitude", "count"]]
    table = table.drop_duplicates("text").reset_index(drop=True)
    radii = [
        radius_px(n) if k == "place" else 2.0 if k == "town" else 0.0
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


def _area_points(found: pd.DataFrame, areas: gpd.GeoSeries, frame: Any) -> pd.DataFrame:
    """A label point inside the visible part of each area."""
    rows = []
    for row in found.to_dict("records"):
        if row["area"] in areas.index:
            visible = areas[row["area"]].intersection(frame)
            if visible.is_empty:
                continue
            row["longitude"], row["latitude"] = visible.representative_point().coords[0]
        rows.append({**row, "text": f"{row['name']}: {row['count']}", "kind": "area"})
    return pd.DataFrame(rows, columns=[*found.columns, "text", "kind"])


def _country_points(countries: gpd.GeoDataFrame, frame: Any) -> pd.DataFrame:
    visible = countries.geometry.intersection(frame)
    points = visible[~visible.is_empty].representative_point()
    names = countries.loc[points.index, "name"].str.upper()
    rows = {"text": names, "kind": "country", "longitude": points.x, "latitude": points.y}
    return pd.DataFrame(rows).assign(count=0)
