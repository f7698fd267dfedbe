"""The lanes, panels and ticks of a timeline as native shapes."""

import pandas as pd

from ..axes import panel_ticks
from ..stacking import LANE_PAD
from .board import Board
from .ink import BAND, MUTED, outline, solid
from .measure import LEADING, width_pt, wrapped
from .runs import one_line, plain
from .slides import fit
from .template import MARGIN
from .timeline_scale import HEAD_PT, LABEL_PT, PT, Plot

SIZE = 9.0


def draw_bands(board: Board, plot: Plot) -> None:
    """A band behind every other lane, and the lanes' labels."""
    with board.group("Lanes") as group:
        for index, lane in enumerate(plot.layout.lanes):
            top = plot.y(lane.top - LANE_PAD / 2)
            bottom = plot.y(lane.top + lane.rows + LANE_PAD / 2)
            if index % 2 == 0:
                box = (MARGIN, top, plot.right, bottom)
                group.shape("rect", box, f"Band: {lane.label}", fill=solid(BAND))
            lines = _label(one_line(lane.label), bottom - top)
            box = (MARGIN + 2, top, MARGIN + LABEL_PT - 8, bottom)
            text = [plain(line) for line in lines]
            group.text(box, text, SIZE, f"Lane: {lane.label}", "r", "ctr", wrap=False)


def _label(label: str, high: float) -> list[str]:
    """The label in as many lines as the lane is high; with "…" if they are too few."""
    width = LABEL_PT - 12
    lines = wrapped(label, width, SIZE)
    most = max(int(high / (SIZE * LEADING)), 1)
    if len(lines) > most:
        lines = [*lines[: most - 1], fit(" ".join(lines[most - 1 :]), width)]
    return lines


def draw_panels(board: Board, plot: Plot) -> None:
    """The names of several panels above them, and the cut between two."""
    panels = plot.layout.panels
    if len(panels) == 1:
        return
    with board.group("Panels of the time axis") as group:
        for panel, following in zip(panels, [*panels[1:], None], strict=True):
            left, right = (plot.x(s * plot.layout.width) for s in (panel.left, panel.right))
            name = one_line(panel.label)
            if width_pt(name, SIZE) <= right - left + 10:
                box = (left - 5, plot.top - HEAD_PT, right + 5, plot.top)
                group.text(box, [plain(name, ink=MUTED)], SIZE, align="ctr", anchor="ctr")
            if following:
                end = plot.x(following.left * plot.layout.width)
                box = (right, plot.top, end, plot.bottom + 2)
                group.shape("rect", box, "Cut in the time axis", fill=solid("bg1"))
                for x in (right, end):
                    ends = (x, plot.top, x, plot.bottom)
                    group.line(ends, "Edge of a panel", outline(MUTED, 0.6))


def draw_axis(board: Board, plot: Plot) -> None:
    """Ticks on round hours, days, months or years, the finest whose words do not touch."""
    with board.group("Time axis") as group:
        for panel in plot.layout.panels:
            left, right = (plot.x(s * plot.layout.width) for s in (panel.left, panel.right))
            axis = (left, plot.bottom, right, plot.bottom)
            group.line(axis, "Time axis", outline(MUTED, 0.8))
            moments, say = panel_ticks(panel, (right - left) / PT)
            last = ""
            for moment in moments:
                moment = pd.Timestamp(moment)
                x = plot.x(panel.locate(moment) * plot.layout.width)
                first, second = say(moment)
                _draw_tick(group, plot, x, [first] if second == last else [first, second])
                last = second


def _draw_tick(group: Board, plot: Plot, x: float, words: list[str]) -> None:
    name = f"Tick: {' '.join(words)}"
    group.line((x, plot.top, x, plot.bottom), name, outline(MUTED, 0.5, "sysDot", 0.45))
    group.line((x, plot.bottom, x, plot.bottom + 3), name, outline(MUTED, 0.8))
    box = (x - 22, plot.bottom + 4, x + 22, plot.bottom + 26)
    text = [plain(word, ink=MUTED) for word in words if word]
    group.text(box, text, SIZE, name, "ctr", wrap=False)
