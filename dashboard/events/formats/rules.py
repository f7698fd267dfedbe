"""Makes the rules of a recipe: what makes a row unusable, and what a reader should look at."""

from collections.abc import Sequence

from .recipe import Rule
from .sql import known


def rule(column: str, when: str, why: str) -> Rule:
    """A rule whose condition is never NULL, so that it can also be denied."""
    return Rule(column, f"coalesce({when}, false)", why)


def stated(text: str) -> str:
    """True where a cell says something else than that nothing is known."""
    return f"({known(text)}) IS NOT NULL"


def unreadable(column: str, text: str, read: str) -> Rule:
    """A date that stands there and cannot be read; `text` and `read` are SQL."""
    return rule(column, f"{stated(text)} AND ({read}) IS NULL", "not a date that can be read")


def unknown_code(column: str, code: str, codes: Sequence[str], then: str) -> Rule:
    """A code that the codebook does not know, or none; `then` says what is done about it."""
    listed = ", ".join(f"'{each}'" for each in codes)
    why = f"not one of {', '.join(codes)}: {then}"
    return Rule(column, f"coalesce(({code}) NOT IN ({listed}), true)", why)
