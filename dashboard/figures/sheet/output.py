"""Sheets as files: PNG, SVG, PDF with all sources; and timeline and map alone, for documents."""

import io
from typing import Any

from matplotlib import rc_context

from ..alt import alt_map, alt_timeline
from ..briefing import Material
from ..picture import Picture, PictureLabel
from ..theme import THEMES
from .canvas import TEXT_PT, Canvas
from .map import draw_map
from .page import draw_page, sheet_map, sheet_timeline, shown_truces
from .source_pages import draw_source_pages
from .timeline import draw_timeline

DPI = {"slide": 144, "a4": 300}  # a slide of 1920 x 1080, a page for print
ELSEWHERE = "numbered the same in the PDF, the deck and the chronology"


def sheet_png(material: Material, dpi: int | None = None) -> bytes:
    """The sheet as PNG: 1920 x 1080 px, or A4 at 300 dpi, or at another resolution."""
    return _png(draw_page(material, ELSEWHERE), dpi or DPI[material.brief.paper])


def sheet_svg(material: Material) -> str:
    """The sheet as SVG: text as text in a font family that the caller embeds (see `canvas.FONT`).

    Equal material gives equal text: element ids do not come from chance, no day is written in.
    """
    canvas = draw_page(material, ELSEWHERE)
    buffer = io.StringIO()
    about = {"Title": material.title, "Description": material.view.sentence, "Date": None}
    with rc_context({"svg.hashsalt": "sheet"}):
        canvas.figure.savefig(buffer, format="svg", metadata=about)
    return buffer.getvalue()


def sheet_pdf(material: Material) -> bytes:
    """The sheet as PDF with embedded TrueType, and pages with all numbered sources after it."""
    from matplotlib.backends.backend_pdf import PdfPages  # loads for half a second

    about: dict[str, Any] = {
        "Title": material.title,
        "Subject": material.view.sentence,
        "Keywords": material.origin,
        "Creator": material.app,
        "CreationDate": None,
        "ModDate": None,
    }
    buffer = io.BytesIO()
    with PdfPages(buffer, metadata=about) as pages:
        rest = draw_source_pages(material) if "sources" in material.brief.parts else []
        for canvas in [draw_page(material, "on the following pages"), *rest]:
            pages.savefig(canvas.figure)
    return buffer.getvalue()


def timeline_picture(material: Material, width: float, height: float) -> Picture:
    """The timeline alone as a PNG of `width` x `height` points at 220 dpi."""
    canvas = Canvas(width, height, THEMES[material.brief.look])
    box = (4.0, 2.0, width - 8, height - 2)
    layout = sheet_timeline(material, box)
    assert layout is not None  # the box has a height
    draw_timeline(canvas, box, layout, shown_truces(material, layout))
    alt = alt_timeline(layout, material.view.events, material.view.sentence)
    return Picture(_png(canvas, 220), *_size(width, height), alt)


def map_picture(material: Material, width: float, height: float, text: bool) -> Picture:
    """The map alone as a PNG of `width` x `height` points at 220 dpi; where `text` is false its
    names and numbers come as labels beside it."""
    canvas = Canvas(width, height, THEMES[material.brief.look])
    box = (0.0, 0.0, width, height)
    parts = sheet_map(material, box)
    assert parts is not None  # the box has a height
    where = material.where
    left = draw_map(canvas, box, parts, material.base, where, text)
    labels = [
        PictureLabel(w.text, w.x / width, w.y / height, w.anchor, w.colour, TEXT_PT) for w in left
    ]
    view = material.view
    alt = alt_map(parts.marks, view.sentence, view.off_map)
    return Picture(_png(canvas, 220), *_size(width, height), alt, labels, parts.outside)


def _size(width: float, height: float) -> tuple[int, int]:
    """Px of a picture of so many points; matplotlib leaves out a pixel that is not whole."""
    return int(width * 220 / 72), int(height * 220 / 72)


def _png(canvas: Canvas, dpi: int) -> bytes:
    buffer = io.BytesIO()
    canvas.figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    return buffer.getvalue()
