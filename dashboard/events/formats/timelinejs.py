"""TimelineJS3 (Knight Lab): "Spreadsheet template" and "JSON data format"; also the first version.

An end is a duration. A month or a day that is not stated is not known, and makes the date coarser.
A row of type title heads the timeline and is no event; an era is a period with a name. The JSON
comes here under the names of the spreadsheet (see slides.py). Texts may be HTML.
"""

from collections.abc import Iterator, Sequence

from .hours import TIMED, Hours
from .raw import Raw, plain_names
from .recipe import Choices, Form, Recipe, Rule
from .record import recipe_of
from .rules import rule
from .sql import distinct, joined, let, padded, unmarked
from .stretch import Stretch, span_columns
from .titles import beginning, or_none
from .written import Written


def _known(columns: Sequence[str]) -> bool:
    names = plain_names(columns)
    return "headline" in names and bool({"year", "start date"} & names)


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    raw = Raw(columns)
    dates, hours = _dates(raw, choices.day_first), Hours(raw, "Time")
    text, media = unmarked(raw.text("Text")), raw.text("Media")
    kind = f"lower({raw.text('Type')})"
    era = f"CASE WHEN {kind} = 'era' THEN 'Era' END"
    told = {
        "event_id": raw.text("Unique ID"),
        **span_columns(TIMED),
        "date": _shown(raw, dates, hours),
        "event_type": f"coalesce({raw.first('Group', 'Tag')}, {era})",
        "title": or_none(unmarked(raw.text("Headline")), beginning(text)),
        "summary": text,
        "sources": distinct(f"[{unmarked(raw.text('Media Credit'))}]"),
        "url": f"CASE WHEN regexp_matches({media}, '^https?://\\S+$') THEN {media} END",
        "note": unmarked(raw.text("Media Caption")),
    }
    return recipe_of(told, (dates, hours), rejects=_no_event(raw, kind))


def _dates(raw: Raw, day_first: bool | None) -> Stretch:
    """Year, Month, Day and their ends; Start Date and End Date in the first version."""
    return Stretch(
        start=Written(_dated(raw, "", "Start Date"), day_first),
        start_column=raw.name("Year", "Start Date"),
        end=Written(_dated(raw, "End ", "End Date"), day_first),
        end_column=raw.name("End Year", "End Date"),
        lasting=True,
    )


def _dated(raw: Raw, lead: str, whole: str) -> str:
    """The date as far as it is stated: 2020, 2020-09 or 2020-09-27."""
    if not raw.name(f"{lead}Year"):
        return raw.text(whole)
    cells = [raw.text(f"{lead}{part}") for part in ("Year", "Month", "Day")]
    year, month, day = (rf"regexp_replace({cell}, '\.0*$', '')" for cell in cells)
    # A day without a month becomes 2020--27, which cannot be read, as it should not be; nor should
    # 20201, which would be the serial number of a day.
    gap = "CASE WHEN _d IS NOT NULL THEN '-' END"
    months = f"coalesce('-' || {padded('_m', 2)}, {gap})"
    years = f"CASE WHEN length(_y) > 4 THEN 'year ' || _y ELSE {padded('_y', 4)} END"
    dated = f"nullif(concat({years}, {months}, '-' || {padded('_d', 2)}), '')"
    return let("_y", year, let("_m", month, let("_d", day, dated)))


def _shown(raw: Raw, dates: Stretch, hours: Hours) -> str:
    """The date in the words that the timeline shows, else as it is stated."""
    return f"coalesce({raw.text('Display Date')}, {joined([dates.date, hours.text], ' ')})"


def _no_event(raw: Raw, kind: str) -> Iterator[Rule]:
    if column := raw.name("Type"):
        yield rule(column, f"{kind} = 'title'", "the title of the timeline, which is no event")


TIMELINEJS = Form(
    name="timelinejs",
    label="TimelineJS",
    known=_known,
    recipe=_recipe,
    dates=("Start Date", "End Date"),
)
