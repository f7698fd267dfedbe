"""The records of a delimited text, so that one bad quotation mark costs one row, not the rest.

Other readers take everything up to the next mark, however far, as one cell: rows vanish in it.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from .dialect import Dialect
from .text import LONGEST, is_text

REACH = 1_000  # lines that one record may go over
UNCLOSED = "a quotation mark is opened in this line and not closed as it should be"
STRAY = "there is text after a closing quotation mark"
BAD_BYTES = "bytes that are not text; mend them, or name the encoding of the file"
NUL = "a NUL byte, which is no text"
TOO_LONG = f"longer than {LONGEST:,} bytes"
EMPTY = "no cell is filled"
DELIMITERS = (",", ";", "\t", "|")


class Record(NamedTuple):
    """A record: the line where it begins, as it stands (`raw`), as every reader reads it (`clean`),
    how many cells it has, and why it cannot be read ("" if it can)."""

    line: int
    raw: bytes
    clean: bytes
    cells: int
    why: str


class Reader:
    """Reads lines as records of `width` cells (0: of any width). Blank lines are no records."""

    def __init__(self, lines: Iterable[bytes], dialect: Dialect, width: int = 0) -> None:
        self._lines = enumerate(lines, 1)
        # Lines that were looked at for the end of a record, and do not belong to it.
        self._again: deque[tuple[int, bytes]] = deque()
        self._dialect, self._width = dialect, width
        self._empty = (dialect.delimiter + ' "').encode()

    def __iter__(self) -> Iterator[Record]:
        dialect = self._dialect
        while (item := self._next()) is not None:
            line, text = item
            if not text.strip(b" "):
                continue
            if not dialect.quoted or b'"' not in text or dialect.strict.fullmatch(text):
                yield self._checked(line, text, text, dialect.count(text))
            elif dialect.opens.fullmatch(text):
                whole = self._whole(text)
                yield self._plain(line, whole) if whole else Record(line, text, b"", 0, UNCLOSED)
            elif dialect.loose.fullmatch(text):
                yield self._plain(line, text)
            else:
                yield Record(line, text, b"", 0, STRAY)

    def _next(self) -> tuple[int, bytes] | None:
        return self._again.popleft() if self._again else next(self._lines, None)

    def _whole(self, text: bytes) -> bytes:
        """The record that begins with `text` with all of its lines, b"" if it is not closed."""
        parts, closed = [text], False
        taken: list[tuple[int, bytes]] = []
        while not closed and len(taken) < REACH and (item := self._next()) is not None:
            taken.append(item)
            parts.append(item[1])
            if b'"' in item[1] and not self._dialect.stays.fullmatch(item[1]):
                closed = self._dialect.closes.fullmatch(item[1]) is not None
                if not closed:
                    break
        record = b"\n".join(parts)
        if closed and not self._swallows(record, parts[1:]):
            return record
        self._again.extendleft(reversed(taken))
        return b""

    def _swallows(self, record: bytes, lines: list[bytes]) -> bool:
        """Whether the record is of a wrong width, but a line of it alone is of the right one."""
        dialect, width = self._dialect, self._width
        return (
            bool(width)
            and len(dialect.cut(record)) != width
            and any(
                dialect.strict.fullmatch(line) and dialect.count(line) == width for line in lines
            )
        )

    def _plain(self, line: int, text: bytes) -> Record:
        """A `loose` record, made so that all readers read it alike."""
        if self._dialect.strict.fullmatch(text):
            return self._checked(line, text, text, self._dialect.count(text))
        cells = self._dialect.cut(text)
        return self._checked(line, text, self._dialect.join(cells), len(cells))

    def _checked(self, line: int, raw: bytes, clean: bytes, cells: int) -> Record:
        why = ""
        if len(raw) > LONGEST:
            why = TOO_LONG
        elif not is_text(raw):
            why = BAD_BYTES
        elif b"\0" in raw:
            why = NUL
        elif not raw.strip(self._empty):
            why = EMPTY
        elif self._width and cells != self._width:
            why = f"{cells} cells where the header has {self._width}"
        elif b"\r" in raw:  # taken for a line end by others
            clean = self._without_returns(clean)
        return Record(line, raw, clean, cells, why)

    def _without_returns(self, clean: bytes) -> bytes:
        cells = [cell.replace("\r", " ") for cell in self._dialect.cut(clean)]
        quoted = self._dialect.quoted
        return self._dialect.join(cells) if quoted else clean.replace(b"\r", b" ")


def dialect_of(lines: list[bytes]) -> Dialect:
    """The delimiter by which the first lines, the header before all, fall into cells alike."""

    def score(delimiter: str) -> tuple[bool, float, int]:
        found = [r.cells for r in islice(Reader(lines, Dialect(delimiter)), 50) if r.cells]
        head = found[0] if found else 0
        return head > 1, found.count(head) / max(len(found), 1), head

    return Dialect(max(DELIMITERS, key=score))
