"""Gathers all that a briefing shows: the view, its numbered sources, the base of its map."""

from datetime import date

import pandas as pd

from .. import APP
from ..events.boundaries import CREDIT, Boundaries
from ..events.citations import cite
from ..events.dataset import Dataset, View
from ..figures.briefing import Brief, Material
from ..figures.map_parts import MapBase, country_points, town_points
from ..figures.map_view import VIEWS, MapView

LAYERS = ("countries", "districts", "lakes", "rivers", "nkao_1991", "control_1994_2020", "world")


def map_base(bounds: Boundaries, places: pd.DataFrame, names: str, where: MapView) -> MapBase:
    """What a map is drawn on: boundaries, and label points in the names chosen ("both", "az",
    "hy"). Raises FileNotFoundError if a boundary file is missing."""
    land = bounds.layer("countries" if where.detailed else "world")
    return MapBase(
        layers={name: bounds.layer(name) for name in LAYERS},
        areas=bounds.simple_areas,
        countries=country_points(land, where),
        towns=town_points(places, names, where),
    )


def gather(
    dataset: Dataset,
    view: View,
    brief: Brief,
    bounds: Boundaries,
    made: date,
    permalink: str,
    where: MapView | None = None,
) -> Material:
    """The material of a briefing made on the day `made`; `where` is what the map shows, else the
    view that `brief` names; errors as `map_base`."""
    where = where or VIEWS[brief.map]
    base = map_base(bounds, dataset.tables.places, brief.names, where)
    cited = cite(dataset, view)
    return Material(dataset, view, cited, base, brief, made, permalink, APP, CREDIT, where)
