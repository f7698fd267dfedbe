"""The marks of a timeline as native shapes, one group for each lane."""

from collections.abc import Mapping

import pandas as pd

from ..briefing import Material
from ..codes import code
from ..lanes import POINTS, Lane, Mark
from ..theme import MARK_PX
from .board import Board, Box
from .ink import NO_FILL, PAPER, SIDES, hatched, outline, solid, tint
from .measure import width_pt
from .runs import one_line, plain
from .slides import fit
from .symbols import draw_symbol
from .timeline_scale import PT, Plot

SIZE = 9.0
POINT_PT, PILE_PT = MARK_PX * PT * 0.9, 13.0


def say_records(events: pd.DataFrame, sides: Mapping[str, str]) -> dict[str, str]:
    """When, what and whose accounts, by event_id."""
    columns = ["event_id", "date_label", "title", "sides", "contested"]
    return {
        event_id: f"{when}: {title} (accounts: "
        + (", ".join(sides.get(s, s) for s in told) or "none")
        + (f"{'; contested' if contested else ''})")
        for event_id, when, title, told, contested in events[columns].itertuples(index=False)
    }


def draw_marks(board: Board, plot: Plot, material: Material) -> None:
    """Draw all marks with what they say as alternative text; labels where the layout has them."""
    said = say_records(material.view.events, material.dataset.names["speaker"])
    for lane in plot.layout.lanes:
        with board.group(f"Records: {one_line(lane.label)}") as group:
            _draw_lane(group, plot, lane, said)


def _draw_lane(group: Board, plot: Plot, lane: Lane, said: Mapping[str, str]) -> None:
    for mark in sorted(lane.marks, key=lambda m: m.kind in POINTS):
        y = plot.y(mark.row + 0.5)
        alt = "; ".join(said[i] for i in mark.event_ids)
        if len(mark.event_ids) > 1:
            alt = f"{len(mark.event_ids)} records: {alt}"
        own = code(mark.colour, plot.theme.name)
        if mark.kind in POINTS:
            _draw_point(group, plot, mark, y, alt, own)
        else:
            _draw_bar(group, plot, mark, y, alt)
        _draw_label(group, plot, mark, y, own)


def mark_name(mark: Mark) -> str:
    """The name of a mark's shape: its kind and title."""
    return f"{mark.kind}: {one_line(mark.title)}"


def _draw_point(group: Board, plot: Plot, mark: Mark, y: float, alt: str, own: str) -> None:
    x, ink, size = plot.at(mark.begins), SIDES[mark.colour], POINT_PT
    number = len(mark.event_ids) if mark.kind == "pile" else 0
    if number:
        x, size = (x + plot.at(mark.ends)) / 2, PILE_PT
    draw_symbol(group, mark.symbol, (x, y), size, ink, mark_name(mark), alt, mark.hollow, number)
    if own:
        box = (x + size / 2 + 1.5, y - 6, x + size / 2 + 15, y + 6)
        group.text(box, [plain(own, True, ink)], SIZE, f"Account: {own}", "l", "ctr", wrap=False)


def _draw_bar(group: Board, plot: Plot, mark: Mark, y: float, alt: str) -> None:
    """A period solid, a doubt hatched and with no centre, contested hollow; in pieces
    where the time axis is cut, and with an arrow where an end is not known."""
    ink = SIDES[mark.colour]
    fill = NO_FILL if mark.hollow else solid(ink, 0.42)
    if mark.kind == "span":
        fill = hatched(ink, PAPER if mark.hollow else tint(plot.theme, mark.colour))
    half = min(plot.row * 0.44, 7)
    for index, (left, right) in enumerate(pieces(plot, mark)):
        name = mark_name(mark) + (f" (piece {index + 1})" if index else "")
        box = (left, y - half, right, y + half)
        group.shape("rect", box, name, "" if index else alt, fill, outline(ink, 0.8, alpha=0.9))
    for there, x, end in ((mark.opens, plot.x(mark.left), "left"),
                          (mark.closes, plot.x(mark.right), "right")):  # fmt: skip
        if there:
            stated = "start" if end == "left" else "end"
            draw_symbol(group, f"triangle-{end}", (x, y), 7, ink, f"{stated} not stated")


def pieces(plot: Plot, mark: Mark) -> list[tuple[float, float]]:
    """The parts of a bar, from left to right in points, that lie on a panel each."""
    width, parts = plot.layout.width, []
    for panel in plot.layout.panels:
        left, right = max(mark.left, panel.left * width), min(mark.right, panel.right * width)
        if left < right:
            parts.append((plot.x(left), plot.x(right)))
    return parts or [(plot.x(mark.left), plot.x(mark.right))]


def _draw_label(group: Board, plot: Plot, mark: Mark, y: float, own: str) -> None:
    """The label of the layout where text of this size has room beside or in its mark."""
    words = one_line(mark.label)
    inside = mark.label_side == "inside"
    if inside and own and plot.x(mark.right) - plot.x(mark.left) > 24:
        words = f"{own} · {words}" if words else own
    if not words:
        return
    box = _label_box(plot, mark, y)
    words = fit(words, box[2] - box[0], SIZE)
    align = "r" if mark.label_side == "left" else "l"
    wide = width_pt(words, SIZE)
    if wide <= box[2] - box[0]:
        box = (box[0], box[1], box[0] + wide, box[3]) if align == "l" else box
        ground = solid(PAPER, 0.85) if mark.kind == "span" else NO_FILL
        group.text(box, [plain(words)], SIZE, f"Label: {words}", align, "ctr", False, fill=ground)


def _label_box(plot: Plot, mark: Mark, y: float) -> Box:
    room = width_pt(one_line(mark.label), SIZE) + 2
    if mark.label_side == "left":
        right = plot.x(mark.left) - 3
        return (max(right - room, plot.left), y - 6, right, y + 6)
    if mark.label_side != "inside":
        left, end = plot.x(mark.right) + 2, plot.right
    else:
        left = plot.x(mark.label_at) + 5
        end = next(b for a, b in pieces(plot, mark) if b > left - 5) - 2
    return (left, y - 6, min(left + room, end), y + 6)
