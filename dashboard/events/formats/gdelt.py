"""GDELT 2.0 and 1.0 events: The GDELT Event Database Data Format Codebook V2.0, 19 Feb 2015.

61 columns (58 or 57 in 1.0), tab-separated, without a header. One row is one mention of an action
found by a program in news reports, not one event. ActionGeo_Type says how precise the place is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cameo import COLUMNS, COLUMNS_1, OLDEST, ROOTS
from .days import day
from .places import Coordinates
from .raw import Raw, plain_names
from .recipe import Choices, Form, Recipe, Rule
from .record import recipe_of
from .rules import rule, unreadable
from .spans import plain_date
from .sql import after, code, distinct, joined, known, padded, pick
from .titles import or_none, title

# 1 country, 2 US state, 3 US city, 4 world city, 5 world state
PLACES = {"1": "country", "2": "province", "3": "exact", "4": "exact", "5": "province"}
_FIRST = (r"\d+", r"[12]\d{7}", r"[12]\d{5}", r"[12]\d{3}", r"[12]\d{3}(\.\d*)?")
_DATE = ("SQLDATE", "Day")
_DAY = '"= day"'


def headerless(first_cells: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns if these cells begin a GDELT file, which has no header; else ()."""
    names = {len(each): each for each in (COLUMNS, COLUMNS_1, OLDEST)}
    alike = all(
        re.fullmatch(shape, cell.strip()) for shape, cell in zip(_FIRST, first_cells, strict=False)
    )
    return names.get(len(first_cells), ()) if alike else ()


def _known(columns: Sequence[str]) -> bool:
    return {"globaleventid", "eventrootcode"} <= plain_names(columns)


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    raw = Raw(columns)
    dates = _Dates(raw, choices.day_first)
    places = Coordinates(raw, "ActionGeo_Lat", "ActionGeo_Long")
    told = {
        "event_id": raw.text("GLOBALEVENTID"),
        **dates.columns(),
        **_what(raw),
        **places.columns(pick(code(raw.text("ActionGeo_Type")), PLACES, "'region'")),
        "url": raw.text("SOURCEURL"),
    }
    return recipe_of(told, (dates, places))


@dataclass(frozen=True)
class _Dates:
    """The day of an event."""

    raw: Raw
    day_first: bool | None

    def given(self) -> tuple[dict[str, str]]:
        return ({"= day": day(self.raw.text(*_DATE), self.day_first)},)

    def columns(self) -> dict[str, str]:
        return {
            "earliest": _DAY,
            "latest": _DAY,
            "precision": f"CASE WHEN {_DAY} IS NULL THEN 'unknown' ELSE 'day' END",
            "date": plain_date(self.raw.text(*_DATE)),
        }

    def rejects(self) -> Iterator[Rule]:
        if column := self.raw.name(*_DATE):
            yield unreadable(column, self.raw.text(*_DATE), _DAY)

    def repairs(self) -> Iterator[Rule]:
        if column := self.raw.name(*_DATE):
            yield rule(column, f"{_DAY} IS NULL", "no day is stated: the date is not known")


def _what(raw: Raw) -> dict[str, str]:
    """What was reported, of whom, and where; a country is the last part of a place's full name."""
    root = padded(code(raw.text("EventRootCode")), 2)
    small = {number: word.lower() for number, word in ROOTS.items()}
    actors = [raw.first(f"Actor{n}Name", f"Actor{n}Code") for n in (1, 2)]
    place = raw.text("ActionGeo_FullName")
    counts = [
        f"{raw.text(f'Num{word.capitalize()}')} || ' {word}'"
        for word in ("mentions", "sources", "articles")
        if raw.name(f"Num{word}")
    ]
    return {
        "event_type": pick(root, ROOTS, known(raw.text("EventRootCode"))),
        "title": or_none(title(joined(actors, " - "), pick(root, small), place)),
        "actors": distinct(f"[{', '.join(actors)}]"),
        "sources": distinct(f"[{_site(raw.text('SOURCEURL'))}]"),
        "place_label": place,
        "country": f"nullif(trim(regexp_extract({place}, '[^,]+$')), '')",
        "note": joined([after("CAMEO ", raw.text("EventCode")), *counts]),
    }


def _site(url: str) -> str:
    """The site that an address belongs to; the whole text if it is a citation."""
    site = rf"regexp_extract({url}, '^https?://(?:www\.)?([^/:?#]+)', 1)"
    return f"CASE WHEN {site} <> '' THEN {site} ELSE {url} END"


GDELT = Form(
    name="gdelt",
    label="GDELT events",
    known=_known,
    recipe=_recipe,
    dates=_DATE,
    citation=(
        "The GDELT Project, gdeltproject.org, accessed {accessed}; Leetaru and Schrodt (2013), "
        "GDELT: Global Data on Events, Location and Tone, ISA Annual Convention"
    ),
    licence="free to use with a link to gdeltproject.org",
    warning=(
        "GDELT counts reports, not events: one event is often counted many times, and what was "
        "done, by whom and where is found by a program and not checked."
    ),
)
