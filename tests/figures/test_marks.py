"""What a record is drawn as: point, span or period, as precisely as it is dated and no more."""

import pandas as pd
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.events.table import event_table
from dashboard.figures.marks import LANES_BY, WIDE_PX
from dashboard.figures.theme import MARK_PX, SEVERAL, THIRD
from tests.figures.helpers import lay, real_layout, table

YEAR = ("1991-01-01", "1991-12-31")
DECADES = ("1900-01-01", "2020-12-31")


def test_a_year_is_a_span_exactly_as_wide_as_the_year() -> None:
    (mark,) = lay(table({"date": "1991"}), "1991-01-01", "1992-12-31", width=731).marks
    assert mark.kind == "span"
    assert (mark.begins, mark.ends) == (pd.Timestamp("1991-01-01"), pd.Timestamp("1992-01-01"))
    assert (mark.left, mark.right) == pytest.approx((0, 365))


def test_the_same_year_is_a_point_where_its_doubt_is_smaller_than_a_mark() -> None:
    (mark,) = lay(table({"date": "1991"}), *DECADES, width=1000).marks
    assert mark.kind == "point"
    assert mark.begins == mark.ends == pd.Timestamp("1991-07-02 12:00")
    assert mark.right - mark.left == MARK_PX


@pytest.mark.parametrize("date", ["1991", "1991-06", "1991-06-05/1991-06-06", "1991-06-05"])
def test_px_alone_decide_between_a_doubt_and_a_point(date: str) -> None:
    events = table({"date": date}).assign(extent="moment")
    days = (events["latest"] - events["earliest"]).dt.days.iloc[0] + 1
    narrow, wide = (365 / days * px for px in (WIDE_PX - 0.1, WIDE_PX + 0.1))
    assert lay(events, *YEAR, width=narrow).marks[0].kind == "point"
    assert lay(events, *YEAR, width=wide).marks[0].kind == "span"


def test_a_period_is_a_bar_down_to_the_size_of_a_mark() -> None:
    events = table({"date": "1991-06-01/1991-06-10"})
    assert lay(events, *YEAR, width=36.5 * (MARK_PX + 0.1)).marks[0].kind == "period"
    assert lay(events, *YEAR, width=36.5 * (MARK_PX - 0.1)).marks[0].kind == "point"


def test_a_record_with_a_minute_is_a_point_at_that_minute_however_wide_the_day() -> None:
    events = table({"date": "2020-11-07T18:30:00+04:00"})
    (mark,) = lay(events, "2020-11-07", "2020-11-07", width=2400).marks
    assert mark.kind == "point"
    assert mark.begins == mark.ends == pd.Timestamp("2020-11-07 18:30")
    assert (mark.left + mark.right) / 2 == pytest.approx(18.5 * 100)


def test_a_day_in_a_wide_window_has_no_false_hour() -> None:
    (mark,) = lay(table({"date": "2020-11-07"}), "2020-11-07", "2020-11-07").marks
    assert (mark.kind, mark.left, mark.right) == ("span", 0, 1000)


def test_open_ends_reach_the_border_of_the_window_and_are_flagged() -> None:
    events = table(
        {"date": "../2020-11-07"}, {"date": "2020-11-07/.."}, {"date": "2020-11-02/2020-11-03"}
    )
    until, since, closed = sorted(lay(events).marks, key=lambda m: m.event_ids[0])
    assert (until.opens, until.closes, until.left) == (True, False, 0)
    assert until.ends == pd.Timestamp("2020-11-08")
    assert (since.opens, since.closes, since.right) == (False, True, 1000)
    assert since.begins == pd.Timestamp("2020-11-07")
    assert (closed.opens, closed.closes) == (False, False)


def test_a_record_that_goes_on_beyond_the_window_is_clipped_and_not_open() -> None:
    (mark,) = lay(table({"date": "2020-10-01/2020-12-31"})).marks
    assert (mark.left, mark.right) == (0, 1000)
    assert (mark.begins, mark.ends) == (pd.Timestamp("2020-11-01"), pd.Timestamp("2020-12-01"))
    assert not mark.opens
    assert not mark.closes


def test_a_record_without_a_date_is_not_drawn() -> None:
    layout = lay(table({"date": ""}, {"date": "2020-11-07"}))
    assert [m.event_ids for m in layout.marks] == [("r1",)]
    assert lay(table({"date": ""})).lanes == []


@pytest.mark.parametrize("by", LANES_BY)
def test_no_records_make_no_lanes(by: str) -> None:
    layout = lay(table(), by=by)
    assert (layout.lanes, layout.marks, layout.once) == ([], [], False)
    assert len(layout.panels) == 1


def test_hollow_is_contested_and_nothing_else() -> None:
    events = table({"contested": True}, {"date": "2020-11-20"}, {"date": "2020", "contested": True})
    assert {m.event_ids[0]: m.hollow for m in lay(events).marks} == {
        "r0": True,
        "r1": False,
        "r2": True,
    }


def test_shape_is_type_and_colour_is_whose_account() -> None:
    rows = [
        {"event_type": "strike", "sides": ("armenia",)},
        {"date": "2020-11-12", "event_type": "act", "sides": ("un",)},
        {"date": "2020-11-17", "event_type": "call", "sides": ("armenia", "un")},
        {"date": "2020-11-22", "event_type": "call", "sides": ()},
    ]
    marks = sorted(lay(table(*rows)).marks, key=lambda m: m.event_ids[0])
    assert [m.symbol for m in marks] == ["star", "pentagon", "diamond", "diamond"]
    assert [m.colour for m in marks] == ["armenia", THIRD, SEVERAL, THIRD]


def test_lanes_keep_the_given_order_and_a_record_stands_in_each_of_its_lanes() -> None:
    events = table({"sides": ("un", "armenia")}, {"sides": ("azerbaijan",), "date": "2020-11-20"})
    lanes = {
        x.key: [i for m in x.marks for i in m.event_ids] for x in lay(events, by="speaker").lanes
    }
    assert lanes == {"azerbaijan": ["r1"], "armenia": ["r0"], "un": ["r0"]}
    assert list(lanes) == ["azerbaijan", "armenia", "un"]


@pytest.mark.parametrize("by", LANES_BY)
@pytest.mark.parametrize("width", [320, 900, 2400])
def test_every_dated_record_of_a_view_is_drawn(
    dataset: Dataset, view: View, by: str, width: float
) -> None:
    layout = real_layout(dataset, view, by, width)
    dated = view.events[view.events["earliest"].notna() | view.events["latest"].notna()]
    assert {i for m in layout.marks for i in m.event_ids} == set(dated["event_id"])
    for mark in layout.marks:
        assert 0 - MARK_PX <= mark.left < mark.right <= width + MARK_PX


def test_every_record_has_a_lane_of_each_kind(dataset: Dataset) -> None:
    table = event_table(dataset.tables)
    assert table["sides"].map(len).all()
    assert table["actor_sides"].map(len).all()
