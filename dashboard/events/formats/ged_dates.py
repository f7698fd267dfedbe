"""When a UCDP GED event happened, in SQL: date_start, date_end and date_prec are doubt."""

from collections.abc import Iterator
from dataclasses import dataclass

from .days import day
from .raw import Raw
from .recipe import Rule
from .rules import rule, unknown_code, unreadable
from .spans import by_length, plain_date, year_of
from .sql import code, joined, pick

# date_prec; 1 is an exact day, which is told by the days themselves.
PRECISIONS = {"2": "days", "3": "week", "4": "month", "5": "year"}
_START, _END, _FIRST, _LAST = '"= start"', '"= end"', '"= first"', '"= last"'


@dataclass(frozen=True)
class GedDates:
    """The dates of a GED table; a row without a day is dated by its year."""

    raw: Raw
    day_first: bool | None

    def given(self) -> tuple[dict[str, str], dict[str, str]]:
        """The two days as they are stated; then the bounds that they leave (see `Recipe.given`)."""
        start, end = (day(self.raw.text(n), self.day_first) for n in ("date_start", "date_end"))
        new_year, year_end = year_of(self.raw.text("year"))
        bounds = {
            "= first": f"coalesce({_START}, {_END}, {new_year})",
            "= last": f"coalesce({_END}, {_START}, {year_end})",
        }
        return {"= start": start, "= end": end}, bounds

    def columns(self) -> dict[str, str]:
        """earliest, latest, extent, precision and date."""
        start, end = (plain_date(self.raw.text(name)) for name in ("date_start", "date_end"))
        stated = code(self.raw.text("date_prec"))
        both = joined([start, end], " to ")
        return {
            "earliest": _FIRST,
            "latest": _LAST,
            "extent": "'moment'",
            "precision": pick(stated, PRECISIONS, by_length(_FIRST, _LAST)),
            "date": f"CASE WHEN {start} = {end} THEN {start} ELSE {both} END",
        }

    def rejects(self) -> Iterator[Rule]:
        """Days that cannot be read, and an end before the start."""
        for name, read in (("date_start", _START), ("date_end", _END)):
            if column := self.raw.name(name):
                yield unreadable(column, self.raw.text(name), read)
        if column := self.raw.name("date_end"):
            yield rule(column, f"{_END} < {_START}", "ends before it begins")

    def repairs(self) -> Iterator[Rule]:
        """No day, no known precision, or an exact day that is several."""
        none = f"{_START} IS NULL AND {_END} IS NULL"
        why = "no day is stated: dated by its year, if there is one"
        yield rule(self.raw.name("date_start"), none, why)
        if column := self.raw.name("date_prec"):
            stated = code(self.raw.text("date_prec"))
            several = f"{stated} = '1' AND {_START} < {_END}"
            yield unknown_code(column, stated, ["1", *PRECISIONS], "taken from the days")
            yield rule(column, several, "said to be an exact day, but is several; kept as several")
