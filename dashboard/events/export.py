"""The records of a view as CSV, JSON or GeoJSON: the same rows that the page shows."""

import json
from typing import Any

import pandas as pd

from .dataset import Dataset, View

COLUMNS = [
    "event_id", "layer", "date", "date_label", "earliest", "latest", "extent", "precision",
    "title", "summary", "event_type", "actors", "sides", "place_label", "latitude", "longitude",
    "place_precision", "contested", "sources", "url", "note",
]  # fmt: skip


def records(view: View) -> pd.DataFrame:
    """The view's rows in exchange form: days as ISO text, lists joined by ";", unknown empty."""
    table = view.events[COLUMNS].copy()
    for column in ("earliest", "latest"):
        table[column] = table[column].dt.strftime("%Y-%m-%d")
    for column in ("actors", "sides", "sources"):
        table[column] = table[column].map(";".join)
    table["contested"] = table["contested"].map({True: "yes", False: "no"})
    return table.reset_index(drop=True)


def to_csv(view: View, dataset: Dataset) -> str:
    """Header and one line a record; UTF-8 text, LF."""
    return records(view).to_csv(index=False, lineterminator="\n")


def to_json(view: View, dataset: Dataset) -> str:
    """The filter in words, the counts, the data version, and the records with their claims."""
    claims = dataset.tables.claims
    told: dict[Any, Any] = {k: g.to_dict("records") for k, g in claims.groupby("event_id")}
    rows = [row | {"claims": told.get(row["event_id"], [])} for row in _rows(view)]
    return json.dumps({**_head(view, dataset), "records": rows}, ensure_ascii=False, indent=1)


def to_geojson(view: View, dataset: Dataset) -> str:
    """One feature a record at its first place (WGS84); a record with no point has no geometry."""
    features = [
        {"type": "Feature", "id": row["event_id"], "geometry": _point(row), "properties": row}
        for row in _rows(view)
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


def _rows(view: View) -> list[dict[Any, Any]]:
    table = records(view).astype(object)
    return table.where(table.notna(), None).to_dict("records")


def _point(row: dict[str, Any]) -> dict[str, Any] | None:
    if row["latitude"] is None or row["place_precision"] not in ("exact", "near"):
        return None  # a region or a country is never given as an exact point
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}


FORMATS = {"csv": to_csv, "json": to_json, "geojson": to_geojson}
