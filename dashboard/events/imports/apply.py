"""Turns raw rows into records by a recipe: what cannot be used, what is doubtful, and the rest.

Works in the connection's tables: raw -> found (what: rejected or repaired; line, col, value, why)
and made (the events table without its derived columns, unsorted, with its text before folding).
"""

import duckdb

from ..formats import Recipe, Rule
from ..formats.sql import literal, quoted
from ..store.schema import COLUMNS, DERIVED
from .pace import Pace
from .source import LINE

EMPTY = "''"
WHENEVER = {  # what stands where a recipe says nothing; all other columns of text are EMPTY
    "extent": "'moment'",
    "precision": "'unknown'",
    "place_precision": "'none'",
    "contested": "false",
}
TEXT = ("title", "summary", "place_label", "country", "actors", "note")  # what a search looks in
# What no data set may hold, whatever a recipe says: column of `made`, condition, reason.
IMPOSSIBLE = (
    ("latest", "earliest > latest", "the end lies before the beginning"),
    ("latitude", "latitude NOT BETWEEN -90 AND 90", "a latitude lies between -90 and 90"),
    ("longitude", "longitude NOT BETWEEN -180 AND 180", "a longitude lies between -180 and 180"),
    ("latitude", "latitude IS NULL AND longitude IS NOT NULL", "a longitude without a latitude"),
    ("longitude", "longitude IS NULL AND latitude IS NOT NULL", "a latitude without a longitude"),
)
# What is taken as it stands, and said: a slip that even the best sources have made.
DOUBTFUL = (
    ("earliest", "earliest < DATE '1000-01-01'",
     "a year of fewer than four digits, perhaps a slip; kept as it is"),
)  # fmt: skip


def judge(
    con: duckdb.DuckDBPyConnection, recipe: Recipe, columns: tuple[str, ...], pace: Pace
) -> None:
    """List in `found` what the recipe rejects and repairs, and rows that stand there twice."""
    con.execute(
        "CREATE TABLE found (what VARCHAR, line BIGINT, col VARCHAR, value VARCHAR, why VARCHAR)"
    ).fetchall()
    rules = [("rejected", rule) for rule in recipe.rejects]
    rules += [("repaired", rule) for rule in recipe.repairs]
    # All conditions side by side, and not in a WHERE: so the engine works out once what they share.
    hits = ", ".join(f"({rule.when})" for _, rule in rules)
    cells = ", ".join(map(quoted, columns))
    pace.run(
        con,
        f"""CREATE TEMP TABLE judged AS SELECT {LINE}, [{hits}]::BOOLEAN[] AS hits,
        hash({cells}) AS print FROM {_facts(recipe)}""",
    )
    if rules:
        pace.run(con, _listed(rules, columns))
    pace.run(con, _twins(columns))
    con.execute(
        "DELETE FROM found WHERE what = 'repaired' AND line IN "
        "(SELECT line FROM found WHERE what = 'rejected')"
    ).fetchall()


def _facts(recipe: Recipe) -> str:
    """SQL: the raw table with what is given by the recipe beside its columns."""
    table = "raw"
    for layer in recipe.given:
        made = ", ".join(f"({sql}) AS {quoted(name)}" for name, sql in layer.items())
        table = f"(SELECT *, {made} FROM {table})"
    return table


def _listed(rules: list[tuple[str, Rule]], columns: tuple[str, ...]) -> str:
    """SQL: each rule that applies to a row, with the value that it is about."""
    known = ", ".join(
        f"({place}, '{what}', {literal(rule.column)}, {literal(rule.why)})"
        for place, (what, rule) in enumerate(rules)
    )
    values = " ".join(
        f"WHEN {place} THEN raw.{quoted(rule.column)}"
        for place, (_, rule) in enumerate(rules)
        if rule.column in columns
    )
    value = f"CASE told.rule {values} END" if values else "NULL"
    # Every name is qualified, as the file may have columns of these names.
    return f"""INSERT INTO found
        SELECT rules.what, told.{LINE}, rules.col, {value}, rules.why FROM (
        SELECT {LINE}, unnest(hits) AS hit, unnest(range({len(rules)})) AS rule FROM judged
        WHERE list_contains(hits, true)) AS told
        JOIN (VALUES {known}) AS rules (rule, what, col, why) ON rules.rule = told.rule
        JOIN raw ON raw.{LINE} = told.{LINE} WHERE told.hit"""


def _twins(columns: tuple[str, ...]) -> str:
    """SQL: each row that stands there again, unless it is rejected anyway."""
    same = " AND ".join(f"a.{quoted(c)} IS NOT DISTINCT FROM b.{quoted(c)}" for c in columns)
    return f"""INSERT INTO found
        WITH first AS
        (SELECT print, min({LINE}) AS {LINE} FROM judged GROUP BY 1 HAVING count(*) > 1)
        SELECT 'rejected', a.{LINE}, '', NULL, 'the same record as in line ' || b.{LINE}
        FROM first JOIN judged USING (print) JOIN raw a ON a.{LINE} = judged.{LINE}
        JOIN raw b ON b.{LINE} = first.{LINE}
        WHERE a.{LINE} > b.{LINE} AND {same}
        AND a.{LINE} NOT IN (SELECT line FROM found WHERE what = 'rejected')"""


def make(con: duckdb.DuckDBPyConnection, recipe: Recipe, pace: Pace) -> None:
    """Fill `made` with the rows that are not rejected; reject what no data set may hold, and
    list what is doubtful."""
    columns = ", ".join(
        f"{_typed(recipe, name)} AS {name}" for name in COLUMNS if name not in DERIVED
    )
    text = ", ".join(
        "nullif(array_to_string(actors, ' '), '')" if name == "actors" else f"nullif({name}, '')"
        for name in TEXT
    )
    pace.run(
        con,
        f"""CREATE TABLE made AS SELECT *, concat_ws(' ', {text}) AS text,
        coalesce(actors[1], '') AS lane FROM (SELECT {LINE}, {columns} FROM {_facts(recipe)}
        WHERE {LINE} NOT IN (SELECT line FROM found WHERE what = 'rejected'))""",
    )
    for column, when, why in IMPOSSIBLE:
        con.execute(_said("rejected", column, when, why)).fetchall()
    con.execute(
        "DELETE FROM made WHERE line IN (SELECT line FROM found WHERE what = 'rejected')"
    ).fetchall()
    for column, when, why in DOUBTFUL:
        con.execute(_said("repaired", column, when, why)).fetchall()


def _said(what: str, column: str, when: str, why: str) -> str:
    """SQL: list in `found` the records of which this holds."""
    return f"""INSERT INTO found SELECT '{what}', {LINE}, '{column}', {column}::VARCHAR, '{why}'
        FROM made WHERE {when}"""


def _typed(recipe: Recipe, name: str) -> str:
    """The expression for a column, never NULL where NULL would say no more than an empty value."""
    kind = COLUMNS[name]
    said = f"({recipe.columns[name]})::{kind}" if name in recipe.columns else f"NULL::{kind}"
    if name == "event_id":
        return f"coalesce(nullif(trim({said}), ''), 'line-' || {LINE})"
    if kind == "VARCHAR[]":
        return f"coalesce({said}, [])"
    if name in WHENEVER or kind == "VARCHAR":
        return f"coalesce({said}, {WHENEVER.get(name, EMPTY)})"
    return said
