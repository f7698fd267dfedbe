"""ACLED: ACLED Codebook and its quick guide to the columns; 31 columns, more in older exports.

time_precision 1 is the day, 2 a week around it, 3 its month; geo_precision 1 is exact, 2 near,
3 a province. Associates and sources are lists with semicolons. ACLED gives one number of deaths,
and 0 where none are reported. Exports before 2023 add data_id, event_id_no_cnty and iso3; those
of the tool for Excel write the names in capitals and dates as dd-mm-yyyy or "01 January 2020".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .days import day
from .deaths import Deaths
from .places import Coordinates
from .raw import Raw, plain_names
from .recipe import Choices, Form, Recipe, Rule
from .record import recipe_of
from .rules import rule, unknown_code, unreadable
from .spans import month_of, plain_date, year_of
from .sql import after, code, distinct, items, joined, pick
from .titles import or_none, title

TIMES = {"1": "day", "2": "week", "3": "month"}
PLACES = {"1": "exact", "2": "near", "3": "province"}
_DAY = '"= day"'
WEEK = 3  # days before and after the day that stands for a week


def _known(columns: Sequence[str]) -> bool:
    return {"event_date", "event_type", "actor1"} <= plain_names(columns)


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    raw = Raw(columns)
    dates, places = _Dates(raw, choices.day_first), Coordinates(raw)
    deaths = Deaths(raw, best=("fatalities",))
    place, wrong = "'near'", []
    if column := raw.name("geo_precision"):
        where = code(raw.text("geo_precision"))
        place = pick(where, PLACES, "'region'")
        wrong = [unknown_code(column, where, [*PLACES], "drawn as a region")]
    told = {
        "event_id": raw.text("event_id_cnty"),
        **dates.columns(),
        **_what(raw),
        "country": raw.text("country"),
        **places.columns(place),
        **deaths.columns(),
    }
    return recipe_of(told, (dates, places, deaths), repairs=wrong)


@dataclass(frozen=True)
class _Dates:
    """event_date and time_precision; a row without a day is dated by its year."""

    raw: Raw
    day_first: bool | None

    @property
    def _code(self) -> str:
        return code(self.raw.text("time_precision"))

    def given(self) -> tuple[dict[str, str]]:
        return ({"= day": day(self.raw.text("event_date"), self.day_first)},)

    def columns(self) -> dict[str, str]:
        first, last = month_of(_DAY)
        new_year, year_end = year_of(self.raw.text("year"))
        stated = pick(self._code, TIMES, "'day'")
        return {
            "earliest": self._bound(f"{_DAY} - {WEEK}", first, new_year),
            "latest": self._bound(f"{_DAY} + {WEEK}", last, year_end),
            "extent": "'moment'",
            "precision": f"CASE WHEN {_DAY} IS NOT NULL THEN {stated} "
            f"WHEN ({new_year}) IS NOT NULL THEN 'year' ELSE 'unknown' END",
            "date": f"coalesce({plain_date(self.raw.text('event_date'))}, {self.raw.text('year')})",
        }

    def _bound(self, week: str, month: str, year: str) -> str:
        cases = f"CASE {self._code} WHEN '2' THEN {week} WHEN '3' THEN {month} ELSE {_DAY} END"
        return f"coalesce({cases}, {year})"

    def rejects(self) -> Iterator[Rule]:
        yield unreadable(self.raw.name("event_date"), self.raw.text("event_date"), _DAY)

    def repairs(self) -> Iterator[Rule]:
        why = "no day is stated: dated by its year, if there is one"
        yield rule(self.raw.name("event_date"), f"{_DAY} IS NULL", why)
        if column := self.raw.name("time_precision"):
            yield unknown_code(column, self._code, [*TIMES], "taken as the day")


def _what(raw: Raw) -> dict[str, str]:
    """What happened, between whom, and who says so; the sub-event is named in the title."""
    first, second = raw.text("actor1"), raw.text("actor2")
    place = raw.first("location", "admin3", "admin2", "admin1", "country")
    allies = [items(raw.text(f"assoc_actor_{n}")) for n in (1, 2)]
    actors = f"list_concat([{first}], {allies[0]}, [{second}], {allies[1]})"
    what = f"lower({raw.first('sub_event_type', 'event_type')})"
    return {
        "event_type": raw.text("event_type"),
        "title": or_none(title(joined([first, second], " - "), what, place)),
        "summary": raw.text("notes"),
        "actors": distinct(actors),
        "sources": items(raw.text("source")),
        "place_label": place,
        "note": joined(
            [
                raw.text("sub_event_type"),
                raw.text("civilian_targeting"),
                raw.text("tags"),
                after("sources: ", raw.text("source_scale")),
                raw.text("admin2"),
                raw.text("admin1"),
            ]
        ),
    }


ACLED = Form(
    name="acled",
    label="ACLED",
    known=_known,
    recipe=_recipe,
    dates=("event_date",),
    citation=(
        "Armed Conflict Location & Event Data (ACLED), acleddata.com, accessed {accessed}; "
        "Raleigh, Kishi and Linke (2023), Humanities and Social Sciences Communications 10, 74"
    ),
    licence="ACLED Terms and Conditions: rows must not be passed on",
    warning=(
        "ACLED writes 0 deaths where none are reported, and one number where reports differ. "
        "Its terms forbid passing on its rows."
    ),
)
