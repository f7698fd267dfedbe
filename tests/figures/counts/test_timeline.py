"""The timeline of counts: the numbers that stand in it, what hangs, what can be picked."""

import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.figures.counts.words import bin_hover
from dashboard.figures.panels import make_panels
from dashboard.figures.theme import LIGHT, THEMES
from tests.figures.counts.helpers import (
    LANES,
    bars_of,
    draw,
    many_bins,
    month,
    named,
    table,
    wide,
    year,
)
from tests.figures.helpers import HOSTILE, texts

TWELVE = {f"l{i}": f"Government of country number {i}" for i in range(12)}
DECADE = year("2010-01-01", "2022-06-30")


@pytest.fixture(scope="module")
def full() -> dict[str, Any]:
    return draw(many_bins(), TWELVE, panels=DECADE)


@pytest.mark.parametrize("theme", THEMES)
def test_plotly_takes_it(theme: str) -> None:
    bins = table(month("a", 1, 4), wide("a", 2, 5, 3), wide("b", 1, 9, 2, extent="period"))
    figure = draw(bins, theme=THEMES[theme])
    made = go.Figure(figure)  # raises on any unknown name or value
    assert len(made.data) == len(figure["data"])
    assert made.layout.height == 600


def test_it_is_plain_and_small(full: dict[str, Any]) -> None:
    sent = json.dumps(full)  # no array, no number of another library
    assert len(sent) < 260_000
    assert len(full["data"]) < 40


def test_the_bars_say_every_count(full: dict[str, Any]) -> None:
    bins = many_bins()
    sure = bins[~bins["wide"]]
    assert (
        sum(count for _, _, count in bars_of(named(full, "count targets"))) == sure["count"].sum()
    )
    (seen,) = named(full, "counts")
    assert len(seen["x"]) == len(sure)


def test_a_bar_can_be_picked_by_its_days() -> None:
    figure = draw(table(month("a", 2, 7), month("b", 12, 9)))
    assert [t["customdata"] for t in named(figure, "count targets")] == [
        [["bin", "2020-02-01", "2020-02-29", 7]], [["bin", "2020-12-01", "2020-12-31", 9]],
    ]  # fmt: skip
    assert len(named(figure, "counts")[0]["x"]) == 2


def test_a_bar_is_as_wide_as_its_bin_and_its_target_as_high_as_its_band() -> None:
    figure = draw(table(month("a", 1, 1), month("a", 2, 1), month("b", 1, 900), wide("a", 4, 6, 1)))
    day = 86_400_000
    for trace in (*named(figure, "counts"), *named(figure, "count targets")):
        assert trace["x"][:1] == ["2020-01-01"] and trace["offset"] == 0
        assert trace["width"] in (29 * day, 31 * day)  # at most three days less than its month
    (doubt,) = named(figure, "count spans")
    assert (doubt["x"], doubt["width"]) == (["2020-04-01"], [91 * day])
    base = named(figure, "counts")[0]["base"][0]
    for place, target in enumerate(named(figure, "count targets")):
        assert target["base"] == place
        assert target["y"][0] == pytest.approx(base, abs=1e-3)


def test_doubt_is_hatched_and_hangs_and_what_lasted_is_pale() -> None:
    bins = table(month("a", 1, 9), wide("a", 2, 5, 3), wide("a", 2, 9, 2, extent="period"))
    figure = draw(bins)
    (doubt,), (lasting,) = named(figure, "count spans"), named(figure, "count periods")
    (sure,) = named(figure, "counts")
    assert doubt["marker"]["pattern"]["shape"] == "/"
    assert "pattern" not in lasting["marker"]
    assert sure["y"][0] < 0 < doubt["y"][0] and lasting["y"][0] > 0
    # Doubts hang below what lasted, which hangs from the base line: none hides another.
    assert lasting["base"] == pytest.approx(sure["base"][0], abs=1e-3)
    assert doubt["base"] >= lasting["base"] + lasting["y"][0] - 1e-3
    assert list(bars_of([doubt])) == [("2020-02-01", "2020-05-31", 3)]
    assert list(bars_of([lasting])) == [("2020-02-01", "2020-09-30", 2)]
    assert "may lie here" in doubt["hovertemplate"] and "throughout" in lasting["hovertemplate"]


def legend(figure: dict[str, Any]) -> str:
    return " ".join(text for trace in named(figure, "legend") for text in trace["text"])


def test_the_legend_says_what_is_drawn_and_how_many() -> None:
    words = legend(draw(table(month("a", 1, 1200), wide("a", 2, 5, 3))))
    assert "in one month (1,200)" in words and "some time within (3)" in words
    assert "throughout" not in words and "square root" in words
    assert "throughout (2)" in legend(draw(table(wide("a", 2, 9, 2, extent="period"))))
    assert legend(draw(table())) == ""


@pytest.mark.parametrize("lanes", [{}, LANES])
def test_nothing_is_said_in_words_on_full_axes(lanes: dict[str, str]) -> None:
    figure = draw(table(), lanes)
    assert "No records" in {a["text"] for a in figure["layout"]["annotations"]}
    assert figure["layout"]["xaxis"]["range"] == ["2020-01-01T00:00:00", "2021-01-01T00:00:00"]
    assert [t for t in figure["data"] if t.get("xaxis") == "x"]
    assert len(figure["layout"]["yaxis"]["ticktext"]) == len(lanes)
    some = draw(table(month("a", 1, 1)))["layout"]["annotations"]
    assert "No records" not in {a["text"] for a in some}


def test_every_panel_has_its_axis_and_its_bars() -> None:
    periods = pd.DataFrame({"label": ["early", "late"], "from": ["2020-01-01", "2020-07-01"],
                            "to": ["2020-06-30", "2020-12-31"]})  # fmt: skip
    axis = make_panels(pd.Timestamp("2020-01-01"), pd.Timestamp("2020-12-31"), periods, [])
    figure = draw(table(month("a", 2, 3), month("a", 8, 5), wide("a", 6, 7, 1)), panels=axis)
    assert figure["layout"]["xaxis2"]["domain"] == [axis[1].left, 1.0]
    found = {(t["xaxis"], t["customdata"][0][3]) for t in named(figure, "count targets")}
    assert found == {("x", 3), ("x2", 5)}
    assert [t["xaxis"] for t in named(figure, "count spans")] == ["x", "x2"]
    assert {"early", "late"} <= {a["text"] for a in figure["layout"]["annotations"]}


def test_no_label_becomes_markup_or_a_variable() -> None:
    figure = draw(table(month("a", 1, 1)), {"a": f"{HOSTILE} %{{customdata[0]}}"})
    (target,) = named(figure, "count targets")
    assert "<script>" not in "".join(texts(figure))
    assert "%{customdata[0]}" not in target["hovertemplate"]


def test_what_is_not_picked_does_not_turn_pale(full: dict[str, Any]) -> None:
    bars = [t for t in full["data"] if t["type"] == "bar"]
    assert bars and all(t["unselected"]["marker"]["opacity"] == 1 for t in bars)


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
def test_the_pointer_reads_which_bin_and_how_many(unit: str) -> None:
    (target,) = named(draw(table(month("a", 1, 3)), unit=unit), "count targets")
    assert target["hovertemplate"].startswith(f"<b>Side A</b><br>{bin_hover(unit)}<br>")
    assert "%{customdata[3]:,}" in target["hovertemplate"]


def test_colours_are_those_of_no_side(full: dict[str, Any]) -> None:
    drawn = json.dumps([t.get("marker") for t in full["data"] if t["type"] == "bar"])
    assert not [c for c in LIGHT.sides.values() if c != LIGHT.ink and c in drawn]
