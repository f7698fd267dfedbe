"""A file as rows of text cells, whatever form it has; nothing in it is understood yet."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import formats
from .dialect import Dialect
from .kinds import refuse
from .records import BAD_BYTES, Record
from .text import is_text

LINE = "line"  # the column of the raw table that is ours
WIDEST = 2_000  # columns
COMMA = Dialect(",")
NO_ROWS = "there are no rows under the header"


@dataclass(frozen=True)
class Source:
    """A table that can be read.

    `columns` are unique without regard to case. `records` reads it from the beginning; it may raise
    DataError, also at the end. `size` is its length in bytes, `rows` in rows; one of them is known,
    the other 0.
    `form` is "" if only the columns tell it. `header` is the header as it stands, b"" if there is
    none. `stated`: the encoding was said, by a person or by the file.
    """

    path: Path
    columns: tuple[str, ...]
    records: Callable[[], Iterator[Record]]
    size: int
    rows: int = 0
    form: str = ""
    encoding: str = "utf-8"
    dialect: Dialect = COMMA
    header: bytes = b""
    sheets: tuple[str, ...] = ()
    sheet: str = ""

    def recognised(self, wanted: str = "") -> str:
        """The key of the form in `formats.FORMS`: the one that is wanted, else by content."""
        return wanted or self.form or formats.recognise(self.columns)


def column_names(path: Path, cells: Sequence[str]) -> tuple[str, ...]:
    """The header as column names: trimmed; "column N" for an empty one; a second "date" (or the
    first "line", which is our own) is "date (2)". Raises DataError if there are too many."""
    if len(cells) > WIDEST:
        raise refuse(path, f"{len(cells):,} columns", f"at most {WIDEST:,} columns")
    used = {LINE}
    names = []
    for place, cell in enumerate(cells, 1):
        plain = cell.strip("\ufeff \t\r\n") or f"column {place}"
        name, again = plain, 2
        while name.casefold() in used:
            name, again = f"{plain} ({again})", again + 1
        used.add(name.casefold())
        names.append(name)
    return tuple(names)


def source_of_rows(
    path: Path,
    keys: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    count: int,
    form: str = "",
    sheets: tuple[str, ...] = (),
    sheet: str = "",
) -> Source:
    """A source of rows in memory: each its line and its cells in the order of `keys`."""

    def records() -> Iterator[Record]:
        for line, cells in rows:
            text = COMMA.join(cells)
            yield Record(line, text, text, len(cells), "" if is_text(text) else BAD_BYTES)

    names = column_names(path, keys)
    header = COMMA.join(names)
    return Source(path, names, records, 0, count, form, "utf-8", COMMA, header, sheets, sheet)
