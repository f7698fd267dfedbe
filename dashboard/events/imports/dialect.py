"""How the cells of a delimited text are told apart, and the patterns that follow from it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .text import decoded

_INSIDE = rb'[^"]*+(?:""[^"]*+)*+'  # of a quoted cell: two quotation marks stand for one
_QUOTED = b'"' + _INSIDE + b'"'

Pattern = re.Pattern[bytes]


@dataclass(frozen=True)
class Dialect:
    """The delimiter, and whether quotation marks mean anything.

    A quotation mark opens a cell only where the cell begins. All patterns are for whole lines.
    """

    delimiter: str
    quoted: bool = True

    @cached_property
    def _mark(self) -> bytes:
        return re.escape(self.delimiter.encode())

    @cached_property
    def _cell(self) -> bytes:
        """A cell; one that does not begin with a quotation mark may have some in it."""
        bare = rb'[^"' + self._mark + rb"][^" + self._mark + rb"]*+"
        return rb"(?:" + _QUOTED + rb"|(?:" + bare + rb")?+)"

    @cached_property
    def _more(self) -> bytes:
        return rb"(?:" + self._mark + self._cell + rb")*+"

    @cached_property
    def strict(self) -> Pattern:
        """A record that all readers read alike."""
        cell = rb"(?:" + _QUOTED + rb'|[^"' + self._mark + rb"]*+)"
        return re.compile(cell + rb"(?:" + self._mark + cell + rb")*+")

    @cached_property
    def loose(self) -> Pattern:
        """A record with quotation marks inside cells that are not quoted: they are text."""
        return re.compile(self._cell + self._more)

    @cached_property
    def opens(self) -> Pattern:
        """The beginning of a record, up to a line end inside a quoted cell."""
        return re.compile(rb"(?:" + self._cell + self._mark + rb')*+"' + _INSIDE)

    @cached_property
    def stays(self) -> Pattern:
        """A line after that, at whose end a quoted cell, the same or a later one, is open."""
        later = self._mark + rb"(?:" + self._cell + self._mark + rb')*+"' + _INSIDE
        return re.compile(_INSIDE + rb'(?:"' + later + rb")?")

    @cached_property
    def closes(self) -> Pattern:
        """A line after that, at whose end the record is complete."""
        return re.compile(_INSIDE + b'"' + self._more)

    @cached_property
    def _each(self) -> Pattern:
        return re.compile(rb"(" + self._cell + rb")" + self._mark)

    def cut(self, record: bytes) -> list[str]:
        """The cells of a `loose` record, with their quotation marks taken off."""
        mark = self.delimiter.encode()
        found = self._each.findall(record + mark) if self.quoted else record.split(mark)
        plain = (c[1:-1].replace(b'""', b'"') if self._wrapped(c) else c for c in found)
        return [decoded(cell) for cell in plain]

    def _wrapped(self, cell: bytes) -> bool:
        return self.quoted and cell.startswith(b'"')

    def join(self, cells: Iterable[str]) -> bytes:
        """The cells as a `strict` record in which each that is filled is quoted."""
        quoted = ('"' + cell.replace('"', '""') + '"' if cell else "" for cell in cells)
        return self.delimiter.join(quoted).encode("utf-8", "surrogatepass")

    def count(self, record: bytes) -> int:
        """The cells of a `strict` record."""
        if self.quoted and b'"' in record:
            record = b"".join(record.split(b'"')[::2])  # what is outside of the quotation marks
        return record.count(self.delimiter.encode()) + 1
