"""What every slide has: a title, a foot that says where it comes from, its number, and notes."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from ...events.citations import Citation
from ..briefing import Material
from ..text import clean_text, shorten, web_address
from .board import Board
from .ink import MUTED
from .measure import width_pt
from .runs import LANGUAGE, Run, one_line, paragraphs_xml, plain
from .template import FOOT

FOOT_PT = 9.0
NOTHING = "No record matches this filter"


def new_slide(
    presentation: Any, material: Material, title: str, sources: Sequence[Citation]
) -> Board:
    """A slide with title, foot, number and notes; `sources` are those that it rests on."""
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    fill_title(slide, title)
    number = f'<a:p><a:pPr algn="r"/><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" ' \
             f'type="slidenum"><a:rPr lang="{LANGUAGE}" sz="900"/><a:t>{len(presentation.slides)}' \
             "</a:t></a:fld></a:p>"  # fmt: skip
    lines = [plain(line, ink=MUTED) for line in foot_lines(material, FOOT[2] - FOOT[0])]
    tree = slide.shapes._spTree
    tree.append(_placeholder("ftr", 11, 900, "Foot", paragraphs_xml(lines, FOOT_PT)))
    tree.append(_placeholder("sldNum", 12, 901, "Slide number", number))
    _write_notes(slide, notes_lines(material, sources))
    return Board.of(slide)


def fill_title(slide: Any, title: str, size: float = 0.0) -> None:
    """Write the title; `size` in points, or that of the master."""
    frame = slide.shapes.title.text_frame
    frame.text = one_line(title)
    for run in frame.paragraphs[0].runs:
        run._r.get_or_add_rPr().set("lang", LANGUAGE)
        if size:
            run._r.get_or_add_rPr().set("sz", str(round(size * 100)))


def _placeholder(kind: str, index: int, shape_id: int, name: str, body: str) -> Any:
    return parse_xml(
        f'<p:sp {nsdecls("p", "a", "r")}><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
        f'idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr anchor="t"/><a:lstStyle/>'
        f"{body}</p:txBody></p:sp>"
    )


def foot_lines(material: Material, width: float) -> list[str]:
    """The two lines of the foot, each at most `width` points wide: filter and counts; data set,
    version, day, program and the address of the view. What is cut stands whole in the notes."""
    origin = one_line(material.origin)
    return [
        fit(one_line(material.view.sentence), width),
        fit(f"{origin} · view: {one_line(material.permalink)}", width),
    ]


def fit(text: str, width: float, size: float = FOOT_PT) -> str:
    """The text, or as much of it as has room, ended with "…"."""
    limit = len(text)
    while limit > 8 and width_pt(shorten(text, limit), size) > width:
        limit = int(limit * 0.97)
    return shorten(text, limit)


def notes_lines(material: Material, sources: Sequence[Citation]) -> list[str]:
    """What the notes of a slide say: filter and counts, data, address of the view, sources."""
    view = material.view
    return [
        f"Filter: {' · '.join(view.filter_words)}",
        f"Counts: {' · '.join(view.count_words)}",
        f"Data: {material.origin}",
        f"This view: {material.permalink}",
        *([material.note] if material.note else []),
        "Sources of this slide:" if sources else "Sources of this slide: none.",
        *(source_line(source) for source in sources),
    ]


def source_line(source: Citation) -> str:
    """Number, publisher, title, date and address (or where the document is)."""
    where = source.url or source.locator
    return f"[{source.number}] {source.text}{f'. {where}' if where else ''}"


def source_runs(source: Citation) -> tuple[tuple[Run, ...], ...]:
    """The same as two paragraphs, the address linked if it is a web page."""
    where = one_line(source.url or source.locator)
    first = (Run(f"[{source.number}] ", bold=True), Run(one_line(source.text)))
    link = web_address(clean_text(source.url))
    return (first, (Run(where, ink=MUTED, link=link),)) if where else (first,)


def _write_notes(slide: Any, lines: Sequence[str]) -> None:
    notes = slide.notes_slide
    for shape in list(notes.placeholders):  # the number of the page is left to the printer
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            shape._element.getparent().remove(shape._element)
    body = notes.notes_text_frame._txBody
    for old in body.p_lst:
        body.remove(old)
    xml = paragraphs_xml([plain(one_line(line)) for line in lines], 10)
    wrapper = parse_xml(f"<p:txBody {nsdecls('p', 'a', 'r')}>{xml}</p:txBody>")
    for paragraph in list(wrapper):
        body.append(paragraph)
