"""Reads one table as a spreadsheet shows it: rows by number, cells as text, faults collected."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..faults import Fault


@dataclass(frozen=True)
class Row:
    """One row; `number` is the one a spreadsheet shows, where the header is row 1."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(frozen=True)
class Sheet:
    """The rows of one file; empty, with no header, if the file cannot be read."""

    file: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def has(self, *columns: str) -> bool:
        """Whether all these columns are there."""
        return set(columns) <= set(self.header)

    def having(self, *columns: str) -> tuple[Row, ...]:
        """The rows, or none if one of the columns is missing: that is a fault of its own."""
        return self.rows if self.has(*columns) else ()

    def values(self, column: str) -> dict[str, Row]:
        """The values that stand in a column, each with the first row in which it stands."""
        found: dict[str, Row] = {}
        for row in self.having(column):
            if row[column]:
                found.setdefault(row[column], row)
        return found

    def fault(self, row: Row, column: str, allowed: str, value: str | None = None) -> Fault:
        """A fault in a cell; `value` is what stands there, or the part of it that is wrong."""
        return Fault(
            self.file, row.number, column, row[column] if value is None else value, allowed
        )


def read_sheet(path: Path, columns: Sequence[str]) -> tuple[Sheet, list[Fault]]:
    """The table in `path`, which should have these columns, and what is wrong with its shape."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return _unreadable(path.name, error)
    return sheet_of(path.name, raw, columns)


def sheet_of(file: str, raw: bytes, columns: Sequence[str]) -> tuple[Sheet, list[Fault]]:
    """As `read_sheet`, of the bytes of a file."""
    try:
        text = io.StringIO(raw.decode("utf-8-sig"), newline="")
        lines = list(csv.reader(text, strict=True))
    except (ValueError, csv.Error) as error:
        return _unreadable(file, error)
    header = tuple(lines[0]) if lines else ()
    rows = tuple(
        Row(number, dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=False)))
        for number, cells in enumerate(lines[1:], start=2)
        if cells
    )
    faults = [*_header_faults(file, header, columns), *_width_faults(file, lines)]
    return Sheet(file, header, rows), faults


def _unreadable(file: str, error: Exception) -> tuple[Sheet, list[Fault]]:
    reason = getattr(error, "strerror", None) or str(error)
    return Sheet(file, (), ()), [Fault(file, 0, "", reason, "a readable CSV file in UTF-8")]


def _header_faults(file: str, header: Sequence[str], columns: Sequence[str]) -> Iterator[Fault]:
    for column in columns:
        if column not in header:
            yield Fault(file, 1, column, "", "this column must be there")
    for column in dict.fromkeys(header):
        if header.count(column) > 1:
            yield Fault(file, 1, column, column, "a column name that stands in the header once")
        if column not in columns:
            yield Fault(file, 1, column, column, "a column that datapackage.json describes")


def _width_faults(file: str, lines: Sequence[Sequence[str]]) -> Iterator[Fault]:
    """Rows with more or fewer cells than the header, as a stray comma or quotation mark makes."""
    for number, cells in enumerate(lines[1:], start=2):
        if cells and len(cells) != len(lines[0]):
            allowed = f"{len(lines[0])} cells, as many as the header has"
            yield Fault(file, number, "", f"{len(cells)} cells", allowed)
