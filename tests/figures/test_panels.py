"""The time axis: how it is cut into panels, how wide they are, where a moment lies."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset, View
from dashboard.figures.panels import (
    DAY,
    GAP,
    LEAST,
    Panel,
    make_panels,
    place_on_axis,
    places_on_axis,
)
from tests.figures.helpers import NO_PERIODS, lay, real_panels, table
from tests.figures.random_events import UNHURRIED

WAR = ("war", "1990-01-01", "1991-12-31")
CALM = ("calm", "1992-01-01", "2019-12-31")
AUTUMN = ("autumn", "2020-01-01", "2020-12-31")
A_DAY = ("a day", "2020-11-07", "2020-11-07")
PERIODS = pd.DataFrame([CALM, A_DAY, WAR, AUTUMN], columns=NO_PERIODS.columns)
FEW = [pd.Timestamp("1990-05-01")]
MANY = [pd.Timestamp("2020-11-07")] * 48


def make(first: str, last: str, days: list[pd.Timestamp] | None = None) -> tuple[Panel, ...]:
    return make_panels(pd.Timestamp(first), pd.Timestamp(last), PERIODS, days or [])


def test_a_long_window_is_cut_where_periods_begin_in_order_of_time() -> None:
    found = make("1989-06-01", "2020-12-31")
    assert [p.label for p in found] == ["war", "calm", "autumn"]  # the day inside autumn is no cut
    assert [str(p.first.date()) for p in found] == ["1989-06-01", "1992-01-01", "2020-01-01"]
    assert all(a.end == b.first for a, b in pairwise(found))
    assert found[-1].end == pd.Timestamp("2021-01-01")  # the last day belongs to the window


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2020-02-01", "2020-03-01", "autumn"),
        ("2020-11-07", "2020-11-07", "autumn"),
        ("2020-01-01", "2020-12-31", "autumn"),
        ("1990-01-01", "1991-12-31", "war"),
        ("2030-01-01", "2030-01-01", ""),
        ("1900-01-01", "1989-12-31", ""),
    ],
)
def test_a_window_inside_one_period_is_one_panel(first: str, last: str, label: str) -> None:
    (panel,) = make(first, last)
    assert (panel.label, panel.left, panel.right) == (label, 0, 1)
    assert (panel.first, panel.end) == (pd.Timestamp(first), pd.Timestamp(last) + DAY)


def test_a_window_that_touches_a_period_by_a_day_has_a_panel_for_it() -> None:
    assert [p.label for p in make("1991-12-31", "1992-01-01")] == ["war", "calm"]
    assert [p.label for p in make("1992-01-01", "1992-01-02")] == ["calm"]
    assert [p.days for p in make("1991-12-31", "1992-01-02")] == [1, 2]


def test_without_periods_there_is_one_panel() -> None:
    (panel,) = make_panels(FEW[0], MANY[0], NO_PERIODS, MANY)
    assert (panel.left, panel.right, panel.label) == (0, 1, "")


@pytest.mark.parametrize("days", [[], FEW, MANY, FEW + MANY])
def test_panels_fill_the_axis_but_for_the_gaps(days: list[pd.Timestamp]) -> None:
    found = make("1990-01-01", "2020-12-31", days)
    assert found[0].left == 0
    assert found[-1].right == pytest.approx(1)
    assert [b.left - a.right for a, b in pairwise(found)] == pytest.approx([GAP, GAP])


def test_the_more_records_the_wider_a_panel_but_none_vanishes() -> None:
    war, calm, autumn = make("1990-01-01", "2020-12-31", FEW * 8 + MANY)
    wide = [p.right - p.left for p in (war, calm, autumn)]
    assert wide[2] > wide[0] > wide[1]
    assert wide[1] > LEAST * 0.75
    even = make("1990-01-01", "2020-12-31")
    assert len({round(p.right - p.left, 9) for p in even}) == 1
    assert wide[0] / wide[2] == pytest.approx(3 / 7)  # square roots of 9 and 49


@pytest.mark.parametrize("days", [FEW, MANY])
def test_a_day_at_a_cut_is_counted_in_the_panel_it_begins(days: list[pd.Timestamp]) -> None:
    at_cut = make("1990-01-01", "2020-12-31", [pd.Timestamp("1992-01-01")] * 20)
    before = make("1990-01-01", "2020-12-31", [pd.Timestamp("1991-12-31")] * 20)
    assert at_cut[1].right - at_cut[1].left > at_cut[0].right - at_cut[0].left
    assert before[0].right - before[0].left > before[1].right - before[1].left


moments = st.datetimes(pd.Timestamp("1900-01-01"), pd.Timestamp("2100-01-01"))


@UNHURRIED
@given(st.lists(moments, min_size=2, max_size=6))
def test_places_on_the_axis_follow_time_and_stay_on_it(found: list[pd.Timestamp]) -> None:
    axis = make("1990-01-01", "2020-12-31", FEW + MANY)
    places = [place_on_axis(axis, pd.Timestamp(m)) for m in sorted(found)]
    assert places == sorted(places)
    assert all(0 <= p <= 1 for p in places)
    assert all(any(a.left <= p <= a.right for a in axis) for p in places)  # never in a gap


def test_what_lies_outside_the_window_is_put_at_its_ends() -> None:
    axis = make("1990-01-01", "2020-12-31")
    assert place_on_axis(axis, pd.Timestamp("1800-01-01")) == 0
    assert place_on_axis(axis, pd.Timestamp("2200-01-01")) == pytest.approx(1)


def test_a_panel_is_linear() -> None:
    (panel,) = make("2020-11-07", "2020-11-08")
    assert place_on_axis([panel], pd.Timestamp("2020-11-07 12:00")) == pytest.approx(0.25)
    assert panel.locate(pd.Timestamp("2020-11-10")) == pytest.approx(1.5)  # not clipped


def test_the_first_moment_of_a_panel_lies_in_that_panel() -> None:
    axis = make("1990-01-01", "2020-12-31")
    assert [place_on_axis(axis, p.first) for p in axis] == [p.left for p in axis]


def test_a_day_at_a_cut_is_as_wide_as_the_day_after() -> None:
    events = table({"date": "2020-01-01"}, {"date": "2020-01-02"})
    layout = lay(events, "2019-12-01", "2020-01-20", CALM, AUTUMN)
    assert len(layout.panels) == 2
    first, second = sorted(layout.marks, key=lambda m: m.begins)
    assert first.kind == second.kind
    assert first.right - first.left == pytest.approx(second.right - second.left)
    assert first.left >= layout.panels[1].left * layout.width - 5  # not in the gap before it


def test_the_panels_of_the_records_hold_every_day(dataset: Dataset, everything: View) -> None:
    axis = real_panels(dataset, everything)
    labels = dataset.tables.periods
    assert [p.label for p in axis] == list(labels["label"][labels["period_id"] != "day-2020-11-07"])
    days = everything.events["earliest"].dropna()
    assert all(sum(p.first <= day < p.end for p in axis) == 1 for day in days)


def test_many_moments_are_placed_as_one_by_one() -> None:
    """Also where a panel ends and the next begins, and outside all of them."""
    cuts = pd.DataFrame(
        [("a", "2000-01-01", "2000-12-31"), ("b", "2001-01-01", "2001-03-31")],
        columns=["label", "from", "to"],
    )
    drawn = make_panels(pd.Timestamp("2000-01-01"), pd.Timestamp("2001-03-31"), cuts, [])
    assert len(drawn) == 2
    days = pd.Series(pd.date_range("1999-12-30", "2001-04-03", freq="6h")).astype("datetime64[us]")
    for end in (False, True):
        one_by_one = [place_on_axis(drawn, day, end) for day in days]
        assert list(places_on_axis(drawn, days.to_numpy(), end)) == pytest.approx(one_by_one)
