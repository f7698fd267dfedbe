"""A view as TimelineJS JSON (Knight Lab, "JSON data format"): dates no finer than known."""

import html
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..accounts import accounts
from ..dataset import Dataset, View
from ..dates import Span, read_date
from ..edtf_bounds import Bounds
from .references import known_parts


def to_timelinejs(view: View, dataset: Dataset) -> str:
    """A title slide with the filter and the counts, and an event for each record with a date.

    Only a period has an end: an end of a doubt would be drawn as a duration. `without_date` counts
    the records that cannot be in it.
    """
    rows = view.events.to_dict("records")
    dated = [row for row in rows if pd.notna(row["earliest"]) or pd.notna(row["latest"])]
    title = str(dataset.tables.package["title"])
    note = str(dataset.tables.package.get("x_account_note", ""))
    told = {
        "title": {"text": {"headline": html.escape(title),
                           "text": html.escape(f"{view.sentence}. {note}")}},
        "events": [_event(row, dataset) for row in dated],
        "without_date": len(rows) - len(dated),
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1)


def _event(row: Mapping[Any, Any], dataset: Dataset) -> dict[str, Any]:
    span = read_date(row["date"])
    first, last = span.ends or (span, span)
    opens = pd.isna(row["earliest"])
    event = {
        "unique_id": row["event_id"],
        "start_date": _date(last if opens else first),
        "display_date": row["date_label"],
        "group": dataset.names["type"][row["event_type"]],
        "text": {"headline": html.escape(row["title"]), "text": _text(row, dataset)},
    }
    if row["extent"] == "period" and not opens and pd.notna(row["latest"]):
        event["end_date"] = _date(last)
    return event


def _date(known: Span | Bounds) -> dict[str, int]:
    """Year, month and day, as many as are known; TimelineJS needs a year at least."""
    day = known.earliest or known.latest
    parts = known_parts(known) or [day.year if day else 1]
    return dict(zip(("year", "month", "day"), parts, strict=False))


def _text(row: Mapping[Any, Any], dataset: Dataset) -> str:
    """The summary and each side's claims, as HTML with every text escaped."""
    lines = [f"<p>{html.escape(row['summary'])}</p>"]
    for account in accounts(dataset, row["event_id"]):
        for claim in account.claims:
            who = html.escape(f"{claim.speaker} ({account.label})")
            state = " (contested)" if claim.contested else ""
            source = html.escape(claim.source)
            lines.append(f"<p>{who}: {html.escape(claim.statement)}{state} [{source}]</p>")
    return "".join(lines)
