"""Ticks: on round moments inside their panel, with labels that do not touch; titles of panels."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.axes import axis_name, panel_titles, time_axes
from dashboard.figures.panels import DAY, Panel
from dashboard.figures.theme import LIGHT, TEXT_PX
from tests.figures.random_events import UNHURRIED

# The widest text of each tick format, in px at the size of the ticks.
WIDEST = {"%H:%M<br>%-d %b": "00:00", "%-d %b<br>%Y": "30 Nov", "%b<br>%Y": "2020", "%Y": "2020"}


def panel(first: str, days: float, left: float = 0, right: float = 1, label: str = "") -> Panel:
    start = pd.Timestamp(first)
    return Panel(label, start, start + days * DAY, left, right)


@UNHURRIED
@given(
    st.dates(pd.Timestamp("1900-01-01").date(), pd.Timestamp("2030-01-01").date()),
    st.integers(1, 40_000),
    st.integers(60, 2000),
)
def test_ticks_lie_inside_their_panel_and_their_labels_do_not_touch(
    first: object, days: int, width: int
) -> None:
    found = panel(str(first), days)
    axis = time_axes((found,), LIGHT, width)["xaxis"]
    ticks = [pd.Timestamp(t) for t in axis["tickvals"]]
    assert all(found.first <= t <= found.end for t in ticks)
    room = len(WIDEST[axis["tickformat"]]) * TEXT_PX * 0.58
    px = [found.locate(t) * width for t in ticks]
    assert all(b - a >= room for a, b in pairwise(px))


@pytest.mark.parametrize(
    ("days", "form"), [(1, "%H:%M"), (14, "%-d %b"), (700, "%b"), (12_000, "%Y")]
)
def test_the_shorter_the_panel_the_finer_its_ticks(days: int, form: str) -> None:
    axis = time_axes((panel("2020-01-01", days),), LIGHT, 900)["xaxis"]
    assert axis["tickformat"].split("<br>")[0] == form
    assert len(axis["tickvals"]) >= 4


@pytest.mark.parametrize(("first", "days"), [("1994-05-13", 9632), ("1988-02-20", 2274)])
def test_ticks_of_years_stand_at_their_first_day(first: str, days: int) -> None:
    axis = time_axes((panel(first, days),), LIGHT, 300)["xaxis"]
    assert axis["tickvals"]
    assert {pd.Timestamp(t).strftime("%m-%d") for t in axis["tickvals"]} == {"01-01"}


def test_every_panel_has_an_axis_of_its_own_place() -> None:
    axes = time_axes((panel("2020-01-01", 5, 0, 0.4), panel("2020-01-06", 50, 0.5, 1)), LIGHT, 900)
    assert list(axes) == ["xaxis", "xaxis2"]
    assert [a["domain"] for a in axes.values()] == [[0, 0.4], [0.5, 1]]
    assert [axis_name(i) for i in range(3)] == ["x", "x2", "x3"]


def test_one_panel_needs_no_title() -> None:
    assert panel_titles((panel("2020-01-01", 5, label="war"),), LIGHT, 1, 900) == []


def test_titles_stand_over_their_panels_as_long_as_there_is_room() -> None:
    panels = (panel("2020-01-01", 5, 0, 0.4, "A <b>war"), panel("2020-01-06", 50, 0.5, 1, "After"))

    def said(width: float) -> list[str]:
        return [n["text"] for n in panel_titles(panels, LIGHT, 1, width, [" · per day"] * 2)]

    assert said(900) == ["A &lt;b&gt;war · per day", "After · per day"]
    assert said(120) == ["A &lt;b&gt;war", "After"]
    assert said(30) == ["", ""]
    assert [n["x"] for n in panel_titles(panels, LIGHT, 1, 900)] == [0.2, 0.75]
