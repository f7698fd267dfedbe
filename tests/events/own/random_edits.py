"""Edits as a careless person makes them: chosen at random, sensible or not, the same for a seed."""

import random
from collections.abc import Mapping

from dashboard.events.own import Rows, drop, put
from dashboard.events.own.structure import columns_of, key_of

TABLES = ("events", "claims", "actors", "places", "sources")
NONSENSE = (
    "", " ", "narnia", "2020-13-45", "1991~", "../2020-11-07", "2020-10-10T12:00:00+04:00", "-1",
    "1e999", "nan", "yes", ";", "a;a", "nk;turkey", "armenia", "\x00", "\ud800", "a\r\nb", '"', ",",
    "=1+1", "http://x y", "https://example.org/a", "İşıq Շուշի", "<script>", "x" * 500, "\u202e",
)  # fmt: skip


def random_edit(rows: Rows, chance: random.Random) -> tuple[str, Rows]:
    """One edit in words, and the rows after it. Raises DataError where its id is empty or taken."""
    table = chance.choice(TABLES)
    there = rows[table]
    kind = chance.choice(("cell", "cell", "cell", "add", "drop")) if there else "add"
    row = dict(chance.choice(there)) if there else dict.fromkeys(columns_of(table), "")
    key = row[key_of(table)]
    if kind == "drop":
        return f"dropped {key} of {table}", drop(rows, table, key)
    for column in chance.sample(columns_of(table), chance.choice((1, 1, 2, 5))):
        row[column] = _value(rows, table, column, chance)
    if kind == "add":
        if chance.random() < 0.7:
            row[key_of(table)] = f"new-{chance.randrange(10**6)}"
        return f"added to {table}", put(rows, table, row)
    return f"changed {key} of {table}", put(rows, table, row, key)


def _value(rows: Rows, table: str, column: str, chance: random.Random) -> str:
    """Nonsense, or what stands in that column somewhere else."""
    there: list[Mapping[str, str]] = [*rows[table]]
    if there and chance.random() < 0.5:
        return chance.choice(there)[column]
    return chance.choice(NONSENSE)
