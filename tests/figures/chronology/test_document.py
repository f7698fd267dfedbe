"""The document: counts, figures, links, properties, frame; and what hostile text does to it."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from time import perf_counter
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from dashboard.events.dataset import Dataset, View
from dashboard.figures.chronology import chronology
from dashboard.figures.chronology.inline import link_target

Written = Callable[..., Any]
Pictures = dict[str, tuple[bytes, str]]
HOSTILE = "a\x00\x0b\ufffe<w:p>&amp;\r\n\t]]> ‮'\""


def texts(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs]


def captions(document: Any) -> list[str]:
    """The captions with the shown result of their fields."""
    found = [p._p for p in document.paragraphs if p.style.name == "Caption"]
    return ["".join(t.text for t in p.iter(qn("w:t"))) for p in found]


def test_counts_are_those_of_the_view(written: Written, dataset: Dataset, view: View) -> None:
    document = written(dataset, view)
    assert view.sentence in texts(document)
    if view.events.empty:
        assert "No record passes this filter: 0 of 75 records are shown." in texts(document)
        assert not document.tables
        return
    one_sided = sum(len(sides) == 1 for sides in view.events["sides"])
    assert (
        f"{len(view.events)} of {view.total} records. Contested: {view.events['contested'].sum()}. "
        f"With the account of one side only: {one_sided}. Not on the map: {view.off_map}."
    ) in texts(document)
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows][1:]
    claims = dataset.tables.claims
    claims = claims[claims["event_id"].isin(view.events["event_id"])]
    assert sum(int(row[2]) for row in rows) == len(claims)
    names = dataset.names["speaker"]
    for label, records, _ in rows:
        told = sum(label in [names[s] for s in sides] for sides in view.events["sides"])
        assert told == int(records)


def test_figures_have_captions_and_alternative_texts(
    written: Written, dataset: Dataset, view: View, pictures: Pictures
) -> None:
    document = written(dataset, view)
    assert captions(document) == [
        f"Figure 1. Timeline: {view.sentence}",
        f"Figure 2. Map: {view.sentence}",
    ]
    props = [shape._inline.docPr for shape in document.inline_shapes]
    assert [p.get("descr") for p in props] == [alt for _, alt in pictures.values()]
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Caption":
            (field,) = paragraph._p.findall(qn("w:fldSimple"))
            assert field.get(qn("w:instr")).split()[:2] == ["SEQ", "Figure"]
    assert any(t.startswith("Boundaries: ") for t in texts(document))


def test_a_missing_picture_is_left_out(
    written: Written, dataset: Dataset, everything: View, pictures: Pictures
) -> None:
    document = written(dataset, everything, {"map": pictures["map"]})
    assert captions(document) == [f"Figure 1. Map: {everything.sentence}"]
    assert not len(written(dataset, everything, {}).inline_shapes)
    assert not len(written(dataset, everything, parts=("records",)).inline_shapes)


def test_figures_fit_the_page(written: Written, dataset: Dataset, everything: View) -> None:
    shapes = list(written(dataset, everything).inline_shapes)
    assert all(shape.width.cm <= 17 for shape in shapes)
    assert sum(shape.height.cm for shape in shapes) <= 21.3


def test_links_are_of_the_web(written: Written, dataset: Dataset, everything: View) -> None:
    document = written(dataset, everything)
    outside = {k: r for k, r in document.part.rels.items() if r.is_external}
    assert {r.reltype for r in outside.values()} == {RELATIONSHIP_TYPE.HYPERLINK}
    assert all(re.match(r"https?://[^\s<>\"{}|\\^`]+$", r.target_ref) for r in outside.values())
    links = document.element.body.iter(qn("w:hyperlink"))
    used = {link.get(qn("r:id")) for link in links} - {None}
    assert used == set(outside)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ('https://example.org/a b"<ş>', "https://example.org/a%20b%22%3C%C5%9F%3E"),
        ("http://127.0.0.1:8501/?q=1", "http://127.0.0.1:8501/?q=1"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://a b/", ""),
        ("http://host:port/", ""),
        ("http://user:word@host/", ""),
        ("https://example.org/" + "a" * 3000, ""),
        ("?from=2020-09-27", ""),
        ("", ""),
    ],
)
def test_link_target(url: str, target: str) -> None:
    assert link_target(url) == target


def test_provenance_and_properties(written: Written, dataset: Dataset, view: View) -> None:
    document, tables = written(dataset, view), dataset.tables
    whole = "\n".join(texts(document))
    for part in (tables.sha256, tables.version, "24 Nov 2026", "conflict-dashboard 0.1.0"):
        assert part in whole
    properties = document.core_properties
    assert properties.title == "Şuşa, Շուշի, Шуша"
    assert properties.subject == view.sentence
    assert tables.version in properties.keywords
    assert properties.language == "en-GB"
    assert f"{properties.created:%Y-%m-%d}" == "2026-11-24"


def test_frame(written: Written, dataset: Dataset, everything: View) -> None:
    section = written(dataset, everything).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert section.header.paragraphs[0].text == "Şuşa, Շուշի, Шуша"
    for footer in (section.footer, section.first_page_footer):
        fields = [f.get(qn("w:instr")).strip() for f in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert dataset.tables.version in footer.paragraphs[0].text


def test_styles_are_known_and_no_paragraph_is_empty(
    written: Written, dataset: Dataset, view: View
) -> None:
    document = written(dataset, view)
    known = {style.style_id for style in document.styles}
    body = document.element.body
    for tag in ("w:pStyle", "w:rStyle"):
        assert {s.get(qn("w:val")) for s in body.iter(qn(tag))} <= known
    for paragraph in document.paragraphs:
        assert paragraph.text.strip() or paragraph._p.findall(f".//{qn('w:drawing')}")


def test_equal_material_gives_equal_bytes(
    make: Callable[..., Any], dataset: Dataset, everything: View, pictures: Pictures
) -> None:
    material = make(dataset, everything)
    start = perf_counter()
    content = chronology(material, pictures)
    assert perf_counter() - start < 2
    assert content == chronology(material, pictures)


def test_hostile_text_stays_text(
    make: Callable[..., Any], dataset: Dataset, everything: View, pictures: Pictures
) -> None:
    events = everything.events.copy()
    for column in ("title", "summary", "note"):
        events[column] = HOSTILE
    claims = dataset.tables.claims.assign(statement=HOSTILE)
    sources = dataset.tables.sources.assign(
        title=HOSTILE, url="javascript:alert(1)", locator=HOSTILE, kind=HOSTILE
    )
    data = replace(dataset, tables=replace(dataset.tables, claims=claims, sources=sources))
    view = replace(everything, events=events)
    # No table can hold a lone surrogate, but what is typed or drawn can.
    material = make(data, view, link="javascript:1", title=f"\ud800{HOSTILE}" * 60)
    shown = {key: (png, f"\ud800{HOSTILE}") for key, (png, _) in pictures.items()}
    content = chronology(material, shown)
    document = docx.Document(BytesIO(content))
    assert len([p for p in document.paragraphs if p.style.name == "Heading 2"]) == len(events)
    assert not [r for r in document.part.rels.values() if r.is_external]
    raw = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", raw)
    assert len(document.core_properties.title) <= 255
