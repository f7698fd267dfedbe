"""Ceasefires on a sheet: a window from the hour of effect, a tick at each alleged first breach."""

from typing import Any

import pandas as pd

from ..codes import code
from ..lanes import Layout
from ..panels import place_on_axis
from ..theme import colour_group
from ..truce_strip import WINDOW, truce_notes
from .canvas import TEXT_PT, Box, Canvas
from .scale import PT


def draw_truces(
    canvas: Canvas, plot: Box, layout: Layout, truces: pd.DataFrame, zero: float, row: float
) -> None:
    """`truces` as made by events.truces, those that take effect within the panels; `zero` is the
    top of the lanes and `row` the height of a row, in points."""
    for truce in truces.to_dict("records"):
        _window(canvas, plot, layout, truce, zero, row)
    for note in truce_notes(truces, layout):
        side, shift = ("right", 2) if note.ends else ("left", -2)
        y = zero + WINDOW[0] * row - 5
        canvas.text(plot[0] + note.px * PT + shift, y, note.text, ha=side, color=canvas.theme.muted)


def _x(plot: Box, layout: Layout, moment: pd.Timestamp) -> float:
    return plot[0] + place_on_axis(layout.panels, moment) * (plot[2] - plot[0])


def _window(
    canvas: Canvas, plot: Box, layout: Layout, truce: dict[Any, Any], zero: float, row: float
) -> None:
    theme = canvas.theme
    x = _x(plot, layout, truce["begins"])
    top, bottom = zero + WINDOW[0] * row, zero + WINDOW[1] * row
    canvas.line([x, x], [bottom, plot[3]], color=theme.muted, linewidth=0.8, linestyle=":",
                zorder=2)  # fmt: skip
    canvas.line([x, x], [top, bottom], color=theme.ink, linewidth=1.6, zorder=6)
    if pd.notna(truce["held_until"]):
        until = _x(plot, layout, truce["held_until"])
        canvas.rectangle((x, top, until, bottom), facecolor=theme.ink, alpha=0.18, zorder=3)
    high = (bottom - top) / max(len(truce["breaches"]), 1)
    for index, (side, clock, _) in enumerate(truce["breaches"]):
        group = colour_group((side,))
        at, y = _x(plot, layout, clock), top + high * index
        colour = theme.sides[group]
        canvas.line([at, at], [y + 0.5, y + high - 0.5], color=colour, linewidth=2, zorder=7)
        if theme.name == "grey":
            canvas.text(at + 2, y + high / 2, code(group, theme.name), color=colour, size=TEXT_PT)
