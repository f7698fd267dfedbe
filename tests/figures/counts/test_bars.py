"""Bars of lanes: no record is lost, none is counted twice where it is certain."""

from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.counts.bars import Bars, lane_bars
from dashboard.figures.panels import DAY, Panel
from tests.figures.counts.helpers import LANES, month, table, wide, year

ROWS = st.lists(
    st.tuples(st.sampled_from(list(LANES)), st.integers(1, 12), st.integers(0, 6),
              st.integers(1, 99), st.sampled_from(["moment", "period"])),
    max_size=30,
)  # fmt: skip


def rows_of(bars: Bars) -> list[tuple[Any, ...]]:
    return [
        (int(lane), str(start), str(end), int(count))
        for lane, start, end, count in zip(bars.lane, bars.start, bars.end, bars.count, strict=True)
    ]


def test_certain_records_of_one_bin_are_one_bar() -> None:
    bins = table(month("b", 3, 5), month("a", 3, 2), wide("b", 3, 3, 4, False, "period"))
    bars = lane_bars(bins, LANES, year())
    assert rows_of(bars.sure) == [(0, "2020-03-01", "2020-04-01", 2),
                                  (1, "2020-03-01", "2020-04-01", 9)]  # fmt: skip
    assert (bars.sure.records, bars.sure.most) == (11, 9)
    assert not len(bars.spans) and not len(bars.periods)


def test_overlapping_doubts_are_counted_in_each_bin_that_they_reach() -> None:
    bins = table(wide("a", 1, 4, 3), wide("a", 3, 5, 2), wide("b", 1, 2, 1))
    spans = lane_bars(bins, LANES, year()).spans
    assert rows_of(spans) == [
        (0, "2020-01-01", "2020-03-01", 3),
        (0, "2020-03-01", "2020-05-01", 5),
        (0, "2020-05-01", "2020-06-01", 2),
        (1, "2020-01-01", "2020-03-01", 1),
    ]
    assert spans.records == 6


def test_neighbouring_doubts_with_equal_counts_are_one_stretch() -> None:
    spans = lane_bars(table(wide("a", 1, 2, 4), wide("a", 3, 4, 4)), LANES, year()).spans
    assert rows_of(spans) == [(0, "2020-01-01", "2020-05-01", 4)]


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_every_day_has_the_records_that_reach_it(rows: list[tuple[Any, ...]]) -> None:
    bins = table(*(wide(lane, first, min(first + more, 12), count, more > 0, extent)
                   for lane, first, more, count, extent in rows))  # fmt: skip
    bars = lane_bars(bins, LANES, year())
    wanted = {"sure": ~bins["wide"], "spans": bins["wide"] & (bins["extent"] == "moment"),
              "periods": bins["wide"] & (bins["extent"] == "period")}  # fmt: skip
    for name, mask in wanted.items():
        found, given_rows = getattr(bars, name), bins[mask]
        assert found.records == given_rows["count"].sum()
        assert (found.count > 0).all() and (found.start < found.end).all()
        rows_in = [r for r, kept in zip(bins.itertuples(index=False, name=None), mask, strict=True)
                   if kept]  # fmt: skip
        for (place, lane), number in product(enumerate(LANES), range(1, 13)):
            day = pd.Timestamp(2020, number, 15)
            expected = sum(r[5] for r in rows_in if r[0] == lane and r[1] <= day < r[2])
            at = np.datetime64(day, "D")
            here = (found.lane == place) & (found.start <= at) & (found.end > at)
            assert (found.count[here].sum(), here.sum()) == (expected, expected > 0)


def test_what_lies_outside_the_window_is_not_there() -> None:
    bins = table(month("a", 1, 1), month("a", 2, 2), month("a", 3, 4))
    bars = lane_bars(bins, LANES, year("2020-02-01", "2020-02-29"))
    assert rows_of(bars.sure) == [(0, "2020-02-01", "2020-03-01", 2)]
    assert bars.sure.records == 2


def test_an_open_end_reaches_to_the_windows_and_no_date_is_not_drawn() -> None:
    bins = table(wide("a", 3, 4, 1), wide("b", 3, 4, 2), wide("", 3, 4, 4))
    bins.loc[0, "start"] = bins.loc[1, "end"] = pd.NaT
    bins.loc[2, ["start", "end"]] = pd.NaT
    assert rows_of(lane_bars(bins, LANES, year()).spans) == [
        (0, "2020-01-01", "2020-05-01", 1), (1, "2020-03-01", "2021-01-01", 2)]  # fmt: skip


def test_a_lane_that_is_not_drawn_is_a_fault() -> None:
    with pytest.raises(ValueError, match="gone"):
        lane_bars(table(month("gone", 1, 1)), LANES, year())


def test_no_rows_are_no_bars() -> None:
    bars = lane_bars(pd.DataFrame(columns=list(table().columns)), {}, year())
    assert bars.empty
    assert (bars.sure.most, list(bars.sure.by_lane())) == (0, [])


def test_a_bin_across_the_border_of_two_panels_is_in_both() -> None:
    bars = lane_bars(table(month("a", 9, 5)), LANES, year()).sure
    border = pd.Timestamp("2020-09-27")
    early = Panel("", pd.Timestamp("2020-01-01"), border, 0, 0.5)
    late = Panel("", border, pd.Timestamp("2020-12-31") + DAY, 0.5, 1)
    later = Panel("", border + 4 * DAY, border + 40 * DAY, 0.5, 1)
    assert [len(bars.within(p)) for p in (early, late, later)] == [1, 1, 0]
