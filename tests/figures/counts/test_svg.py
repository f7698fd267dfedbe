"""The map of counts as vectors: the same squares, numbers and octagons as in WebGL."""

import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.events.boundaries import Boundaries
from dashboard.figures.counts import count_layers, count_traces, fit_view, svg_counts
from dashboard.figures.map_base_svg import Path, outline
from dashboard.figures.map_view import REGION, MapView, mercator
from dashboard.figures.theme import LIGHT, THEMES, Theme
from tests.figures.counts.helpers import areas, many_squares, named, squares

SIZE = (540.0, 620.0)
CELLS = squares((46, 39, 1200), (47, 39, 1), (45, 39, 45))
ROUGHLY = areas((45, 40.5, 30), (48, 39.5, 2))
WORLD = fit_view(-180, -60, 180, 70)
LAYERS = ["countries", "districts", "lakes", "rivers", "nkao_1991", "control_1994_2020", "world"]


@pytest.fixture(scope="module")
def base() -> dict[str, Path]:
    known = Boundaries()
    return {name: outline(known.layer(name).geometry) for name in LAYERS}


def build(base: dict[str, Path], cells: Any = CELLS, rough: Any = ROUGHLY, theme: Theme = LIGHT,
          view: MapView = REGION) -> dict[str, Any]:  # fmt: skip
    return svg_counts(cells, rough, [], base, view, SIZE, theme)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_plotly_takes_it(base: dict[str, Path], theme: Theme) -> None:
    figure = build(base, theme=theme)
    assert len(go.Figure(figure).data) == len(figure["data"])
    assert figure["layout"]["barmode"] == "overlay"


@pytest.mark.parametrize("view", [REGION, WORLD], ids=["region", "world"])
def test_squares_lie_over_the_land_where_they_belong(base: dict[str, Path], view: MapView) -> None:
    figure = build(base, view=view)
    first, *rest = named(figure, "cells")
    assert first["customdata"] == [["box", 47, 39, 48, 40, 1]]
    assert len(rest) == 2  # one trace a shade
    for cells in (first, *rest):
        assert cells["zorder"] > 0  # without it Plotly puts bars under the land
        ((_, west, south, east, north, _),) = cells["customdata"]
        assert (cells["x"], cells["width"]) == ([west], east - west)
        (low,), (high,) = cells["base"], cells["y"]
        assert low == pytest.approx(float(mercator(south)), abs=1e-3)
        assert low + high == pytest.approx(float(mercator(north)), abs=1e-3)


def test_squares_of_different_widths_keep_theirs() -> None:
    both = pd.concat([squares((1, 1, 5)), squares((4, 1, 5), size=2)])
    cells = count_traces(both, areas(), WORLD, SIZE, LIGHT)[0]
    assert (cells["x"], cells["width"]) == ([1, 4], [1, 2])


def test_both_maps_say_the_same(base: dict[str, Path]) -> None:
    figure = build(base)
    layers = {x.id: x.data for x in count_layers(CELLS, ROUGHLY, REGION, SIZE, LIGHT, "v1")}
    (rough,) = named(figure, "rough")
    boxes = [custom for cells in named(figure, "cells") for custom in cells["customdata"]]
    assert [box[1:5] for box in boxes] == [r["box"] for r in layers["cells-v1"]]
    written = [t for trace in named(figure, "cell numbers") for t in trace["text"]]
    assert sorted(written) == sorted(r["t"] for r in layers["cell-numbers"])
    assert rough["text"] == [r["t"] for r in layers["rough-numbers"]]
    assert [c[1] for c in rough["customdata"]] == [30, 2]
    assert sum(box[5] for box in boxes) == CELLS["count"].sum()


def test_an_octagon_is_paler_than_any_square_and_of_another_shape(base: dict[str, Path]) -> None:
    (rough,) = named(build(base), "rough")
    assert rough["marker"]["symbol"] == "octagon"
    assert rough["marker"]["color"] == LIGHT.paper
    assert "known only to" in rough["hovertemplate"]


def test_numbers_are_light_on_dark_squares(base: dict[str, Path]) -> None:
    dark, light = (t["textfont"]["color"] for t in named(build(base), "cell numbers"))
    assert (dark, light) == (LIGHT.ink, LIGHT.paper)
    texts = [t["text"] for t in named(build(base), "cell numbers")]
    assert texts == [["1"], ["1,200"]] or texts == [["1", "45"], ["1,200"]]


def test_thousands_of_squares_are_plain_and_a_short_message() -> None:
    traces = count_traces(many_squares(3000), areas(), WORLD, SIZE, LIGHT)
    assert len(json.dumps(traces)) < 230_000
    assert sum(len(t["x"]) for t in traces if t["name"] == "cells") == 3000


def test_an_empty_map_is_the_base_alone(base: dict[str, Path]) -> None:
    figure = build(base, squares(), areas())
    go.Figure(figure)
    assert not named(figure, "cells")
    assert named(figure, "rough")[0]["x"] == []
