"""The first slide: title, filter, day, data set, and whose account it is."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from ...events.dates import say_day
from ..briefing import Material
from .board import WIDE
from .ink import MUTED
from .measure import LEADING, wrapped
from .runs import Paragraph, one_line, plain
from .slides import fill_title, fit, new_slide

LEFT, WIDTH, TOP, HIGH = 72.0, WIDE - 144.0, 84.0, 132.0
SIZES = (36, 32, 28, 24, 20, 16, 12)
BODY_TOP, BODY_HIGH = 236.0, 250.0


def add_title(presentation: Any, material: Material) -> None:
    """Add the slide. A title or a filter with no room is cut with "…" (the notes have it whole)."""
    title = one_line(material.title)
    size = next((s for s in SIZES if _high(title, s) <= HIGH), SIZES[-1])
    title = fit(title, WIDTH * (int(HIGH / (size * LEADING)) - 0.5), size)
    board = new_slide(presentation, material, title, ())
    fill_title(board.slide, title, size)
    shape = board.slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = Pt(LEFT), Pt(TOP), Pt(WIDTH), Pt(HIGH)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM  # the filter follows it
    paragraphs = [
        plain(fit(one_line(material.view.sentence), WIDTH * 3.5, 16)),
        *(_small(line) for line in _lines(material)),
    ]
    box = (LEFT, BODY_TOP, LEFT + WIDTH, BODY_TOP + BODY_HIGH)
    board.text(box, paragraphs, 16, "Filter, data and day", after=8)


def _high(text: str, size: float) -> float:
    return len(wrapped(text, WIDTH, size * 1.08)) * size * LEADING


def _lines(material: Material) -> list[str]:
    tables = material.dataset.tables
    return [
        f"Made {say_day(material.made)} with {material.app}",
        f"Data set: {tables.package['name']}, {tables.version}",
        *([fit(material.note, WIDTH * 4.5, 16)] if material.note else []),
    ]


def _small(text: str) -> Paragraph:
    return plain(one_line(text), ink=MUTED)
