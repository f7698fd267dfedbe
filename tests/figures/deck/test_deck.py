"""A deck read back: what every slide must have, in every view."""

import re
from collections.abc import Callable

import pytest
from pptx.util import Pt

from dashboard.events.dataset import Dataset, View
from dashboard.figures.briefing import Brief
from dashboard.figures.deck import deck
from tests.figures.deck.conftest import LINK, Made, make, material, picture, walk, words


def test_slides_are_wide_and_all_parts_are_there(made: Made) -> None:
    assert (made.presentation.slide_width, made.presentation.slide_height) == (Pt(960), Pt(540))
    for word in ("A title", "In numbers", "Timeline", "Map", "Records", "Sources"):
        assert made.titled(word), word


@pytest.mark.parametrize("part", ["timeline", "map", "records", "sources"])
def test_a_part_that_is_not_chosen_is_left_out(
    dataset: Dataset, everything: View, part: str
) -> None:
    made = make(material(dataset, everything, Brief("T", parts=(part,))))
    titles = {s.shapes.title.text_frame.text.split(" (")[0].lower() for s in made.slides}
    assert titles == {"t", "in numbers", part}


def test_equal_material_gives_equal_bytes(made: Made) -> None:
    assert deck(made.material, {"map": picture()}) == made.data


def test_no_placeholder_is_empty(made: Made) -> None:
    for slide in made.slides:
        for shape in [*slide.placeholders, *slide.notes_slide.placeholders]:
            if shape.placeholder_format.type.name != "SLIDE_IMAGE":
                assert "<a:t>" in shape._element.xml, shape.name
        assert slide.shapes.title.text_frame.text.strip()


def test_ids_are_unique_on_a_slide(made: Made) -> None:
    for slide in made.slides:
        ids = [e.get("id") for e in slide._element.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids))


def test_pictures_charts_and_tables_have_alternative_text(made: Made) -> None:
    for slide in made.slides:
        for element in slide._element.iter("{*}pic", "{*}graphicFrame"):
            assert element.find(".//{*}cNvPr").get("descr")


def test_a_shape_says_something_or_is_decoration(made: Made) -> None:
    for slide in made.slides:
        for element in slide._element.iter("{*}sp", "{*}cxnSp"):
            known = element.find(".//{*}cNvPr")
            text = "".join(t.text or "" for t in element.iter("{*}t"))
            assert known.get("descr") or text or known.find(".//{*}decorative") is not None


def test_no_text_is_smaller_than_nine_points(made: Made) -> None:
    for slide in made.slides:
        sizes = [int(e.get("sz")) for e in slide._element.iter("{*}rPr") if e.get("sz")]
        assert min(sizes) >= 900
        for shape in walk(slide.shapes):
            if getattr(shape, "has_chart", False):
                assert shape.chart.font.size >= Pt(9)


def test_nothing_lies_outside_the_slide(made: Made) -> None:
    for slide in made.slides:
        for shape in walk(slide.shapes):
            assert shape.left >= 0, shape.name
            assert shape.top >= 0, shape.name
            assert shape.left + shape.width <= Pt(960), shape.name
            assert shape.top + shape.height <= Pt(540), shape.name


def test_the_foot_says_what_it_is_and_where_it_is_from(made: Made) -> None:
    for number, slide in enumerate(made.slides, 1):
        foot = {p.placeholder_format.type.name: p.text_frame.text for p in slide.placeholders}
        assert made.material.origin in foot["FOOTER"]
        assert made.material.view.sentence in foot["FOOTER"]
        assert LINK in foot["FOOTER"]
        assert f">{number}<" in slide._element.xml


def test_a_long_address_is_cut_in_the_foot_and_whole_in_the_notes(
    dataset: Dataset, everything: View
) -> None:
    link = "?q=" + "long" * 200
    for slide in make(material(dataset, everything, link=link)).slides:
        foot = next(p for p in slide.placeholders if p.placeholder_format.type.name == "FOOTER")
        assert foot.text_frame.text.endswith("…")
        assert link in slide.notes_slide.notes_text_frame.text


def test_notes_name_every_source_whose_number_stands_on_the_slide(made: Made) -> None:
    for slide in made.slides:
        notes = slide.notes_slide.notes_text_frame.text
        for number in set(re.findall(r"\[(\d+)\]", words(slide))):
            source = made.material.citations.sources[int(number) - 1]
            assert f"[{number}] {' '.join(source.text.split())}" in notes
            assert source.url in notes
        assert made.material.origin in notes
        assert made.material.permalink in notes
        assert all(part in notes for part in made.material.view.filter_words)


def test_only_web_pages_are_linked(made: Made) -> None:
    for slide in made.slides:
        for relation in slide.part.rels.values():
            if relation.is_external:
                assert relation.target_ref.startswith(("http://", "https://"))


def test_the_file_says_what_it_is(made: Made) -> None:
    known = made.presentation.core_properties
    assert known.title == "A title"
    assert known.subject == made.material.view.sentence[:255]
    assert made.material.dataset.tables.version in known.keywords
    assert known.created.date() == made.material.made


@pytest.mark.parametrize("look", ["light", "dark", "grey"])
@pytest.mark.parametrize("lanes", ["actor", "type", "speaker"])
def test_every_look_and_lane_can_be_written(
    dataset: Dataset, everything: View, look: str, lanes: str, theme_of: Callable[[Made], str]
) -> None:
    made = make(material(dataset, everything, Brief("T", look=look, lanes=lanes)))
    assert "Who says so" in theme_of(made)
    test_nothing_lies_outside_the_slide(made)


@pytest.fixture
def theme_of() -> Callable[[Made], str]:
    def read(made: Made) -> str:
        parts = made.presentation.part.package.iter_parts()
        return next(p.blob for p in parts if p.partname == "/ppt/theme/theme1.xml").decode()

    return read
