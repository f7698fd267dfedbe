"""The raw columns of a file under the names that a codebook gives them."""

import re
from collections.abc import Iterable, Sequence

from .sql import NOTHING, clean, quoted


def plain_name(name: str) -> str:
    """A column name for comparison: no byte order mark, no case, no space around it."""
    return name.strip("\ufeff \t\r\n\"'").casefold()


def plain_names(columns: Iterable[str]) -> set[str]:
    """The column names for comparison; what a form asks of them is a subset of these."""
    return {plain_name(column) for column in columns}


class Raw:
    """Looks raw columns up by any of their names; what is not there is NULL, never a key."""

    def __init__(self, columns: Sequence[str]) -> None:
        # The first of two like-named columns wins: the second carries another meaning.
        self._actual = {plain_name(column): column for column in reversed(columns)}

    def name(self, *names: str) -> str:
        """The first of these columns that the file has, as the file writes it; "" if none."""
        return next((self._actual[n] for n in map(plain_name, names) if n in self._actual), "")

    def text(self, *names: str) -> str:
        """SQL: the text of the first of these columns that the file has, NULL if it is empty."""
        name = self.name(*names)
        return clean(quoted(name)) if name else NOTHING

    def first(self, *names: str) -> str:
        """SQL: in each row the first of these columns that is not empty."""
        there = [self.text(name) for name in names if self.name(name)]
        return f"coalesce({', '.join(there)})" if there else NOTHING

    def numbered(self, stem: str) -> list[str]:
        """The columns `stem`1, `stem`2 ... that the file has, as it writes them, in order."""
        shape = re.compile(re.escape(plain_name(stem)) + r"(\d+)")
        found = [(match, name) for name in self._actual if (match := shape.fullmatch(name))]
        return [self._actual[name] for match, name in sorted(found, key=lambda f: int(f[0][1]))]
