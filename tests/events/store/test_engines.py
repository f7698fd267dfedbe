"""Addresses, and engines that are down, hang, are replaced, or hold something else."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.events.filters import Filter
from dashboard.events.store import servers
from dashboard.events.store.addresses import file_of
from dashboard.events.store.engines import (
    EngineError,
    close_engine,
    duckdb_url,
    open_engine,
    without_password,
)
from dashboard.events.store.store import Store

from .conftest import keep
from .sail import free_port
from .synthetic import make_rows

ASKS: list[Callable[[Store], object]] = [
    lambda store: store.extent,
    lambda store: store.total,
    lambda store: store.totals(Filter(q="a")),
    lambda store: store.lane_counts(Filter(), "actor", 3),
    lambda store: store.bins(Filter(), "type", "month", []),
    lambda store: store.cells(Filter(), 1.0, 4.0),
    lambda store: store.top(Filter(), "actors", 3),
    lambda store: store.page(Filter(), 5),
    lambda store: store.records(["E-1"]),
    lambda store: store.has("actors", "Armenia"),
]


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that takes calls and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield int(listener.getsockname()[1])


def test_an_engine_has_three_seconds_to_answer_a_call() -> None:
    assert servers.WAIT <= 3


@pytest.mark.parametrize("scheme", ["clickhouse", "sc"])
def test_a_port_where_nothing_listens(scheme: str) -> None:
    url = f"{scheme}://127.0.0.1:{free_port()}"
    with pytest.raises(EngineError, match=f"^{url} cannot be reached$"):
        open_engine(url)


@pytest.mark.parametrize("scheme", ["clickhouse", "sc"])
def test_an_engine_that_never_answers(
    scheme: str, silent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "WAIT", 1)
    with pytest.raises(EngineError, match=f"127.0.0.1:{silent} does not answer in time"):
        open_engine(f"{scheme}://127.0.0.1:{silent}")


@pytest.mark.parametrize("url", ["", "events.duckdb", "mysql://host/db", "file:///a", "CLICK://x"])
def test_an_unknown_scheme_names_those_that_are_known(url: str) -> None:
    with pytest.raises(EngineError, match="begin with duckdb, clickhouse, sc"):
        open_engine(url)


@pytest.mark.parametrize(
    ("scheme", "module", "name"),
    [("sc", "pyspark.sql.connect.client", "spark"),
     ("clickhouse", "ibis.backends.clickhouse", "clickhouse")],
)  # fmt: skip
def test_a_missing_package_names_the_file_that_brings_it(
    scheme: str, module: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(EngineError, match=f"requirements-{name}.txt"):
        open_engine(f"{scheme}://127.0.0.1:1")


def test_a_file_that_is_not_there_or_no_database(tmp_path: Path) -> None:
    path = tmp_path / "events.duckdb"
    with pytest.raises(EngineError, match=r"events\.duckdb"):
        open_engine(duckdb_url(path))
    assert not path.exists()
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(EngineError, match=r"events\.duckdb"):
        open_engine(duckdb_url(path))


def test_passwords_are_not_shown() -> None:
    url = f"clickhouse://user:secret@127.0.0.1:{free_port()}/db"
    assert "secret" not in without_password(url)
    assert without_password("sc://host:1") == "sc://host:1"
    with pytest.raises(EngineError) as error:
        open_engine(url)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("name", ["a b", "ş%41#;", "it's", "(copy) 'x'"])
def test_any_file_name_can_be_an_address(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    path = keep(folder / "events.duckdb", make_rows(3))
    assert file_of(duckdb_url(path)) == path.as_posix()
    assert Store(open_engine(duckdb_url(path))).total == 3
    close_engine(duckdb_url(path))


def test_a_table_that_is_not_there(held: tuple[Store, object]) -> None:
    engine = held[0].engine
    assert not engine.has("no_such_table")
    with pytest.raises(EngineError, match="the table no_such_table cannot be read") as error:
        Store(engine, "no_such_table").totals(Filter())
    assert "\n" not in str(error.value)
    assert held[0].total == 2000  # and goes on


@pytest.mark.parametrize("ask", ASKS)
def test_a_table_of_something_else(tmp_path: Path, ask: Callable[[Store], object]) -> None:
    path = tmp_path / "events.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE events AS SELECT 1 AS event_id, '2020' AS earliest")
    with pytest.raises(EngineError, match=r"no column line.*earliest is string, not DATE"):
        ask(Store(open_engine(duckdb_url(path))))
    close_engine(duckdb_url(path))


def test_a_replaced_file_is_read_anew(tmp_path: Path) -> None:
    path, other = tmp_path / "events.duckdb", tmp_path / "other.duckdb"
    keep(path, make_rows(5))
    url = duckdb_url(path)
    before = open_engine(url)
    assert Store(before).total == 5
    assert open_engine(url) is before
    os.replace(keep(other, make_rows(9)), path)
    assert Store(open_engine(url)).total == 9
    with pytest.raises(EngineError):  # a session that still has the old one
        Store(before).totals(Filter())
    close_engine(url)
    close_engine(url)  # twice does nothing


def test_duckdb_reads_parquet_files_in_place(parquet: Path) -> None:
    store = Store(open_engine("duckdb://"), str(parquet))
    assert store.total == 2000
    assert store.companions == frozenset()


def test_a_data_set_cannot_be_written_to(duckdb_store: Store) -> None:
    with pytest.raises(duckdb.Error, match="read-only"):
        duckdb_store.engine.backend().con.execute("DELETE FROM events")


def test_rows_of_an_empty_table(tmp_path: Path) -> None:
    path = keep(tmp_path / "events.duckdb", make_rows(1).iloc[:0])
    store = Store(open_engine(duckdb_url(path)))
    assert store.total == 0
    assert (store.extent.first, store.extent.bounds, store.extent.closed) == (None, None, True)
    assert isinstance(store.page(Filter(), 3), pd.DataFrame)
    close_engine(duckdb_url(path))
