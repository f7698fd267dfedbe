"""The marks of a timeline: what is drawn where, computed once for the screen and for print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from ..events.table import row_by_row
from .key_events import ranked
from .lanes import Lane, Layout, Mark
from .mark_labels import label_marks
from .panels import Panel, places_on_axis
from .stacking import fit_rows, merge_small
from .theme import MARK_PX, colour_group

_USED = ["event_id", "event_type", "title", "sides", "actor_sides", "speaker_lanes",
         "contested", "earliest",
         "latest", "extent", "clock"]  # fmt: skip
NOTHING: Mapping[str, float] = MappingProxyType({})
LANES_BY = {"actor": "actor_sides", "type": "event_type", "speaker": "speaker_lanes"}
DAY_LONG = np.timedelta64(1, "D")
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
    rows = [dict(zip(_USED, row, strict=True)) for row in row_by_row(events, *_USED)]
    spots = _spots(events, panels, width)
    marks = [
        (row[LANES_BY[by]], _mark(row, spot, symbols, beside))
        for row, spot in zip(rows, spots, strict=True)
    ]
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


def _moments(column: pd.Series) -> np.ndarray:
    return column.to_numpy("datetime64[us]")


def _spots(events: pd.DataFrame, panels: Sequence[Panel], width: float) -> Iterator[dict[str, Any]]:
    """For each event what it covers, clipped to the window (see `Mark`): kind, begins, ends, left,
    right. Computed for all at once: of 2,000 records one by one it would take most of the time."""
    first, end = (np.datetime64(moment, "us") for moment in (panels[0].first, panels[-1].end))
    earliest, latest, clock = (_moments(events[c]) for c in ("earliest", "latest", "clock"))
    latest = latest + DAY_LONG
    # An open end is the window's.
    begins = np.where(earliest >= first, earliest, first)
    ends = np.where(latest <= end, latest, end)
    left = places_on_axis(panels, begins) * width
    right = places_on_axis(panels, ends, end=True) * width
    period = (events["extent"] == "period").to_numpy()
    # The whole span, also beyond the window; NaN with an open end, which is never small.
    px_per_day = (right - left) / np.maximum((ends - begins) / DAY_LONG, 1e-9)
    small = (latest - earliest) / DAY_LONG * px_per_day < np.where(period, MARK_PX, WIDE_PX)
    timed = ~np.isnat(clock)
    point = timed | small
    moment = np.where(timed, clock, begins + (ends - begins) // 2)
    centre = places_on_axis(panels, moment) * width
    kinds = np.where(point, "point", np.where(period, "period", "span"))
    starts, stops = (np.where(point, moment, edge) for edge in (begins, ends))
    lefts = np.where(point, centre - MARK_PX / 2, left)
    rights = np.where(point, centre + MARK_PX / 2, right)
    columns = (kinds.tolist(), pd.DatetimeIndex(starts), pd.DatetimeIndex(stops),
               lefts.tolist(), rights.tolist())  # fmt: skip
    for kind, start, stop, from_px, to_px in zip(*columns, strict=True):
        yield {"kind": kind, "begins": start, "ends": stop, "left": from_px, "right": to_px}


def _mark(
    event: Mapping[Any, Any],
    spot: dict[str, Any],
    symbols: Mapping[str, str],
    beside: Mapping[str, float],
) -> Mark | None:
    opens, closes = pd.isna(event["earliest"]), pd.isna(event["latest"])
    if opens and closes:
        return None  # no date at all: listed, not drawn
    sides = tuple(event["sides"])
    if spot["kind"] == "point":
        spot["right"] += beside.get(colour_group(sides), 0.0)
    return Mark(
        event_ids=(event["event_id"],),
        **spot,
        symbol=symbols.get(event["event_type"], "circle"),
        sides=sides,
        hollow=event["contested"],
        title=event["title"],
        opens=opens,
        closes=closes,
    )
