"""Makes a data set of any size as the dashboard keeps it, straight in DuckDB: no file to import.

Run from the checkout: python -m tests.bench.make_events ROWS FOLDER [--memory 3GB]
"""

import argparse
import json
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb

from dashboard.events.store.companions import LARGE, build_companions
from dashboard.events.store.schema import COLUMNS
from tests.bench.event_sql import FIRST, LAST, SKEW, columns, draw, prepare


def main() -> None:
    """Make the folder and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--memory", default="3GB", help="DuckDB's limit")
    asked = parser.parse_args()
    begun = time.perf_counter()
    file = make_events(asked.rows, asked.folder, asked.memory)
    print(f"{asked.rows:,} rows, {file.stat().st_size / 1e9:.2f} GB,"
          f" {time.perf_counter() - begun:.0f} s: {file}")  # fmt: skip


def make_events(rows: int, folder: Path, memory: str = "3GB") -> Path:
    """Write events.duckdb, sorted by day (unknown last) and id, and dataset.json beside it.

    A large one gets its companion tables, as by an import.
    An events.duckdb that is there is replaced. Equal rows give equal records.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "events.duckdb"
    file.unlink(missing_ok=True)
    settings: dict[str, Any] = {"memory_limit": memory, "temp_directory": str(folder / "spill")}
    with duckdb.connect(str(file), config=settings) as engine:
        for statement in prepare():
            engine.execute(statement)
        typed = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        engine.execute(f"CREATE TABLE events ({typed})")
        chosen = ", ".join(f"{sql} AS {name}" for name, sql in columns(rows).items())
        for begin, end in _years(rows):
            # A table is read by all cores, range() by one.
            engine.execute(
                f"CREATE OR REPLACE TEMP TABLE numbers AS FROM range({begin}, {end}) r(i)"
            )
            engine.execute(
                f"INSERT INTO events SELECT {chosen} FROM ({draw(rows)})"
                " ORDER BY earliest NULLS LAST, event_id"
            )
        if rows >= LARGE:
            build_companions(engine)
        days = engine.execute("SELECT min(earliest), max(latest) FROM events").fetchone()
    _describe(rows, folder, days or ())
    return file


def _years(rows: int) -> list[tuple[int, int]]:
    """The numbers of the records of each year, then of those without a date.

    No record's first day leaves its year, so the years can be sorted one after the other, in
    little memory.
    """
    first, last = date.fromisoformat(FIRST), date.fromisoformat(LAST)
    shares = [(date(y, 1, 1) - first) / (last - first) for y in range(first.year, last.year + 1)]
    dated = rows * 0.995
    # The number from which floor(share of the span) reaches the day: see `draw`.
    starts = [0, *(_first_of(share, dated) for share in shares[1:]), rows]
    return list(pairwise(starts))


def _first_of(share: float, dated: float) -> int:
    """The first record whose day lies at this share of the span or later."""
    number = int(share ** (1 / SKEW) * dated)
    while (number / dated) ** SKEW < share:
        number += 1
    return number


def _describe(rows: int, folder: Path, days: tuple[date, ...]) -> None:
    """Write the sidecar as an import would."""
    sidecar = {
        "name": folder.name, "title": f"Invented records ({rows:,})", "form": "columns",
        "file": "", "bytes": 0, "sha256": "", "read": rows, "accepted": rows, "rejected": 0,
        "repaired": 0, "mapping": {}, "choices": {}, "licence": "", "citation": "",
        "warning": "Invented for measuring speed: nothing here happened.",
        "accessed": "", "imported": "", "label": "Any table", "app": "",
        "earliest": str(days[0]), "latest": str(days[1]),
        "columns": list(COLUMNS),
    }  # fmt: skip
    path = folder / "dataset.json"
    path.write_text(json.dumps(sidecar, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
