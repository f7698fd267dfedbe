"""From the records made to the table `events` of a data set: ids, words, order."""

from pathlib import Path

import duckdb
import pandas as pd

from ..formats.sql import literal
from ..store.companions import LARGE, build_companions
from ..store.schema import COLUMNS
from ..table import fold
from .engine import connect
from .pace import Pace

BATCH = 20_000  # texts folded at once
# Letters for which the engine folds as `fold` does, each alone and so in any text: the Latin,
# Cyrillic, Armenian, Hebrew and Arabic ones but for a few, and the usual dashes and quotes.
ALIKE = (
    r"[\t-\r -~\x{a1}-\x{a7}\x{a9}\x{ab}\x{ac}\x{ae}\x{b0}\x{b1}\x{b6}\x{b7}\x{bb}\x{bf}-\x{de}"
    r"\x{e0}-\x{131}\x{134}-\x{13e}\x{141}-\x{148}\x{14a}-\x{17e}\x{180}-\x{1c3}\x{259}"
    r"\x{400}-\x{487}\x{48a}-\x{4ff}\x{531}-\x{556}\x{561}-\x{586}\x{5d0}-\x{5ea}"
    r"\x{620}-\x{674}\x{679}-\x{6ff}\x{1e00}-\x{1e99}\x{1ea0}-\x{1eff}"
    r"\x{2010}\x{2012}-\x{2015}\x{2018}-\x{2023}\x{2027}]*"
)
FOLDED = "replace(replace(lower(strip_accents(text)), 'ə', 'e'), 'ı', 'i')"


def name_twins(con: duckdb.DuckDBPyConnection, pace: Pace) -> None:
    """Give each record an id of its own: a later one with a used id becomes "id (2)" and so on."""
    con.execute(
        "CREATE TEMP TABLE renamed (line BIGINT, original VARCHAR, first BIGINT)"
    ).fetchall()
    twins = """SELECT made.line, made.event_id, min(made.line) OVER same AS first,
        row_number() OVER (same ORDER BY renamed.line IS NOT NULL, made.line) AS place
        FROM made LEFT JOIN renamed USING (line)
        WINDOW same AS (PARTITION BY event_id) QUALIFY place > 1"""
    while pace.run(con, f"CREATE OR REPLACE TEMP TABLE twins AS {twins}")[0][0]:
        con.execute(
            "INSERT INTO renamed SELECT line, event_id, first FROM twins "
            "WHERE line NOT IN (SELECT line FROM renamed)"
        ).fetchall()
        # The new id may be used as well: then once more.
        pace.run(
            con,
            "UPDATE made SET event_id = made.event_id || ' (' || place || ')' "
            "FROM twins WHERE twins.line = made.line",
        )
    con.execute(
        """INSERT INTO found SELECT 'repaired', line, 'event_id', original,
        'the id of another record, in line ' || first || '; kept as ' || event_id
        FROM renamed JOIN made USING (line)"""
    ).fetchall()


def fold_rest(con: duckdb.DuckDBPyConnection, pace: Pace) -> None:
    """Fold in `folded` (line, words) the texts that the engine would fold otherwise than `fold`."""
    con.execute("CREATE TABLE folded (line BIGINT, words VARCHAR)").fetchall()
    reader = con.cursor()
    reader.execute(f"SELECT line, text FROM made WHERE NOT regexp_full_match(text, '{ALIKE}')")
    while batch := reader.fetchmany(BATCH):
        pace.check()
        table = pd.DataFrame({"line": [b[0] for b in batch], "words": [fold(b[1]) for b in batch]})
        con.register("batch", table)
        con.execute("INSERT INTO folded SELECT line, words FROM batch").fetchall()
        con.unregister("batch")
    reader.close()


def write_events(con: duckdb.DuckDBPyConnection, file: Path, pace: Pace) -> None:
    """Write the table `events` to a new database file, in order of time."""
    words = f"coalesce(folded.words, {FOLDED}) AS words"
    columns = ", ".join(words if name == "words" else f"made.{name}" for name in COLUMNS)
    con.execute(f"ATTACH {literal(str(file))} AS made_set").fetchall()
    pace.run(
        con,
        f"""CREATE TABLE made_set.events AS SELECT {columns} FROM made LEFT JOIN folded USING (line)
        ORDER BY earliest NULLS LAST, event_id""",
    )
    pace.run(con, "CHECKPOINT made_set")
    con.execute("DETACH made_set").fetchall()


def write_companions(file: Path, work: Path, pace: Pace) -> None:
    """Add to a large database the tables that make its filters quick; `work` is for what spills."""
    con = connect(work, file)
    try:
        [(rows,)] = con.execute("SELECT count(*) FROM events").fetchall()
        if rows >= LARGE:
            pace.call(con, lambda: build_companions(con))
            pace.run(con, "CHECKPOINT")
    finally:
        con.close()
