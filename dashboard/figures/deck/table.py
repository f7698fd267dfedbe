"""A native table on a slide, with its own fills and lines, so that no style hides whose is what."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from ..text import clean_text
from .board import Board
from .ink import BAND, MUTED, NO_FILL, outline, solid
from .measure import Cell
from .runs import paragraphs_xml

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"


def add_table(
    board: Board,
    place: tuple[float, float],
    widths: Sequence[float],
    rows: Sequence[tuple[Sequence[Cell], float]],
    size: float,
    pad: tuple[float, float],
    name: str,
    alt: str,
) -> None:
    """Add a table at a point; `rows` are cells and height each, the first one its header.

    All lengths are in points; `pad` is the room left and right, and above and below, in a cell.
    """
    left, top = place
    high = sum(height for _, height in rows)
    frame = board.slide.shapes.add_table(
        len(rows), len(widths), Pt(left), Pt(top), Pt(sum(widths)), Pt(high)
    )
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean_text(alt))
    table = frame._element.graphic.graphicData.tbl
    table.tblPr.set("bandRow", "0")
    table.tblPr.find("{*}tableStyleId").text = _PLAIN
    for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Pt(width)
    for index, (element, (cells, height)) in enumerate(zip(table.tr_lst, rows, strict=True)):
        element.h = Pt(height)
        for old, cell in zip(list(element.tc_lst), cells, strict=True):
            element.replace(old, _cell(cell, size, pad, index == 0))


def _cell(cell: Cell, size: float, pad: tuple[float, float], header: bool) -> Any:
    x, y = (round(side * 12700) for side in pad)
    text = paragraphs_xml(cell or ((),), size)
    line = outline(MUTED, 1.0 if header else 0.5).removeprefix("<a:ln").removesuffix("</a:ln>")
    fill = solid(BAND) if header else NO_FILL
    return parse_xml(
        f"<a:tc {nsdecls('a', 'r')}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{x}" marR="{x}" marT="{y}" marB="{y}" anchor="t">'
        f"<a:lnB{line}</a:lnB>{fill}</a:tcPr></a:tc>"
    )
