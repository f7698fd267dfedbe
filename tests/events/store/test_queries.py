"""Every question, asked of every engine with every filter, against a plain computation."""

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.events.filters import Filter
from dashboard.events.store.queries import UNITS
from dashboard.events.store.store import Store

from .asked import ALL, FILTERS
from .conftest import Held
from .plain import Plain

BY = ("actor", "type", "speaker")
SIZES = ((0.01, 0.04), (0.1, 0.4), (0.2, 0.8), (0.5, 2.0), (1.0, 4.0), (5.0, 20.0))
LISTED = ("actors", "sources", "event_type", "country", "place_label", "event_id")
KINDS = [(by, unit) for unit in UNITS for by in BY]


def tuples(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in frame.itertuples(index=False)]


def binned(store: Store, value: Filter, by: str, unit: str, own: list[str]) -> Counter[tuple]:
    found = store.bins(value, by, unit, own)
    assert list(found.columns) == ["lane", "first", "last", "extent", "count"]
    assert found["first"].dtype == found["last"].dtype == "datetime64[us]"
    days = ([None if pd.isna(d) else d.date() for d in found[end]] for end in ("first", "last"))
    keys = list(zip(found["lane"], *days, found["extent"], strict=True))
    assert len(set(keys)) == len(keys)  # one row for each
    return Counter(dict(zip(keys, found["count"].tolist(), strict=True)))


def celled(store: Store, value: Filter, sizes: tuple[float, float]) -> Counter[tuple]:
    found = store.cells(value, *sizes)
    assert list(found.columns) == ["rough", "x", "y", "count"]
    keys = [(bool(rough), int(x), int(y)) for rough, x, y, _ in tuples(found)]
    assert len(set(keys)) == len(keys)
    return Counter(dict(zip(keys, found["count"].tolist(), strict=True)))


@pytest.mark.parametrize("number", range(len(FILTERS)))
def test_every_filter(held: Held, number: int) -> None:
    check_filter(*held, FILTERS[number], number)


def check_filter(store: Store, plain: Plain, value: Filter, number: int) -> None:
    """All numbers of a filter; lanes, units, sizes and lists take turns by `number`."""
    totals = store.totals(value)
    assert totals == plain.totals(value)
    by, unit = KINDS[number % len(KINDS)]
    lanes = tuples(store.lane_counts(value, by, 5))
    assert lanes == plain.lane_counts(value, by, 5)
    own = [lane for lane, _ in lanes if lane]
    bins = binned(store, value, by, unit, own)
    assert bins == plain.bins(value, by, unit, own)
    assert bins.total() + totals.undated == totals.count
    cells = celled(store, value, SIZES[number % len(SIZES)])
    assert cells == plain.cells(value, *SIZES[number % len(SIZES)])
    assert cells.total() + totals.nowhere == totals.count
    assert sum(n for (rough, _, _), n in cells.items() if rough) == totals.rough
    if number % 2:
        column = LISTED[number // 2 % len(LISTED)]
        assert tuples(store.top(value, column, 7)) == plain.top(value, column, 7)
    else:
        assert list(store.page(value, 50)["event_id"]) == plain.order(value)[:50]


@pytest.mark.parametrize(("by", "unit"), KINDS)
def test_every_lane_and_unit(held: Held, by: str, unit: str) -> None:
    store, plain = held
    own = [lane for lane, _ in plain.lane_counts(ALL, by, 3) if lane]
    assert binned(store, ALL, by, unit, own) == plain.bins(ALL, by, unit, own)


def test_all_lanes_together(held: Held) -> None:
    store, plain = held
    assert binned(store, ALL, "actor", "year", []) == plain.bins(ALL, "actor", "year", [])


@pytest.mark.parametrize("sizes", SIZES)
def test_every_size_of_cell(held: Held, sizes: tuple[float, float]) -> None:
    store, plain = held
    assert celled(store, ALL, sizes) == plain.cells(ALL, *sizes)


@pytest.mark.parametrize("column", LISTED)
def test_every_list(held: Held, column: str) -> None:
    store, plain = held
    found = store.top(ALL, column, 30)
    assert list(found.columns) == ["value", "count"]
    assert tuples(found) == plain.top(ALL, column, 30)


def test_extent(held: Held) -> None:
    store, plain = held
    rows = plain.rows
    found = store.extent
    assert (found.first, found.last) == (date(1918, 1, 1), rows["latest"].max().date())
    edges = (f(rows[c]) for f in (min, max) for c in ("longitude", "latitude"))
    assert found.bounds is not None
    west, south, east, north = edges
    assert found.bounds == (west, south, east, north)
    assert found.closed == bool(rows["earliest"].notna().all() and rows["latest"].notna().all())
    assert store.total == len(rows)
