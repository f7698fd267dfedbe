"""A deck with one slide a step: the record with each side's claims, its map, its place in time."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.util import Pt

from ..briefing import Material
from ..map_view import DIPLOMACY
from ..picture import Picture
from ..text import clean_text
from .board import WIDE, Board, Box
from .ink import MUTED
from .legend import draw_flow, picture_entries
from .map import draw_label
from .measure import LEADING, Cell, count_lines, cut_cell
from .rows import make_rows
from .runs import one_line, plain
from .slides import fit, new_slide
from .sources import add_sources
from .steady import steady
from .step_strip import draw_strip
from .template import MARGIN, TITLE_PT, describe, look_of, new_presentation
from .title_slide import add_title

TEXT: Box = (MARGIN, 56.0, 440.0, 502.0)
MAP: Box = (456.0, 56.0, WIDE - MARGIN, 350.0)
LEGEND_TOP = 356.0
STRIP: Box = (456.0, 420.0, WIDE - MARGIN, 500.0)
SIZES = (18, 16, 14, 13, 12, 11, 10, 9)  # of the text, in points
AFTER = 4.0  # points after a paragraph
MORE = "… The rest stands in the notes of this slide."


def steps_deck(story: Material, steps: Sequence[tuple[Material, Picture]]) -> bytes:
    """The deck of a story as a PowerPoint file (.pptx), 16:9, with notes on every slide.

    `story` is the view of all steps in their order; each step comes as the same material with only
    its record in view and the map where that stands, and with the map's picture of `MAP`'s size.
    Equal material gives equal bytes.
    """
    presentation = new_presentation(look_of(story.brief.look))
    add_title(presentation, story)
    for number, (step, picture) in enumerate(steps, 1):
        _add_step(presentation, story, step, picture, number)
    add_sources(presentation, story)
    describe(presentation, story)
    written = BytesIO()
    presentation.save(written)
    return steady(written.getvalue(), story.made)


def _add_step(
    presentation: Any, story: Material, step: Material, picture: Picture, number: int
) -> None:
    (event,) = step.view.events.to_dict("records")
    numbers = set(story.citations.by_event[event["event_id"]])
    sources = [s for s in story.citations.sources if s.number in numbers]
    title = f"{number}. {one_line(event['title'])}"
    board = new_slide(presentation, story, fit(title, WIDE - 2 * MARGIN, TITLE_PT * 1.08), sources)
    _write_text(board, step, one_line(event["summary"]))
    _draw_map(board, step, picture)
    with board.group("Where the step stands in time") as group:
        draw_strip(group, STRIP, story, event["event_id"])


def _write_text(board: Board, step: Material, summary: str) -> None:
    """Date, kind, place, summary and claims, as large as there is room; the notes have it whole."""
    (row,) = make_rows(step)
    when, what, where, told = row.cells
    text: Cell = (plain(when[0][0].text, bold=True), *what[1:], *where, plain(summary), *told)
    wide, high = TEXT[2] - TEXT[0], TEXT[3] - TEXT[1]
    size = next((s for s in SIZES if _high(text, wide, s) <= high), SIZES[-1])
    shown = text
    if _high(text, wide, size) > high:
        lines = int((high - AFTER * len(text)) / (size * LEADING)) - 1
        shown = (*cut_cell(text, lines, wide, size)[0], plain(MORE, ink=MUTED))
    board.text(TEXT, shown, size, "Record and claims", after=AFTER)
    notes = board.slide.notes_slide.notes_text_frame
    for paragraph in text:
        notes.add_paragraph().text = clean_text("".join(run.text for run in paragraph))


def _high(text: Cell, width: float, size: float) -> float:
    return count_lines(text, width, size) * size * LEADING + AFTER * len(text)


def _draw_map(board: Board, step: Material, picture: Picture) -> None:
    """The picture with its labels as native text, and the legend of what it shows."""
    left, top, right, bottom = MAP
    shown = board.slide.shapes.add_picture(
        BytesIO(picture.png), Pt(left), Pt(top), Pt(right - left), Pt(bottom - top)
    )
    shown.name = "Map"
    shown._element.nvPicPr.cNvPr.set("id", str(next(board.ids)))
    shown._element.nvPicPr.cNvPr.set("descr", clean_text(picture.alt))
    with board.group("Labels of the map") as group:
        for label in picture.labels:
            draw_label(group, label, MAP)
    theme = look_of(step.brief.look)
    entries = picture_entries(step)
    draw_flow(board, entries, left, LEGEND_TOP, right - left, theme)
    words = "No place on the map" if step.view.off_map else ""
    far = "lines between capitals are calls, not routes" if step.where is DIPLOMACY else ""
    note = " · ".join(part for part in (words, far, step.credit) if part)
    box = (left, STRIP[1] - 16, right, STRIP[1] - 4)
    board.text(box, [plain(fit(one_line(note), right - left), ink=MUTED)], 9, "Caption of the map")
