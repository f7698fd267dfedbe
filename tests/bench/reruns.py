"""Measures the server's part of a rerun: `python -m tests.bench.reruns [FOLDER] [--svg]`.

Runs the page in process, as Streamlit would, and times the script's own thread: the same view
again, and 50 views that were not built before (a filter change: both figures are made anew).
FOLDER holds an imported data set; without one the curated records are shown.
"""

import argparse
import logging
import os
import statistics
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.events.filters import write_query
from dashboard.events.sets.library import WORKSPACE, open_folder
from tests.bench.random_filters import draw_filters

VIEWS = 50
PAGE = Path(__file__).resolve().parents[2] / "dashboard" / "page" / "main.py"
SCRIPT = """
import runpy, time
import streamlit as st
cpu, wall = time.thread_time(), time.perf_counter()
runpy.run_path({page!r})
st.session_state["took"] = ((time.thread_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000)
"""


def main() -> None:
    """Print CPU and wall time of both kinds of rerun."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reruns", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="of an imported data set")
    parser.add_argument("--svg", action="store_true", help="the map without WebGL")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    app = AppTest.from_string(SCRIPT.format(page=str(PAGE)), default_timeout=60)
    app.session_state["screen"] = {"webgl": not asked.svg, "width": 1080, "height": 900}
    views, shown = list(queries(asked.folder)), dict[str, list[str]]()
    if asked.folder:
        os.environ[WORKSPACE] = str(asked.folder.resolve().parent)
        shown = {"dataset": [asked.folder.name]}
    app.query_params.update(shown)
    app.run()
    report("same view", [took(app) for _ in range(VIEWS)])
    times = []
    for view in views:
        app.query_params.clear()
        app.query_params.update(shown | view)
        times.append(took(app))
    report("new filter", times)


def queries(folder: Path | None) -> Iterator[dict[str, list[str]]]:
    """The parameters of `VIEWS` different filters."""
    if folder:
        for value in draw_filters(open_folder(folder).store, VIEWS):
            yield write_query(value)
        return
    for day in range(VIEWS):
        yield {"from": [str(date(2020, 8, 1) + timedelta(day))]}


def took(app: AppTest) -> tuple[float, float]:
    """CPU and wall time of one rerun in ms. Raises RuntimeError if it ends with an exception."""
    app.run()
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    cpu, wall = app.session_state["took"]
    return cpu, wall


def report(name: str, runs: list[tuple[float, float]]) -> None:
    """A line for CPU and one for wall time."""
    for label, values in zip(("CPU", "wall"), zip(*runs, strict=True), strict=True):
        ranked = sorted(values)
        p95 = ranked[int(len(ranked) * 0.95)]
        print(f"{name}, {label}: median {statistics.median(ranked):.1f} ms, p95 {p95:.1f} ms,"
              f" max {ranked[-1]:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
