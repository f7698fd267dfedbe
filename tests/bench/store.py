"""Times each question that the page asks of a data set, over 50 different filters.

Run from the checkout: python -m tests.bench.store FOLDER... [--filters 50] [--json FILE]
Each folder holds a data set (events.duckdb, dataset.json). "First" is the first time that a filter
is asked, "again" after all others were; it is opened with its file dropped from memory.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.events.filters import Filter
from dashboard.events.sets.about import RECORDS
from dashboard.events.sets.crowd import ROUGH, size_for, unit_for
from dashboard.events.sets.library import open_folder
from dashboard.events.sets.small import LANES
from dashboard.events.sets.source import Stored
from tests.bench.clock import Clock
from tests.bench.random_filters import draw_filters

PER_PAGE = 50
WORDS = ("attack", "army civilians", "raid 2 killed")
HEADER = (
    "| data set | question | first p50, ms | p95 | max | again p50, ms | p95 | max |\n"
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def main() -> None:
    """Measure each folder in a process of its own, so that its memory is its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.store", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--filters", type=int, default=50)
    parser.add_argument("--json", type=Path, help="a file for all figures")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        print(json.dumps(measure(asked.folders[0], asked.filters)))
        return
    results = [_in_process(folder, asked.filters) for folder in asked.folders]
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(HEADER)
    for result in results:
        print("\n".join(rows(result)))
    print()
    for result in results:
        name, opened, memory = result["name"], result["opened"], result["memory"]
        print(f"{name}: {result['records']:,} records, opened in {opened:.1f} s,"
              f" memory at most {memory:,.0f} MiB.")  # fmt: skip


def measure(folder: Path, count: int) -> dict[str, Any]:
    """All times in ms, by question: those of all filters once, then those of all once more."""
    _forget(folder / RECORDS)
    begun = time.perf_counter()
    source = open_folder(folder)
    records, _ = source.store.total, source.choices
    opened = time.perf_counter() - begun
    filters = draw_filters(source.store, count)
    rounds = [[ask(source, value) for value in filters] for _ in range(2)]
    searches = [[search(source, word) for word in WORDS] for _ in range(2)]
    return {"name": folder.name, "records": records, "opened": opened, "memory": _peak(),
            "rounds": rounds, "searches": searches}  # fmt: skip


def ask(source: Stored, value: Filter) -> dict[str, float]:
    """Milliseconds of each question that the page asks for one filter, in its order."""
    store, (first, last) = source.store, source.span
    since, until = value.since or first or date.min, value.until or last or date.max
    unit, size = unit_for((until - since).days + 1), size_for(value.box or source.bounds)
    clock = Clock()
    times, timed = clock.times, clock.timed
    timed("numbers of the filter", lambda: store.totals(value))
    lanes = timed("lanes", lambda: store.lane_counts(value, "actor", LANES + 1))
    names = [lane for lane in lanes["lane"] if lane][:LANES]
    timed("time bins", lambda: store.bins(value, "actor", unit, names))
    timed("map cells", lambda: store.cells(value, size, size * ROUGH))
    times["both figures' queries"] = sum(times.values())
    timed("page of 50 records", lambda: store.page(value, PER_PAGE))
    return times


def search(source: Stored, word: str) -> dict[str, float]:
    """Milliseconds of counting the records with a word in their text."""
    begun = time.perf_counter()
    source.store.totals(Filter(q=word))
    return {"text search": (time.perf_counter() - begun) * 1000}


def rows(result: dict[str, Any]) -> list[str]:
    """A row of the table for each question."""
    made = []
    for rounds in (result["rounds"], result["searches"]):
        for name in rounds[0][0]:
            first, again = (sorted(times[name] for times in asked) for asked in rounds)
            cells = [_at(first, 0.5), _at(first, 0.95), first[-1],
                     _at(again, 0.5), _at(again, 0.95), again[-1]]  # fmt: skip
            numbers = " | ".join(f"{cell:,.0f}" for cell in cells)
            made.append(f"| {result['name']} | {name} | {numbers} |")
    return made


def _at(ranked: list[float], share: float) -> float:
    return ranked[min(int(len(ranked) * share), len(ranked) - 1)]


def _in_process(folder: Path, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.store", "--inside", "--filters", str(count)]
    done = subprocess.run([*command, str(folder)], stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _forget(file: Path) -> None:
    """Have the system drop the file from memory, so that opening it reads the disk."""
    handle = os.open(file, os.O_RDONLY)
    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(handle)


def _peak() -> float:
    """The most memory that this process had, in MiB (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main()
