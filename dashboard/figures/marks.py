"""The marks of a timeline: what is drawn where, computed once for the screen and for print."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from .key_events import ranked
from .lanes import Lane, Layout, Mark
from .mark_labels import label_marks
from .panels import DAY, Panel, place_on_axis
from .stacking import fit_rows, merge_small
from .theme import MARK_PX, colour_group

_USED = ["event_id", "event_type", "title", "sides", "actor_sides", "speaker_lanes",
         "contested", "earliest",
         "latest", "extent", "clock"]  # fmt: skip
NOTHING: Mapping[str, float] = MappingProxyType({})
LANES_BY = {"actor": "actor_sides", "type": "event_type", "speaker": "speaker_lanes"}
WIDE_PX = 2.2 * MARK_PX  # a doubt wider than this is drawn as wide as it is, with no centre
CROWDED = 1.15  # times the rows there is room for: beyond it, rows are too low for text


def lay_out(
    events: pd.DataFrame,
    panels: tuple[Panel, ...],
    by: str,
    labels: Mapping[str, str],
    symbols: Mapping[str, str],
    width: float,
    most_rows: float,
    label: bool = True,
    beside: Mapping[str, float] = NOTHING,
) -> Layout:
    """Put every event in its lanes, in rows so that no mark lies on another, labels where free.

    `by` is a key of `LANES_BY`; `labels` gives the lanes' labels in the order of the lanes;
    `symbols` the symbol of each event type. A label gets as much room as `most_rows` allows. Where
    even piles are too many, each record stands once, in the first of its lanes (`Layout.once`).
    `beside` is the room in px kept free right of points, for a code, by colour group.
    """
    rows = events[_USED].to_dict("records")
    marks = [(row[LANES_BY[by]], _mark(row, panels, symbols, width, beside)) for row in rows]
    several = by != "type" and any(len(keys) > 1 for keys, _ in marks)
    for once in (False, True):
        lanes = _lanes(marks, labels, once)
        height = fit_rows(lanes, most_rows)
        if height <= CROWDED * most_rows or not several:
            break
    if label and height <= CROWDED * most_rows:
        rank = {event_id: i for i, event_id in enumerate(ranked(events))}
        label_marks(lanes, panels, width, rank)
    return Layout(panels, lanes, height, width, once)


def _lanes(
    marks: Sequence[tuple[Any, Mark | None]], labels: Mapping[str, str], once: bool
) -> list[Lane]:
    """The lanes that have marks, each with its own; `once`: a record in its first lane only."""
    lanes = {key: Lane(key, label) for key, label in labels.items()}
    for keys, mark in marks:
        known = [key for key in ((keys,) if isinstance(keys, str) else keys) if key in lanes]
        for key in known[: 1 if once else None]:
            if mark:
                lanes[key].marks.append(replace(mark))
    return merge_small([lane for lane in lanes.values() if lane.marks])


def _is_small(event: Mapping[Any, Any], px_per_day: float, kind: str) -> bool:
    """Whether the whole span, also beyond the window, is hardly wider than a mark."""
    days = (event["latest"] - event["earliest"]) / DAY + 1  # NaN with an open end: never small
    return bool(days * px_per_day < (MARK_PX if kind == "period" else WIDE_PX))


def _mark(
    event: Mapping[Any, Any],
    panels: Sequence[Panel],
    symbols: Mapping[str, str],
    width: float,
    beside: Mapping[str, float],
) -> Mark | None:
    first, end = panels[0].first, panels[-1].end
    opens, closes = pd.isna(event["earliest"]), pd.isna(event["latest"])
    if opens and closes:
        return None  # no date at all: listed, not drawn
    begins = first if opens else max(event["earliest"], first)
    ends = end if closes else min(event["latest"] + DAY, end)
    left = place_on_axis(panels, begins) * width
    right = place_on_axis(panels, ends, end=True) * width
    kind = "period" if event["extent"] == "period" else "span"
    if pd.notna(event["clock"]) or _is_small(
        event, (right - left) / max((ends - begins) / DAY, 1e-9), kind
    ):
        kind, middle = "point", (begins + (ends - begins) / 2)
        begins = ends = event["clock"] if pd.notna(event["clock"]) else middle
        centre = place_on_axis(panels, begins) * width
        room = beside.get(colour_group(tuple(event["sides"])), 0.0)
        left, right = centre - MARK_PX / 2, centre + MARK_PX / 2 + room
    return Mark(
        event_ids=(event["event_id"],),
        kind=kind,
        begins=begins,
        ends=ends,
        left=left,
        right=right,
        symbol=symbols.get(event["event_type"], "circle"),
        sides=tuple(event["sides"]),
        hollow=event["contested"],
        title=event["title"],
        opens=opens,
        closes=closes,
    )
