"""Counts that stand for records: none is left out, none is made more certain than it is."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.events.filters import Filter
from dashboard.events.sets.crowd import (
    MOST_BINS,
    bin_of,
    count_in_time,
    count_on_map,
    size_for,
    split_cells,
    time_bins,
    unit_for,
)
from dashboard.events.sets.source import Stored

FILTERS = [
    Filter(),
    Filter(since=date(1994, 5, 13), until=date(2020, 9, 26)),
    Filter(since=date(2020, 9, 27), until=date(2020, 11, 10)),
    Filter(actor=("Armenia", "Front d'Égalité")),
    Filter(type=("One-sided violence",), contested="yes"),
    Filter(box=(44.0, 38.0, 48.0, 41.0)),
    Filter(q="bridge"),
    Filter(q="no such word"),
]


@pytest.mark.parametrize("value", FILTERS, ids=str)
@pytest.mark.parametrize("by", ["actor", "type", "speaker"])
def test_bins_and_cells_add_up_to_the_records_of_the_filter(
    stored: Stored, value: Filter, by: str
) -> None:
    first, last = stored.span
    assert first and last
    window = value.since or first, value.until or last
    crowd, totals = count_in_time(stored.store, value, by, window), stored.totals(value)
    squares = count_on_map(stored.store, value, value.box or stored.bounds)
    assert totals.count == len(stored.store.page(value, 5000))
    assert crowd.bins["count"].sum() + totals.undated == totals.count
    exact, rough = squares.cells["count"].sum(), squares.rough["count"].sum()
    assert exact + rough + totals.nowhere == totals.count
    assert rough == totals.rough
    assert set(crowd.bins["lane"]) <= set(crowd.lanes)


def test_the_others_share_one_lane_that_says_how_many(stored: Stored) -> None:
    crowd = count_in_time(stored.store, Filter(), "actor", (date(1918, 1, 1), date(2024, 12, 31)))
    assert len(crowd.lanes) == 12 and list(crowd.lanes)[-1] == ""
    rest = crowd.bins.loc[crowd.bins["lane"] == "", "count"].sum()
    assert crowd.lanes[""] == f"All others ({rest:,})"
    largest = crowd.bins[crowd.bins["lane"] != ""].groupby("lane")["count"].sum()
    assert largest.index[largest.argmax()] == next(iter(crowd.lanes))


@pytest.mark.parametrize(
    ("days", "unit"),
    [(1, "day"), (150, "day"), (151, "week"), (1050, "week"), (1100, "month"), (5000, "quarter"),
     (20_000, "year"), (400_000, "year")],
)  # fmt: skip
def test_the_finest_unit_that_needs_few_bins(days: int, unit: str) -> None:
    assert unit_for(days) == unit
    assert days > 60_000 or days / {"day": 1, "week": 7}.get(unit, 30) <= MOST_BINS * 13


def test_bins_are_whole_and_only_a_record_of_one_bin_is_certain() -> None:
    found = pd.DataFrame(
        [
            ("a", "2020-09-01", "2020-09-01", 5),
            ("a", "2020-09-01", "2020-11-01", 2),
            ("a", None, "2020-10-01", 1),  # begins nobody knows when
            ("a", "2019-01-01", "2030-01-01", 1),  # goes on beyond both ends
        ],
        columns=["lane", "first", "last", "count"],
    ).assign(extent="moment")
    for column in ("first", "last"):
        found[column] = pd.to_datetime(found[column]).astype("datetime64[us]")
    bins = time_bins(found, "month", (date(2020, 9, 27), date(2020, 12, 3)))
    told = {
        (f"{row['start']:%Y-%m-%d}", f"{row['end']:%Y-%m-%d}"): (row["wide"], row["count"])
        for row in bins.to_dict("records")
    }
    assert told == {
        ("2020-09-01", "2020-10-01"): (False, 5),
        ("2020-09-01", "2020-11-01"): (True, 1),
        ("2020-09-01", "2020-12-01"): (True, 2),
        ("2020-09-01", "2021-01-01"): (True, 1),
    }


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
def test_bins_begin_where_the_engine_has_them_begin(stored: Stored, unit: str) -> None:
    days = stored.store.bins(Filter(), "type", "day", ())["first"].dropna().unique()
    bins = stored.store.bins(Filter(), "type", unit, ())["first"].dropna().unique()
    assert {bin_of(pd.Timestamp(day), unit) for day in days} == {pd.Timestamp(b) for b in bins}


def test_cells_are_round_and_fit_the_view(stored: Stored) -> None:
    assert size_for((-180, -60, 180, 75)) == 5.0
    assert size_for((44.0, 38.5, 47.0, 41.0)) == 0.05
    assert size_for((46.70, 39.70, 46.71, 39.71)) == 0.01
    crowd = count_on_map(stored.store, Filter(), stored.bounds)
    edges = crowd.cells
    assert (edges["east"] - edges["west"]).round(6).eq(crowd.size).all()
    assert ((edges["west"] / crowd.size).round(6) % 1 == 0).all()


def test_a_cell_clicked_lets_through_the_records_that_it_counts(stored: Stored) -> None:
    crowd = count_on_map(stored.store, Filter(), stored.bounds)
    for cell in crowd.cells.sort_values("count").tail(3).itertuples():
        box = float(cell.west), float(cell.south), float(cell.east), float(cell.north)
        totals = stored.store.totals(replace(Filter(), box=box))
        assert totals.count - totals.rough == cell.count


def test_no_records_are_empty_tables() -> None:
    found = pd.DataFrame({"rough": [], "x": [], "y": [], "count": []})
    cells, rough = split_cells(found, 1.0)
    assert list(cells.columns) == ["west", "south", "east", "north", "count"] and cells.empty
    assert list(rough.columns) == ["longitude", "latitude", "count"] and rough.empty
