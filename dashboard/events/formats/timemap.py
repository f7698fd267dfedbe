"""timemap (Forensic Architecture) and its datasheet-server: eventSchema.js and the tabs it reads;
ukraine-timemap (Bellingcat): DownloadButton.jsx, CSV and JSON.

Dates are MM/DD/YYYY, hours hh:mm. Sources and associations are numbered columns (source1,
association1 ...), or one cell: addresses, and key=value pairs, with commas between. JSON and
workbooks come here with numbered columns (see timemap_tables.py).
"""

from collections.abc import Sequence

from .hours import TIMED, Hours
from .places import Coordinates
from .raw import Raw, plain_names
from .recipe import Choices, Form, Recipe
from .record import recipe_of
from .sql import NO_LIST, NOTHING, distinct, joined, known
from .stretch import Stretch, span_columns
from .titles import beginning, or_none
from .written import Written

_ADDRESS = "https?://"
_PAIR = r"[^,;=\s][^,;=]*="
_MARKS = {"associations", "association1", "source1", "source1_url", "civid"}


def _known(columns: Sequence[str]) -> bool:
    names = plain_names(columns)
    return {"date", "description", "latitude"} <= names and bool(_MARKS & names)


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    raw = Raw(columns)
    places, hours = Coordinates(raw), Hours(raw, "time")
    date = Written(raw.text("date"), choices.day_first)
    dates = Stretch(date, raw.name("date"), Written(NOTHING), "", lasting=False)
    told = {
        "event_id": raw.first("id", "civId"),
        **span_columns(TIMED),
        "date": joined([dates.date, hours.text], " "),
        **_what(raw),
        **places.columns("'near'"),
    }
    return recipe_of(told, (dates, hours, places))


def _what(raw: Raw) -> dict[str, str]:
    """What happened and who says so; the first association is the type where none is stated."""
    associations = _list(raw, "association", "associations", _PAIR)
    sources = _list(raw, "source", "sources", _ADDRESS)
    first = rf"nullif(regexp_extract(({associations})[1], '[^=]+$'), '')"
    addresses = [raw.text(f"{name}_url") for name in raw.numbered("source")]
    links = distinct(f"list_concat([{', '.join(addresses)}], {sources})")
    return {
        "event_type": f"coalesce({raw.first('category_full', 'category', 'type')}, {first})",
        "title": or_none(beginning(raw.text("description")), raw.text("location")),
        "summary": raw.text("description"),
        "sources": sources,
        "place_label": known(raw.text("location")),
        "url": f"list_filter({links}, lambda _x: regexp_matches(_x, '^https?://'))[1]",
        "note": joined(
            [f"nullif(array_to_string({associations}, '; '), '')", raw.text("comments")]
        ),
    }


def _list(raw: Raw, stem: str, whole: str, begins: str) -> str:
    """The numbered columns as a list; else the parts of one cell, each of which `begins` so."""
    if numbered := raw.numbered(stem):
        return distinct(f"[{', '.join(map(raw.text, numbered))}]")
    if not raw.name(whole):
        return NO_LIST
    cell = raw.text(whole)
    # A comma inside an address or a value does not part, so the next beginning is looked for.
    parted = rf"regexp_replace({cell}, '\s*[,;]\s*({begins})', chr(10) || '\1', 'g')"
    alike = f"regexp_matches({cell}, '^{begins}')"
    parts = (
        f"CASE WHEN {alike} THEN string_split({parted}, chr(10)) "
        f"ELSE string_split_regex({cell}, '[,;]') END"
    )
    return distinct(f"list_transform({parts}, lambda _x: trim(_x))")


TIMEMAP = Form(
    name="timemap",
    label="timemap",
    known=_known,
    recipe=_recipe,
    dates=("date",),
)
