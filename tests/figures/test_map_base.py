"""The base of both maps: from this server or from memory alone, and the same whatever is shown."""

import json
import re
from pathlib import Path as File
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_base_svg import base_traces, outline
from dashboard.figures.map_base_webgl import base_layers
from dashboard.figures.map_view import DIPLOMACY, REGION, mercator
from dashboard.figures.map_webgl import webgl_map
from dashboard.figures.theme import LIGHT
from tests.figures.helpers import MAP_SIZE, real_marks, texts

GEO = "/prefix/geo"
LAYERS = ["countries", "districts", "lakes", "rivers", "nkao_1991", "control_1994_2020", "world"]


def build(
    dataset: Dataset, view: View, areas: gpd.GeoSeries, version: str = "v1"
) -> dict[str, Any]:
    """What goes to the browser."""
    marks, labels = real_marks(dataset, view, areas)
    deck = webgl_map(marks, labels, areas, REGION, MAP_SIZE, LIGHT, GEO, version)
    return json.loads(deck.to_json())


@pytest.fixture(scope="module")
def spec(dataset: Dataset, view: View, areas: gpd.GeoSeries) -> dict[str, Any]:
    return build(dataset, view, areas)


def test_nothing_is_asked_of_another_host(spec: dict[str, Any]) -> None:
    said = [t for t in texts(spec) if not t.startswith("data:image/svg+xml;base64,")]
    outside = [t for t in said if re.search(r"https?:|wss?:|^//|tile|mapbox|carto|\.com", t)]
    assert outside == []
    assert "mapProvider" not in spec
    assert spec["mapStyle"]  # with none at all the page would choose one from a tile host
    assert not re.search(r"[/.:]", spec["mapStyle"])


def test_the_base_comes_by_address_from_this_server(spec: dict[str, Any], root: File) -> None:
    addresses = {layer["data"] for layer in spec["layers"] if isinstance(layer["data"], str)}
    assert len(addresses) >= 6
    for address in addresses:
        assert address.startswith(GEO + "/")
        assert (root / "geo" / address.removeprefix(GEO + "/")).is_file()


def test_the_base_does_not_depend_on_the_filter(
    dataset: Dataset, everything: View, spec: dict[str, Any], areas: gpd.GeoSeries
) -> None:
    base = [layer.id for layer in base_layers(LIGHT, GEO)]
    found = [layer["id"] for layer in spec["layers"]]
    assert found[: len(base)] == base
    assert len(set(found)) == len(found)
    other = build(dataset, everything, areas, "another")["layers"]
    assert spec["layers"][: len(base)] == other[: len(base)]
    assert not {layer["id"] for layer in other if layer.get("pickable")} & set(found)


def test_an_outline_holds_every_ring_with_a_break_after_each() -> None:
    holed = shapely.box(0, 0, 4, 4) - shapely.box(1, 1, 2, 2)
    x, y = outline([shapely.MultiPolygon([holed, shapely.box(9, 9, 10, 10)])])
    assert np.isnan(x).sum() == np.isnan(y).sum() == 3
    assert np.isnan(x[-1])
    assert np.nanmax(y) == pytest.approx(float(mercator(10)), rel=1e-6)
    line, _ = outline([shapely.LineString([(0, 0), (1, 1)])])
    assert line[:2].tolist() == [0, 1]
    assert outline([])[0].size == 0


def test_the_wide_view_has_land_only() -> None:
    base = {name: outline(Boundaries().layer(name).geometry) for name in LAYERS}
    assert [t["name"] for t in base_traces(base, DIPLOMACY, LIGHT)] == ["world"]
    region = [t["name"] for t in base_traces(base, REGION, LIGHT)]
    assert {"held 1994-2020", "former NKAO", "borders"} <= set(region)
    assert region.index("countries") < region.index("former NKAO")
