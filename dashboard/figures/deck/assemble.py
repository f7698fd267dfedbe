"""A deck of slides of a view: title, numbers, timeline, map, records and sources, all editable."""

from collections.abc import Mapping
from io import BytesIO

from ..briefing import Material
from ..picture import Picture
from .map import add_map
from .numbers import add_numbers
from .records import add_records
from .sources import add_sources
from .steady import steady
from .template import describe, look_of, new_presentation
from .timeline import add_timeline
from .title_slide import add_title


def deck(material: Material, pictures: Mapping[str, Picture]) -> bytes:
    """The deck as a PowerPoint file (.pptx), 16:9, with notes on every slide.

    `pictures["map"]` is the map without text and its labels; without it there is no slide of the
    map. Title and numbers are always in, the rest as `material.brief.parts` says. Equal material
    gives equal bytes.
    """
    parts = material.brief.parts
    presentation = new_presentation(look_of(material.brief.look))
    add_title(presentation, material)
    add_numbers(presentation, material)
    if "timeline" in parts:
        add_timeline(presentation, material)
    if "map" in parts and "map" in pictures:
        add_map(presentation, material, pictures["map"])
    if "records" in parts:
        add_records(presentation, material)
    if "sources" in parts:
        add_sources(presentation, material)
    describe(presentation, material)
    written = BytesIO()
    presentation.save(written)
    return steady(written.getvalue(), material.made)
