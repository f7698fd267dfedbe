"""The presentation that slides are added to: wide, in our colours, with one layout that is used."""

from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from ..briefing import Material
from ..theme import LIGHT, THEMES, Theme
from .board import HIGH, WIDE, Box
from .ink import slots
from .runs import LANGUAGE, one_line

NAME = "Who says so"
FONT = "Arial"  # on every machine; Armenian, Azerbaijani and Cyrillic letters on Windows and macOS
TITLE_PT = 22.0
MARGIN = 28.0
TITLE: Box = (MARGIN, 14, WIDE - MARGIN, 46)
FOOT: Box = (MARGIN, 510, WIDE - MARGIN - 40, 534)
NUMBER: Box = (WIDE - MARGIN - 40, 510, WIDE - MARGIN, 534)
_PLACES = {"title": TITLE, "body": (MARGIN, 56, WIDE - MARGIN, 500), "ftr": FOOT, "sldNum": NUMBER}
_KEPT = "Title Only"


def look_of(name: str) -> Theme:
    """The look of a briefing; a light one if it is not known."""
    return THEMES.get(name, LIGHT)


def new_presentation(theme: Theme) -> Any:
    """A presentation without slides, 13.333 x 7.5 in, whose only layout is "Title Only"."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDE), Pt(HIGH)
    for layout in list(presentation.slide_layouts):
        if layout.name != _KEPT:
            presentation.slide_layouts.remove(layout)
    _place(presentation.slide_master)
    _place(presentation.slide_layouts[0])
    _style_title(presentation.slide_master)
    _patch_theme(presentation.slide_master.part.part_related_by(RT.THEME), theme)
    for relation, kept in list(presentation.part.package._rels.items()):
        if kept.reltype == RT.THUMBNAIL:  # of the empty template
            presentation.part.package._rels.pop(relation)
    return presentation


def _place(page: Any) -> None:
    """Move the placeholders to where slides have them; the date has none."""
    for shape in list(page.placeholders):
        kind = shape._element.ph.get("type")
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
        elif kind in _PLACES:
            left, top, right, bottom = _PLACES[kind]
            shape.left, shape.top = Pt(left), Pt(top)
            shape.width, shape.height = Pt(right - left), Pt(bottom - top)


def _style_title(master: Any) -> None:
    """Titles at the left, at our size, without insets."""
    for element in master._element.findall(".//{*}titleStyle/{*}lvl1pPr"):
        element.set("algn", "l")
        element.find("{*}defRPr").set("sz", str(round(TITLE_PT * 100)))
        element.find("{*}defRPr").set("b", "1")
    for shape in master.placeholders:
        for side in ("lIns", "rIns", "tIns", "bIns"):
            shape._element.txBody.bodyPr.set(side, "0")


def _patch_theme(part: Any, theme: Theme) -> None:
    """Our colours and font in the theme's XML."""
    root = parse_xml(part.blob)
    root.set("name", NAME)
    for scheme in root.iter("{*}clrScheme", "{*}fontScheme"):
        scheme.set("name", NAME)
    for slot, value in slots(theme).items():
        colour = root.find(f".//{{*}}clrScheme/{{*}}{slot}")
        for old in list(colour):
            colour.remove(old)
        colour.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{value}"/>'))
    for kind in ("majorFont", "minorFont"):
        font = root.find(f".//{{*}}fontScheme/{{*}}{kind}")
        font.find("{*}latin").set("typeface", FONT)
    part._blob = serialize_part_xml(root)


def describe(presentation: Any, material: Material) -> None:
    """Title, filter, data set and version in the properties of the file; no clock is asked."""
    tables, known = material.dataset.tables, presentation.core_properties
    known.title = one_line(material.title)[:255]
    known.subject = one_line(material.view.sentence)[:255]
    known.keywords = one_line(f"{tables.package['name']}, {tables.version}")[:255]
    known.comments = one_line(material.note or material.origin)[:255]
    known.author = known.last_modified_by = one_line(material.app)[:255]
    known.language = LANGUAGE
    known.created = known.modified = datetime.combine(material.made, time())
    known.revision = 1
