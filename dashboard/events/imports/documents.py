"""JSON documents and data packages as sources; formats know which of their parts are records."""

import json
from pathlib import Path

from .. import formats
from ..check import check
from ..faults import DataError, Fault
from ..tables import read_tables
from .delimited import ask_encoding
from .kinds import refuse
from .source import Source, source_of_rows
from .text import HEAD, encoding_of

LARGEST = 300_000_000  # bytes: a JSON document is in memory as a whole, at ten times its size


def open_json(path: Path, given: str = "") -> Source:
    """The JSON document at `path`. Raises DataError if it holds no records, Asked as for text."""
    if path.stat().st_size > LARGEST:
        allowed = f"JSON of at most {LARGEST:,} bytes; the same data as CSV may be of any size"
        raise refuse(path, f"{path.stat().st_size:,} bytes", allowed)
    raw = path.read_bytes()
    encoding = encoding_of(path, raw[:HEAD], given)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ask_encoding(path) from error
    try:
        form, rows = formats.rows_of(json.loads(text.removeprefix("\ufeff")))
    except json.JSONDecodeError as error:
        allowed = f"JSON: {error.msg}, in column {error.colno} of this line"
        raise DataError([Fault(path.name, error.lineno, "", _near(error), allowed)]) from error
    except RecursionError as error:
        raise refuse(path, "", "it is nested deeper than any list of records") from error
    except ValueError as error:
        raise refuse(path, "", str(error)) from error
    return _source(path, form, rows, list(range(1, len(rows) + 1)))


def _near(error: json.JSONDecodeError) -> str:
    return error.doc[max(error.pos - 20, 0) : error.pos + 20]


def open_package(folder: Path, shown: Path) -> Source:
    """The data package in `folder`; `shown` is the file or folder that faults are said of.

    Raises DataError with all faults of the package.
    """
    try:
        rows = formats.package_rows(folder)
        ids = list(read_tables(folder).events["event_id"])
    except (KeyError, OSError, ValueError) as error:
        none = [Fault(shown.name, 0, "", str(error), "a data package that can be read")]
        raise DataError(check(folder) or none) from error
    lines = {event_id: line for line, event_id in enumerate(ids, 2)}
    return _source(shown, "package", rows, [lines[row["event_id"]] for row in rows])


def _source(path: Path, form: str, rows: list[dict[str, str]], lines: list[int]) -> Source:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    cells = [
        (line, [row.get(key) or "" for key in keys]) for line, row in zip(lines, rows, strict=True)
    ]
    return source_of_rows(path, keys, cells, len(rows), form)
