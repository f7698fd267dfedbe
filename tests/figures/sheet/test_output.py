"""The sheet as files, read by other programs than the one that wrote them."""

import io
import re
import sys
import xml.etree.ElementTree as ET

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from dashboard.events.dataset import Dataset, View
from dashboard.figures.sheet.output import (
    map_picture,
    sheet_pdf,
    sheet_png,
    sheet_svg,
    timeline_picture,
)
from dashboard.handout.fonts import register_fonts
from dashboard.handout.svg_fonts import embed_fonts
from tests.figures.sheet.material import material

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("paper", "size"), [("slide", (1920, 1080)), ("a4", (2480, 3508))])
def test_png_has_the_size_of_its_paper(
    dataset: Dataset, everything: View, paper: str, size: tuple[int, int]
) -> None:
    picture = Image.open(io.BytesIO(sheet_png(material(dataset, everything, paper=paper))))
    assert picture.size == size
    assert len(picture.convert("RGB").getcolors(2**24) or []) > 50


def test_equal_material_gives_equal_pictures(dataset: Dataset, everything: View) -> None:
    made = material(dataset, everything)
    assert sheet_png(made) == sheet_png(made)
    assert sheet_svg(made) == sheet_svg(made)


def test_svg_has_text_as_text_and_brings_its_fonts(dataset: Dataset, view: View) -> None:
    text = embed_fonts(sheet_svg(material(dataset, view)))
    root = ET.fromstring(text)
    said = " ".join(t.text or "" for t in root.iter(f"{SVG}text"))
    assert "Şuşa, Շուշի, Шуша $x$ <b>" in said
    assert dataset.tables.version in said
    assert text.count("@font-face") == 2
    links = set(re.findall(r'(?:href|src|url\()\s*=?\s*["\'(]?((?:https?:)?//[^"\')]+)', text))
    assert not links, "a picture that fetches something"


def test_pdf_has_the_text_embedded_fonts_and_every_source(dataset: Dataset, view: View) -> None:
    made = material(dataset, view)
    content = sheet_pdf(made)
    pdf = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in pdf]
    said = pages[0].replace("\r\n", " ")
    assert "Şuşa, Շուշի, Шуша $x$ <b>" in said
    assert dataset.tables.version in said
    for source in made.citations.sources:
        assert f"[{source.number}]" in "".join(pages[1:])
    assert b"FontFile2" in content
    assert (len(pages) == 1) is view.events.empty
    assert pdf.get_metadata_dict()["Subject"] == view.sentence


def test_every_letter_of_the_records_is_in_the_fonts(dataset: Dataset) -> None:
    tables = dataset.tables
    cells = [tables.events, tables.claims, tables.actors, tables.places, tables.sources]
    letters = {c for table in cells for text in table.to_numpy().ravel() for c in text}
    for file in register_fonts():
        known = TTFont(file).getBestCmap()
        missing = {c for c in letters if ord(c) not in known and c.isprintable()}
        assert not missing, f"{file.name} lacks {missing}"


def test_a_map_without_text_gives_its_labels(dataset: Dataset, everything: View) -> None:
    made = material(dataset, everything)
    picture = map_picture(made, 480, 360, text=False)
    assert Image.open(io.BytesIO(picture.png)).size == (picture.width, picture.height)
    said = [label.text for label in picture.labels]
    assert any("Nagorno-Karabakh" in text for text in said)
    assert all(0 <= label.x <= 1 and 0 <= label.y <= 1 for label in picture.labels)
    assert not map_picture(made, 480, 360, text=True).labels
    assert "Map: all records" in picture.alt
    assert picture.outside > 0


def test_a_timeline_alone_says_what_it_shows(dataset: Dataset, view: View) -> None:
    picture = timeline_picture(material(dataset, view), 480, 320)
    assert Image.open(io.BytesIO(picture.png)).size == (picture.width, picture.height)
    assert view.sentence in picture.alt


def test_no_figure_is_kept(dataset: Dataset, everything: View) -> None:
    sheet_png(material(dataset, everything))
    assert "matplotlib.pyplot" not in sys.modules, "pyplot would keep every figure"
