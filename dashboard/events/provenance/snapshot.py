"""What an export shows of each record, as flat text: kept with the export, compared later."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ..dataset import Dataset

Record = dict[str, str]
MOST = 5000  # records whose fields are kept; of more, only a digest each


def snapshot(dataset: Dataset, event_ids: Iterable[str]) -> dict[str, Record]:
    """The cells behind each record by "file:id:column": its row, its claims, the sources, places
    and actors that these name. Empty cells are left out."""
    tables = dataset.tables
    events = _rows(tables.events, "event_id")
    claims: dict[str, list[dict[Any, Any]]] = {}
    for row in tables.claims.to_dict("records"):
        claims.setdefault(row["event_id"], []).append(row)
    named = {
        "sources": _rows(tables.sources, "source_id"),
        "places": _rows(tables.places, "place_id"),
        "actors": _rows(tables.actors, "actor_id"),
    }
    made: dict[tuple[str, str], Record] = {}
    found: dict[str, Record] = {}
    for event_id in event_ids:
        record = _cells("events", event_id, events[event_id])
        for claim in claims.get(event_id, []):
            record |= _cells("claims", claim["claim_id"], claim)
        for table, ids in _named(dataset, event_id, claims.get(event_id, [])).items():
            for row_id in ids:
                key = table, row_id
                if key not in made:
                    made[key] = _cells(table, row_id, named[table].get(row_id, {}))
                record |= made[key]
        found[event_id] = record
    return found


def _rows(table: pd.DataFrame, key: str) -> dict[str, dict[Any, Any]]:
    return {row[key]: row for row in table.to_dict("records")}


def _cells(table: str, row_id: str, row: Mapping[Any, Any]) -> Record:
    return {f"{table}.csv:{row_id}:{column}": text for column, text in row.items() if text}


def _named(dataset: Dataset, event_id: str, claims: list[dict[Any, Any]]) -> dict[str, list[str]]:
    """The ids that a record names, by table, each once."""
    event = dataset.events.loc[event_id]
    sources = [*event["sources"], *(c["source_id"] for c in claims)]
    actors = [*event["actors"], *(c["speaker"] for c in claims)]
    lines = [a for actor in actors for a in dataset.actors.lineage(actor)]
    return {
        "sources": list(dict.fromkeys(sources)),
        "places": list(event["places"]),
        "actors": list(dict.fromkeys(lines)),
    }


def digest(value: Any) -> str:
    """SHA-256 of the value's canonical JSON (sorted keys, no spaces, UTF-8), as hex."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digests(records: Mapping[str, Record]) -> dict[str, str]:
    """A short digest of each record by event_id."""
    return {event_id: digest(record)[:16] for event_id, record in records.items()}
