"""An hour in a raw column of its own, beside the day that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from .days import time_of
from .raw import Raw
from .recipe import Rule
from .rules import rule, stated
from .stretch import SPAN
from .written import span_of

TIMED = '"= timed"'  # a span with its hour
_HOUR = '"= hour"'


@dataclass(frozen=True)
class Hours:
    """The hour of a moment that is dated to the day; elsewhere it says nothing."""

    raw: Raw
    name: str

    @property
    def text(self) -> str:
        """The hour as the file states it."""
        return self.raw.text(self.name)

    def given(self) -> tuple[dict[str, str], ...]:
        """The hour; when the span is given, the span with the hour in its clock and precision."""
        fine = f"CASE WHEN {self.text} LIKE '%:%' THEN 'minute' ELSE 'hour' END"
        first, last = f"{SPAN}.first", f"{SPAN}.last"
        timed = (
            f"CASE WHEN {_HOUR} IS NOT NULL AND {SPAN}.extent = 'moment' "
            f"AND {SPAN}.precision = 'day' "
            f"THEN {span_of(first, last, fine, f'{SPAN}.extent', f'{first} + {_HOUR}')} "
            f"ELSE {SPAN} END"
        )
        return {"= hour": time_of(self.text)}, {}, {"= timed": timed}

    def rejects(self) -> tuple[Rule, ...]:
        """Nothing: a row is good without its hour."""
        return ()

    def repairs(self) -> Iterator[Rule]:
        """Hours that cannot be read."""
        if column := self.raw.name(self.name):
            unread = f"{stated(self.text)} AND {_HOUR} IS NULL"
            yield rule(column, unread, "not an hour that can be read; left out")
