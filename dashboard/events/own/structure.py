"""What the tables are made of: columns, keys, and which column points to which table.

All data sets of one's own have the structure of the curated records, whose description says it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from ..check import columns, described
from ..dataset import DATA
from ..tables import NAMES, read_package


@dataclass(frozen=True)
class Link:
    """A column whose cells are ids of the table `target`: one id, or a list if `many`."""

    table: str
    column: str
    target: str
    many: bool


@cache
def package() -> dict[str, Any]:
    """The description of the curated records; not to be changed."""
    return read_package(DATA)


@cache
def resources() -> dict[str, dict[str, Any]]:
    """The description of each table; not to be changed."""
    return described(package())


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table in their order."""
    return tuple(columns(resources()[table]))


def key_of(table: str) -> str:
    """The column that names the rows of a table."""
    return str(resources()[table]["schema"]["primaryKey"][0])


@cache
def links() -> tuple[Link, ...]:
    """All columns that point to a table, in the order of the tables."""
    return tuple(link for name in NAMES for link in _links_of(name))


def _links_of(table: str) -> list[Link]:
    schema = resources()[table]["schema"]
    single = [
        Link(table, key["fields"][0], key["reference"]["resource"] or table, False)
        for key in schema.get("foreignKeys", [])
    ]
    lists = [
        Link(table, field["name"], field["x_list_of"].split(".")[0], True)
        for field in schema["fields"]
        if "x_list_of" in field
    ]
    return [*single, *lists]
