"""Yes and no, and numbers of kilometres, as people write them into a table."""

from collections.abc import Iterator

from .raw import Raw
from .recipe import Rule
from .rules import rule, stated
from .sql import NOTHING, decimal

_YES = "'yes', 'y', 'true', 't', '1', '1.0', 'x', 'contested', 'disputed'"
_NO = "'no', 'n', 'false', 'f', '0', '0.0', 'uncontested', 'undisputed'"


def yes(text: str) -> str:
    """SQL: true where a text says yes; all else is no."""
    return "false" if text == NOTHING else f"coalesce(lower({text}) IN ({_YES}), false)"


def unclear(raw: Raw, name: str) -> Iterator[Rule]:
    """What is neither yes nor no, in the raw column `name`, if there is one."""
    if column := raw.name(name):
        text = raw.text(name)
        neither = f"{stated(text)} AND lower({text}) NOT IN ({_YES}, {_NO})"
        yield rule(column, neither, "neither yes nor no; taken as no")


def no_radius(raw: Raw, name: str) -> Iterator[Rule]:
    """What is no number of kilometres, in the raw column `name`, if there is one."""
    if column := raw.name(name):
        radius = decimal(raw.text(name))
        wrong = f"{stated(raw.text(name))} AND (({radius}) IS NULL OR ({radius}) < 0)"
        yield rule(column, wrong, "not a number of kilometres from 0")
