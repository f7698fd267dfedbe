"""Under which heading a record stands in a chronology, no more precise than its date is known."""

import pandas as pd

from ...events.dates import read_date

NO_START, NO_DATE = "Start not stated", "Date not known"


def by_period(events: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """Headings and the ids of their records, in order of time: first those whose start is not
    known, then year by year, last those whose date is not known."""
    groups: dict[str, list[str]] = {NO_START: []}
    unknown: list[str] = []
    for event_id, text in zip(events["event_id"], events["date"], strict=True):
        heading = start_of(text)
        (unknown if heading == NO_DATE else groups.setdefault(heading, [])).append(event_id)
    return [(heading, ids) for heading, ids in [*groups.items(), (NO_DATE, unknown)] if ids]


def start_of(text: str) -> str:
    """The year in which an EDTF date begins, or the years within which it does."""
    span = read_date(text)
    if span.earliest is None:
        return NO_START if span.latest else NO_DATE
    begins = span.ends[0] if span.ends else span
    if begins.earliest is None or begins.latest is None:
        return f"{span.earliest.year} or later"
    first, last = begins.earliest.year, begins.latest.year
    return str(first) if first == last else f"{first} – {last}"
