"""The slide of the timeline: the marks of the screen's timeline as native, editable shapes."""

from typing import Any

from ..alt import alt_timeline
from ..briefing import Material
from .board import WIDE, Board
from .ink import MUTED, PAPER, solid
from .legend import LINE, draw_flow, places, timeline_entries
from .measure import width_pt
from .runs import one_line, plain
from .slides import NOTHING, fit, new_slide
from .template import MARGIN
from .timeline_axis import draw_axis, draw_bands, draw_panels
from .timeline_marks import draw_marks
from .timeline_scale import Plot, make_plot
from .timeline_truces import draw_truces

TOP, BOTTOM = 48.0, 506.0
GUESS = 3  # lines of legend, for the first layout


def slide_plot(material: Material) -> Plot:
    """The timeline as it stands on the slide.

    The legend's height depends on what is drawn, and that on the height that is left: it is laid
    out once for a guess, then for the lines that the guess needs.
    """
    plot = make_plot(material, TOP, BOTTOM - LINE * (GUESS + 1))
    lines = _legend_lines(material, plot)
    return plot if lines == GUESS else make_plot(material, TOP, BOTTOM - LINE * (lines + 1))


def _legend_lines(material: Material, plot: Plot) -> int:
    entries = timeline_entries(material, plot)
    found = places(entries, WIDE - 2 * MARGIN, material.brief.look)
    return found[-1][1] + 1 if found else 0


def add_timeline(presentation: Any, material: Material) -> None:
    """Add the slide."""
    board = new_slide(presentation, material, "Timeline", material.citations.sources)
    plot = slide_plot(material)
    with board.group("Timeline", _alt(material, plot)) as group:
        draw_bands(group, plot)
        draw_axis(group, plot)
        draw_panels(group, plot)
        draw_truces(group, plot, material)
        draw_marks(group, plot, material)
    if material.view.events.empty:
        _say_nothing(board, plot, material)
    entries = timeline_entries(material, plot)
    top = BOTTOM - LINE * (_legend_lines(material, plot) + 1) + 2
    draw_flow(board, entries, MARGIN, top, WIDE - 2 * MARGIN, plot.theme)
    note = " · ".join(plot.layout.notes(len(material.view.events)))
    if note:
        box = (MARGIN, BOTTOM - LINE, WIDE - MARGIN, BOTTOM)
        board.text(box, [plain(note, ink=MUTED)], 9, "Note", anchor="ctr")


def _say_nothing(board: Board, plot: Plot, material: Material) -> None:
    words = one_line(f"{NOTHING}: {' · '.join(material.view.filter_words)}")
    words = fit(words, plot.right - plot.left - 40, 14)
    x, y, half = (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2, width_pt(words, 14) / 2
    box = (x - half - 10, y - 14, x + half + 10, y + 14)
    board.text(box, [plain(words)], 14, align="ctr", anchor="ctr", fill=solid(PAPER))


def _alt(material: Material, plot: Plot) -> str:
    words = alt_timeline(plot.layout, material.view.events, material.view.sentence)
    return words.replace("The table below lists", "The tables of this deck list")
