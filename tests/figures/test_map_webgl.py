"""The map in WebGL: marks that can be picked, with their counts and labels."""

import json
from typing import Any

import geopandas as gpd
import pydeck as pdk
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_marks import MapMarks, map_marks, radius_px
from dashboard.figures.map_view import REGION
from dashboard.figures.map_webgl import webgl_map
from dashboard.figures.symbols import atlas
from dashboard.figures.theme import LIGHT, THEMES, rgb
from tests.figures.helpers import HOSTILE, MAP_SIZE, SYMBOLS, places, real_marks, table

GEO = "/prefix/geo"
Layers = dict[str, dict[str, Any]]


def build(
    marks: MapMarks, labels: list, areas: gpd.GeoSeries, version: str = "v1", **more: Any
) -> pdk.Deck:
    look = THEMES[more.pop("theme", "light")]
    return webgl_map(marks, labels, areas, REGION, MAP_SIZE, look, GEO, version, **more)


def layers(deck: pdk.Deck) -> Layers:
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


def rows(layer: dict[str, Any]) -> list[dict[str, Any]]:
    return layer["data"]["features"] if isinstance(layer["data"], dict) else layer["data"]


@pytest.fixture(scope="module", params=THEMES)
def deck(request: Any, dataset: Dataset, view: View, areas: gpd.GeoSeries) -> pdk.Deck:
    return build(*real_marks(dataset, view, areas), areas, theme=request.param)


def test_what_can_be_picked_carries_the_version_and_the_base_cannot(deck: pdk.Deck) -> None:
    for name, layer in layers(deck).items():
        assert bool(layer.get("pickable")) == name.endswith("-v1")


def test_the_map_holds_the_records_of_its_marks(
    dataset: Dataset, view: View, areas: gpd.GeoSeries
) -> None:
    marks, labels = real_marks(dataset, view, areas)
    found = layers(build(marks, labels, areas))
    picked = [tuple(r["ids"]) for n, x in found.items() if n.endswith("-v1") and
              not n.startswith("areas") for r in rows(x)]  # fmt: skip
    expected = [m.records.event_ids for m in (*marks.places, *marks.areas, *marks.arcs)]
    assert sorted(picked) == sorted(expected)
    numbers = [int(r["t"]) for r in rows(found["counts"])] if "counts" in found else []
    counts = [m.records.count for m in marks.places if m.records.count > 1]
    assert sorted(numbers) == sorted(counts + [m.records.count for m in marks.areas])
    written = [r["t"] for r in rows(found["labels"])]
    assert written == [label.text for label in labels]


def test_no_country_is_tinted_unless_it_is_marked(
    dataset: Dataset, everything: View, areas: gpd.GeoSeries
) -> None:
    marks, labels = real_marks(dataset, everything, areas)
    country = next(m for m in marks.areas if m.kind == "country")
    plain = rows(layers(build(marks, labels, areas))["areas-v1"])
    assert country.name not in [f["name"] for f in plain]
    event = country.records.event_ids[0]
    chosen = rows(layers(build(marks, labels, areas, selected=event))["areas-v1"])
    (feature,) = [f for f in chosen if f["name"] == country.name]
    assert feature["l"][:3] == list(rgb(LIGHT.accent))


@pytest.mark.parametrize(("contested", "icon"), [(False, "diamond"), (True, "diamond-open")])
def test_a_single_record_has_the_shape_of_its_type(
    contested: bool, icon: str, areas: gpd.GeoSeries
) -> None:
    marks = map_marks(table({"contested": contested}), places({}), SYMBOLS)
    found = layers(build(marks, [], areas))
    (row,) = rows(found["records-v1"])
    assert row["i"] == icon
    assert icon in found["records-v1"]["iconMapping"]
    assert found["records-v1"]["iconAtlas"] == atlas()[0]
    assert "counts" not in found


@pytest.mark.parametrize("contested", [True, False])
def test_a_contested_stack_is_hollow(contested: bool, areas: gpd.GeoSeries) -> None:
    events = table({"contested": True}, {"contested": contested})
    marks = map_marks(events, places({}, {"event_id": "r1"}), SYMBOLS)
    (row,) = rows(layers(build(marks, [], areas, scale=2))["places-v1"])
    assert (row["f"][:3] == list(rgb(LIGHT.paper))) is contested
    assert row["l"][:3] == list(rgb(LIGHT.sides["azerbaijan"]))
    assert row["r"] == radius_px(2) * 2


def test_only_the_place_of_the_marked_record_is_ringed(areas: gpd.GeoSeries) -> None:
    events = table({}, {})
    marks = map_marks(events, places({}, {"event_id": "r1", "place_id": "q", "latitude": 40.0}),
                      SYMBOLS)  # fmt: skip
    (ring,) = rows(layers(build(marks, [], areas, selected="r1"))["rings"])
    assert ring["p"] == [46.7, 40.0]
    assert "rings" not in layers(build(marks, [], areas))


def test_the_tooltip_is_text_and_names_carry_no_markup(areas: gpd.GeoSeries) -> None:
    marks = map_marks(table({"title": HOSTILE}), places({"label": HOSTILE}), SYMBOLS)
    tooltip = build(marks, [], areas)._tooltip
    assert "html" not in tooltip
    assert tooltip["text"] == "{name}\n{title}"


def test_labels_are_written_in_every_script(deck: pdk.Deck) -> None:
    found = layers(deck)["labels"]
    assert found["characterSet"] == "auto"
    assert all(-90 <= r["p"][1] <= 90 for r in rows(found))


def test_two_maps_of_one_look_share_no_layers(areas: gpd.GeoSeries) -> None:
    marks = map_marks(table({}), places({}), SYMBOLS)
    full, empty = build(marks, [], areas), build(MapMarks((), (), ()), [], areas)
    assert "records-v1" in layers(full)
    assert not [n for n in layers(empty) if n.endswith("-v1")]
    west, south, east, north = REGION.bounds
    state = json.loads(empty.to_json())["initialViewState"]
    assert west < state["longitude"] < east and south < state["latitude"] < north
    assert state["zoom"] == REGION.zoom(*MAP_SIZE)
