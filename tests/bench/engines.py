"""Times the questions of the page on each engine, over the same records and filters.

Run from the checkout: python -m tests.bench.engines [--rows 417968] [--folder F] [--filters 20]
The engines are DuckDB, ClickHouse's own in this process (chdb), and Sail, a Spark Connect server
on this machine. Needs the packages of requirements-test.txt.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.events.filters import Filter
from dashboard.events.sets.about import RECORDS
from dashboard.events.sets.small import LANES
from dashboard.events.store.engines import close_engine, duckdb_url, open_engine
from dashboard.events.store.loading import to_clickhouse, to_parquet
from dashboard.events.store.store import Store
from tests.bench.clock import Clock
from tests.bench.make_events import make_events
from tests.bench.make_ged import GED
from tests.bench.random_filters import draw_filters
from tests.events.store.sail import free_port, running_sail

SIZES = (1.0, 4.0)  # degrees of a cell, of one for areas
UNIT = "quarter"


def main() -> None:
    """Make the records where they are not there yet, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.engines", description=__doc__)
    parser.add_argument("--rows", type=int, default=GED)
    parser.add_argument("--folder", type=Path, help="keeps the records for the next run")
    parser.add_argument("--filters", type=int, default=20)
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = asked.folder or Path(stack.enter_context(TemporaryDirectory()))
        file = folder / RECORDS if (folder / RECORDS).exists() else make_events(asked.rows, folder)
        stores = dict(open_stores(file, stack))
        filters = [Filter(), *draw_filters(stores["DuckDB"], asked.filters)]
        times = {name: measure(store, filters) for name, store in stores.items()}
    report(times, asked.rows, len(filters))


def open_stores(file: Path, stack: ExitStack) -> Iterator[tuple[str, Store]]:
    """The records in each engine; what was started ends with the `stack`."""
    if not file.with_name("chdb").exists():
        print(f"ClickHouse: {_seconds(lambda: to_clickhouse(file, _chdb(file)))} to load")
    if not (parquet := file.with_name("events.parquet")).exists():
        print(f"Parquet: {_seconds(lambda: to_parquet(file, parquet))} to write")
    yield "DuckDB", Store(open_engine(duckdb_url(file)))
    yield "ClickHouse (chdb)", Store(open_engine(_chdb(file)))
    url = stack.enter_context(running_sail(file.with_name("sail.log"), free_port()))
    stack.callback(close_engine, url)
    yield "Sail", Store(open_engine(url), str(parquet))


def measure(store: Store, filters: list[Filter]) -> dict[str, list[float]]:
    """Milliseconds by question, for all filters in turn; each was asked once before."""
    found: dict[str, list[float]] = {}
    for _ in range(2):
        found = {}
        for value in filters:
            for name, took in ask(store, value).items():
                found.setdefault(name, []).append(took)
    return found


def ask(store: Store, value: Filter) -> dict[str, float]:
    """Milliseconds of each question about one filter."""
    clock = Clock()
    times, timed = clock.times, clock.timed
    timed("numbers of the filter", lambda: store.totals(value))
    lanes = timed("lanes", lambda: store.lane_counts(value, "actor", LANES + 1))
    names = [lane for lane in lanes["lane"] if lane][:LANES]
    timed("time bins", lambda: store.bins(value, "actor", UNIT, names))
    timed("map cells", lambda: store.cells(value, *SIZES))
    times["all of these"] = sum(times.values())
    page = timed("page of 50 records", lambda: store.page(value, 50))
    if len(page):
        last = page.iloc[-1]
        timed("next page", lambda: store.page(value, 50, (last["earliest"], last["event_id"])))
    timed("largest sources", lambda: store.top(value, "sources", 20))
    return times


def report(times: dict[str, dict[str, list[float]]], rows: int, filters: int) -> None:
    """A table: the median and the slowest but 5 % of each question on each engine."""
    print(f"\n{rows:,} records, {filters} filters, second time asked; median / p95 in ms\n")
    print("| question | " + " | ".join(times) + " |")
    print("| --- |" + " ---: |" * len(times))
    for name in next(iter(times.values())):
        cells = [f"{_at(each[name], 0.5):,.0f} / {_at(each[name], 0.95):,.0f}"
                 for each in times.values()]  # fmt: skip
        print(f"| {name} | " + " | ".join(cells) + " |")


def _at(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _chdb(file: Path) -> str:
    return f"clickhouse:///?interface=chdb&path={file.with_name('chdb')}"


def _seconds(question: Callable[[], Any]) -> str:
    begun = time.perf_counter()
    question()
    return f"{time.perf_counter() - begun:.1f} s"


if __name__ == "__main__":
    main()
