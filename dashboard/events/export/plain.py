"""The records of a view as CSV, JSON or GeoJSON: the same rows that the page shows."""

import io
import json
from typing import Any

import pandas as pd

from ..csv_lines import LfLines
from ..dataset import Dataset, View
from .formulas import defuse
from .rows import claims, plain_rows, records


def to_csv(view: View, dataset: Dataset) -> str:
    """Header and one line a record; UTF-8 text, LF."""
    return _csv(records(view))


def claims_csv(view: View, dataset: Dataset) -> str:
    """Header and one line a claim of the view's records; UTF-8 text, LF."""
    return _csv(claims(view, dataset))


def raw_csv(view: View, dataset: Dataset) -> str:
    """As `to_csv` with text as it is: a spreadsheet may run what looks like a formula."""
    return _text(records(view))


def raw_claims_csv(view: View, dataset: Dataset) -> str:
    """As `claims_csv` with text as it is; see `raw_csv`."""
    return _text(claims(view, dataset))


def _csv(table: pd.DataFrame) -> str:
    """Text that a spreadsheet would take for a formula is made plain; numbers stay numbers."""
    safe = table.copy()
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map(lambda c: defuse(c) if isinstance(c, str) else c)
    return _text(safe)


def _text(table: pd.DataFrame) -> str:
    out = io.StringIO(newline="")
    table.to_csv(LfLines(out), index=False, lineterminator="\r\n")  # type: ignore[call-overload]
    return out.getvalue()


def to_json(view: View, dataset: Dataset) -> str:
    """The filter in words, the counts, the data version, and the records with their claims."""
    told: dict[Any, Any] = {}
    for event_id, group in dataset.tables.claims.groupby("event_id"):
        told[event_id] = group.to_dict("records")
    rows = [row | {"claims": told.get(row["event_id"], [])} for row in plain_rows(records(view))]
    return json.dumps({**_head(view, dataset), "records": rows}, ensure_ascii=False, indent=1)


def to_geojson(view: View, dataset: Dataset) -> str:
    """One feature a record at its first place (WGS84); a record with no point has no geometry."""
    features = [
        {"type": "Feature", "id": row["event_id"], "geometry": _point(row), "properties": row}
        for row in plain_rows(records(view))
    ]
    head = {"type": "FeatureCollection", **_head(view, dataset)}
    head["without_geometry"] = sum(f["geometry"] is None for f in features)
    return json.dumps({**head, "features": features}, ensure_ascii=False)


def _head(view: View, dataset: Dataset) -> dict[str, Any]:
    return {
        "filter": list(view.filter_words),
        "shown": len(view.events),
        "total": view.total,
        "not_on_map": view.off_map,
        "data": dataset.tables.version,
    }


def _point(row: dict[str, Any]) -> dict[str, Any] | None:
    if row["latitude"] is None or row["place_precision"] not in ("exact", "near"):
        return None  # a region or a country is never given as an exact point
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
