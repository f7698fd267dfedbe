"""The sidecar of a data set, dataset.json: where it comes from and what was done with it."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

from ... import APP
from ..dates import say_day
from ..formats import FORMS
from ..sets.about import SIDECAR
from ..store.schema import COLUMNS, DERIVED
from .apply import EMPTY, WHENEVER
from .job import Job
from .model import Report


def write_sidecar(job: Job, report: Report, into: Path) -> None:
    """Write dataset.json into the folder `into`."""
    options, path = job.options, job.path
    form = FORMS[report.form]
    accessed = options.accessed or date.today()
    citation = (options.citation or form.citation).replace("{accessed}", say_day(accessed))
    content = {
        "name": job.folder.name,
        "title": options.title or path.stem,
        "form": form.name,
        "label": form.label,
        "file": path.name,
        "bytes": _size(path),
        "sha256": report.sha256,
        "read": report.read,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "repaired": report.repaired,
        "mapping": dict(job.plan.mapping),
        "choices": _choices(job),
        "licence": options.licence or form.licence,
        "citation": citation,
        "warning": form.warning,
        "accessed": accessed.isoformat(),
        "imported": datetime.now(UTC).isoformat(timespec="seconds"),
        "app": APP,
        **_days(job.con),
        "columns": _present(job.con),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (into / SIDECAR).write_text(text + "\n", "utf-8")


def _days(con: duckdb.DuckDBPyConnection) -> dict[str, str | None]:
    """The first and the last day of all records."""
    [days] = con.execute("SELECT min(earliest), max(latest) FROM made").fetchall()
    return {
        name: day.isoformat() if day else None
        for name, day in zip(("earliest", "latest"), days, strict=True)
    }


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


def _choices(job: Job) -> dict[str, Any]:
    """What was said about the file, so that it can be imported again in the same way."""
    return {
        "form": job.plan.form,
        "encoding": job.source.encoding if job.source.size else "",
        "day_first": job.plan.day_first,
        "sheet": job.source.sheet,
    }


def _present(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The columns of the events table in which anything is known, but for the derived ones."""
    names = [name for name in COLUMNS if name not in DERIVED]
    known = ", ".join(f"bool_or({_is_known(name)})" for name in names)
    found = con.execute(f"SELECT {known} FROM made").fetchall()[0]
    return [name for name, present in zip(names, found, strict=True) if present]


def _is_known(name: str) -> str:
    if COLUMNS[name] == "VARCHAR[]":
        return f"len({name}) > 0"
    if name in WHENEVER or COLUMNS[name] == "VARCHAR":
        return f"{name} <> {WHENEVER.get(name, EMPTY)}"
    return f"{name} IS NOT NULL"
