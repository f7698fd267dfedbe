"""Delimited text as a source: CSV with any delimiter, and GDELT's tables without a header."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from .. import formats
from ..faults import DataError, Fault
from .dialect import Dialect
from .kinds import refuse
from .model import Asked
from .records import BAD_BYTES, Reader, Record, dialect_of
from .source import Source, column_names
from .text import HEAD, MARKS, Lines, decoded, encoding_of

FIRST = 500  # lines from which the dialect is told


def open_delimited(path: Path, given: str = "") -> Source:
    """The text file at `path` in the encoding `given` ("": UTF-8, or what its mark says).

    Raises DataError if it has no header that can be read, Asked if it is not in UTF-8.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    encoding = encoding_of(path, head, given)
    with Lines(path, encoding, head) as lines:
        first = list(islice(lines, FIRST))
    stated = bool(given) or any(head.startswith(mark) for mark, _ in MARKS)
    names = formats.headerless(decoded(next(filter(bytes.strip, first), b"")).split("\t"))
    dialect = Dialect("\t", quoted=False) if names else dialect_of(first)
    header = b"" if names else _header(path, first, dialect, stated)
    columns = column_names(path, names or dialect.cut(header))
    read = partial(_records, path, encoding, head, dialect, len(columns), not names, stated)
    for _ in _judged(path, iter(Reader(first, dialect)), stated):
        pass
    size = path.stat().st_size
    return Source(path, columns, read, size, encoding=encoding, dialect=dialect, header=header)


def _header(path: Path, lines: list[bytes], dialect: Dialect, stated: bool) -> bytes:
    found = next(iter(Reader(lines, dialect)), None)
    if not found:
        raise refuse(path, "", f"there is no header in the first {FIRST} lines")
    if found.why == BAD_BYTES and not stated:
        raise ask_encoding(path)
    if found.why:
        raise DataError([Fault(path.name, found.line, "", decoded(found.raw)[:200], found.why)])
    return found.clean


def _records(
    path: Path, encoding: str, head: bytes, dialect: Dialect, width: int, titled: bool, stated: bool
) -> Iterator[Record]:
    with Lines(path, encoding, head) as lines:
        reader = iter(Reader(lines, dialect, width))
        if titled:
            next(reader)
        yield from _judged(path, reader, stated)


def _judged(path: Path, records: Iterator[Record], stated: bool) -> Iterator[Record]:
    """The records; at their end Asked is raised if they look like another encoding than UTF-8.

    A few bad bytes spoil their rows. But if rows with bad bytes are no exception, and more than
    those in which UTF-8 letters stand, the file was written in an older encoding.
    """
    bad = wide = count = 0
    for record in records:
        count += 1
        if record.why == BAD_BYTES:
            bad += 1
        elif not record.raw.isascii():
            wide += 1
        yield record
    if not stated and bad > max(1, wide, count / 100):
        raise ask_encoding(path)


def ask_encoding(path: Path) -> Asked:
    """The error that asks for the encoding."""
    allowed = "this is not UTF-8: name the encoding, for example cp1252, cp1251 or cp1256"
    return Asked("encoding", [Fault(path.name, 0, "", "", allowed)])
