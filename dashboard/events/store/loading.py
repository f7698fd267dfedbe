"""Copies the records of a data set to where another engine reads them: ClickHouse, or Parquet.

Run from the checkout: python -m dashboard.events.store.loading FOLDER/events.duckdb TARGET
TARGET is the address of a ClickHouse database, or a new file whose name ends in .parquet.
"""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from .engines import Engine, EngineError, open_engine, reason
from .schema import COLUMNS
from .store import TABLE

BATCH = 100_000  # records sent at once
_NEW = f"{TABLE}_being_loaded"
_TEXT, _FEW = "Nullable(String)", "LowCardinality(Nullable(String))"
# Lists and what the dashboard always has are never NULL; Date32 begins in 1900, Date only in 1970.
_CLICKHOUSE = {
    "event_id": "String", "line": "Int64", "earliest": "Nullable(Date32)",
    "latest": "Nullable(Date32)", "clock": "Nullable(DateTime64(6, 'UTC'))",
    "extent": "LowCardinality(String)", "precision": "LowCardinality(String)", "date": _TEXT,
    "event_type": _FEW, "title": _TEXT, "summary": _TEXT,
    "actors": "Array(LowCardinality(String))", "sources": "Array(LowCardinality(String))",
    "place_label": _TEXT, "country": _FEW, "latitude": "Nullable(Float64)",
    "longitude": "Nullable(Float64)", "place_precision": "LowCardinality(String)",
    "radius_km": "Nullable(Float64)", "contested": "Bool", "deaths_low": "Nullable(Int64)",
    "deaths_best": "Nullable(Int64)", "deaths_high": "Nullable(Int64)", "url": _TEXT,
    "note": _TEXT, "words": "String", "lane": "LowCardinality(String)",
}  # fmt: skip
_EMPTY = {"VARCHAR": "''", "VARCHAR[]": "[]", "BOOLEAN": "false", "BIGINT": "0"}


def to_parquet(source: Path, target: Path) -> int:
    """Write the records of a DuckDB file, in their order, to a new Parquet file; returns their
    number. Raises FileExistsError."""
    if target.exists():
        raise FileExistsError(f"{target} is there already")
    with _records(source) as records:
        quoted = str(target).replace("'", "''")
        query = f"COPY (FROM {TABLE}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)"
        records.execute(query).fetchall()
        return _count(records, "true")


def to_clickhouse(source: Path, url: str) -> int:
    """Make the table `events` of a ClickHouse database from a DuckDB file; returns the number of
    records. It appears complete or not at all.

    Raises EngineError if it does not answer, has such a table already, or a day lies before 1900.
    """
    engine = open_engine(url)
    if engine.has(TABLE):
        raise EngineError(f"{engine.name}: there is a table {TABLE} already; drop or rename it")
    with _records(source) as records:
        refused = _count(records, "least(earliest, latest) < DATE '1900-01-01'")
        if refused:
            raise EngineError(f"{engine.name}: {refused} records lie before 1900, its first year")
        total = _count(records, "true")
        _fill(engine, records)
    written = _command(engine, f"SELECT count() FROM {_NEW}")
    if int(written) != total:
        raise EngineError(f"{engine.name}: of {total} records it holds {written}")
    _command(engine, f"RENAME TABLE {_NEW} TO {TABLE}")
    return total


def _fill(engine: Engine, records: duckdb.DuckDBPyConnection) -> None:
    columns = ", ".join(f"`{name}` {kind}" for name, kind in _CLICKHOUSE.items())
    _command(engine, f"DROP TABLE IF EXISTS {_NEW}")
    _command(engine, f"CREATE TABLE {_NEW} ({columns}) ENGINE = MergeTree"
             " ORDER BY (earliest, event_id) SETTINGS allow_nullable_key = 1")  # fmt: skip
    query = f"SELECT {_never_null()} FROM {TABLE}"
    for batch in records.sql(query).to_arrow_reader(BATCH):
        rows = pa.Table.from_batches([batch])
        engine.ask(partial(engine.backend().con.insert_arrow, _NEW, rows))


def _count(records: duckdb.DuckDBPyConnection, condition: str) -> int:
    # All of it is fetched: an unfinished answer blocks the connection.
    found = records.execute(f"SELECT count(*) FROM {TABLE} WHERE {condition}").fetchall()
    return int(found[0][0])


def _never_null() -> str:
    """The columns, with what is empty in place of NULL where the table takes none."""
    return ", ".join(
        name if "Nullable" in _CLICKHOUSE[name] else f"coalesce({name}, {_EMPTY[kind]}) AS {name}"
        for name, kind in COLUMNS.items()
    )


def _command(engine: Engine, statement: str) -> Any:
    return engine.ask(lambda: engine.backend().con.command(statement))


def _records(source: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(source), read_only=True)


def main() -> None:
    """Copy and say how many, or say why not and end with 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target")
    asked = parser.parse_args()
    into = to_clickhouse if "://" in asked.target else to_parquet
    target = asked.target if "://" in asked.target else Path(asked.target)
    try:
        print(f"{into(asked.source, target):,} records")  # type: ignore[arg-type]
    except (EngineError, OSError, duckdb.Error) as error:
        print(reason(error), file=sys.stderr)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
