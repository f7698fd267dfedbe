"""Measures the server's part of a rerun: `python tests/bench/reruns.py [--svg]`.

Runs the page in process, as Streamlit would, and times the script's own thread: the same view
again, and 50 views that were not built before (a filter change: both figures are made anew).
"""

import argparse
import logging
import statistics
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from streamlit.testing.v1 import AppTest  # noqa: E402

SCRIPT = """
import runpy, time
import streamlit as st
cpu, wall = time.thread_time(), time.perf_counter()
runpy.run_path({page!r})
st.session_state["took"] = ((time.thread_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--svg", action="store_true", help="the map without WebGL")
    webgl = not parser.parse_args().svg
    logging.disable(logging.CRITICAL)
    page = str(ROOT / "dashboard" / "page" / "main.py")
    app = AppTest.from_string(SCRIPT.format(page=page), default_timeout=60)
    app.session_state["screen"] = {"webgl": webgl, "width": 1080, "height": 900}
    app.run()
    report("same view", [took(app) for _ in range(50)])
    start, views = date(2020, 8, 1), []
    for day in range(50):
        app.query_params["from"] = str(start + timedelta(day))
        views.append(took(app))
    report("new filter", views)


def took(app: AppTest) -> tuple[float, float]:
    app.run()
    cpu, wall = app.session_state["took"]
    return cpu, wall


def report(name: str, runs: list[tuple[float, float]]) -> None:
    for label, values in zip(("CPU", "wall"), zip(*runs, strict=True), strict=True):
        ranked = sorted(values)
        p95 = ranked[int(len(ranked) * 0.95)]
        print(f"{name}, {label}: median {statistics.median(ranked):.1f} ms, p95 {p95:.1f} ms")


if __name__ == "__main__":
    main()
