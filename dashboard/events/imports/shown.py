"""The beginning of a file before it is imported: its raw rows, and what they would become."""

import tempfile
from itertools import islice
from pathlib import Path

import duckdb
import pandas as pd

from .. import formats
from ..faults import DataError, Fault
from .apply import judge, make
from .engine import connect, expect
from .load import raw_query
from .model import SAMPLE, Asked, Options, Preview
from .opening import open_source
from .pace import Pace
from .prepare import MAPPED, plan
from .records import Record
from .report import VALUE
from .source import COMMA, LINE, NO_ROWS, Source, source_of_rows
from .text import decoded

LOOKED_AT = 2_000  # rows in which the order of day and month is looked for
Rows = list[tuple[int, list[str]]]


def preview(path: Path, encoding: str = "", form: str = "", sheet: str = "") -> Preview:
    """The beginning of the file as it would be read.

    What stands in the file never makes it raise: `faults` then says why it cannot be read, and
    `question` what must be said first. Raises OSError if the file itself cannot be opened.
    """
    with tempfile.TemporaryDirectory() as work:
        try:
            source = open_source(path, Path(work), encoding, sheet, lambda: None)
            return _preview(source, form, Path(work))
        except DataError as error:
            question = error.question if isinstance(error, Asked) else ""
            sheets = error.choices if isinstance(error, Asked) and question == "sheet" else ()
            nothing = pd.DataFrame()
            return Preview(form, encoding, "", (), nothing, question, error.faults, sheets=sheets)


def _preview(source: Source, form: str, work: Path) -> Preview:
    records = list(islice(source.records(), LOOKED_AT))
    rows = [(r.line, source.dialect.cut(r.clean)) for r in records if not r.why]
    key = source.recognised(form)
    mapping = formats.guess(source.columns) if key in MAPPED else {}
    question, day_first = "", None
    faults = () if rows else _none(source, records)
    with connect(work) as con:
        _take_in(con, source.columns, rows, work)
        try:
            day_first = plan(con, source, Options(form=key, mapping=mapping)).day_first
        except Asked as asked:
            question, faults = asked.question, asked.faults
    first = rows[:SAMPLE]
    table = pd.DataFrame(
        [cells for _, cells in first],
        columns=list(source.columns),
        index=pd.Index([line for line, _ in first], name=LINE),
        dtype=str,
    )
    encoding, delimiter = (source.encoding, source.dialect.delimiter) if source.size else ("", "")
    return Preview(
        key, encoding, delimiter, source.columns, table, question, faults, mapping, source.sheets,
        source.sheet, day_first,
    )  # fmt: skip


def _none(source: Source, records: list[Record]) -> tuple[Fault, ...]:
    """Why there are no rows to show."""
    name = source.path.name
    if not records:
        return (Fault(name, 1, "", "", NO_ROWS),)
    return tuple(Fault(name, r.line, "", decoded(r.raw)[:VALUE], r.why) for r in records[:SAMPLE])


def _take_in(
    con: duckdb.DuckDBPyConnection, columns: tuple[str, ...], rows: Rows, work: Path
) -> None:
    """Make the table `raw` of a few rows."""
    clean = work / "rows.csv"
    texts = [(line, COMMA.join(cells)) for line, cells in rows]
    clean.write_bytes(b"".join(b"%d,%b\n" % pair for pair in texts))
    longest = max((len(text) for _, text in texts), default=0)
    con.execute(raw_query(columns, COMMA, clean, longest)).fetchall()
    expect(con, len(rows))


def trial(shown: Preview, options: Options) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    """What the rows of a preview become with these options, for a live view of a mapping.

    The records (columns of the events table but for `words`, in order of lines) and what was
    rejected or repaired, or why nothing can be made of them. Never raises for what is in the rows.
    """
    rows = [(int(line), list(cells)) for line, *cells in shown.rows.itertuples(name=None)]
    source = source_of_rows(Path("preview"), shown.columns, rows, len(rows), shown.form)
    pace = Pace(lambda progress: None, lambda: False)
    with tempfile.TemporaryDirectory() as work, connect(Path(work)) as con:
        _take_in(con, shown.columns, rows, Path(work))
        try:
            steps = plan(con, source, options)
        except DataError as error:
            return pd.DataFrame(), error.faults
        judge(con, steps.recipe, source.columns, pace)
        make(con, steps.recipe, pace)
        records = con.execute("SELECT * EXCLUDE (text) FROM made ORDER BY line").df()
        query = "SELECT line, coalesce(col, ''), coalesce(value, ''), why FROM found ORDER BY ALL"
        found = con.execute(query).fetchall()
    return records, tuple(Fault("", *each) for each in found)
