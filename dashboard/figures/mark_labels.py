"""Labels beside the marks of a timeline, where the row has room; the rest is said on hover."""

from collections.abc import Sequence

from .lanes import Lane, Mark
from .panels import Panel
from .text import shorten, width_px
from .theme import TEXT_PX

SIZE = TEXT_PX - 1
LEAST_LABEL = 14  # characters


def label_marks(lanes: list[Lane], panels: Sequence[Panel], width: float) -> None:
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
        return mark.right + 4 + width_px(mark.label, SIZE)
    mark.label = _fit(mark.title, mark.left - max(taken, low) - 6)
    mark.label_side = "left"
    return mark.right


def _fit(text: str, room: float) -> str:
    """As much of the text as fits in `room` px; nothing if that is too little to be read."""
    limit = min(len(text), int(room / width_px("n", SIZE)))
    while limit >= LEAST_LABEL and width_px(shorten(text, limit), SIZE) > room:
        limit -= 2
    return shorten(text, limit) if limit >= min(LEAST_LABEL, len(text)) else ""
