"""Records day by day, as plain values that a browser plays without asking again.

Which record is in which state on which day comes from events.story; here they get their places on
an axis of days, in rows that do not overlap, and their marks.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from ..events.dataset import Dataset, View
from ..events.story import STATES, Stretch, say_hours, stretches
from .symbols import PATHS
from .theme import Theme, colour_group
from .timeline_parts import window

AUTUMN = "autumn-2020"  # the period that is played where the filter names no dates
POINT_PX = 13.0  # of the axis, that a mark takes at least
DAY = timedelta(days=1)

Days = tuple[date, date]  # both inclusive
Bar = tuple[float, float]  # in days from the beginning of the first


def playback_days(data: Dataset, view: View) -> Days:
    """The days to play: those of the filter, else the autumn of 2020, else (of a data set without
    such a period) those of its records."""
    value = view.filter
    periods = data.tables.periods.set_index("period_id")
    if not (value.since or value.until) and AUTUMN in periods.index:
        first, last = (date.fromisoformat(str(periods.at[AUTUMN, end])) for end in ("from", "to"))
        return first, last
    since, until = window(data, value)
    return since.date(), until.date()


def playback(view: View, data: Dataset, days: Days, theme: Theme, width: float) -> dict[str, Any]:
    """What is played; `width` is that of the axis in px.

    `records` are those of the view that have a part in it, in its order, each with its `runs`
    (first and last day as numbers from 0, and the state), its `bar` on the axis and its `row`.
    """
    parts: dict[str, list[Stretch]] = {}
    for stretch in stretches(view.events, data.truces):
        if (stretch.first or days[0]) <= days[1] and (stretch.last or days[1]) >= days[0]:
            parts.setdefault(stretch.event_id, []).append(stretch)
    count = (days[1] - days[0]).days + 1
    hours = _hours(data.truces, days[0])
    bars = {i: _clip(hours.get(i) or _bar(part, days), count) for i, part in parts.items()}
    rows = _rows(bars, POINT_PX * count / max(width, 1.0))
    said = say_hours(data.truces)
    records = []
    for event in view.events.loc[list(parts)].to_dict("records"):
        key = event["event_id"]
        runs = [_run(stretch, days) for stretch in parts[key]]
        kind = "truce" if key in hours else _kind(runs)
        where = {"runs": runs, "bar": bars[key], "row": rows[key], "kind": kind}
        records.append({**_mark(event, data, theme), **where, "hours": said.get(key, "")})
    return {"first": days[0].isoformat(), "count": count, "states": STATES, "records": records,
            "rows": max(rows.values(), default=-1) + 1}  # fmt: skip


def _run(stretch: Stretch, days: Days) -> tuple[int, int, str]:
    first = max(stretch.first or days[0], days[0])
    last = min(stretch.last or days[1], days[1])
    return (first - days[0]).days, (last - days[0]).days, stretch.state


def _kind(runs: Sequence[tuple[int, int, str]]) -> str:
    """A point for a day; hatched as a doubt where there is no day on which it is known to last."""
    states = {state for _, _, state in runs}
    return "point" if states == {"day"} else "doubt" if states == {"within"} else "bar"


def _bar(part: Sequence[Stretch], days: Days) -> Bar:
    """From the beginning of its first day to the end of its last; an open end is that of the days
    played."""
    first, last = part[0].first or days[0], part[-1].last or days[1]
    return float((first - days[0]).days), float((last - days[0]).days + 1)


def _hours(truces: pd.DataFrame, first: date) -> dict[str, Bar]:
    """The windows of ceasefires, to the minute; one that no breach is recorded of stays open."""
    start, found = pd.Timestamp(first), {}
    for row in truces.to_dict("records"):
        begins = (row["begins"] - start) / pd.Timedelta(DAY)
        until = (row["held_until"] - start) / pd.Timedelta(DAY)
        found[row["event_id"]] = (begins, float("inf") if pd.isna(until) else until)
    return found


def _clip(bar: Bar, count: int) -> Bar:
    return round(max(bar[0], 0.0), 4), round(min(bar[1], float(count)), 4)


def _rows(bars: Mapping[str, Bar], least: float) -> dict[str, int]:
    """The first free row for each bar, in order of time; `least` days are taken at least."""
    ends: list[float] = []
    rows = {}
    for key, (first, last) in sorted(bars.items(), key=lambda item: item[1]):
        middle = (first + last) / 2
        left, right = min(first, middle - least / 2), max(last, middle + least / 2)
        row = next((i for i, end in enumerate(ends) if end <= left), len(ends))
        ends[row : row + 1] = [right]
        rows[key] = row
    return rows


def _mark(event: Mapping[Any, Any], data: Dataset, theme: Theme) -> dict[str, Any]:
    """What a record is called and how it is drawn."""
    return {
        "id": event["event_id"],
        "title": event["title"],
        "when": event["date_label"],
        "type": data.names["type"].get(event["event_type"], event["event_type"]),
        "told": [data.names["speaker"].get(side, side) for side in event["sides"]],
        "where": event["place_label"],
        "contested": bool(event["contested"]),
        "colour": theme.sides[colour_group(tuple(event["sides"]))],
        "path": PATHS.get(data.symbols.get(event["event_type"], ""), PATHS["circle"]),
    }
