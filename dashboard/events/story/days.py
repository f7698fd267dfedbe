"""Which records are under way on a day: they happen, begin, go on or end then, or perhaps do.

What happened at some time within a stretch of days is never shown as lasting throughout, and the
days on which a period may already, or still, have been under way are told from those on which it
was. A ceasefire is under way from its hour of effect to the first breach that any side alleges.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from ..dates import read_date
from ..edtf_bounds import Bounds

STATES = {
    "begins": "Begins",
    "day": "On this day",
    "ends": "Last day",
    "lasts": "Goes on",
    "within": "Some time within, day not known",
}  # in the order in which a day lists them
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Days, both inclusive (None: open), on which a record is in one of the `STATES`."""

    event_id: str
    state: str
    first: date | None
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether the day is one of them."""
        return (self.first or day) <= day <= (self.last or day)


def stretches(events: pd.DataFrame, truces: pd.DataFrame) -> list[Stretch]:
    """The stretches of all records that have a date, in the order of `events`; those of one record
    do not overlap. `truces` as made by events.truces."""
    known = truces.set_index("event_id")[["begins", "held_until"]].to_dict("index")
    found: list[Stretch] = []
    for event_id, text in events[["event_id", "date"]].itertuples(index=False):
        if event_id in known:
            found += _truce(event_id, known[event_id])
        else:
            found += _record(event_id, text)
    return found


def on_day(events: pd.DataFrame, truces: pd.DataFrame, day: date) -> dict[str, tuple[str, ...]]:
    """The records under way on a day by their state, in the order of `STATES` and of `events`."""
    there = [stretch for stretch in stretches(events, truces) if stretch.covers(day)]
    groups = {state: tuple(s.event_id for s in there if s.state == state) for state in STATES}
    return {state: ids for state, ids in groups.items() if ids}


def say_hours(truces: pd.DataFrame) -> dict[str, str]:
    """The hours of each ceasefire's window in words (local time), by event_id."""
    said = {}
    for row in truces.to_dict("records"):
        begins, until = row["begins"], row["held_until"]
        end = "no breach recorded"
        if pd.notna(until):
            end = f"first breach alleged at {until:%H:%M}"
            if until.date() != begins.date():
                end += f" on {until:%Y-%m-%d}"
        said[row["event_id"]] = f"in effect from {begins:%H:%M} local time; {end}"
    return said


def _truce(event_id: str, row: Mapping[Any, Any]) -> Iterator[Stretch]:
    first, until = row["begins"].date(), row["held_until"]
    if pd.isna(until):
        return _run(event_id, first, None)
    # The moment of the breach is no longer within: at midnight the day before was the last.
    return _run(event_id, first, max((until - pd.Timedelta(1, "us")).date(), first))


def _record(event_id: str, text: str) -> Iterator[Stretch]:
    span = read_date(text)
    if span.precision == "unknown":
        return
    if span.ends:
        yield from _period(event_id, *span.ends)
    else:
        state = "day" if span.earliest == span.latest else "within"
        yield Stretch(event_id, state, span.earliest, span.latest)


def _period(event_id: str, start: Bounds, end: Bounds) -> Iterator[Stretch]:
    """The days on which it may have begun, those on which it lasted, those on which it may have
    ended; one that begins in a month ends no earlier than that month does begin."""
    sure = start.latest, end.earliest
    if start.latest and end.latest:
        sure = min(start.latest, end.latest), sure[1]
    if start.earliest and end.earliest:
        sure = sure[0], max(start.earliest, end.earliest)
    first, last = sure
    if first and last and first > last:  # there is no day on which it must have lasted
        yield Stretch(event_id, "within", start.earliest, end.latest)
        return
    if start.earliest != first and first:
        yield Stretch(event_id, "within", start.earliest, first - DAY)
        yield from _run(event_id, first, last, begun=True, goes_on=end.latest != last)
    else:
        yield from _run(event_id, first, last, goes_on=end.latest != last)
    if end.latest != last and last:
        yield Stretch(event_id, "within", last + DAY, end.latest)


def _run(
    event_id: str, first: date | None, last: date | None, begun: bool = False, goes_on: bool = False
) -> Iterator[Stretch]:
    """A run of days on which it lasted; `begun`, `goes_on`: its first, its last day may not be
    where it began or ended."""
    begins = first is not None and not begun
    ends = last is not None and not goes_on
    if first == last and begins and ends:
        yield Stretch(event_id, "day", first, last)
        return
    inner_first = first + DAY if begins and first else first
    inner_last = last - DAY if ends and last else last
    if begins:
        yield Stretch(event_id, "begins", first, first)
    if inner_first is None or inner_last is None or inner_first <= inner_last:
        yield Stretch(event_id, "lasts", inner_first, inner_last)
    if ends:
        yield Stretch(event_id, "ends", last, last)
