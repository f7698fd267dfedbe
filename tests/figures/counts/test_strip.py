"""The strip of a second data set: all its lanes as one, on the axes of the first."""

import plotly.graph_objects as go
import pytest

from dashboard.figures.counts import count_strip
from dashboard.figures.theme import LIGHT, THEMES
from dashboard.figures.timeline import MARGIN
from tests.figures.counts.helpers import bars_of, draw, month, named, table, wide, year

BINS = table(month("a", 1, 4), month("b", 1, 6), month("b", 3, 1), wide("c", 2, 5, 3))


@pytest.mark.parametrize("theme", THEMES)
def test_plotly_takes_it(theme: str) -> None:
    figure = count_strip(BINS, "month", year(), THEMES[theme], "Other set", 900, 84)
    assert len(go.Figure(figure).data) == len(figure["data"])
    assert figure["layout"]["height"] == 84


def test_all_lanes_are_counted_together() -> None:
    figure = count_strip(BINS, "month", year(), LIGHT, "Other set", 900, 84)
    assert list(bars_of(named(figure, "count targets"))) == [
        ("2020-01-01", "2020-01-31", 10), ("2020-03-01", "2020-03-31", 1)]  # fmt: skip
    assert list(bars_of(named(figure, "count spans"))) == [("2020-02-01", "2020-05-31", 3)]
    (label,) = figure["layout"]["yaxis"]["ticktext"]
    assert "Other set" in label and "max 10 a month" in label


def test_its_axes_are_those_of_the_timeline() -> None:
    figure = count_strip(BINS, "month", year(), LIGHT, "Other set", 900, 84)
    timeline = draw(table(month("a", 1, 1)))
    assert figure["layout"]["xaxis"] == timeline["layout"]["xaxis"]
    assert (figure["layout"]["margin"]["l"], figure["layout"]["margin"]["r"]) == (
        MARGIN["l"], MARGIN["r"])  # fmt: skip


def test_the_table_given_is_not_changed_and_may_be_empty() -> None:
    before = BINS.copy()
    count_strip(BINS, "month", year(), LIGHT, "Other set", 900, 84)
    assert BINS.equals(before)
    empty = count_strip(table(), "month", year(), LIGHT, "Other set", 900, 84)
    assert [a["text"] for a in empty["layout"]["annotations"]] == ["No records"]
