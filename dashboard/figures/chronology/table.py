"""A small table of a Word document: a heading row, names, and numbers at the right."""

from collections.abc import Sequence
from typing import Any

from ..text import clean_text
from ..theme import Theme
from .inline import element, one_line, words
from .writer import Writer, paragraph

WIDTHS = (4000, 1300, 1300)  # twentieths of a point


def add_table(
    writer: Writer,
    heads: Sequence[str],
    rows: Sequence[Sequence[Any]],
    colours: Sequence[str],
    theme: Theme,
    title: str,
) -> None:
    """Add a table with a line in its colour before each row; `title` is for those who hear it."""
    table = element("w:tbl")
    table.append(_properties(theme, title))
    grid = element("w:tblGrid")
    grid.extend(element("w:gridCol", w=width) for width in WIDTHS)
    table.append(grid)
    table.append(_row(heads, "CellHead", "", True, head=True))
    for index, (row, colour) in enumerate(zip(rows, colours, strict=True), 1):
        table.append(_row(row, "Cell", colour, index < len(rows)))
    writer.append(table)


def _properties(theme: Theme, title: str) -> Any:
    props = element("w:tblPr")
    props.append(element("w:tblW", w=sum(WIDTHS), type="dxa"))
    props.append(element("w:tblInd", w=60, type="dxa"))
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_line(side, 4, theme.line))
    props.append(borders)
    props.append(element("w:tblLayout", type="fixed"))
    # First row is a heading; no first column, no bands.
    props.append(element("w:tblLook", val="0620", firstRow=1, noHBand=1, noVBand=1))
    props.append(element("w:tblCaption", val=clean_text(title)))
    return props


def _row(values: Sequence[Any], style: str, colour: str, keep: bool, head: bool = False) -> Any:
    row, props = element("w:tr"), element("w:trPr")
    props.append(element("w:cantSplit"))
    props.extend([element("w:tblHeader")] if head else [])
    row.append(props)
    for index, (value, width) in enumerate(zip(values, WIDTHS, strict=True)):
        cell, shape = element("w:tc"), element("w:tcPr")
        shape.append(element("w:tcW", w=width, type="dxa"))
        if colour and index == 0:
            borders = element("w:tcBorders")
            borders.append(_line("left", 24, colour))
            shape.append(borders)
        cell.append(shape)
        text = paragraph(style, [words(one_line(str(value)))], keep=keep)
        if index:
            text[0].append(element("w:jc", val="right"))
        cell.append(text)
        row.append(cell)
    return row


def _line(side: str, size: int, colour: str) -> Any:
    """A border; `size` in eighths of a point."""
    return element(f"w:{side}", val="single", sz=size, space=0, color=colour.removeprefix("#"))
