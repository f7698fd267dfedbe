"""Finds the records in a JSON document, and says of which format they are."""

from collections.abc import Callable, Mapping, Sequence

from .features import feature_rows
from .flat import Row, flat_rows
from .slides import is_timeline, slide_rows
from .timemap_tables import is_timemap, timemap_rows

# Under these keys interfaces hand out their records: UCDP, ACLED, others.
_LISTS = ("Result", "data", "events", "results", "records", "items")
_KNOWN = (
    "a list of objects, GeoJSON, TimelineJS, timemap, or what the interfaces of UCDP and ACLED give"
)


def document_rows(
    document: object, recognise: Callable[[Sequence[str]], str]
) -> tuple[str, list[Row]]:
    """The name of the format, and one row of text a record.

    Raises ValueError with a sentence if no records are found.
    """
    if isinstance(document, Mapping):
        if document.get("type") == "FeatureCollection":
            return _recognised(feature_rows(document), recognise, "geojson")
        if document.get("type") == "Feature":
            return _recognised(feature_rows({"features": [document]}), recognise, "geojson")
        if is_timeline(document):
            return "timelinejs", slide_rows(document)
    objects = _objects(document)
    if is_timemap(objects):
        extra = document if isinstance(document, Mapping) else {}
        return "timemap", timemap_rows(
            objects, *(_table(extra, k) for k in ("sources", "associations"))
        )
    return _recognised(flat_rows(objects), recognise, "columns")


def _objects(document: object) -> list[object]:
    """The list of records in the document, wherever it stands."""
    if isinstance(document, list):
        return document
    if isinstance(document, Mapping):
        lists = [document[key] for key in _LISTS if isinstance(document.get(key), list)]
        if lists:
            return list(lists[0])
    raise ValueError(f"no records are found in this JSON: it may be {_KNOWN}")


def _table(document: Mapping[str, object], key: str) -> list[object] | Mapping[str, object]:
    found = document.get(key)
    return found if isinstance(found, list | Mapping) else []


def _recognised(
    rows: list[Row], recognise: Callable[[Sequence[str]], str], otherwise: str
) -> tuple[str, list[Row]]:
    """The rows, and the format whose columns they have."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    form = recognise(columns)
    return (otherwise if form == "columns" else form), rows
