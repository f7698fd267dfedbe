"""Any table: a person says which raw column means what, and what its second date means.

The mapping's keys are `KEYS`; its values are raw columns. `extent` is no column but "doubt" or
"duration": what the days between date and date_end are. `place_precision` may be one of the words
themselves, for all rows. Without either word, what is stated least is taken: a doubt, and a place
that is near its coordinates.
"""

from collections.abc import Iterator, Mapping, Sequence

from .answers import no_radius, unclear, yes
from .deaths import Deaths
from .guess import NAMES, guess
from .places import Coordinates
from .raw import Raw
from .recipe import Choices, Form, Recipe, Rule
from .record import recipe_of
from .rules import unknown_code
from .sql import NOTHING, decimal, listed, literal, pick
from .stretch import SPAN, Stretch, span_columns
from .titles import beginning, or_none, title
from .written import Written

KEYS = (*NAMES, "extent")
EXTENTS = ("doubt", "duration")
PRECISIONS = ("exact", "near", "district", "province", "region", "country")
_WORDS = {"extent": EXTENTS, "place_precision": PRECISIONS}


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    return mapped(columns, choices.mapping or guess(columns), choices.day_first)


def mapped(columns: Sequence[str], mapping: Mapping[str, str], day_first: bool | None) -> Recipe:
    """The recipe for a table with these columns under this mapping.

    Raises ValueError if the mapping names a key or a raw column that there is not.
    """
    check(columns, mapping)
    raw = Raw(columns)
    named = {key: name for key, name in mapping.items() if name}
    words = {key for key in _WORDS if named.get(key) in _WORDS[key]}
    cells = {key: NOTHING if key in words else raw.text(named.get(key, "")) for key in KEYS}
    dates = _dates(raw, cells, named, day_first)
    places = Coordinates(raw, named.get("latitude", ""), named.get("longitude", ""))
    deaths = Deaths(raw, *((named.get(f"deaths_{word}", ""),) for word in ("low", "best", "high")))
    told = {
        "event_id": cells["event_id"],
        **span_columns(SPAN),
        "date": dates.date,
        **_what(cells),
        **places.columns(_precision(named, cells)),
        **deaths.columns(),
        "radius_km": decimal(cells["radius_km"]),
    }
    rejects = no_radius(raw, named.get("radius_km", ""))
    repairs = (
        *_no_words(raw.name(named.get("place_precision", "")), cells),
        *unclear(raw, named.get("contested", "")),
    )
    return recipe_of(told, (dates, places, deaths), rejects, repairs)


def check(columns: Sequence[str], mapping: Mapping[str, str]) -> None:
    """Raise ValueError if the mapping names a key or a raw column that there is not."""
    raw = Raw(columns)
    for key, name in mapping.items():
        if key not in KEYS:
            raise ValueError(f"{key!r} is no column of a record; there are {', '.join(KEYS)}")
        words = _WORDS.get(key, ())
        if name and name not in words and (key == "extent" or not raw.name(name)):
            allowed = words if key == "extent" else columns
            raise ValueError(f"{key}: there is no {name!r}, only {', '.join(allowed)}")


def _dates(
    raw: Raw, cells: Mapping[str, str], named: Mapping[str, str], day_first: bool | None
) -> Stretch:
    return Stretch(
        start=Written(cells["date"], day_first),
        start_column=raw.name(named.get("date", "")),
        end=Written(cells["date_end"], day_first),
        end_column=raw.name(named.get("date_end", "")),
        lasting=named.get("extent") == "duration",
    )


def _what(cells: Mapping[str, str]) -> dict[str, str]:
    kind, place = cells["event_type"], cells["place_label"]
    where = place if place != NOTHING else cells["country"]
    return {
        "event_type": kind,
        "title": or_none(cells["title"], title(NOTHING, kind, where), beginning(cells["summary"])),
        "summary": cells["summary"],
        "actors": listed(cells["actors"]),
        "sources": listed(cells["sources"]),
        "place_label": place,
        "country": cells["country"],
        "contested": yes(cells["contested"]),
        "url": cells["url"],
        "note": cells["note"],
    }


def _precision(named: Mapping[str, str], cells: Mapping[str, str]) -> str:
    """How well the place is known: a word for all rows, or the word in each; else near."""
    if cells["place_precision"] == NOTHING:
        return literal(named.get("place_precision") or "near")
    words = {word: word for word in (*PRECISIONS, "none")}
    return pick(f"lower({cells['place_precision']})", words, "'region'")


def _no_words(column: str, cells: Mapping[str, str]) -> Iterator[Rule]:
    """Precisions of places of which the meaning is not known."""
    if cells["place_precision"] != NOTHING:
        word, words = f"lower({cells['place_precision']})", [*PRECISIONS, "none"]
        yield unknown_code(column, word, words, "drawn as a region")


COLUMNS = Form(
    name="columns",
    label="Table with columns of your own",
    known=lambda columns: False,
    recipe=_recipe,
)
