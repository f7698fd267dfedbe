"""The map of counts in WebGL: short rows that can be picked, on the project's own base."""

import json
from typing import Any

import pydeck as pdk
import pytest

from dashboard.figures.counts import count_layers, fit_view, webgl_counts
from dashboard.figures.counts.words import ROUGH
from dashboard.figures.map_labels import Label
from dashboard.figures.map_view import REGION
from dashboard.figures.theme import LIGHT, THEMES, Theme, rgb
from tests.figures.counts.helpers import areas, many_squares, squares

SIZE = (540.0, 620.0)
CELLS = squares((46, 39, 1200), (47, 39, 1))
ROUGHLY = areas((45, 40.5, 30), (48, 39.5, 2))
WORLD = fit_view(-180, -60, 180, 70)


def build(cells: Any = CELLS, rough: Any = ROUGHLY, theme: Theme = LIGHT, **more: Any) -> pdk.Deck:
    labels = more.pop("labels", [])
    view = more.pop("view", REGION)
    size = more.pop("size", SIZE)
    return webgl_counts(cells, rough, labels, view, size, theme, "/geo", "v1", **more)


def layers(deck: pdk.Deck) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_what_can_be_picked_carries_the_version(theme: Theme) -> None:
    found = layers(build(theme=theme))
    picked = {name for name, layer in found.items() if layer.get("pickable")}
    assert picked == {"cells-v1", "rough-v1"}


def test_a_square_has_its_box_and_its_count_in_words() -> None:
    few, many = layers(build())["cells-v1"]["data"]
    assert few == {"a": few["a"], "box": [47, 39, 48, 40], "name": "1 record", "title": ""}
    assert (many["box"], many["name"]) == ([46, 39, 47, 40], "1,200 records")
    assert many["a"] > few["a"]
    colour = layers(build())["cells-v1"]["getFillColor"]
    assert colour == f"@@=[{','.join(map(str, rgb(LIGHT.ink)))},a]"


def test_what_is_known_roughly_is_an_octagon_and_no_square() -> None:
    found = layers(build())
    rows = found["rough-v1"]["data"]
    assert [(r["name"], r["title"]) for r in rows] == [("30 records", ROUGH), ("2 records", ROUGH)]
    assert not [r for r in rows if "box" in r]
    assert [r["t"] for r in found["rough-numbers"]["data"]] == ["30", "2"]
    assert found["rough-v1"]["@@type"] == "IconLayer"


def test_numbers_shrink_with_their_squares() -> None:
    numbers = layers(build())["cell-numbers"]
    assert [r["t"] for r in numbers["data"]] == ["1", "1,200"]
    assert numbers["sizeUnits"] == "common"
    assert numbers["getSize"] * 2 ** REGION.zoom(*SIZE) == pytest.approx(
        numbers["sizeMaxPixels"], rel=1e-3
    )


def test_labels_stand_over_the_squares_and_the_base_under_them() -> None:
    order = list(layers(build(labels=[Label("A", "country", 46, 39, "middle", 0, 0)])))
    assert order.index("countries") < order.index("cells-v1") < order.index("rough-v1")
    assert order.index("rough-numbers") < order.index("labels")


def test_an_empty_view_is_the_base_alone() -> None:
    found = layers(build(squares(), areas()))
    assert not [n for n in found if n.startswith(("cell", "rough"))]
    assert "countries" in found
    assert count_layers(squares(), areas(), REGION, SIZE, LIGHT, "v1") == []


def test_the_world_fits_a_phone() -> None:
    state = json.loads(build(view=WORLD, size=(358.0, 300.0)).to_json())["initialViewState"]
    assert state["zoom"] < 0 and state["minZoom"] <= state["zoom"]


def test_thousands_of_squares_are_a_short_message() -> None:
    deck = build(many_squares(3000), areas(), view=WORLD)
    made = [layer for layer in deck.layers if layer.id == "cells-v1"]
    assert len(made[0].data) == 3000
    assert len(json.dumps(made[0].data)) < 260_000


def test_a_larger_scale_enlarges_numbers_and_octagons() -> None:
    plain = layers(build())
    large = layers(build(size=(1080.0, 1240.0), scale=2.0))
    assert large["rough-numbers"]["getSize"] == 2 * plain["rough-numbers"]["getSize"]
    wide = [found["rough-v1"]["data"][0]["s"] for found in (plain, large)]
    assert wide[1] == pytest.approx(2 * wide[0], abs=0.2)
    assert large["cell-numbers"]["sizeMaxPixels"] == 2 * plain["cell-numbers"]["sizeMaxPixels"]
