"""A small form of our own, imports by it, and what is in the data sets that they make."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from dashboard.events.formats import Choices, Form, Recipe, Rule
from dashboard.events.imports import Options, Report, run
from dashboard.events.sets.about import RECORDS, SIDECAR

HEADER = "id,day,what,who,lat,lon"


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    wanted = {
        "event_id": '"id"',
        "earliest": 'try_cast("day" AS DATE)',
        "latest": 'try_cast("day" AS DATE)',
        "precision": "'day'",
        "title": '"what"',
        "actors": "string_split(\"who\", ';')",
        "latitude": 'try_cast("lat" AS DOUBLE)',
        "longitude": 'try_cast("lon" AS DOUBLE)',
    }
    there = {key: sql for key, sql in wanted.items() if all(c in columns for c in _named(sql))}
    no_day = Rule("day", '"day" IS NOT NULL AND try_cast("day" AS DATE) IS NULL', "no day")
    shout = Rule("what", '"what" = upper("what")', "all capitals")
    known = set(columns)
    return Recipe(
        there, tuple(r for r in [no_day] if r.column in known),
        tuple(r for r in [shout] if r.column in known),
    )  # fmt: skip


def _named(sql: str) -> list[str]:
    return sql.split('"')[1::2]


SMALL = Form(
    name="small",
    label="Small",
    known=lambda columns: {"id", "day", "what"} <= set(columns),
    recipe=_recipe,
    dates=("day",),
    citation="Small Data, accessed {accessed}",
    licence="CC0",
    warning="Made up.",
)


def silent(progress: object) -> None:
    """Hears nothing."""


def go_on() -> bool:
    """Never stops."""
    return False


def imported(path: Path, folder: Path, **options: Any) -> Report:
    """Import a file by the small form, if no other is named."""
    return run(path, folder, Options(**{"form": "small", **options}), silent, go_on)


def import_text(text: str | bytes, folder: Path, **options: Any) -> Report:
    """Import a text as a CSV file beside the data set."""
    raw = text.encode() if isinstance(text, str) else text
    path = folder.parent / "file.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return imported(path, folder, **options)


def events(folder: Path) -> list[dict[str, Any]]:
    """The records of a data set in their order."""
    with duckdb.connect(str(folder / RECORDS), read_only=True) as con:
        cursor = con.execute("SELECT * FROM events")
        names = [each[0] for each in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def sidecar(folder: Path) -> dict[str, Any]:
    """What the data set says of itself."""
    content: dict[str, Any] = json.loads((folder / SIDECAR).read_text("utf-8"))
    return content


def listed(folder: Path) -> list[dict[str, str]]:
    """The lines of report.csv."""
    with (folder / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def left_in(workspace: Path) -> list[str]:
    """What lies in a workspace beside the files that a test put there."""
    return sorted(path.name for path in workspace.iterdir() if path.is_dir())
