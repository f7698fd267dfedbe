"""The report of an import: each rejected row and each repair, and the rejected rows themselves."""

import heapq
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from ..csv_lines import csv_writer
from ..export.formulas import defuse
from ..faults import Fault
from ..formats.sql import quoted
from .job import Job
from .model import SHOWN
from .source import LINE, Source

REPORT, REJECTED = "report.csv", "rejected.csv"
VALUE = 200  # letters of a value that a fault shows
BATCH = 10_000
HEADER = ("what", "line", "column", "value", "reason")


class Found(NamedTuple):
    """One line of the report."""

    line: int
    what: str
    column: str
    value: str
    why: str


def _findings(job: Job) -> Iterator[Found]:
    """All of them, by line."""
    refused = (Found(row.line, "rejected", "", row.text, row.why) for row in job.loaded.rest())
    query = "SELECT line, what, coalesce(col, ''), coalesce(value, ''), why FROM found ORDER BY ALL"
    return heapq.merge(refused, (Found(*row) for row in _rows(job.con, query)))


def write_report(job: Job, folder: Path) -> tuple[Fault, ...]:
    """Write report.csv into `folder`, safe for spreadsheets; the first faults of it come back."""
    first: list[Fault] = []
    with (folder / REPORT).open("w", encoding="utf-8-sig", newline="") as file:
        out = csv_writer(file)
        out.writerow(HEADER)
        for line, what, column, value, why in _findings(job):
            out.writerow([what, line, *map(defuse, (column, value, why))])
            if len(first) < SHOWN:
                value = value if len(value) <= VALUE else value[:VALUE] + "…"
                first.append(Fault(job.path.name, line, column, value, why))
    return tuple(first)


def write_rejected(job: Job, folder: Path) -> None:
    """Write rejected.csv into `folder`: the header and the rejected rows as they stand, in the
    delimiter of the file, to be mended and imported."""
    refused = ((row.line, row.text) for row in job.loaded.rest())
    cells = ", ".join(f"raw.{quoted(name)}" for name in job.source.columns)
    judged = _rows(
        job.con,
        f"""SELECT raw.{LINE}, {cells} FROM raw
        WHERE {LINE} IN (SELECT line FROM found WHERE what = 'rejected') ORDER BY {LINE}""",
    )
    texts = ((row[0], _text(job.source, row[1:])) for row in judged)
    with (folder / REJECTED).open("w", encoding="utf-8-sig", newline="") as file:
        if job.source.header:
            file.write(job.source.header.decode("utf-8", "backslashreplace") + "\n")
        file.writelines(f"{text}\n" for _, text in heapq.merge(refused, texts))


def _text(source: Source, cells: tuple[str | None, ...]) -> str:
    """A row as it stood: cells are quoted where they must be."""
    mark = source.dialect.delimiter
    if not source.dialect.quoted:
        return mark.join(cell or "" for cell in cells)

    def quote(cell: str) -> str:
        must = any(sign in cell for sign in (mark, '"', "\n", "\r"))
        return '"' + cell.replace('"', '""') + '"' if must else cell

    return mark.join(quote(cell or "") for cell in cells)


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> Iterator[Any]:
    """The rows of a query, a batch in memory at a time."""
    reader = con.cursor()
    reader.execute(query)
    while batch := reader.fetchmany(BATCH):
        yield from batch
    reader.close()
