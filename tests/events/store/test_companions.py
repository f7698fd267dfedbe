"""Companion tables answer as the table itself does, whatever the dates."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.events.filters import Filter
from dashboard.events.store.companions import (
    BY_ACTOR,
    BY_CELL,
    BY_MONTH,
    COMPANIONS,
    build_companions,
)
from dashboard.events.store.engines import close_engine, duckdb_url, open_engine
from dashboard.events.store.months import answers
from dashboard.events.store.store import Store

from .asked import FILTERS
from .conftest import keep
from .plain import Plain
from .synthetic import ACTORS, TYPES, make_rows
from .test_queries import binned, celled, check_filter, tuples
from .test_records import check_pages

DAYS = st.one_of(
    st.none(),
    st.dates(date(1916, 1, 1), date(2026, 1, 1)),
    st.builds(date, st.integers(1917, 2025), st.integers(1, 12), st.just(1)),
    st.builds(lambda year, month: date(year, month, 1) - timedelta(1),
              st.integers(1918, 2025), st.integers(1, 12)),
    st.sampled_from([date(1918, 3, 30), date(1970, 1, 1), date(2020, 9, 27), date(2020, 2, 29)]),
)  # fmt: skip
ACTOR = st.lists(st.sampled_from(ACTORS), max_size=3, unique=True).map(tuple)


@st.composite
def filters(draw: st.DrawFn, actor: bool) -> Filter:
    since, until = draw(DAYS), draw(DAYS)
    if since and until and since > until:
        since, until = until, since
    kinds = draw(st.sampled_from([(), (), TYPES[:1], TYPES[1:3]]))
    return Filter(since=since, until=until, type=kinds, actor=draw(ACTOR) if actor else ())


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Plain]:
    """A store with companions, none of whose records lacks a day."""
    rows = make_rows(400, seed=9)
    rows = rows[rows["earliest"].notna() & rows["latest"].notna()]
    path = keep(tmp_path_factory.mktemp("closed") / "events.duckdb", rows, build_companions)
    return Store(open_engine(duckdb_url(path))), Plain(rows)


ANSWERED = [n for n, value in enumerate(FILTERS) if value.actor or answers(value, "type")]


@pytest.mark.parametrize("number", ANSWERED)
def test_filters_that_they_answer(companions_store: Store, plain: Plain, number: int) -> None:
    check_filter(companions_store, plain, FILTERS[number], number)


def test_all_pages_of_some_actors(companions_store: Store, plain: Plain) -> None:
    check_pages(companions_store, plain, Filter(actor=ACTORS[2:6]), 150)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(value=filters(actor=False), unit=st.sampled_from(["month", "quarter", "year"]),
       by=st.sampled_from(["actor", "type"]), whole=st.booleans())  # fmt: skip
def test_months_and_the_days_at_both_ends_are_the_period(
    companions_store: Store, plain: Plain, pair: tuple[Store, Plain],
    value: Filter, unit: str, by: str, whole: bool,
) -> None:  # fmt: skip
    store, plain = pair if whole else (companions_store, plain)
    assert store.totals(value) == plain.totals(value)
    own = [lane for lane, _ in plain.lane_counts(value, by, 3) if lane]
    assert binned(store, value, by, unit, own) == plain.bins(value, by, unit, own)
    assert celled(store, value, (0.5, 2.0)) == plain.cells(value, 0.5, 2.0)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(value=filters(actor=True))
def test_a_record_of_several_actors_counts_once(
    companions_store: Store, plain: Plain, value: Filter
) -> None:
    store = companions_store
    assert store.totals(value) == plain.totals(value)
    assert tuples(store.lane_counts(value, "actor", 4)) == plain.lane_counts(value, "actor", 4)
    assert list(store.page(value, 20)["event_id"]) == plain.order(value)[:20]


def test_companions_are_asked_where_they_have_the_answer(tmp_path: Path) -> None:
    """With other numbers in the companions than in the table, one sees which was read."""
    path = keep(tmp_path / "events.duckdb", make_rows(50), build_companions)
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"UPDATE {BY_MONTH} SET n = 1000").fetchall()
        connection.execute(f"UPDATE {BY_CELL} SET n = 1000").fetchall()
        connection.execute(f"DELETE FROM {BY_ACTOR}").fetchall()
    store = Store(open_engine(duckdb_url(path)))
    one = Filter(since=date(2000, 1, 5), until=date(2000, 1, 9))
    assert store.companions == frozenset(COMPANIONS)
    assert store.totals(Filter()).count > 1000
    assert store.bins(Filter(), "type", "month", [])["count"].max() >= 1000
    assert store.bins(Filter(), "type", "week", [])["count"].max() < 1000  # not whole months
    assert store.cells(Filter(), 0.5, 2.0)["count"].max() >= 1000
    assert store.cells(Filter(), 0.2, 0.8)["count"].max() < 1000
    assert store.totals(one).count < 50  # no whole month
    assert store.totals(Filter(actor=("Armenia",))).count == 0
    assert store.totals(Filter(actor=("Armenia",), q="bridge")).count > 0  # has no text
    close_engine(duckdb_url(path))


def test_companions_belong_to_the_table_of_the_usual_name(tmp_path: Path) -> None:
    path = keep(tmp_path / "events.duckdb", make_rows(60), build_companions)
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE others AS FROM events LIMIT 7").fetchall()
    store = Store(open_engine(duckdb_url(path)), "others")
    assert store.companions == frozenset()
    assert store.total == 7
    close_engine(duckdb_url(path))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Filter(), True),
        (Filter(since=date(2020, 1, 1), event="E-1"), True),
        (Filter(type=("Raid",)), False),
        (Filter(q="x"), False),
        (Filter(box=(1, 1, 2, 2)), False),
        (Filter(contested="no"), False),
    ],
)
def test_what_counts_by_month_can_answer(value: Filter, expected: bool) -> None:
    assert answers(value) == expected
    assert answers(value, "type") == (expected or bool(value.type))


def test_building_them_again_replaces_them(tmp_path: Path) -> None:
    path = keep(tmp_path / "events.duckdb", make_rows(40), build_companions)
    with duckdb.connect(str(path)) as connection:
        connection.execute("DELETE FROM events WHERE event_type IS NOT NULL").fetchall()
        build_companions(connection)
        left = connection.execute(f"SELECT sum(n) FROM {BY_MONTH}").fetchall()
    assert pd.isna(left[0][0]) or left[0][0] < 10
