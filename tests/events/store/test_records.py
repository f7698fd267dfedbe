"""Records themselves: pages by key, single ones, whether a value occurs."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pandas as pd
import pytest

from dashboard.events.filters import Filter
from dashboard.events.store.schema import COLUMNS
from dashboard.events.store.store import Store

from .asked import ALL, AUTUMN
from .conftest import Held
from .plain import Plain
from .synthetic import ACTORS, SOURCES

ONE_DAY = Filter(since=date(1918, 4, 1), until=date(1918, 4, 1), type=("One-sided violence", ""))


@pytest.mark.parametrize(
    ("value", "size"),
    [(ALL, 390), (ONE_DAY, 1), (AUTUMN, 37), (Filter(actor=ACTORS[:3]), 200)],
    ids=["all", "one by one", "just full", "actors"],
)  # fmt: skip
def test_all_pages_are_all_records_once(held: Held, value: Filter, size: int) -> None:
    check_pages(*held, value, size)


def check_pages(store: Store, plain: Plain, value: Filter, size: int) -> None:
    """Page after page, by the key of the last record, all records come once and in order."""
    seen: list[str] = []
    after = None
    while len(page := store.page(value, size, after)):
        assert len(page) <= size
        seen += list(page["event_id"])
        last = page.iloc[-1]
        after = (last["earliest"] if pd.notna(last["earliest"]) else None, last["event_id"])
    assert seen == plain.order(value)


def test_a_missing_day_as_the_table_shows_it_is_a_key_too(held: Held) -> None:
    store, plain = held
    order = plain.order(ALL)
    undated = plain.rows.set_index("event_id")["earliest"].reindex(order).isna().to_numpy()
    if undated.any():
        first = int(undated.argmax())
        found = store.page(ALL, 5, (pd.NaT, order[first]))  # type: ignore[arg-type]
        assert list(found["event_id"]) == order[first + 1 : first + 6]


def test_records_are_as_they_were(held: Held) -> None:
    """Every value of every column of every record, in one form whatever the engine."""
    store, plain = held
    rows = plain.rows
    order = plain.order(ALL)
    found = store.page(ALL, len(rows))
    expected = rows.set_index("event_id", drop=False).loc[order].reset_index(drop=True)
    assert list(found.columns) == list(COLUMNS)
    for name, kind in COLUMNS.items():
        wanted = expected[name]
        if kind == "TIMESTAMP":
            wanted = wanted.astype("datetime64[us]")
        elif kind in ("VARCHAR", "BIGINT", "DOUBLE"):
            wanted = wanted.astype({"VARCHAR": "str", "BIGINT": "Int64"}.get(kind, "float64"))
        pd.testing.assert_series_equal(found[name], wanted, check_names=False)


def test_single_records_come_in_the_order_asked_for(held: Held) -> None:
    store, plain = held
    order = plain.order(ALL)
    ids = [order[70], order[3], "no such id", order[-1], "'; DROP TABLE events; --"]
    assert list(store.records(ids)["event_id"]) == [order[70], order[3], order[-1]]
    none = store.records([])
    assert len(none) == 0
    assert none.dtypes.to_dict() == store.records(ids).dtypes.to_dict()


def test_whether_a_value_occurs(held: Held) -> None:
    store, plain = held
    assert all(store.has("actors", actor) for actor in ACTORS)
    assert all(store.has("sources", source) for source in SOURCES)
    assert store.has("event_id", str(plain.rows["event_id"].iloc[9]))
    assert store.has("country", "Côte d'Ivoire")
    for column in ("actors", "sources", "country", "event_type", "event_id"):
        assert not store.has(column, "' OR 1 = 1 --")
        assert not store.has(column, "Arm")


def test_nothing_found_has_the_same_form(held: Held) -> None:
    store, _ = held
    none = Filter(actor=("nobody",))
    assert store.page(none, 10).dtypes.to_dict() == store.page(ALL, 10).dtypes.to_dict()
    assert store.totals(none).count == 0
    for ask in (
        lambda value: store.bins(value, "actor", "month", ["Armenia"]),
        lambda value: store.cells(value, 1.0, 4.0),
        lambda value: store.lane_counts(value, "type", 3),
    ):
        assert len(ask(none)) == 0
        assert list(ask(none).columns) == list(ask(ALL).columns)


def test_many_ask_at_once(held: Held) -> None:
    store, plain = held
    values = [Filter(actor=(actor,)) for actor in ACTORS]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(store.totals, values))
    assert found == [plain.totals(value) for value in values]
