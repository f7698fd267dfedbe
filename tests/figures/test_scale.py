"""Enlarging a figure: lengths in px only, by one factor; data and shares stay."""

from copy import deepcopy
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.overview import overview
from dashboard.figures.scale import enlarge
from dashboard.figures.theme import LIGHT
from tests.figures.helpers import draw, lay, real_panels, table

FIGURE = {
    "data": [
        {
            "x": [1, 2],
            "y": [3, 4],
            "width": [0.9, 86_400_000],
            "base": ["2020-11-07"],
            "customdata": [["a"], ["b"]],
            "marker": {"size": [10, 16], "opacity": 1, "line": {"width": 1.8, "color": ["#fff"]},
                       "pattern": {"size": 6, "solidity": 0.2, "shape": ["/"]}},
            "textfont": {"size": 10, "color": "#000"},
        },
        {"width": 0.9, "marker": {"size": 8, "line": {"width": [1, 2]}}},
    ],
    "layout": {
        "height": 600,
        "margin": {"l": 118, "r": 10, "t": 42, "b": 8},
        "xaxis": {"range": [0, 900], "domain": [0, 0.5], "ticklen": 3, "tickfont": {"size": 11}},
        "annotations": [{"x": 0, "y": 1, "xshift": -114, "yshift": 41.5, "font": {"size": 13}}],
        "shapes": [{"x0": 0, "y0": 2, "line": {"width": 2}}],
        "bargap": 0.08,
        "showlegend": False,
    },
}  # fmt: skip


def test_lengths_in_px_grow_and_nothing_else() -> None:
    big = enlarge(FIGURE, 2)
    first, second = big["data"]
    assert first["marker"] == {
        "size": [20, 32], "opacity": 1, "line": {"width": 3.6, "color": ["#fff"]},
        "pattern": {"size": 12, "solidity": 0.2, "shape": ["/"]},
    }  # fmt: skip
    assert first["textfont"] == {"size": 20, "color": "#000"}
    for key in ("x", "y", "width", "base", "customdata"):
        assert first[key] == FIGURE["data"][0][key]
    assert second == {"width": 0.9, "marker": {"size": 16, "line": {"width": [2, 4]}}}
    layout = big["layout"]
    assert layout["height"] == 1200
    assert layout["margin"] == {"l": 236, "r": 20, "t": 84, "b": 16}
    assert layout["xaxis"] == {"range": [0, 900], "domain": [0, 0.5], "ticklen": 6,
                               "tickfont": {"size": 22}}  # fmt: skip
    assert layout["annotations"] == [{"x": 0, "y": 1, "xshift": -228, "yshift": 83,
                                      "font": {"size": 26}}]  # fmt: skip
    assert layout["shapes"] == [{"x0": 0, "y0": 2, "line": {"width": 4}}]
    assert (layout["bargap"], layout["showlegend"]) == (0.08, False)


def test_a_factor_of_one_changes_nothing_and_no_factor_the_figure_itself() -> None:
    before = deepcopy(FIGURE)
    assert enlarge(FIGURE, 1) == before
    enlarge(FIGURE, 3)
    assert before == FIGURE


def test_factors_multiply() -> None:
    assert enlarge(enlarge(FIGURE, 2), 1.5) == enlarge(FIGURE, 3)


def data_of(figure: dict[str, Any]) -> list[list[Any]]:
    keys = ("x", "y", "base", "customdata", "text", "hovertext", "width", "xaxis")
    return [[trace.get(key) for key in keys] for trace in figure["data"]]


@pytest.mark.parametrize("factor", [0.75, 1.5, 2.4])
def test_real_figures_keep_their_data_and_their_axes(
    dataset: Dataset, everything: View, factor: float
) -> None:
    events = table({"date": "2020-11"}, {"date": "2020-11-07T10:00:00"}, {"contested": True})
    strip = overview(everything.events, real_panels(dataset, everything), LIGHT, 900, 70)
    for figure in (draw(events, lay(events), selected="r0"), strip):
        big = enlarge(figure, factor)
        assert data_of(big) == data_of(figure)
        for name in ("xaxis", "yaxis"):
            assert big["layout"][name]["range"] == figure["layout"][name]["range"]
        assert big["layout"]["height"] == pytest.approx(figure["layout"]["height"] * factor)
        go.Figure(big)
