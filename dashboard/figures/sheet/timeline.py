"""The timeline of a sheet: the marks of the screen's timeline, drawn as vectors."""

import pandas as pd

from ..codes import code
from ..lanes import POINTS, Layout, Mark
from ..panels import place_on_axis
from ..stacking import LANE_PAD, ONE_LINE
from ..theme import MARK_PX
from ..truce_strip import STRIP_ROWS
from .canvas import TEXT_PT, Box, Canvas
from .scale import PT
from .shapes import number, symbol
from .timeline_frame import draw_axis, draw_panels
from .truces import draw_truces

LANE_PT = 92  # width of the lanes' labels
LEAST_ROWS = 6  # so that a single record does not fill the box
ROW_PT = 11.6
HEAD_PT, AXIS_PT = 14, 26


def rows_in(box: Box) -> float:
    """How many rows of text a timeline in `box` (points) has room for."""
    return (box[3] - box[1] - HEAD_PT - AXIS_PT) / ROW_PT - STRIP_ROWS


def axis_px(box: Box) -> float:
    """The length of the time axis in px, in which marks are laid out."""
    return (box[2] - box[0] - LANE_PT) / PT


def draw_timeline(canvas: Canvas, box: Box, layout: Layout, truces: pd.DataFrame) -> None:
    """Draw the marks of `layout` (made for `axis_px` and `rows_in` this box) and the ceasefires."""
    left, top, right, bottom = box
    plot = (left + LANE_PT, top + HEAD_PT, right, bottom - AXIS_PT)
    above = STRIP_ROWS if len(truces) else 0.3
    row = (plot[3] - plot[1]) / (max(layout.height, LEAST_ROWS) + above)
    zero = plot[1] + above * row
    _draw_lanes(canvas, layout, (left, zero, right, plot[3]), row)
    draw_panels(canvas, plot, layout.panels)
    draw_axis(canvas, plot, layout.panels)
    if len(truces):
        canvas.text(plot[0] - 8, zero - STRIP_ROWS / 2 * row, "Ceasefires", ha="right")
        draw_truces(canvas, plot, layout, truces, zero, row)
    for mark in layout.marks:
        y = zero + (mark.row + 0.5) * row
        if mark.kind in POINTS:
            _draw_point(canvas, mark, layout, plot, y)
        else:
            _draw_bar(canvas, mark, plot[0], y, row)
        _draw_label(canvas, mark, plot[0], y)


def _draw_lanes(canvas: Canvas, layout: Layout, box: Box, row: float) -> None:
    left, zero, right, _ = box
    for index, lane in enumerate(layout.lanes):
        y = zero + lane.top * row
        band = (left, y - LANE_PAD / 2 * row, right, y + (lane.rows + LANE_PAD / 2) * row)
        if index % 2 == 0:
            canvas.rectangle(band, facecolor=canvas.theme.band, zorder=0)
        lines = _lines(lane.label, max(int(lane.rows * row / (TEXT_PT * 1.15)), 1))
        middle = y + lane.rows * row / 2
        canvas.text(left + LANE_PT - 8, middle, lines, ha="right", va="center")


def _lines(label: str, most: int) -> str:
    """The label in lines of at most `ONE_LINE` characters, ended with … after `most` of them."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > ONE_LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = kept[-1].rstrip(",")[: ONE_LINE - 1] + "…"
    return "\n".join(kept)


def _draw_point(canvas: Canvas, mark: Mark, layout: Layout, plot: Box, y: float) -> None:
    theme = canvas.theme
    colour = theme.sides[mark.colour]
    at = place_on_axis(layout.panels, mark.begins) * layout.width
    if mark.kind == "pile":
        last = place_on_axis(layout.panels, mark.ends) * layout.width
        x = plot[0] + (at + last) / 2 * PT
        symbol(canvas, x, y, "circle", (MARK_PX + 5) * PT, colour, hollow=mark.hollow)
        number(canvas, x, y, len(mark.event_ids), colour, mark.hollow)
        reach = MARK_PX / 2 + 3
    else:
        x = plot[0] + at * PT
        symbol(canvas, x, y, mark.symbol, MARK_PX * PT * 0.9, colour, hollow=mark.hollow)
        reach = MARK_PX / 2 + 1
    canvas.text(x + reach * PT, y, code(mark.colour, theme.name), color=colour, weight="bold")


def _draw_bar(canvas: Canvas, mark: Mark, zero: float, y: float, row: float) -> None:
    """A period solid, a doubt hatched and with no centre, contested hollow; an arrow where an end
    is not known."""
    theme = canvas.theme
    colour = theme.sides[mark.colour]
    left, right = zero + mark.left * PT, zero + mark.right * PT
    box = (left, y - 0.44 * row, right, y + 0.44 * row)
    alpha = 0.04 if mark.hollow else 0.12 if mark.kind == "span" else 0.4
    canvas.rectangle(box, facecolor=colour, alpha=alpha, zorder=3)
    outline = {"facecolor": "none", "edgecolor": colour, "linewidth": 0.8, "zorder": 4}
    canvas.rectangle(box, **outline)
    if mark.kind == "span":
        canvas.rectangle(box, facecolor="none", edgecolor=colour, hatch="///", alpha=0.28, zorder=3)
    for there, x, name in ((mark.opens, left, "left"), (mark.closes, right, "right")):
        if there:
            symbol(canvas, x, y, f"triangle-{name}", 7, colour)


def _draw_label(canvas: Canvas, mark: Mark, zero: float, y: float) -> None:
    theme = canvas.theme
    if mark.label_side == "inside":
        own = code(mark.colour, theme.name) if mark.right - mark.left > 30 else ""
        words = f"{own} · {mark.label}" if own and mark.label else mark.label or own
        canvas.text(zero + mark.label_at * PT + 5, y, words)
    elif mark.label and mark.label_side == "left":
        canvas.text(zero + (mark.left - 4) * PT, y, mark.label, ha="right")
    elif mark.label:
        canvas.text(zero + (mark.right + 3) * PT, y, mark.label)
