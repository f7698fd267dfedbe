"""Puts the marks of each lane into rows, so that none lies on another; piles up what must be."""

from bisect import bisect_left
from dataclasses import replace

from .lanes import POINTS, Lane, Mark
from .theme import MARK_PX

ONE_LINE = 18  # characters of a lane's label; a longer one takes two lines
LANE_PAD = 0.35  # rows between two lanes
SMALL = 3  # records; of a figure with eight or more lanes, smaller ones are merged
NEAR_PX = 0.7 * MARK_PX  # points nearer than this cover each other
PILES = (10**6, 5, 4, 3, 2)  # tried in turn: from how many on one spot on a pile is one mark
ROOMS = (150, 90)  # px beside a point kept free for its label, the most that fits


def fit_rows(lanes: list[Lane], most_rows: float) -> float:
    """Pile up as little, and leave as much room for labels, as `most_rows` allows."""
    single = {lane.key: lane.marks for lane in lanes}
    for pile in PILES:
        for lane in lanes:
            lane.marks = _pile_up(single[lane.key], pile)
        if _stack(lanes, 0, most_rows) <= most_rows:
            break
    for room in ROOMS:
        roomy = _stack(lanes, room, most_rows)
        if roomy <= most_rows:
            return roomy
    return _stack(lanes, 0)


def merge_small(lanes: list[Lane]) -> list[Lane]:
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


def _stack(lanes: list[Lane], room: float, most_rows: float = float("inf")) -> float:
    """First fit: the long ones first, then by time; returns the height in rows, or infinity as soon
    as it is more than `most_rows`."""
    top = 0.0
    for lane in lanes:
        rows: list[list[tuple[float, float]]] = []  # what each holds, from left to right
        for mark in sorted(lane.marks, key=lambda m: (m.kind in POINTS, m.left, -m.right)):
            right = mark.right + 1 + (room if mark.kind == "point" else 0)
            index = _first_fit(rows, (mark.left - 1, right))
            if top + index > most_rows:
                return float("inf")
            mark.row = top + index
        lane.top, lane.rows = top, max(len(rows), 1 + (len(lane.label) > ONE_LINE))
        top += lane.rows + LANE_PAD
    return top


def _first_fit(rows: list[list[tuple[float, float]]], span: tuple[float, float]) -> int:
    """Put a span (left, right) into the first row in which it touches none; returns the row."""
    left, right = span
    for index, row in enumerate(rows):
        place = bisect_left(row, span)
        clear = place == 0 or row[place - 1][1] <= left
        if clear and (place == len(row) or row[place][0] >= right):
            row.insert(place, span)
            return index
    rows.append([span])
    return len(rows) - 1
