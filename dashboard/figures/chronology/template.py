"""An empty Word document as a chronology begins: A4 upright, styles, list of sources, frame."""

from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from ..briefing import Material
from ..text import shorten
from ..theme import LIGHT, THEMES, Theme
from .inline import element, field, one_line, tab, words
from .styles import NUMBERING, set_styles
from .writer import paragraph

LONGEST_HEADER = 110  # characters: one line
_LIST = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}">
<w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Source"/>
<w:lvlText w:val="[%1]"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="624" w:hanging="624"/></w:pPr></w:lvl></w:abstractNum>"""


def new_document(material: Material) -> tuple[Any, Theme]:
    """A document without content but for header and footer, and the theme of its colours."""
    document, theme = docx.Document(), document_theme(material.brief.look)
    set_styles(document.styles, theme)
    _set_page(document.sections[0])
    _set_settings(document)
    _add_list(document.part.numbering_part.element)
    _add_frame(document.sections[0], material)
    return document, theme


def document_theme(look: str) -> Theme:
    """The theme of a look on white paper: grey, or else light."""
    return THEMES.get(look, LIGHT) if look == "grey" else LIGHT


def title_of(material: Material) -> str:
    """The title in one line."""
    return one_line(material.title) or "Chronology"


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True  # the title is on the first page anyway


def _set_settings(document: Any) -> None:
    """Today's layout of Word instead of that of 2010; English; no preview of another document."""
    settings = document.settings.element
    settings.find(qn("w:zoom")).attrib.update({qn("w:percent"): "100"})
    settings.find(f".//{qn('w:compatSetting')}").set(qn("w:val"), "15")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "en-GB")
    relations = document.part.package.rels
    for key in [k for k, r in relations.items() if r.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _add_list(numbering: Any) -> None:
    """The list style of the sources: [1], [2] ..."""
    numbering.find(qn("w:num")).addprevious(parse_xml(_LIST))
    number = element("w:num", numId=NUMBERING)
    number.append(element("w:abstractNumId", val=NUMBERING))
    numbering.append(number)


def _add_frame(section: Any, material: Material) -> None:
    _fill(section.header, "Header", [words(shorten(title_of(material), LONGEST_HEADER))])
    for footer in (section.footer, section.first_page_footer):
        page = [words("Page "), field("PAGE", "1"), words(" of "), field("NUMPAGES", "1")]
        _fill(footer, "Footer", [words(one_line(material.origin)), tab(), *page])


def _fill(story: Any, style: str, content: list[Any]) -> None:
    story.is_linked_to_previous = False
    old = story.paragraphs[0]._p
    old.addprevious(paragraph(style, content))
    old.getparent().remove(old)
