"""Briefings of every form hold the records, numbers and claims of their view, and fetch nothing."""

import io
import re
import socket
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

import docx
import pptx
import pypdfium2
import pytest
from PIL import Image

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View, read_dataset
from dashboard.events.filters import Filter
from dashboard.events.provenance import trace
from dashboard.figures.briefing import Brief
from dashboard.figures.text import clean_text
from dashboard.figures.theme import LIGHT
from dashboard.handout.carriers import READERS
from dashboard.handout.gather import gather
from dashboard.handout.make import KINDS, make
from dashboard.page.cards import balance
from tests.events.test_export_forms import expected_claims, random_filters

BOUNDS = Boundaries()
MADE = date(2026, 11, 24)
VIEWS = {
    "all": Filter(),
    "autumn": Filter(since=date(2020, 9, 27), until=date(2020, 11, 10)),
    "one actor": Filter(actor=("russia",)),
    "nothing": Filter(q="no such word"),
    "one record": Filter(q="cathedral"),
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever asks the network fails the test, even where the answer would not matter."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a briefing asked the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield


def briefing(dataset: Dataset, view: View, form: str) -> bytes:
    return make(gather(dataset, view, Brief("Şuşa, Շուշի, Шуша"), BOUNDS, MADE, "?a=1"), form)


def deck_text(content: bytes) -> str:
    parts = []
    for slide in pptx.Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            parts += [shape.text_frame.text] if shape.has_text_frame else []
            if shape.has_table:
                parts += [cell.text for row in shape.table.rows for cell in row.cells]
    return squeezed("\n".join(parts))


def document_text(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    lines = ["".join(t.text or "" for t in p.iter(f"{space}t")) for p in body.iter(f"{space}p")]
    return squeezed("\n".join(lines))


def sheet_text(content: bytes) -> str:
    root = ET.fromstring(content)
    return squeezed(" ".join("".join(t.itertext()) for t in root.iter()
                             if t.tag.endswith("}text")))  # fmt: skip


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", KINDS)
def test_every_form_opens_elsewhere_and_says_its_view(
    dataset: Dataset, form: str, name: str
) -> None:
    view = dataset.view(VIEWS[name])
    content = briefing(dataset, view, form)
    assert READERS[form](content) == trace(view, dataset, MADE)
    if form == "png":
        assert Image.open(io.BytesIO(content)).size == (1920, 1080)
        return
    if form == "pdf":
        page = pypdfium2.PdfDocument(content)[0]
        said = squeezed(page.get_textpage().get_text_range())
        pixels = page.render(scale=0.5).to_pil().convert("L").getcolors()
        assert len(pixels) > 20
    else:
        said = {"svg": sheet_text, "pptx": deck_text, "docx": document_text}[form](content)
    for words in ("Şuşa, Շուշի, Шуша", *view.count_words[:1], dataset.tables.version):
        assert words in said


def test_briefings_hold_what_query_gives_for_20_filters(dataset: Dataset) -> None:
    sizes = set()
    for value in random_filters(dataset, 20):
        view = dataset.view(value)
        sizes.add(len(view.events))
        texts = {
            "svg": sheet_text(briefing(dataset, view, "svg")),
            "pptx": deck_text(briefing(dataset, view, "pptx")),
            "docx": document_text(briefing(dataset, view, "docx")),
        }
        for form, said in texts.items():
            assert f"{len(view.events)} of {view.total} records" in said, form
        for form in ("pptx", "docx"):
            for title in view.events["title"]:
                assert squeezed(clean_text(title)) in texts[form], (form, value)
            for _, statement in expected_claims(view, dataset):
                assert squeezed(clean_text(statement)) in texts[form], (form, value)
            left_out = dataset.events[~dataset.events["event_id"].isin(view.events["event_id"])]
            headings = [t for t in left_out["title"] if f": {squeezed(t)} " in texts[form]]
            assert not headings
    assert min(sizes) == 0 and max(sizes) > 20


def test_the_steps_are_told(dataset: Dataset) -> None:
    steps: list[str] = []
    view = dataset.view(VIEWS["one record"])
    make(gather(dataset, view, Brief(""), BOUNDS, MADE, ""), "pptx", steps.append)
    assert steps == ["Drawing the map", "Setting the slides", "Writing where it comes from"]


def test_no_figure_is_left_after_a_briefing() -> None:
    """In a process of its own: pyplot, which keeps figures, is never loaded, and none is alive."""
    script = """
import gc, sys
from datetime import date
from matplotlib.figure import Figure
from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import read_dataset
from dashboard.events.filters import Filter
from dashboard.figures.briefing import Brief
from dashboard.handout.gather import gather
from dashboard.handout.make import make
data = read_dataset()
view = data.view(Filter(q="cathedral"))
for form in ("png", "svg", "pdf", "docx"):
    make(gather(data, view, Brief(""), Boundaries(), date(2026, 11, 24), ""), form)
gc.collect()
alive = sum(isinstance(o, Figure) for o in gc.get_objects())
print(alive, "matplotlib.pyplot" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "False"]


def test_deck_document_and_page_give_the_same_numbers(dataset: Dataset) -> None:
    for value in VIEWS.values():
        view = dataset.view(value)
        if view.events.empty:
            continue
        one_sided = (view.events["sides"].map(len) == 1).sum()
        contested = view.events["contested"].sum()
        deck = deck_text(briefing(dataset, view, "pptx"))
        assert re.search(rf"\b{one_sided} rests? on one side only", deck)
        assert re.search(rf"\b{contested} (is|are) contested", deck)
        told = document_text(briefing(dataset, view, "docx"))
        assert f"With the account of one side only: {one_sided}." in told
        assert f"Contested: {contested}." in told
        page = balance(dataset, view, LIGHT)
        assert f"{one_sided} of {len(view.events)} rest on one side only" in page
