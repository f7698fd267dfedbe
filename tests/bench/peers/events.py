"""The same records in the form that each peer reads."""

import csv
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.make_ged import make_ged

KINDS = {"1": "State-based conflict", "2": "Non-state conflict", "3": "One-sided violence"}


@dataclass(frozen=True)
class Events:
    """The files of one size: `folder` holds ged.csv and one file for each peer."""

    folder: Path
    rows: int
    spans: Counter[tuple[str, str]]  # ISO first and last day -> records

    def since(self, day: str) -> int:
        """How many records begin on this ISO day or later."""
        return sum(count for (start, _), count in self.spans.items() if start >= day)

    def reaching(self, day: str) -> int:
        """How many records may lie on this ISO day or later: their last day does."""
        return sum(count for (_, end), count in self.spans.items() if end >= day)


def make(folder: Path, rows: int) -> Events:
    """Make all files in the folder.

    Raises FileNotFoundError, saying so plainly, if the sample of UCDP GED is absent.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ged = folder / "ged.csv"
    make_ged(rows, ged)
    with ged.open(encoding="utf-8", newline="") as file:
        records = [_record(row) for row in csv.DictReader(file)]
    with (folder / "events.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(records[0]))
        writer.writeheader()
        writer.writerows({**r, "date": f"{r['date']} 00:00:00"} for r in records)
    _write(folder / "vis.json", [_item(record) for record in records])
    _write(folder / "timelinejs.json", {"events": [_slide(record) for record in records]})
    return Events(folder, rows, Counter((record["date"], record["end"]) for record in records))


def _record(row: dict[str, str]) -> dict[str, str]:
    return {
        "id": row["id"],
        "date": row["date_start"][:10],
        "end": row["date_end"][:10],
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "kind": KINDS[row["type_of_violence"]],
        "title": row["dyad_name"],
        "place": row["where_coordinates"],
    }


def _item(record: dict[str, str]) -> dict[str, Any]:
    """An item of vis-timeline: a range where the days are in doubt, else a box."""
    item = {"id": record["id"], "content": record["title"], "start": record["date"]}
    return item | ({"end": record["end"]} if record["end"] > record["date"] else {})


def _slide(record: dict[str, str]) -> dict[str, Any]:
    """A slide of TimelineJS."""
    start = date.fromisoformat(record["date"])
    return {
        "unique_id": f"e{record['id']}",
        "start_date": {"year": start.year, "month": start.month, "day": start.day},
        "text": {"headline": record["title"], "text": f"{record['kind']}, {record['place']}"},
        "group": record["kind"],
    }


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
