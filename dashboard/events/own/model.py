"""What a data set of one's own is: its rows, the versions that were kept of it, what is current."""

from dataclasses import dataclass
from typing import Any

Rows = dict[str, list[dict[str, str]]]
"""Rows by the name of their table, each with every column; all cells are text, "" is unknown."""


@dataclass(frozen=True)
class Version:
    """One version that was kept: who made it, when (UTC, ISO 8601) and what was done.

    `files` are the SHA-256 of each file by its name, `sha256` is that of all of them together.
    `undoes` is 0 for an edit; else the number of the version that this one takes back: an edit, or
    an undoing, whose edit then counts again.
    """

    number: int
    at: str
    who: str
    what: str
    sha256: str
    files: dict[str, str]
    undoes: int = 0


@dataclass(frozen=True)
class Draft:
    """The description (the content of datapackage.json) and the rows of one version."""

    package: dict[str, Any]
    rows: Rows
    version: Version


class Conflict(Exception):
    """Somebody else has saved meanwhile: `newer` is the version that is there now, None if the
    other is still at it. Nothing was saved."""

    def __init__(self, newer: Version | None) -> None:
        self.newer = newer
        told = f"{newer.who or 'somebody'} saved version {newer.number}" if newer else "it is busy"
        super().__init__(f"these records were changed elsewhere meanwhile: {told}")
