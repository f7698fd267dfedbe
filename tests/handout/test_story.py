"""The files of a story hold its steps in their order, and say where they are from."""

import json
from datetime import date
from io import BytesIO

import pytest
from pptx import Presentation

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View, read_dataset
from dashboard.events.filters import Filter
from dashboard.events.provenance import compare
from dashboard.figures.briefing import Brief
from dashboard.handout.carriers import READERS
from dashboard.handout.story import story_deck, story_timelinejs

MADE = date(2026, 11, 24)
STEPS = ["erdogan-putin-call-2020-11-07", "shusha-taken-1992", "third-truce-2020-10-26"]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset()


@pytest.fixture(scope="module")
def view(dataset: Dataset) -> View:
    return dataset.view(Filter())


def deck(dataset: Dataset, view: View) -> bytes:
    return story_deck(dataset, view, STEPS, Brief("Three"), Boundaries(), MADE, "?view=story")


def test_the_deck_has_a_map_of_each_step_and_its_provenance(dataset: Dataset, view: View) -> None:
    content = deck(dataset, view)
    slides = list(Presentation(BytesIO(content)).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[0] == "Three"
    assert [title.split(". ")[0] for title in titles[1:4]] == ["1", "2", "3"]
    alts = [p.find(".//{*}cNvPr").get("descr") for s in slides for p in s._element.iter("{*}pic")]
    assert len(alts) == 3
    assert "Shusha" in alts[1] and "links between capitals" in alts[0]
    found = READERS["pptx"](content)
    assert (found.shown, list(found.digests)) == (3, STEPS)
    assert compare(found, dataset).same, "what was not chosen is no change"
    assert deck(dataset, view) == content


def test_timelinejs_keeps_the_order_and_the_dates(dataset: Dataset, view: View) -> None:
    content = story_timelinejs(view, dataset, STEPS, "Three", MADE)
    told = json.loads(content)
    assert [event["unique_id"] for event in told["events"]] == STEPS
    assert told["events"][1]["start_date"] == {"year": 1992, "month": 5}
    assert "Three" in told["title"]["text"]["text"]
    assert compare(READERS["json"](content), dataset).same


def test_a_step_that_changed_since_is_told(dataset: Dataset, view: View) -> None:
    found = READERS["json"](story_timelinejs(view, dataset, STEPS, "Three", MADE))
    ids = [i for i in dataset.events.index if i != STEPS[1]]
    less = type(dataset)(
        dataset.tables, dataset.events.loc[ids], dataset.locations, dataset.truces, dataset.actors
    )
    difference = compare(found, less)
    assert (difference.same, difference.gone, difference.added) == (False, (STEPS[1],), ())
