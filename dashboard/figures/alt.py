"""Text alternatives: each says what its chart shows, with the finding."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from ..events.dates import say_day
from ..events.table import row_by_row
from .map_marks import MapMarks, PlaceMark
from .marks import Layout


def alt_timeline(layout: Layout, events: pd.DataFrame, words: str) -> str:
    """What the timeline shows: filter and counts, span, lanes with counts, the busiest day."""
    if events.empty:
        return f"Timeline with no records: {words}."
    counts = {
        lane.label: len({i for m in lane.marks for i in m.event_ids}) for lane in layout.lanes
    }
    lanes = ", ".join(f"{label} {count}" for label, count in counts.items()) or "none"
    days = [
        day
        for day, precision in row_by_row(events, "earliest", "precision")
        if precision in ("day", "minute") and pd.notna(day)
    ]
    busy = ""
    if days:
        [(day, most)] = Counter(day.normalize() for day in days).most_common(1)
        busy = f" Most records on one day: {most} on {say_day(day)}."
    contested = int(events["contested"].sum())
    return (
        f"Timeline: {words}. Records by lane: {lanes}. Contested: {contested}.{busy} "
        "The table below lists all of them."
    )


def alt_overview(events: pd.DataFrame) -> str:
    """What the overview strip shows: the whole span and its busiest year."""
    days = events["earliest"].dropna()
    if days.empty:
        return "Overview with no dated records."
    years = days.dt.year.value_counts()
    return (
        f"Overview: {len(events)} records from {days.min():%Y} to {events['latest'].max():%Y}, "
        f"most of them ({years.iloc[0]}) in {years.index[0]}. Drag across it to choose dates; "
        "the From and To fields in the sidebar do the same by keyboard."
    )


def alt_map(marks: MapMarks, words: str, off_map: int) -> str:
    """What the map shows: the places and areas with most records, and what it leaves out."""
    if not marks.places and not marks.areas:
        return f"Map with no records: {words}."
    return (
        f"Map: {words}. Places with most records: {_listed(marks.places, 5) or 'none'}. "
        f"Areas: {_listed(marks.areas, 3) or 'none'}. "
        f"{len(marks.arcs)} links between capitals. {off_map} records are not on the map. "
        "The table below lists all of them."
    )


def _listed(marks: Sequence[PlaceMark], most: int) -> str:
    top = sorted(marks, key=lambda m: -m.records.count)[:most]
    return ", ".join(f"{m.name} {m.records.count}" for m in top)
