"""A chronology of a view: summary, figures, records in order of time, sources, provenance."""

from collections.abc import Mapping
from io import BytesIO

from ..briefing import Material
from ..deck.steady import steady
from .about import add_about, describe
from .front import add_front
from .pictures import add_pictures
from .records import add_records
from .sources import add_sources
from .template import new_document
from .writer import Writer


def chronology(material: Material, pictures: Mapping[str, tuple[bytes, str]]) -> bytes:
    """The chronology as a Word file (.docx), A4 upright.

    `pictures` holds "timeline" and "map", each as PNG and its alternative text; what is missing
    there or in `material.brief.parts` is left out. Title, summary and provenance are always in.
    Equal material and pictures give equal bytes.
    """
    document, theme = new_document(material)
    writer = Writer(document)
    add_front(writer, material, theme)
    add_pictures(writer, material, pictures)
    if "records" in material.brief.parts:
        add_records(writer, material, theme)
    if "sources" in material.brief.parts:
        add_sources(writer, material)
    add_about(writer, material)
    describe(document, material)
    written = BytesIO()
    document.save(written)
    return steady(written.getvalue(), material.made)
