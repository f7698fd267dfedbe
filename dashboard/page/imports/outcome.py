"""The report of an import: every row that was read is either accepted or listed with the reason."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from ...events.csv_lines import csv_writer
from ...events.export.formulas import defuse
from ...events.faults import Fault
from ...events.imports import Report
from ...figures.text import shorten
from ..templates import render
from .shelf import Shelved

REPORT, REJECTED = "report.csv", "rejected.csv"
MOST = 1_000  # rows of a table on the page; the files hold all
LONGEST = 200  # letters of a cell
CONFIG: dict[str, Any] = {
    "line": st.column_config.NumberColumn("Line", width=80, format="localized"),
    "column": st.column_config.TextColumn("Column", width=150),
    "value": st.column_config.TextColumn("What stands there", width=240),
    "reason": st.column_config.TextColumn("Why", width=520),
}
ROW_PX, HEAD_PX, MOST_PX = 35, 38, 300


@dataclass(frozen=True)
class Outcome:
    """What a report shows; `folder` is None if nothing was accepted."""

    title: str
    read: int
    accepted: int
    rejected: int
    repaired: int
    folder: Path | None
    faults: tuple[Fault, ...] = ()


def of_report(title: str, report: Report) -> Outcome:
    """That of an import that has just ended."""
    return Outcome(title, report.read, report.accepted, report.rejected, report.repaired,
                   report.folder, report.faults)  # fmt: skip


def of_shelved(item: Shelved) -> Outcome | None:
    """That of a data set in the workspace; None if its description cannot be read."""
    about = item.about
    if about is None:
        return None
    return Outcome(
        about.title, about.read, about.accepted, about.rejected, about.repaired, item.folder
    )


def draw_outcome(outcome: Outcome, key: str, go_on: Callable[[], None] = lambda: None) -> None:
    """Numbers, what to do about rejected rows, the files, and both tables. `key` tells the widgets
    of one report from those of another; `go_on` draws buttons before those of the files."""
    st.html(render("import_report.html", outcome=outcome))
    with st.container(horizontal=True):
        go_on()
        if outcome.rejected or outcome.repaired:
            _downloads(outcome, key)
    rejected, repaired = _tables(outcome)
    if outcome.rejected:
        st.html("<h3>Rejected rows</h3>")
        _table(rejected, outcome.rejected, f"rejected-{key}")
    if outcome.repaired:
        st.html("<h3>Accepted, but changed or doubtful</h3>")
        _table(repaired, outcome.repaired, f"repaired-{key}")


def _table(rows: pd.DataFrame, count: int, key: str) -> None:
    height = min(HEAD_PX + ROW_PX * len(rows), MOST_PX)
    st.dataframe(rows, key=key, hide_index=True, height=height, column_config=CONFIG)
    if len(rows) >= MOST:
        st.caption(f"The first {MOST:,} are shown; the report file holds all of {count:,} rows.")


def _downloads(outcome: Outcome, key: str) -> None:
    name = outcome.folder.name if outcome.folder else "import"
    make: Callable[[], bytes] = partial(_written, outcome.faults)
    if outcome.folder:
        make = partial(_content, outcome.folder / REPORT)
    st.download_button("Report (CSV)", make, f"{name}-{REPORT}", "text/csv",
                       key=f"report-file-{key}", on_click="ignore",
                       help="Every rejected row and every change, with the reason")  # fmt: skip
    if outcome.folder and outcome.rejected:
        rows = partial(_content, outcome.folder / REJECTED)
        st.download_button("Rejected rows (CSV)", rows, f"{name}-{REJECTED}", "text/csv",
                           key=f"rejected-file-{key}", on_click="ignore",
                           help="The rows as they stood, with the header")  # fmt: skip


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b"The data set has been removed since.\n"


def _written(faults: Sequence[Fault]) -> bytes:
    """The report of an import of which nothing was kept."""
    out = io.StringIO(newline="")
    writer = csv_writer(out)
    writer.writerow(["what", *CONFIG])
    for fault in faults:
        cells = map(defuse, (fault.column, fault.value, fault.allowed))
        writer.writerow(["rejected", fault.row, *cells])
    return out.getvalue().encode("utf-8-sig")


def _tables(outcome: Outcome) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rejected rows and repairs, columns as in `CONFIG`, the first `MOST` of each."""
    if outcome.folder is None:
        rows = [(f.row, f.column, shorten(f.value, LONGEST), f.allowed) for f in outcome.faults]
        return pd.DataFrame(rows[:MOST], columns=list(CONFIG)), pd.DataFrame(columns=list(CONFIG))
    path = outcome.folder / REPORT
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError:
        empty = pd.DataFrame(columns=list(CONFIG))
        return empty, empty


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The first rows of each kind; `changed` is when the file was written."""
    found: dict[str, list[tuple[object, ...]]] = {"rejected": [], "repaired": []}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            kept = found.get(row["what"], [])
            if len(kept) < MOST:
                value = shorten(row["value"], LONGEST)
                kept.append((int(row["line"]), row["column"], value, row["reason"]))
            elif all(len(rows) >= MOST for rows in found.values()):
                break
    rejected, repaired = (pd.DataFrame(rows, columns=list(CONFIG)) for rows in found.values())
    return rejected, repaired
