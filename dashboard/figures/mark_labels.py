"""Labels beside the marks of a timeline, where the row has room; the rest is said on hover."""

from collections.abc import Mapping, Sequence

from .lanes import Lane, Mark
from .panels import Panel
from .text import shorten, width_px
from .theme import MARK_PX, TEXT_PX

SIZE = TEXT_PX - 1
LEAST_LABEL = 14  # characters

Span = tuple[float, float]


def label_marks(
    lanes: list[Lane], panels: Sequence[Panel], width: float, rank: Mapping[str, int]
) -> None:
    """Give a label to each record once, in the first of its lanes whose row has room for it.

    `rank` by event_id says who chooses first: the labels that matter most (see
    `key_events.ranked`) find room before the others.
    """
    edges = [(panel.left * width, panel.right * width) for panel in panels]
    marks = [m for lane in lanes for m in lane.marks]
    taken: dict[float, list[Span]] = {}
    for mark in marks:
        taken.setdefault(mark.row, []).append((mark.left, mark.right))
    named: set[str] = set()
    for mark in sorted(marks, key=lambda m: rank.get(m.event_ids[0], len(rank))):
        if mark.kind != "pile" and mark.event_ids[0] not in named:
            _place_label(mark, taken[mark.row], edges)
            named |= set(mark.event_ids) if mark.label else set()


def _place_label(mark: Mark, taken: list[Span], edges: list[Span]) -> None:
    """Write the label inside a wide mark, in the panel that shows most of it; else right or left of
    the mark, where more of it fits, and take its room."""
    middle = mark.left + MARK_PX / 2
    low, high = next(((a, b) for a, b in edges if a - 1 <= middle <= b + 1), edges[-1])
    if mark.kind != "point":
        left, right = max(
            ((max(mark.left, a), min(mark.right, b)) for a, b in edges), key=lambda s: s[1] - s[0]
        )
        mark.label = _fit(mark.title, right - left - 8)
        mark.label_side, mark.label_at = "inside", left
        return
    stop = min([high, *(a for a, b in taken if b > mark.right)])
    start = max([low, *(b for a, b in taken if a < mark.left)])
    after = _fit(mark.title, stop - mark.right - 4)
    before = _fit(mark.title, mark.left - start - 6)
    if len(before) > len(after):
        mark.label, mark.label_side = before, "left"
        taken.append((mark.left - 4 - width_px(before, SIZE), mark.left))
    elif after:
        mark.label = after
        taken.append((mark.right, mark.right + 4 + width_px(after, SIZE)))


def _fit(text: str, room: float) -> str:
    """As much of the text as fits in `room` px; nothing if that is too little to be read."""
    limit = min(len(text), int(room / width_px("n", SIZE)))
    while limit >= LEAST_LABEL and width_px(shorten(text, limit), SIZE) > room:
        limit -= 2
    return shorten(text, limit) if limit >= min(LEAST_LABEL, len(text)) else ""
