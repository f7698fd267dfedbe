"""Edits of rows: put one in, take one out, and what refers to it. Nothing given is changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..faults import DataError, Fault
from ..tables import split_list
from .model import Rows
from .structure import Link, key_of, links
from .written import filled


@dataclass(frozen=True)
class Reference:
    """A row that names another one: its table, its own key, and the column."""

    table: str
    key: str
    column: str


def find(rows: Rows, table: str, key: str) -> dict[str, str] | None:
    """The row with this key."""
    return next((row for row in rows[table] if row[key_of(table)] == key), None)


def put(rows: Rows, table: str, row: Mapping[str, str], key: str = "") -> Rows:
    """The rows with `row` in place of the one with this key, or at the end if `key` is "".

    If the row gets another id, all that refers to it follows. Raises DataError if its id is empty
    or another row has it, KeyError if there is no row with this key or a column is unknown.
    """
    made, column = filled(table, row), key_of(table)
    ids = [each[column] for each in rows[table]]
    at = len(ids) if not key else _index(ids, table, key)
    if not made[column] or (made[column] != key and made[column] in ids):
        allowed = "an id that no other row of this table has"
        raise DataError([Fault(f"{table}.csv", at + 2, column, made[column], allowed)])
    changed = {**rows, table: [*rows[table][:at], made, *rows[table][at + 1 :]]}
    if not key or made[column] == key:
        return changed
    return _follow(changed, table, key, made[column])


def drop(rows: Rows, table: str, key: str) -> Rows:
    """The rows without the one with this key; a record goes with its claims.

    What else refers to it stays as it is, which is a fault. Raises KeyError if there is none.
    """
    at = _index([row[key_of(table)] for row in rows[table]], table, key)
    left = {**rows, table: [*rows[table][:at], *rows[table][at + 1 :]]}
    if table == "events":
        left["claims"] = [claim for claim in left["claims"] if claim["event_id"] != key]
    return left


def references(rows: Rows, table: str, key: str) -> list[Reference]:
    """The cells of other rows that name the row with this key, in the order of the tables."""
    return [
        Reference(link.table, row[key_of(link.table)], link.column)
        for link in _to(table)
        for row in rows[link.table]
        if key in split_list(row[link.column])
    ]


def new_claim_id(rows: Rows, event: str) -> str:
    """The id of a further claim of a record: its own and the next number."""
    given = [claim["claim_id"].rpartition("--") for claim in rows["claims"]]
    numbers = [int(n) for of, _, n in given if of == event and n.isascii() and n.isdigit()]
    return f"{event}--{max(numbers, default=0) + 1}"


def _index(ids: list[str], table: str, key: str) -> int:
    if key not in ids:
        raise KeyError(f"{table} has no row {key}")
    return ids.index(key)


def _to(table: str) -> list[Link]:
    return [link for link in links() if link.target == table]


def _follow(rows: Rows, table: str, old: str, new: str) -> Rows:
    changed = dict(rows)
    for link in _to(table):
        changed[link.table] = [_renamed(row, link, old, new) for row in changed[link.table]]
    if table == "events":  # the id of a claim begins with that of its record
        changed["claims"] = _renumbered(changed["claims"], old, new)
    return changed


def _renamed(row: dict[str, str], link: Link, old: str, new: str) -> dict[str, str]:
    ids = split_list(row[link.column])
    if old not in ids:
        return row
    return {**row, link.column: ";".join(new if each == old else each for each in ids)}


def _renumbered(claims: list[dict[str, str]], old: str, new: str) -> list[dict[str, str]]:
    taken = {claim["claim_id"] for claim in claims}
    made = []
    for claim in claims:
        name = f"{new}--{claim['claim_id'].removeprefix(f'{old}--')}"
        follows = claim["event_id"] == new and claim["claim_id"].startswith(f"{old}--")
        made.append({**claim, "claim_id": name} if follows and name not in taken else claim)
    return made
