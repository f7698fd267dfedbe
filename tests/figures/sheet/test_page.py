"""The sheet as drawn: nothing overlaps, nothing is cut, nothing is too small, all is said."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from dashboard.events.dataset import Dataset, View
from dashboard.events.filters import Filter
from dashboard.figures.briefing import LOOKS, PAPERS
from dashboard.figures.map_view import VIEWS
from dashboard.figures.sheet.canvas import FONT, TEXT_PT, Canvas
from dashboard.figures.sheet.page import draw_page
from dashboard.figures.theme import THEMES
from tests.figures.sheet.material import LINK, material


def texts(canvas: Canvas) -> list[Text]:
    return [t for t in canvas.axes.texts if t.get_text().strip()]


def boxes(canvas: Canvas) -> Iterator[tuple[str, Bbox]]:
    """Each text with the box its letters fill, in points from the lower left corner: matplotlib's
    box without the room above capitals and below the line."""
    canvas.figure.set_dpi(72)
    renderer = canvas.figure.canvas.get_renderer()  # type: ignore[attr-defined]
    for text in texts(canvas):
        box, size = Text.get_window_extent(text, renderer), text.get_fontsize()
        yield text.get_text(), Bbox([[box.x0, box.y0 + 0.3 * size], [box.x1, box.y1 - 0.25 * size]])


def words(canvas: Canvas) -> str:
    return " ".join(t.get_text().replace("\n", " ") for t in texts(canvas))


@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_lies_on_another_or_leaves_the_page(
    dataset: Dataset, view: View, paper: str
) -> None:
    canvas = draw_page(material(dataset, view, paper=paper), "elsewhere")
    drawn = list(boxes(canvas))
    assert len(drawn) > 8
    for text, box in drawn:
        assert box.x0 >= 0 and box.x1 <= canvas.width, text
        assert box.y0 >= 0 and box.y1 <= canvas.height, text
    for (one, a), (other, b) in combinations(drawn, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        up = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across < 1 or up < 0.5, f"{one!r} lies on {other!r}"


@pytest.mark.parametrize("look", LOOKS)
def test_no_text_is_smaller_than_nine_points(dataset: Dataset, view: View, look: str) -> None:
    canvas = draw_page(material(dataset, view, look=look), "elsewhere")
    assert {t.get_fontfamily()[0] for t in texts(canvas)} == {FONT}
    assert min(t.get_fontsize() for t in texts(canvas)) >= TEXT_PT == 9


def test_the_sheet_says_all_that_lets_it_stand_alone(dataset: Dataset, view: View) -> None:
    made = material(dataset, view)
    said = words(draw_page(made, "listed elsewhere"))
    counts = [*view.count_words, f"not on the map: {view.off_map}"]
    about = [dataset.tables.version, "made 24 Nov 2026", LINK, "Natural Earth"]
    for part in [made.title, *view.filter_words, *counts, *about]:
        assert part in said
    assert made.note[:60] in said
    first = made.citations.sources[:1]
    assert all(f"[1] {c.short[:20]}" in said for c in first)
    assert ("Sources: none." in said) is view.events.empty


def test_what_has_no_room_is_counted(dataset: Dataset, everything: View) -> None:
    canvas = draw_page(material(dataset, everything), "listed elsewhere")
    said = words(canvas)
    sources = {s for ids in everything.events["sources"] for s in ids}
    named = sum(f"[{n}] " in said for n in range(1, len(sources) + 1))
    assert 4 <= named < len(sources)
    assert f"and {len(sources) - named} more, listed elsewhere." in said
    labels = next(t.get_text() for t in texts(canvas) if "Timeline labels:" in t.get_text())
    assert " of 75" in labels
    assert "First by accounts of the most sides" in said


def test_key_records_say_whose_accounts_they_rest_on(dataset: Dataset) -> None:
    view = dataset.view(Filter(q="oktay"))
    said = words(draw_page(material(dataset, view), "elsewhere"))
    assert "Key records (all 1)" in said
    assert f"{view.events['date_label'].iloc[0]}: {view.events['title'].iloc[0]}" in said
    assert "(contested; accounts: Turkey, Armenia) [1,2…]" in said


def test_an_empty_view_says_so(dataset: Dataset) -> None:
    view = dataset.view(Filter(q="no such word"))
    said = words(draw_page(material(dataset, view), "elsewhere"))
    assert "No record matches this filter." in said
    assert "0 of 75 records" in said


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("parts", [("timeline",), ("map",), ("records",), ("map", "records"),
                                   ("timeline", "map"), ()])  # fmt: skip
def test_parts_left_out_leave_their_room(
    dataset: Dataset, everything: View, parts: tuple[str, ...], paper: str
) -> None:
    canvas = draw_page(material(dataset, everything, parts=parts, paper=paper), "elsewhere")
    said = words(canvas)
    assert ("Ceasefires" in said) is ("timeline" in parts)
    assert ("Yerevan" in said) is ("map" in parts)
    assert ("Key records" in said) is ("records" in parts)
    assert "Sources:" not in said
    assert dataset.tables.version in said


def test_a_region_is_no_point_and_names_follow_the_choice(
    dataset: Dataset, everything: View
) -> None:
    said = {n: words(draw_page(material(dataset, everything, names=n), "-")) for n in ("az", "hy")}
    assert "Qubadlı" in said["az"] and "Երևան" not in said["az"]
    assert "Երևան" in said["hy"]


def test_grey_has_no_colour_and_tells_sides_by_a_code(dataset: Dataset) -> None:
    view = dataset.view(Filter(actor=("russia",)))
    canvas = draw_page(material(dataset, view, look="grey"), "-")
    canvas.figure.canvas.draw()
    pixels = canvas.figure.canvas.buffer_rgba()  # type: ignore[attr-defined]
    red, green, blue = (np.asarray(pixels)[..., i].astype(int) for i in range(3))
    assert abs(red - green).max() <= 1 and abs(green - blue).max() <= 1
    assert "account: Turkey (Tr)" in words(canvas)
    assert [t.get_text() for t in texts(canvas)].count("Tr") >= 2
    sides = THEMES["grey"].sides
    assert len({sides["turkey"], sides["third"], sides["several"]}) == 3


def test_the_diplomacy_map_shows_the_calls(dataset: Dataset) -> None:
    view = dataset.view(Filter(type=("call",)))
    canvas = draw_page(material(dataset, view, map="diplomacy"), "-")
    said = words(canvas)
    assert "Moscow" in said and "Ankara" in said
    assert "line: call between capitals" in said
    assert set(VIEWS) == {"region", "diplomacy"}
