"""Checks that nothing stands above itself: actors under their parents, records about records."""

from collections.abc import Iterator, Mapping

from ..faults import Fault
from .sheets import Sheet


def no_actor_above_itself(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """The parents of an actor lead to a root."""
    return _circles(sheets["actors"], "actor_id", "parent", "an actor that does not belong to this")


def no_record_about_itself(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """A record is about another record, and that one is not about it."""
    allowed = "a record that is not about this one"
    return _circles(sheets["events"], "event_id", "about_event", allowed)


def _circles(sheet: Sheet, key: str, above: str, allowed: str) -> Iterator[Fault]:
    """One fault for each row that is part of a circle; rows below a circle are not at fault."""
    parent = {row[key]: row[above] for row in sheet.having(key, above)}
    for row in sheet.having(key, above):
        seen: set[str] = set()
        at = row[above]
        while at and at not in seen and at != row[key]:
            seen.add(at)
            at = parent.get(at, "")
        if at and at == row[key]:
            yield sheet.fault(row, above, allowed)


TREE_RULES = [no_actor_above_itself, no_record_about_itself]
