"""Text that would break a file, a formula or a line stands in a deck as text, or is left out."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx.oxml import parse_xml

from dashboard.events.dataset import Dataset, View
from dashboard.events.filters import Filter
from dashboard.figures.briefing import Brief
from dashboard.figures.deck import deck
from dashboard.figures.picture import PictureLabel
from tests.figures.deck.conftest import Made, material, picture, words
from tests.figures.deck.test_deck import test_nothing_lies_outside_the_slide as stays_inside

HOSTILE = [
    "\x00\x07\x0b\x1b bell \x7f",
    "\ud800 lone \udfff",
    "\ufffe\uffff",
    "<b>&amp;\"'</b> ]]>",
    "=cmd|' /C calc'!A0",
    "w" * 3000,
    "word " * 900,
    "Şuşa Շուշի Шуша 🕊 \u202e right to left",
]


def _spoilt(dataset: Dataset, view: View, text: str) -> Made:
    """A deck with the text wherever a record, a claim or a source has one."""
    tables = dataset.tables
    told = text.encode("utf-8", "ignore").decode()  # no table holds lone surrogates
    claims, sources, events = tables.claims.copy(), tables.sources.copy(), view.events.copy()
    claims["statement"] = claims["statement"] + told
    sources["title"], sources["url"] = sources["title"] + told, "javascript:" + told
    events["title"], events["place_label"] = events["title"] + told, told
    spoilt = replace(dataset, tables=replace(tables, claims=claims, sources=sources))
    words = (*view.filter_words, text)
    found = material(
        spoilt, replace(view, events=events, filter_words=words), Brief(text), "?q=" + text
    )
    shown = replace(
        picture(), alt=text, labels=[PictureLabel(text[:80], 0.5, 0.5, "end", "#000000", 9)]
    )
    return Made(found, deck(found, {"map": shown}))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_breaks_nothing(dataset: Dataset, text: str) -> None:
    made = _spoilt(dataset, dataset.view(Filter(q="erdogan putin")), text)
    with ZipFile(BytesIO(made.data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                parse_xml(parts.read(name))
    stays_inside(made)
    assert not [r for s in made.slides for r in s.part.rels.values() if r.is_external]


def test_a_very_long_claim_is_whole_over_several_slides(dataset: Dataset) -> None:
    text = " ".join(str(i) for i in range(4000))
    made = _spoilt(dataset, dataset.view(Filter(q="turkish presidency posts")), text)
    told = " ".join(words(slide) for slide in made.titled("Records")).split()
    assert all(told.count(str(i)) >= 1 for i in range(3000, 4000))
    assert "(continued)" in told
