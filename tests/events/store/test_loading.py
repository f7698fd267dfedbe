"""Records copied to other engines arrive whole, or not at all."""

import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.events.filters import Filter
from dashboard.events.store import loading
from dashboard.events.store.engines import EngineError, open_engine
from dashboard.events.store.store import Store

from .conftest import keep
from .synthetic import make_rows


@pytest.fixture
def database(chdb_url: str, clickhouse_store: Store, tmp_path: Path) -> str:
    """The address of an empty database in the same ClickHouse."""
    name = tmp_path.name
    clickhouse_store.engine.backend().con.command(f"CREATE DATABASE {name}")
    return chdb_url.replace("clickhouse:///", f"clickhouse:///{name}")


def test_a_table_is_never_overwritten(clickhouse_store: Store, chdb_url: str, file: Path) -> None:
    with pytest.raises(EngineError, match="a table events already"):
        loading.to_clickhouse(file, chdb_url)
    assert clickhouse_store.totals(Filter()).count == 2000


def test_days_that_clickhouse_cannot_hold_are_refused(database: str, tmp_path: Path) -> None:
    rows = make_rows(30)
    rows.at[3, "earliest"] = date(1813, 10, 24)
    with pytest.raises(EngineError, match="1 records lie before 1900"):
        loading.to_clickhouse(keep(tmp_path / "events.duckdb", rows), database)
    assert not open_engine(database).has("events")


def test_what_is_null_where_the_table_takes_none_arrives_as_empty(
    database: str, tmp_path: Path
) -> None:
    path = keep(tmp_path / "events.duckdb", make_rows(30))
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE events SET actors = NULL, lane = NULL, contested = NULL")
    assert loading.to_clickhouse(path, database) == 30
    found = Store(open_engine(database)).page(Filter(), 30)
    assert [*found["actors"]] == [[]] * 30
    assert set(found["lane"]) == {""}
    assert not found["contested"].any()


def test_a_copy_that_was_broken_off_is_begun_anew(
    database: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 700)
    never_null = loading._never_null()
    monkeypatch.setattr(loading, "_never_null", lambda: f"{never_null}, error('disk gone') AS x")
    with pytest.raises(duckdb.Error, match="disk gone"):
        loading.to_clickhouse(file, database)
    assert not open_engine(database).has("events")
    monkeypatch.undo()
    assert loading.to_clickhouse(file, database) == 2000


def test_it_is_ordered_by_day(clickhouse_store: Store) -> None:
    con = clickhouse_store.engine.backend().con
    found = con.command("SELECT engine, sorting_key FROM system.tables WHERE name = 'events'"
                        " AND database = currentDatabase()")  # fmt: skip
    assert list(found) == ["MergeTree", "earliest, event_id"]


def test_parquet_is_never_overwritten(file: Path, parquet: Path) -> None:
    with pytest.raises(FileExistsError):
        loading.to_parquet(file, parquet)


def test_from_the_command_line(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: Path) -> None:
        monkeypatch.setattr(sys, "argv", ["loading", *map(str, arguments)])
        loading.main()

    run(file, tmp_path / "new.parquet")
    assert capsys.readouterr().out == "2,000 records\n"
    for source in (file, tmp_path / "none.duckdb"):
        with pytest.raises(SystemExit) as ended:
            run(source, tmp_path / "new.parquet")
        assert ended.value.code == 1
        assert "new.parquet is there already" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(tmp_path / "none.duckdb", tmp_path / "more.parquet")
    assert "none.duckdb" in capsys.readouterr().err
