"""Pages with all numbered sources: publisher, title, day, address."""

from ...events.citations import Citation
from ..briefing import Material
from ..caption import wrap
from ..theme import THEMES
from .canvas import LEADING, TEXT_PT, Canvas
from .page import MARGIN, SIZES

LINE = TEXT_PT * LEADING
COLUMNS = {"slide": 2, "a4": 1}
GUTTER, INDENT = 24.0, 26.0
HEAD = 30.0


def draw_source_pages(material: Material) -> list[Canvas]:
    """As many pages as the sources of the view need, each entry whole on one column."""
    width, height = SIZES[material.brief.paper]
    columns = COLUMNS[material.brief.paper]
    wide = (width - 2 * MARGIN - GUTTER * (columns - 1)) / columns
    bottom = height - MARGIN - LINE
    pages: list[Canvas] = []
    column, y = columns, 0.0
    for source in material.citations.sources:
        lines = _lines(source, wide - INDENT)
        if pages and y + LINE * len(lines) > bottom:
            column, y = column + 1, MARGIN + HEAD
        if not pages or column == columns:
            pages.append(_new_page(material, len(pages)))
            column, y = 0, MARGIN + HEAD
        left = MARGIN + column * (wide + GUTTER)
        pages[-1].text(left, y + LINE / 2, f"[{source.number}]")
        for line in lines:
            pages[-1].text(left + INDENT, y + LINE / 2, line)
            y += LINE
        y += LINE * 0.25
    return pages


def _new_page(material: Material, number: int) -> Canvas:
    width, height = SIZES[material.brief.paper]
    canvas = Canvas(width, height, THEMES[material.brief.look])
    more = ", continued" if number else ""
    title = f"Sources ({len(material.citations.sources)}){more}"
    canvas.text(MARGIN, MARGIN + 8, title, size=14, weight="bold")
    line = wrap(f"{material.origin} · {material.view.sentence}", width - 2 * MARGIN, TEXT_PT)[0]
    canvas.text(MARGIN, height - MARGIN, line, color=canvas.theme.muted)
    return canvas


def _lines(source: Citation, width: float) -> list[str]:
    """The entry in lines; an address longer than a line is broken where it must be."""
    lines = wrap(f"{source.text}{f' ({source.locator})' if source.locator else ''}", width, TEXT_PT)
    most = int(width / (TEXT_PT * 0.6))
    url = source.url
    return [*lines, *(url[i : i + most] for i in range(0, len(url), most))]
