"""UCDP GED: Högbladh, UCDP GED Codebook (19.1 to 23.1), Uppsala University; 49 columns.

date_start and date_end are the first and the last day on which the one event may lie, never its
duration. where_prec from 3 on is the middle of an area. -1 and "Unknown" stand for missing.
Releases of 2019 lack some columns; the oldest call the estimates low_est, best_est and high_est.
"""

from collections.abc import Sequence

from .deaths import Deaths
from .ged_dates import GedDates
from .places import Coordinates
from .raw import Raw, plain_names
from .recipe import Choices, Form, Recipe
from .record import recipe_of
from .rules import unknown_code
from .sql import NO_LIST, after, code, distinct, items, joined, known, pick
from .titles import or_none, title

TYPES = {"1": "State-based conflict", "2": "Non-state conflict", "3": "One-sided violence"}
PLACES = {
    "1": "exact",
    "2": "near",
    "3": "district",
    "4": "province",
    "5": "region",  # larger than a province, along a line, or between places
    "6": "country",
    "7": "region",  # at sea or in the air
}
NEAR_KM = 25  # where_prec 2: within about 25 km around a known point
# "Office,2013-09-26,headline";"Office,..."; a headline may itself hold quotes and semicolons.
_OFFICE = r"""'(?:^|;)\s*"([^";]+?)\s*,\d{4}-\d{2}-\d{2},'"""


def _known(columns: Sequence[str]) -> bool:
    return {"type_of_violence", "side_a", "side_b", "date_start"} <= plain_names(columns)


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    raw = Raw(columns)
    dates, places = GedDates(raw, choices.day_first), Coordinates(raw)
    deaths = Deaths(raw, ("low", "low_est"), ("best", "best_est"), ("high", "high_est"))
    where, kind = code(raw.text("where_prec")), code(raw.text("type_of_violence"))
    wrong = [unknown_code(raw.name("type_of_violence"), kind, [*TYPES], "kept as it is")]
    place = "'near'"
    if column := raw.name("where_prec"):
        place = pick(where, PLACES, "'region'")
        wrong.append(unknown_code(column, where, [*PLACES], "drawn as a region"))
    told = {
        "event_id": raw.text("id"),
        **dates.columns(),
        **_what(raw, kind),
        "country": raw.text("country"),
        **places.columns(place),
        "radius_km": f"CASE WHEN {where} = '2' THEN {NEAR_KM}::DOUBLE END",
        **deaths.columns(),
    }
    return recipe_of(told, (dates, places, deaths), repairs=wrong)


def _what(raw: Raw, kind: str) -> dict[str, str]:
    """What happened, between whom, and who says so; one-sided violence is against civilians."""
    event_type = pick(kind, TYPES, raw.text("type_of_violence"))
    what = pick(kind, {k: v.lower() for k, v in TYPES.items()})
    side_a, side_b = known(raw.text("side_a")), known(raw.text("side_b"))
    other = f"coalesce({side_b}, CASE WHEN {kind} = '3' THEN 'Civilians' END)"
    names = ("where_coordinates", "adm_2", "adm_1", "country")
    place = f"coalesce({', '.join(known(raw.text(name)) for name in names)})"
    return {
        "event_type": event_type,
        "title": or_none(title(joined([side_a, other], " - "), what, place)),
        "summary": after("Reported as: ", known(raw.text("source_headline"))),
        "actors": distinct(f"[{side_a}, {other}]"),
        "sources": _sources(raw),
        "place_label": place,
        "note": _note(raw),
    }


def _sources(raw: Raw) -> str:
    """The offices; where none is stated, those named in the article's text, else all of it."""
    offices, articles = raw.text("source_office"), known(raw.text("source_article"))
    named = f"regexp_extract_all({articles}, {_OFFICE}, 1)"
    return (
        f"CASE WHEN {offices} IS NOT NULL THEN {items(offices)} "
        f"WHEN ({articles}) IS NULL THEN {NO_LIST} "
        f"WHEN len({named}) > 0 THEN {distinct(named)} ELSE [{articles}] END"
    )


def _note(raw: Raw) -> str:
    """The conflict, the place in words and what else a reader has to know of the record."""
    clarity = code(raw.text("event_clarity"))
    several = f"CASE WHEN {clarity} = '2' THEN 'reported together with other events' END"
    return joined(
        [
            known(raw.text("conflict_name")),
            known(raw.text("where_description")),
            known(raw.text("adm_2")),
            known(raw.text("adm_1")),
            several,
            after("according to ", known(raw.text("source_original"))),
        ]
    )


GED = Form(
    name="ged",
    label="UCDP GED",
    known=_known,
    recipe=_recipe,
    dates=("date_start", "date_end"),
    citation=(
        "UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program, ucdp.uu.se, accessed "
        "{accessed}; Sundberg and Melander (2013), Introducing the UCDP Georeferenced Event "
        "Dataset, Journal of Peace Research 50(4)"
    ),
    licence="CC BY 4.0",
    warning=(
        "UCDP GED counts events with at least one reported death; its figures of deaths are "
        "estimates."
    ),
)
