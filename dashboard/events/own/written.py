"""Rows and their description as the bytes of files, always the same for the same content."""

import csv
import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from ..check import columns, described
from ..check.sheets import sheet_of
from ..csv_lines import LfLines
from ..faults import DataError, Fault
from ..tables import NAMES
from .model import Rows
from .packages import described_fields
from .structure import columns_of, key_of

PACKAGE = "datapackage.json"
FILES = (*(f"{name}.csv" for name in NAMES), PACKAGE)
LONGEST = 100_000  # characters of a cell, below what a CSV reader takes


def clean(cell: str) -> str:
    """The text without what a table cannot hold: control characters and lone surrogates; line ends
    are a newline each."""
    if cell.isprintable():
        return cell
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept)


def whole(rows: Mapping[str, Sequence[Mapping[str, str]]]) -> Rows:
    """The rows of all tables, with every column and clean cells. Raises KeyError if a row has a
    column that its table has not."""
    return {name: [filled(name, row) for row in rows.get(name, ())] for name in NAMES}


def filled(table: str, row: Mapping[str, str]) -> dict[str, str]:
    """A row with every column of its table and clean cells; errors as `whole`."""
    unknown = set(row) - set(columns_of(table))
    if unknown:
        raise KeyError(f"{table} has no column {', '.join(sorted(unknown))}")
    return {column: clean(row.get(column, "")) for column in columns_of(table)}


def key_faults(rows: Rows) -> list[Fault]:
    """Rows that cannot be told apart, as their key is empty or taken, and cells that are too long
    for a table: such rows cannot be kept."""
    found = []
    for name in NAMES:
        key, seen = key_of(name), set()
        for number, row in enumerate(rows[name], start=2):
            if not row[key] or row[key] in seen:
                allowed = "an id that no other row of this table has"
                found.append(Fault(f"{name}.csv", number, key, row[key], allowed))
            seen.add(row[key])
            allowed = f"at most {LONGEST:,} characters"
            found += [
                Fault(f"{name}.csv", number, column, f"{cell[:40]}…", allowed)
                for column, cell in row.items()
                if len(cell) > LONGEST
            ]
    return found


def file_bytes(package: Mapping[str, Any], rows: Rows) -> dict[str, bytes]:
    """The content of each file by its name. Raises DataError if the package describes no table."""
    made = {
        f"{name}.csv": _table_bytes(columns(resource), rows[name])
        for name, resource in described(package).items()
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    return {**made, PACKAGE: f"{text}\n".encode()}


def _table_bytes(header: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(LfLines(out), header, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def read_package_bytes(raw: bytes) -> dict[str, Any]:
    """The content of datapackage.json. Raises DataError if it is no JSON object."""
    try:
        return dict(json.loads(raw.decode("utf-8-sig")))
    except (TypeError, ValueError, RecursionError) as error:
        raise DataError([Fault(PACKAGE, 0, "", str(error), "a readable JSON object")]) from error


def read_rows(files: Mapping[str, bytes]) -> Rows:
    """The rows of the tables among `files`, with all columns there are today: one that their
    description does not know yet is empty. Raises DataError with all faults of their shape."""
    known = described_fields(read_package_bytes(files[PACKAGE]))
    rows, faults = {}, []
    for name in NAMES:
        file = f"{name}.csv"
        if file not in files:
            faults.append(Fault(file, 0, "", "", "this table must be there"))
            continue
        header = [column for column in columns_of(name) if (name, column) in known]
        sheet, found = sheet_of(file, files[file], header)
        faults += found
        rows[name] = [row.cells for row in sheet.rows]
    if faults:
        raise DataError(faults)
    return whole(rows)
