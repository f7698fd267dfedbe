"""The marks of a timeline: what is drawn where, computed once for the screen and for print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from .panels import DAY, Panel, place_on_axis
from .text import shorten, width_px
from .theme import MARK_PX, TEXT_PX, colour_group

LANES_BY = {"actor": "actor_sides", "type": "event_type", "speaker": "sides"}
WIDE_PX = 2.2 * MARK_PX  # a doubt wider than this is drawn as wide as it is, with no centre
LEAST_LABEL = 14  # characters
POINTS = ("point", "pile")
SMALL = 3  # records; of a figure with eight or more lanes, smaller ones are merged
ONE_LINE = 18  # characters of a lane's label; a longer one takes two lines
LANE_PAD = 0.35  # rows between two lanes
NEAR_PX = 0.7 * MARK_PX  # points nearer than this cover each other
# What is tried until all lanes fit: from how many records on one spot on a pile is drawn as one
# mark with its number, and how much room beside a point is kept free for its label.
_TRIES = [(pile, room) for pile in (10**6, 5, 4, 3, 2) for room in (150, 90, 0)]


@dataclass
class Mark:
    """One record in one lane, or a pile of them. Places are px from the left end of the axis.

    `kind` is "point" (known to within its own size), "span" (some time within, no centre),
    "period" (throughout) or "pile" (points that would cover each other). `begins` and `ends` (exclusive) are clipped to the window; `opens` and
    `closes` say that the record goes on beyond an end that is not known.
    """

    event_ids: tuple[str, ...]
    kind: str
    begins: pd.Timestamp
    ends: pd.Timestamp
    left: float
    right: float
    symbol: str
    sides: tuple[str, ...]
    hollow: bool
    title: str
    opens: bool = False
    closes: bool = False
    row: float = 0.0
    label: str = ""
    label_side: str = "right"

    @property
    def colour(self) -> str:
        """The colour group of those who give an account."""
        return colour_group(self.sides)


@dataclass
class Lane:
    """A lane: its rows begin at `top` (in rows from the top of the figure)."""

    key: str
    label: str
    top: float = 0.0
    rows: int = 1
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """All marks of a timeline in their lanes; `height` is in rows, `width` in px."""

    panels: tuple[Panel, ...]
    lanes: list[Lane]
    height: float
    width: float

    @property
    def marks(self) -> list[Mark]:
        """The marks of all lanes."""
        return [mark for lane in self.lanes for mark in lane.marks]


def lay_out(
    events: pd.DataFrame,
    panels: tuple[Panel, ...],
    by: str,
    labels: Mapping[str, str],
    symbols: Mapping[str, str],
    width: float,
    most_rows: float,
    label: bool = True,
) -> Layout:
    """Put every event in its lanes, rows so that no mark lies on another, and labels where free.

    `by` is a key of `LANES_BY`; `labels` gives the lanes' labels in the order of the lanes;
    `symbols` the symbol of each event type. A label gets as much room as `most_rows` allows.
    """
    lanes = {key: Lane(key, label) for key, label in labels.items()}
    for event in events.to_dict("records"):
        keys = event[LANES_BY[by]]
        for key in (keys,) if isinstance(keys, str) else keys:
            mark = _mark(event, panels, symbols, width)
            if mark and key in lanes:
                lanes[key].marks.append(mark)
    used = _merge_small([lane for lane in lanes.values() if lane.marks])
    single = {lane.key: lane.marks for lane in used}
    for pile, room in _TRIES:
        for lane in used:
            lane.marks = _pile_up(single[lane.key], pile)
        height = _stack(used, room)
        if height <= most_rows:
            break
    if label and height <= 1.15 * most_rows:  # rows are high enough for text
        _label(used, panels, width)
    return Layout(panels, used, height, width)


def _mark(
    event: Mapping[str, Any], panels: Sequence[Panel], symbols: Mapping[str, str], width: float
) -> Mark | None:
    first, end = panels[0].first, panels[-1].end
    opens, closes = pd.isna(event["earliest"]), pd.isna(event["latest"])
    if opens and closes:
        return None  # no date at all: listed, not drawn
    begins = first if opens else max(event["earliest"], first)
    ends = end if closes else min(event["latest"] + DAY, end)
    left, right = (place_on_axis(panels, t) * width for t in (begins, ends))
    kind = "period" if event["extent"] == "period" else "span"
    if pd.notna(event["clock"]) or right - left < (MARK_PX if kind == "period" else WIDE_PX):
        kind, middle = "point", (begins + (ends - begins) / 2)
        begins = ends = event["clock"] if pd.notna(event["clock"]) else middle
        centre = place_on_axis(panels, begins) * width
        left, right = centre - MARK_PX / 2, centre + MARK_PX / 2
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


def _merge_small(lanes: list[Lane]) -> list[Lane]:
    """In a figure of many lanes, those of one or two records share one that is named after them."""
    small = [lane for lane in lanes if len(lane.marks) < SMALL]
    if len(lanes) < 8 or len(small) < 2:
        return lanes
    names = ", ".join(lane.label.split(" (")[0] for lane in small)
    shared = Lane("others", names)
    seen: set[str] = set()
    for mark in (m for lane in small for m in lane.marks):
        if mark.event_ids[0] not in seen:
            shared.marks.append(mark)
            seen.add(mark.event_ids[0])
    return [lane for lane in lanes if len(lane.marks) >= SMALL] + [shared]


def _pile_up(marks: list[Mark], least: int) -> list[Mark]:
    """Points on one spot, `least` or more of them, become one mark that carries their number."""
    points = sorted((m for m in marks if m.kind == "point"), key=lambda m: m.left)
    groups: list[list[Mark]] = []
    for mark in points:
        if groups and mark.left - groups[-1][0].left < NEAR_PX:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    piles = [m for g in groups for m in ([_pile(g)] if len(g) >= least else g)]
    return [m for m in marks if m.kind != "point"] + piles


def _pile(marks: list[Mark]) -> Mark:
    count = len(marks)
    return replace(
        marks[0],
        event_ids=tuple(i for m in marks for i in m.event_ids),
        kind="pile",
        left=marks[0].left - 3,
        right=marks[-1].right + 3,
        ends=marks[-1].ends,
        symbol="circle",
        sides=tuple(dict.fromkeys(side for m in marks for side in m.sides)),
        hollow=all(m.hollow for m in marks),
        title=f"{count} records",
    )


def _stack(lanes: list[Lane], room: float) -> float:
    """First fit: the long ones first, then by time; returns the height in rows."""
    top = 0.0
    for lane in lanes:
        ends: list[list[tuple[float, float]]] = []
        for mark in sorted(lane.marks, key=lambda m: (m.kind in POINTS, m.left, -m.right)):
            left, right = mark.left - 1, mark.right + 1 + (room if mark.kind == "point" else 0)
            free = (i for i, row in enumerate(ends) if all(right <= a or left >= b for a, b in row))
            index = next(free, len(ends))
            if index == len(ends):
                ends.append([])
            ends[index].append((left, right))
            mark.row = top + index
        lane.top, lane.rows = top, max(len(ends), 1 + (len(lane.label) > ONE_LINE))
        top += lane.rows + LANE_PAD
    return top


def _label(lanes: list[Lane], panels: Sequence[Panel], width: float) -> None:
    """Give a label to each record once, in its first lane, where the row has room for it."""
    named: set[str] = set()
    edges = [(panel.left * width, panel.right * width) for panel in panels]
    for lane in lanes:
        rows: dict[float, list[Mark]] = {}
        for mark in lane.marks:
            rows.setdefault(mark.row, []).append(mark)
        for row in rows.values():
            row.sort(key=lambda m: m.left)
            taken = float("-inf")
            for mark, following in zip(row, [*row[1:], None], strict=True):
                if mark.kind != "pile" and mark.event_ids[0] not in named:
                    taken = max(taken, _place_label(mark, following, taken, edges))
                    named |= set(mark.event_ids) if mark.label else set()
                taken = max(taken, mark.right)


def _place_label(
    mark: Mark, following: Mark | None, taken: float, edges: list[tuple[float, float]]
) -> float:
    """Write the label inside a wide mark, else right or left of it; returns where it ends."""
    middle = (mark.left + mark.right) / 2
    low, high = next(((a, b) for a, b in edges if a - 1 <= middle <= b + 1), edges[-1])
    if mark.kind != "point":
        low, high = next(((a, b) for a, b in edges if a - 1 <= mark.left < b), (low, high))
        mark.label = _fit(mark.title, min(mark.right, high) - mark.left - 8)
        mark.label_side = "inside"
        return mark.right
    stop = min(high, following.left if following else high)
    mark.label = _fit(mark.title, stop - mark.right - 4)
    if mark.label:
        return mark.right + 4 + width_px(mark.label, TEXT_PX)
    mark.label = _fit(mark.title, mark.left - max(taken, low) - 6)
    mark.label_side = "left"
    return mark.right


def _fit(text: str, room: float) -> str:
    """As much of the text as fits in `room` px; nothing if that is too little to be read."""
    limit = len(text)
    while limit >= LEAST_LABEL and width_px(shorten(text, limit), TEXT_PX) > room:
        limit -= 2
    return shorten(text, limit) if limit >= min(LEAST_LABEL, len(text)) else ""
