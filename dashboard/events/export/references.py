"""The sources of a view for reference managers: RIS, BibTeX, CSL-JSON."""

import io
import json
import re
from collections.abc import Mapping
from typing import IO, Any

import rispy
from pybtex.database import BibliographyData, Entry
from pybtex.database.output import bibtex

from ..dataset import Dataset, View
from ..dates import Span, read_date
from ..edtf_bounds import Bounds
from .rows import sources

# kind in sources.csv -> type in RIS (Clarivate), in BibTeX, in CSL 1.0.2
TYPES = {
    "news": ("NEWS", "article", "article-newspaper"),
    "official": ("GOVDOC", "misc", "document"),
    "un": ("GOVDOC", "misc", "legislation"),
    "ngo": ("RPRT", "techreport", "report"),
    "book": ("BOOK", "book", "book"),
    "dataset": ("DATA", "misc", "dataset"),
}
OTHER = ("ELEC", "misc", "webpage")
PARTS = {"year": 1, "decade": 1, "month": 2}


class _Unnumbered(rispy.RisWriter):
    """Without the number that rispy writes before each entry, which is no part of RIS."""

    def set_header(self, count: int) -> str:
        return ""


class _Writer(bibtex.Writer):
    """Addresses as they are: pybtex escapes all fields for TeX, but `url` is verbatim."""

    def _write_field(self, stream: IO[str], type: str, value: str) -> None:
        if type != "url":
            super()._write_field(stream, type, value)
            return
        stream.write(f",\n    {type} = {self.quote(value)}")


def to_ris(view: View, dataset: Dataset) -> str:
    """The sources as RIS (by rispy); a date only as precise as it is known."""
    entries = [_ris(row) for row in _rows(view, dataset)]
    return str(rispy.dumps(entries, implementation=_Unnumbered))


def to_bibtex(view: View, dataset: Dataset) -> str:
    """The sources as BibTeX (by pybtex) in UTF-8; keys are the source ids."""
    entries = {_key(row["source_id"]): _bibtex(row) for row in _rows(view, dataset)}
    stream = io.StringIO()
    _Writer(encoding="UTF-8").write_stream(BibliographyData(entries), stream)
    return stream.getvalue()


def to_csl(view: View, dataset: Dataset) -> str:
    """The sources as CSL-JSON; an unknown date is left out, a rough one marked as circa."""
    items = [_csl(row) for row in _rows(view, dataset)]
    return json.dumps(items, ensure_ascii=False, indent=1)


def _rows(view: View, dataset: Dataset) -> list[dict[Any, Any]]:
    return sources(view, dataset).to_dict("records")


def known_parts(span: Span | Bounds) -> list[int]:
    """Year, month, day, as many as are known; [] if the date is not. A span of days that is not one
    day has what both ends share."""
    if not span.earliest or not span.latest or span.precision == "unknown":
        return []
    first, last = ([d.year, d.month, d.day] for d in (span.earliest, span.latest))
    shared = next((i for i in range(3) if first[i] != last[i]), 3)
    return first[: min(shared, PARTS.get(span.precision, 3))]


def _ris(row: Mapping[Any, Any]) -> dict[str, Any]:
    parts = known_parts(read_date(row["date"]))
    entry = {
        "type_of_reference": TYPES.get(row["kind"], OTHER)[0],
        "id": row["source_id"],
        "title": row["title"],
        "publisher": row["publisher"],
        "notes": [row["locator"]] if row["locator"] else [],
        "urls": [row["url"]] if row["url"] else [],
        "year": str(parts[0]) if parts else "",
        "date": "/".join(f"{p:02}" for p in parts),
        "access_date": row["accessed"].replace("-", "/"),
    }
    return {key: value for key, value in entry.items() if value}


def _bibtex(row: Mapping[Any, Any]) -> Entry:
    parts = known_parts(read_date(row["date"]))
    fields = {
        "title": f"{{{_braced(row['title'])}}}",
        "publisher": _braced(row["publisher"]),
        "year": str(parts[0]) if parts else "",
        "date": "-".join(f"{p:02}" for p in parts),
        "url": row["url"],
        "urldate": row["accessed"],
        "note": _braced(row["locator"]),
    }
    return Entry(TYPES.get(row["kind"], OTHER)[1], [(k, v) for k, v in fields.items() if v])


def _key(source_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.:-]", "-", source_id)


def _braced(text: str) -> str:
    """Text inside braces, without braces of its own; pybtex escapes what is special in TeX."""
    return text.replace("\\", "/").replace("{", "(").replace("}", ")")


def _csl(row: Mapping[Any, Any]) -> dict[str, Any]:
    span = read_date(row["date"])
    parts, seen = known_parts(span), known_parts(read_date(row["accessed"]))
    issued: dict[str, Any] = {"date-parts": [parts]} if parts else {}
    if parts and (span.approximate or span.uncertain):
        issued["circa"] = True
    entry = {
        "id": row["source_id"],
        "type": TYPES.get(row["kind"], OTHER)[2],
        "title": row["title"],
        "publisher": row["publisher"],
        "issued": issued,
        "accessed": {"date-parts": [seen]} if seen else {},
        "URL": row["url"],
        "note": row["locator"],
    }
    return {key: value for key, value in entry.items() if value}
