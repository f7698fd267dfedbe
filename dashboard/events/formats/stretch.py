"""A date in one raw column, or the first and the last in two: a doubt or a duration."""

from collections.abc import Iterator
from dataclasses import dataclass

from .recipe import Rule
from .rules import rule, stated
from .spans import by_length, plain_date
from .sql import joined
from .written import Written, coarsest, span_of

SPAN = '"= span"'  # the struct of both (see `Written.span`)
_START, _END = '"= start"', '"= end"'
_BACKWARDS = "ends before it begins"
_UTC = "an hour in UTC: the local day may be the one before or after; dated to both"


@dataclass(frozen=True)
class Stretch:
    """What a start and an end say together; the raw columns they come from, for the report.

    `lasting`: the two are the ends of a duration, else of a doubt about one moment. An end that
    is not stated leaves the start alone.
    """

    start: Written
    start_column: str
    end: Written
    end_column: str
    lasting: bool

    def given(self) -> tuple[dict[str, str], dict[str, str]]:
        """Each date by itself; then both as one (see `Recipe.given`)."""
        first, last = f"{_START}.first", f"{_END}.last"
        coarse = coarsest(f"{_START}.precision", f"{_END}.precision")
        both = span_of(
            first=first,
            last=last,
            precision=coarse if self.lasting else by_length(first, last),
            extent="'period'" if self.lasting else "'moment'",
            clock=f"CASE WHEN {first} = {last} THEN {_START}.clock END",
        )
        span = f"CASE WHEN {stated(self.end.text)} THEN {both} ELSE {_START} END"
        return {"= start": self.start.span, "= end": self.end.span}, {"= span": span}

    @property
    def date(self) -> str:
        """The date as the file states it."""
        return joined([plain_date(date.text) for date in (self.start, self.end)], " to ")

    def rejects(self) -> Iterator[Rule]:
        """Dates that cannot be read, and an end before the start."""
        for column, date, _ in self._there():
            unread = f"{date}.precision IS NULL"
            yield rule(column, unread, "not a date that can be read")
        for column, date, _ in self._there():
            yield rule(column, f"{date}.last < coalesce({_START}.first, {date}.first)", _BACKWARDS)

    def repairs(self) -> Iterator[Rule]:
        """Hours in UTC."""
        for column, _, written in self._there():
            yield rule(column, written.in_utc, _UTC)

    def _there(self) -> Iterator[tuple[str, str, Written]]:
        """The raw column, the given struct and the date, of those that the file has."""
        if self.start_column:
            yield self.start_column, _START, self.start
        if self.end_column:
            yield self.end_column, _END, self.end


def span_columns(span: str) -> dict[str, str]:
    """The columns of the events table that say when, of a span."""
    names = {"earliest": "first", "latest": "last"}
    told = ("earliest", "latest", "clock", "extent", "precision")
    return {name: f"{span}.{names.get(name, name)}" for name in told}
