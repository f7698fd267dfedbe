"""The slides of the sources: numbered, with publisher, title, date and address, in two columns."""

from typing import Any

from ...events.citations import Citation
from ..briefing import Material
from .board import WIDE
from .measure import LEADING, Cell, count_lines, cut_cell
from .runs import plain
from .slides import new_slide, source_runs
from .template import MARGIN

TOP, BOTTOM = 54.0, 502.0
SIZE, GAP, AFTER = 9.0, 24.0, 4.0
WIDTH = (WIDE - 2 * MARGIN - GAP) / 2
LINE = SIZE * LEADING

Entry = tuple[Citation, Cell]


def add_sources(presentation: Any, material: Material) -> None:
    """Add the slides; a single one that says so if there is no source."""
    columns = _columns(material)
    slides = [columns[i : i + 2] for i in range(0, len(columns), 2)]
    for number, pair in enumerate(slides, 1):
        title = "Sources" if len(slides) == 1 else f"Sources ({number} of {len(slides)})"
        named = {entry[0].number: entry[0] for column in pair for entry in column}
        board = new_slide(presentation, material, title, list(named.values()))
        for index, column in enumerate(pair):
            left = MARGIN + index * (WIDTH + GAP)
            y = TOP
            for source, cell in column:
                high = _high(cell)
                name = f"Source {source.number}"
                board.text((left, y, left + WIDTH, y + high), cell, SIZE, name)
                y += high + AFTER
        if not named:
            box = (MARGIN, TOP, WIDE - MARGIN, TOP + 30)
            board.text(box, [plain("No source: no record matches this filter.")], 16, "Answer")


def _high(cell: Cell) -> float:
    return count_lines(cell, WIDTH, SIZE) * LINE


def _columns(material: Material) -> list[list[Entry]]:
    """The sources by column, each as high as a slide has room; one that is higher goes on."""
    columns: list[list[Entry]] = [[]]
    left = BOTTOM - TOP
    for source in material.citations.sources:
        cell = source_runs(source)
        while cell:
            part, cell = cut_cell(cell, int((BOTTOM - TOP) / LINE), WIDTH, SIZE)
            if _high(part) > left:
                columns.append([])
                left = BOTTOM - TOP
            columns[-1].append((source, part))
            left -= _high(part) + AFTER
    return columns
