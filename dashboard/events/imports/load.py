"""Brings a source into the engine as the table `raw`, and keeps what could not be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ..faults import DataError, Fault
from ..formats.sql import literal
from .dialect import Dialect
from .pace import Pace
from .source import LINE, Source
from .text import LONGEST, decoded

EVERY = 4_096  # rows between two words about progress


@dataclass(frozen=True)
class Refused:
    """A row that is no row of the table: its line, its text as it stands, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class Loaded:
    """How many rows the file has and how many of them are in `raw`; the file with the others."""

    read: int
    held: int
    refused: Path

    def rest(self) -> Iterator[Refused]:
        """The refused rows, by line."""
        with self.refused.open(encoding="utf-8") as file:
            for line in file:
                yield Refused(*json.loads(line))


def load(source: Source, con: duckdb.DuckDBPyConnection, work: Path, pace: Pace) -> Loaded:
    """Read all of the source into the table `raw` of `con`: `line` and the columns as text.

    Files that are needed for it lie in `work`. Raises DataError, Cancelled, OSError, duckdb.Error.
    """
    clean, refused = work / "rows.csv", work / "refused.jsonl"
    read = held = lines = size = longest = 0
    mark = source.dialect.delimiter.encode()
    pace.start("Reading the file", source.rows)
    with clean.open("wb", 1 << 20) as rows, refused.open("w", encoding="utf-8") as rest:
        for line, raw, plain, _, why in source.records():
            read += 1
            size += len(raw) + 1
            if why:
                rest.write(json.dumps([line, decoded(raw), why]) + "\n")
            else:
                longest = max(longest, len(plain))
                held, lines = held + 1, lines + line
                rows.write(b"%d%b%b\n" % (line, mark, plain))
            if not read % EVERY:
                pace.at(read, source.rows or max(read, read * source.size // size))
    pace.start("Taking it in", held)
    pace.run(con, raw_query(source.columns, source.dialect, clean, longest))
    (found,) = pace.run(con, f"SELECT count(*), coalesce(sum({LINE}), 0)::BIGINT FROM raw")
    if found != (held, lines):
        why = f"the engine read {found[0]:,} rows of {held:,}; the file cannot be imported"
        raise DataError([Fault(source.path.name, 0, "", "", why)])
    clean.unlink()
    return Loaded(read, held, refused)


def raw_query(columns: tuple[str, ...], dialect: Dialect, clean: Path, longest: int) -> str:
    """SQL: the table `raw` from a file of rows, each its line and cells, as all readers read them.

    `longest`: bytes of the longest row.
    """
    names = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in columns)
    mark = literal('"' if dialect.quoted else "")
    return f"""CREATE TABLE raw AS FROM read_csv({literal(str(clean))}, auto_detect=false,
        header=false, columns={{'{LINE}': 'BIGINT', {names}}}, delim={literal(dialect.delimiter)},
        quote={mark}, escape={mark}, nullstr='', new_line='\\n',
        max_line_size={max(longest + 64, LONGEST // 2)})"""
