"""Ceasefires on a slide: a window from the hour of effect, a tick at each alleged first breach."""

from typing import Any

import pandas as pd

from ...events.dates import say_day
from ..briefing import Material
from ..theme import colour_group
from ..truce_strip import TruceNote, truce_notes
from .board import Board
from .ink import MUTED, SIDES, TEXT, outline, solid
from .measure import width_pt
from .runs import one_line, plain
from .template import MARGIN
from .timeline_scale import LABEL_PT, STRIP_PT, Plot

SIZE = 9.0
NOTE_PT = 13.0  # height of the words above the windows


def draw_truces(board: Board, plot: Plot, material: Material) -> None:
    """Draw the ceasefires that take effect within the panels."""
    if plot.truces.empty:
        return
    sides = material.dataset.names["speaker"]
    with board.group("Ceasefires") as group:
        box = (MARGIN + 2, plot.top, MARGIN + LABEL_PT - 8, plot.zero)
        group.text(box, [plain("Ceasefires")], SIZE, "Lane: Ceasefires", "r", "ctr", wrap=False)
        for truce in plot.truces.to_dict("records"):
            _draw_window(group, plot, truce, plot.at(truce["begins"]))
            _draw_breaches(group, plot, truce, sides)
        for note in truce_notes(plot.truces, plot.layout):
            _draw_note(group, plot, note)


def _edges(plot: Plot) -> tuple[float, float]:
    """Top and bottom of the windows."""
    return plot.top + NOTE_PT, plot.top + STRIP_PT - 4


def _draw_window(group: Board, plot: Plot, truce: dict[Any, Any], x: float) -> None:
    top, bottom = _edges(plot)
    name = f"Ceasefire: {one_line(truce['title'])}"
    begins = f"{say_day(truce['begins'])}, {truce['begins']:%H:%M} local time"
    group.line((x, bottom, x, plot.bottom), f"{name} (guide)", outline(MUTED, 0.75, "sysDot"))
    if pd.notna(truce["held_until"]):
        until = max(plot.at(truce["held_until"]), x)
        box = (x, top, until, bottom)
        group.shape("rect", box, f"{name} (until the first breach alleged)", fill=solid(TEXT, 0.18))
    group.line((x, top, x, bottom), name, outline(TEXT, 1.75), f"{begins}: {truce['title']}")


def _draw_breaches(group: Board, plot: Plot, truce: dict[Any, Any], sides: dict[str, str]) -> None:
    """One tick a side, each at its own height, so that those minutes apart stay visible."""
    top, bottom = _edges(plot)
    high = (bottom - top) / max(len(truce["breaches"]), 1)
    for index, (side, clock, statement) in enumerate(truce["breaches"]):
        told = sides.get(side, side)
        x, y = plot.at(clock), top + high * index
        alt = f"First breach by the other side, as {told} tells it: {say_day(clock)}, " \
              f"{clock:%H:%M}. {statement}"  # fmt: skip
        line = outline(SIDES[colour_group((side,))], 2.25)
        group.line((x, y + 0.5, x, y + high - 0.5), f"Breach alleged by {told}", line, alt)


def _draw_note(group: Board, plot: Plot, note: TruceNote) -> None:
    wide = width_pt(note.text, SIZE) + 1
    left = plot.x(note.px) + 2 - wide if note.ends else plot.x(note.px) - 2
    box = (left, plot.top, left + wide, plot.top + NOTE_PT)
    group.text(box, [plain(note.text, ink=MUTED)], SIZE, anchor="ctr", wrap=False)
