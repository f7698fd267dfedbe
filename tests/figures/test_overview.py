"""The overview strip: counts of all records over the whole span, by day, month or year."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.overview import MARGIN, count_bars, overview
from dashboard.figures.panels import DAY, Panel
from dashboard.figures.theme import LIGHT, THEMES
from tests.figures.helpers import panels, real_panels, table


def panel(first: str, last: str) -> Panel:
    return Panel("", pd.Timestamp(first), pd.Timestamp(last) + DAY, 0, 1)


SHORT = panel("2020-09-27", "2020-11-10")
MIDDLE = panel("1988-02-20", "1994-05-12")
LONG = panel("1994-05-13", "2020-09-26")


def counted(events: pd.DataFrame, where: Panel) -> dict[str, int]:
    _, bars = count_bars(events, where)
    return {str(s.date()): int(c) for s, c in zip(bars["start"], bars["count"], strict=True) if c}


@pytest.mark.parametrize(("where", "unit"), [(SHORT, "day"), (MIDDLE, "month"), (LONG, "year")])
def test_the_longer_the_panel_the_coarser_its_bars(where: Panel, unit: str) -> None:
    found, bars = count_bars(table(), where)
    assert found == unit
    assert bars["start"].iloc[0] <= where.first
    assert bars["end"].iloc[-1] >= where.end
    assert (bars["end"].iloc[:-1].to_numpy() == bars["start"].iloc[1:].to_numpy()).all()
    longest = {"day": 1, "month": 31, "year": 366}[unit]
    lengths = (bars["end"] - bars["start"]).dt.days
    assert lengths.max() == longest
    assert bars["count"].sum() == 0


def test_both_ends_of_a_panel_are_counted_and_no_neighbour() -> None:
    days = ["2020-09-26", "2020-09-27", "2020-11-10", "2020-11-11"]
    events = table(*({"date": d} for d in days))
    assert counted(events, SHORT) == {"2020-09-27": 1, "2020-11-10": 1}
    assert counted(events, LONG) == {"2020-01-01": 1}


def test_records_are_counted_in_the_bar_of_their_first_day() -> None:
    events = table({"date": "1991-12-31"}, {"date": "1992-01-01"}, {"date": "1992-01-31T10:00:00"},
                   {"date": "1992-01-05/1993-01-01"})  # fmt: skip
    assert counted(events, MIDDLE) == {"1991-12-01": 1, "1992-01-01": 3}
    assert counted(events, LONG) == {}


def test_a_doubt_wider_than_a_bar_is_left_out() -> None:
    events = table({"date": "1991"}, {"date": "1991-06"}, {"date": "1991-06-04"})
    assert counted(events, MIDDLE) == {"1991-06-01": 2}
    assert sum(counted(events, panel("1991-06-01", "1991-06-30")).values()) == 1
    assert counted(events, panel("1950-01-01", "2020-01-01")) == {"1991-01-01": 3}


@pytest.mark.parametrize("date", ["", "../1991-06-04"])
def test_a_record_whose_start_is_not_known_is_left_out(date: str) -> None:
    assert counted(table({"date": date}), MIDDLE) == {}


def test_a_period_with_an_open_end_is_counted_where_it_begins() -> None:
    assert counted(table({"date": "1991-06-04/.."}), MIDDLE) == {"1991-06-01": 1}


def test_the_bars_of_the_records_add_up(dataset: Dataset, everything: View) -> None:
    axis = real_panels(dataset, everything)
    units = [count_bars(everything.events, p) for p in axis]
    assert [unit for unit, _ in units] == ["month", "year", "day"]
    longest = {"day": 1, "month": 31, "year": 366}
    expected = 0
    for row in everything.events.dropna(subset=["earliest"]).to_dict("records"):
        (unit,) = (u for (u, _), p in zip(units, axis, strict=True)
                   if p.first <= row["earliest"] < p.end)  # fmt: skip
        doubt = 1 if row["extent"] == "period" else (row["latest"] - row["earliest"]).days + 1
        expected += doubt <= longest[unit]
    assert 50 < expected < len(everything.events)
    assert sum(int(bars["count"].sum()) for _, bars in units) == expected


def figure(events: pd.DataFrame, theme: str = "light") -> dict[str, Any]:
    periods = [("war", "1990-01-01", "1991-12-31"), ("after", "1992-01-01", "2020-12-31")]
    axis = panels("1990-01-01", "2020-12-31", table(), *periods)
    return overview(events, axis, THEMES[theme], 900, 70)


@pytest.mark.parametrize("theme", THEMES)
def test_plotly_takes_it(dataset: Dataset, everything: View, theme: str) -> None:
    axis = real_panels(dataset, everything)
    made = go.Figure(overview(everything.events, axis, THEMES[theme], 900, 70))
    assert [t.xaxis for t in made.data] == ["x", "x2", "x3"]


def test_the_numbers_stand_with_the_bars() -> None:
    events = table(*[{"date": "1991-06-04"}] * 9, {"date": "1990-01-01"}, {"date": "2000"})
    war, after = figure(events)["data"]
    assert war["customdata"] == [1, 9]
    assert np.square(war["y"]) == pytest.approx([1, 9])
    assert after["customdata"] == [1]
    for hover, words in zip((*war["hovertemplate"], *after["hovertemplate"]),
                            ("Jan 1990: 1", "Jun 1991: 9", "2000: 1"), strict=True):  # fmt: skip
        assert hover.startswith(words)


def test_a_box_can_be_dragged_and_the_axes_do_not_follow_the_records() -> None:
    full, empty = figure(table({"date": "1991-06-04"}))["layout"], figure(table())["layout"]
    assert (full["dragmode"], full["selectdirection"]) == ("select", "h")
    for axis in ("xaxis", "xaxis2"):
        assert full[axis] == empty[axis]
        assert full[axis]["fixedrange"]


def test_an_empty_table_keeps_its_axes() -> None:
    made = figure(table())
    assert [t["x"] for t in made["data"]] == [[], []]
    assert made["layout"]["yaxis"]["range"][1] > 1
    assert LIGHT.paper == made["layout"]["paper_bgcolor"]


@pytest.mark.parametrize("count", [1, 3, 5, 14, 60, 700])
@pytest.mark.parametrize("height", [60, 84, 120])
def test_the_labels_of_the_axis_do_not_touch(count: int, height: int) -> None:
    events = table(*({"date": "2020-10-01"} for _ in range(count)))
    axis = overview(events, (SHORT,), LIGHT, 500, height)["layout"]["yaxis"]
    room = (height - MARGIN["t"] - MARGIN["b"]) / axis["range"][1]
    at = np.array(axis["tickvals"]) * room
    assert (np.diff(at) >= axis["tickfont"]["size"]).all()
    counts = [int(text.replace(",", "")) for text in axis["ticktext"]]
    assert counts == [round(value**2) for value in axis["tickvals"]]
    assert counts and max(counts) <= count
