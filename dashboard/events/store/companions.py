"""Companion tables of a large data set, so that a filter costs as much as its answer.

`events_by_actor` has a row for each record and actor, sorted by actor: an actor's records lie
together. `events_by_month` are counts by month, lane, type; `events_by_month_cell` counts by month
and half degree. Their columns are those of `events`, as far as they have them, with `n`, the
number of records that a row stands for; days are the first of their month, coordinates the middle
of their cell, so that the same queries work on all of them.
"""

from typing import Any

import duckdb

from .schema import EXACT

LARGE = 1_000_000  # records; below, the table itself answers within a few milliseconds
CELL = 0.5  # degrees
BY_ACTOR, BY_MONTH, BY_CELL = "events_by_actor", "events_by_month", "events_by_month_cell"
COMPANIONS = (BY_ACTOR, BY_MONTH, BY_CELL)

_EXACT = ", ".join(f"'{precision}'" for precision in EXACT)
_BUILD = {
    BY_ACTOR: """
        SELECT actor, actors[1:position - 1] AS before, event_id, earliest, latest, extent,
               event_type, lane, country, latitude, longitude, place_precision, contested
        FROM (SELECT *, unnest(actors) AS actor, generate_subscripts(actors, 1) AS position
              FROM events)
        ORDER BY actor, earliest
        """,
    BY_MONTH: """
        SELECT date_trunc('month', earliest)::DATE AS earliest,
               date_trunc('month', latest)::DATE AS latest,
               extent, event_type, lane, count(*) AS n
        FROM events WHERE earliest IS NOT NULL AND latest IS NOT NULL
        GROUP BY ALL ORDER BY ALL
        """,
    BY_CELL: f"""
        SELECT date_trunc('month', earliest)::DATE AS earliest,
               date_trunc('month', latest)::DATE AS latest,
               (floor(longitude / {CELL}) + 0.5) * {CELL} AS longitude,
               (floor(latitude / {CELL}) + 0.5) * {CELL} AS latitude,
               CASE WHEN place_precision IN ({_EXACT}) THEN 'exact' ELSE 'region' END
                   AS place_precision,
               contested, count(*) AS n
        FROM events WHERE earliest IS NOT NULL AND latest IS NOT NULL
        GROUP BY ALL ORDER BY ALL
        """,
}


def build_companions(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the companion tables of the table `events` in the same database."""
    for name, query in _BUILD.items():
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS {query}").fetchall()


def number_of(table: Any) -> Any:
    """How many records a row stands for: its column `n`, or 1 where a row is a record."""
    import ibis

    return table.n if "n" in table.columns else ibis.literal(1, type="int64")
