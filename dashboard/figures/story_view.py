"""The map view that fits one step of a story: its places, its areas, or the capitals of a call."""

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from .counts import fit_view
from .map_areas import disc
from .map_marks import CALLS
from .map_view import DIPLOMACY, REGION, Box, MapView

LEAST = 1.7  # degrees each way: nearer, generalised boundaries would say more than they know
LEAST_FAR = 16.0  # outside the region drawn in detail: so that a country is known by its shape


def fit_step(event: Mapping[Any, Any], locations: pd.DataFrame, areas: gpd.GeoSeries) -> MapView:
    """The view in which a record (a row of the event table) stands.

    Of a call, that between capitals; of a record with no place that can be drawn, the region.
    `locations` as in events.table, `areas` boundary id -> shape (EPSG:4326).
    """
    places = locations[locations["event_id"] == event["event_id"]]
    if places.empty:
        return REGION
    if event["event_type"] in CALLS and len(places) > 1:
        return DIPLOMACY
    boxes = np.array([_bounds(row, areas) for row in places.to_dict("records")])
    box = (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))
    near = _fit(box, LEAST)
    return near if near.detailed else _fit(box, LEAST_FAR)


def _fit(box: Box, least: float) -> MapView:
    """The view of a box, at least so many degrees each way."""
    west, south, east, north = map(float, box)
    across, up = (max((least - size) / 2, 0) for size in (east - west, north - south))
    return fit_view(west - across, south - up, east + across, north + up)


def _bounds(place: Mapping[Any, Any], areas: gpd.GeoSeries) -> Box:
    """West, south, east and north of an area, of a disc, or of a point."""
    if place["area"] in areas.index:
        return areas[place["area"]].bounds
    longitude, latitude, radius = (place[k] for k in ("longitude", "latitude", "radius_km"))
    if np.isnan(radius):
        return longitude, latitude, longitude, latitude
    return disc(longitude, latitude, radius).bounds
