"""Reads what briefings are drawn on, and gathers all that one shows."""

from datetime import date
from functools import lru_cache

import geopandas as gpd

from .. import APP
from ..events.boundaries import CREDIT, Boundaries
from ..events.citations import cite
from ..events.dataset import Dataset, View
from ..figures.briefing import Brief, MapBase, Material
from ..figures.map_parts import Points, country_points, town_points
from ..figures.map_view import REGION, VIEWS

LAYERS = ("countries", "districts", "lakes", "rivers", "nkao_1991", "control_1994_2020", "world")


@lru_cache(maxsize=1)
def _boundaries() -> Boundaries:
    return Boundaries()


@lru_cache(maxsize=8)
def _base(key: str) -> tuple[dict[str, gpd.GeoDataFrame], gpd.GeoSeries, Points]:
    bounds, where = _boundaries(), VIEWS[key]
    land = bounds.layer("countries" if where is REGION else "world")
    layers = {name: bounds.layer(name) for name in LAYERS}
    return layers, bounds.areas.simplify(0.01), country_points(land, where)


def gather(dataset: Dataset, view: View, brief: Brief, made: date, permalink: str) -> Material:
    """The material of a briefing; boundaries are read once. Raises FileNotFoundError if a boundary
    file is missing."""
    layers, areas, countries = _base(brief.map)
    towns = town_points(dataset.tables.places, brief.names, VIEWS[brief.map])
    base = MapBase(layers, areas, countries, towns)
    return Material(dataset, view, cite(dataset, view), base, brief, made, permalink, APP, CREDIT)
