"""Makes a briefing as a file: sheet, deck or chronology, with its provenance inside."""

from collections.abc import Callable
from dataclasses import dataclass

from ..events.provenance import trace
from ..figures.briefing import Material
from ..figures.picture import Picture
from ..figures.sheet.output import (
    map_picture,
    sheet_pdf,
    sheet_png,
    sheet_svg,
    timeline_picture,
)
from .carriers import stamp
from .fonts import register_fonts

OFFICE = "application/vnd.openxmlformats-officedocument"
DECK_MAP = (676.0, 430.0)  # points, as the map stands on its slide
PAGE_MAP = (482.0, 330.0)  # points: 17 cm wide
PAGE_TIMELINE = (482.0, 330.0)

Say = Callable[[str], None]


@dataclass(frozen=True)
class Kind:
    """A form of briefing: what it is called, its MIME type, and how it is made."""

    label: str
    mime: str
    make: Callable[[Material, Say], bytes]


def make(material: Material, form: str, say: Say = lambda step: None) -> bytes:
    """The briefing as a file of the form `form` (a key of `KINDS`), with its provenance.

    `say` is told each step in words, for a progress bar. Raises KeyError for an unknown form.
    """
    register_fonts()
    content = KINDS[form].make(material, say)
    say("Writing where it comes from")
    return stamp(content, form, trace(material.view, material.dataset, material.made))


def _png(material: Material, say: Say) -> bytes:
    say("Drawing timeline and map")
    return sheet_png(material)


def _svg(material: Material, say: Say) -> bytes:
    say("Drawing timeline and map")
    text = sheet_svg(material)
    from .svg_fonts import embed_fonts  # here and below: each form loads only what it needs

    say("Embedding fonts")
    return embed_fonts(text).encode()


def _pdf(material: Material, say: Say) -> bytes:
    say("Drawing the sheet and its pages of sources")
    return sheet_pdf(material)


def _pptx(material: Material, say: Say) -> bytes:
    say("Drawing the map")
    pictures: dict[str, Picture] = {}
    if "map" in material.brief.parts:
        pictures["map"] = map_picture(material, *DECK_MAP, text=False)
    from ..figures.deck import deck

    say("Setting the slides")
    return deck(material, pictures)


def _docx(material: Material, say: Say) -> bytes:
    say("Drawing timeline and map")
    pictures: dict[str, tuple[bytes, str]] = {}
    if "timeline" in material.brief.parts:
        drawn = timeline_picture(material, *PAGE_TIMELINE)
        pictures["timeline"] = drawn.png, drawn.alt
    if "map" in material.brief.parts:
        drawn = map_picture(material, *PAGE_MAP, text=True)
        pictures["map"] = drawn.png, drawn.alt
    from ..figures.chronology import chronology

    say("Writing the document")
    return chronology(material, pictures)


KINDS = {
    "png": Kind("Picture (PNG)", "image/png", _png),
    "svg": Kind("Picture (SVG)", "image/svg+xml", _svg),
    "pdf": Kind("Page with all sources (PDF)", "application/pdf", _pdf),
    "pptx": Kind("Deck (PowerPoint)", f"{OFFICE}.presentationml.presentation", _pptx),
    "docx": Kind("Chronology (Word)", f"{OFFICE}.wordprocessingml.document", _docx),
}
