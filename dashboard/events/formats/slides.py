"""TimelineJS JSON as rows under the column names of its spreadsheet (see timelinejs.py)."""

from collections.abc import Mapping

from .flat import Row, as_object, cell

_TEXTS = {
    "Unique ID": ("unique_id",),
    "Display Date": ("display_date",),
    "Headline": ("text", "headline"),
    "Text": ("text", "text"),
    "Media": ("media", "url"),
    "Media Credit": ("media", "credit"),
    "Media Caption": ("media", "caption"),
    "Group": ("group",),
}


def is_timeline(document: Mapping[str, object]) -> bool:
    """Whether this is a timeline of TimelineJS: slides under "events", with a start_date each."""
    slides = document.get("events")
    return isinstance(slides, list) and any(
        isinstance(slide, Mapping) and "start_date" in slide for slide in slides
    )


def slide_rows(document: Mapping[str, object]) -> list[Row]:
    """One row a slide, then one an era; the title slide is no record.

    Raises ValueError if "events" or "eras" is no list of objects.
    """
    rows = []
    for key, kind in (("events", ""), ("eras", "era")):
        slides = document.get(key) or []
        if not isinstance(slides, list):
            raise ValueError(f'"{key}" is no list')
        for number, slide in enumerate(slides, 1):
            rows.append(_row(as_object(slide, f"{key}, item {number}"), kind))
    return rows


def _row(slide: Mapping[str, object], kind: str) -> Row:
    row = {
        **_date(slide, "start_date", ""),
        **_date(slide, "end_date", "End "),
        **{name: _at(slide, path) for name, path in _TEXTS.items()},
        "Type": kind,
    }
    if not row["Display Date"]:
        row["Display Date"] = _at(slide, ("start_date", "display_date"))
    return {name: value for name, value in row.items() if value}


def _date(slide: Mapping[str, object], key: str, lead: str) -> Row:
    """Year, Month, Day and Time of a date, as far as they are stated."""
    parts = ("year", "month", "day", "hour", "minute", "second")
    year, month, day, *clock = (_at(slide, (key, part)).strip() for part in parts)
    hours = [part.zfill(2) for part in clock]
    told = next((n for n, part in enumerate(clock) if not part), len(clock))
    return {
        f"{lead}Year": year,
        f"{lead}Month": month,
        f"{lead}Day": day,
        f"{lead}Time": ":".join(hours[:told]),
    }


def _at(item: object, path: tuple[str, ...]) -> str:
    """What stands at a path of keys, as text; "" if there is nothing."""
    for key in path:
        item = item.get(key) if isinstance(item, Mapping) else None
    return cell(item)
