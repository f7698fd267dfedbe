"""The strip of a step's slide: where its record stands in time among the steps, natively drawn."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ...events.dates import say_range
from ..briefing import Material
from ..panels import DAY, Panel, place_on_axis
from ..theme import colour_group
from ..timeline_parts import window_panels
from .board import Board, Box
from .ink import MUTED, NO_FILL, PAPER, SIDES, hatched, outline, solid
from .runs import one_line, plain
from .slides import fit
from .symbols import draw_symbol

SIZE = 9.0
AXIS_UP, TICK, MARK = 24.0, 6.0, 11.0  # points: the axis above the foot, a step's tick, a symbol


def draw_strip(board: Board, box: Box, story: Material, event_id: str) -> None:
    """An axis over the window with a tick for each step; the step itself as a symbol on its day, a
    bar where it lasted, a hatched bar where it happened at some time within."""
    left, top, right, bottom = box
    axis = bottom - AXIS_UP
    panels = window_panels(story.dataset, story.view.filter)

    def at(moment: pd.Timestamp, end: bool = False) -> float:
        return left + place_on_axis(panels, moment, end) * (right - left)

    for panel in panels:
        _draw_panel(board, panel, (left, top, right, axis))
    for event in story.view.events.to_dict("records"):
        first, end = _span(event, panels)
        x = at(first) if event["event_id"] != event_id else (at(first) + at(end, True)) / 2
        board.line((x, axis - TICK, x, axis), "Step", outline(MUTED, 0.75))
        if event["event_id"] == event_id:
            kind = story.dataset.symbols.get(event["event_type"], "circle")
            _draw_step(board, event, kind, (at(first), axis - 22, at(end, True), axis - 10))


def _span(event: Mapping[Any, Any], panels: Sequence[Panel]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First moment and (exclusive) end of a record; an open end is that of the axis."""
    first = panels[0].first if pd.isna(event["earliest"]) else event["earliest"]
    end = panels[-1].end if pd.isna(event["latest"]) else event["latest"] + DAY
    return first, end


def _draw_panel(board: Board, panel: Panel, box: Box) -> None:
    left, _, right, axis = box
    start, end = (left + share * (right - left) for share in (panel.left, panel.right))
    board.line((start, axis, end, axis), f"Axis: {one_line(panel.label)}", outline(MUTED, 1.25))
    first, last = panel.first.date(), (panel.end - DAY).date()
    for index, text in enumerate((panel.label, say_range(first, last))):
        words = fit(one_line(text), end - start, SIZE)
        place = (start, axis + 2 + 11 * index, end, axis + 13 + 11 * index)
        board.text(place, [plain(words, ink=MUTED)], SIZE, wrap=False)


def _draw_step(board: Board, event: Mapping[Any, Any], kind: str, box: Box) -> None:
    """The mark of the step."""
    ink = SIDES[colour_group(tuple(event["sides"]))]
    alt = f"{event['date_label']}: {event['title']}"
    left, top, right, bottom = box
    if event["earliest"] == event["latest"]:
        middle = (left + right) / 2, (top + bottom) / 2
        draw_symbol(board, kind, middle, MARK, ink, "This step", alt, event["contested"])
    else:
        fill = NO_FILL if event["contested"] else solid(ink, 0.42)
        if event["extent"] == "moment":
            fill = hatched(ink, PAPER)
        box = (left, top, max(right, left + 2), bottom)
        board.shape("rect", box, "This step", alt, fill, outline(ink, 1))
        for end, x in (("earliest", left), ("latest", right)):
            if pd.isna(event[end]):
                turn = "left" if end == "earliest" else "right"
                draw_symbol(board, f"triangle-{turn}", (x, (top + bottom) / 2), 9, ink, "Open end")
