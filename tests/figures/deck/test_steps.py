"""The deck of a story: one slide a step, in the story's order, with each side's claims."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.events.accounts import accounts
from dashboard.events.dataset import Dataset, View
from dashboard.events.story import view_of
from dashboard.figures.briefing import Brief, Material
from dashboard.figures.deck.steps import MORE, steps_deck
from dashboard.figures.picture import Picture
from tests.figures.deck import test_deck as every_deck
from tests.figures.deck.conftest import Made, material, picture, walk, words

Slides = list[tuple[Material, Picture]]
RULES: list[Callable[[Made], None]] = [
    every_deck.test_no_placeholder_is_empty,
    every_deck.test_ids_are_unique_on_a_slide,
    every_deck.test_pictures_charts_and_tables_have_alternative_text,
    every_deck.test_a_shape_says_something_or_is_decoration,
    every_deck.test_no_text_is_smaller_than_nine_points,
    every_deck.test_nothing_lies_outside_the_slide,
]


def parts(dataset: Dataset, view: View, look: str = "light") -> tuple[Material, Slides]:
    told = view_of(view, list(view.events.index)[::-1], "A story")
    story = material(dataset, told, Brief("A story", look=look))
    steps = [replace(story, view=view_of(told, [event])) for event in told.events.index]
    return story, [(step, picture()) for step in steps]


@pytest.fixture(scope="module")
def told(dataset: Dataset, everything: View) -> Made:
    story, steps = parts(dataset, everything)
    return Made(story, steps_deck(story, steps))


def test_one_slide_a_step_in_the_storys_order(told: Made) -> None:
    events = told.material.view.events
    titles = [s.shapes.title.text_frame.text for s in told.slides[1 : len(events) + 1]]
    for number, (title, event) in enumerate(zip(titles, events["title"], strict=True), 1):
        head = f"{number}. {event}"
        assert title == head or (title.endswith("…") and head.startswith(title[:-1])), title
    rest = [s.shapes.title.text_frame.text for s in told.slides[len(events) + 1 :]]
    assert rest and all(title.startswith("Sources") for title in rest)


def test_a_slide_has_date_text_and_claims_and_its_notes_have_all(told: Made) -> None:
    events = told.material.view.events
    whole = 0
    for slide, event in zip(told.slides[1:], events.to_dict("records"), strict=False):
        shown, notes = words(slide), slide.notes_slide.notes_text_frame.text
        assert event["date_label"] in shown
        for account in accounts(told.material.dataset, event["event_id"]):
            for claim in account.claims:
                said = " ".join(claim.statement.split())
                assert said in notes
                assert account.label in notes
                whole += said in shown
                assert said in shown or MORE in shown
        for number in told.material.citations.by_event[event["event_id"]]:
            assert f"[{number}]" in notes
    assert whole > 0.9 * len(told.material.dataset.tables.claims)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_it_keeps_the_rules_of_every_deck(told: Made, rule: Callable[[Made], None]) -> None:
    rule(told)


def test_every_view_and_look_makes_a_deck(dataset: Dataset, view: View) -> None:
    story, steps = parts(dataset, view, "grey")
    made = Made(story, steps_deck(story, steps))
    assert len(made.slides) >= len(view.events) + 2
    assert steps_deck(story, steps) == made.data


def test_the_strip_marks_the_step_in_time(told: Made) -> None:
    events = told.material.view.events
    for slide, event in zip(told.slides[1:], events.to_dict("records"), strict=False):
        (mark,) = [s for s in walk(slide.shapes) if s.name == "This step"]
        ticks = [s for s in walk(slide.shapes) if s.name == "Step"]
        assert len(ticks) == len(events)
        alt = mark._element.find(".//{*}cNvPr").get("descr")
        assert alt == f"{event['date_label']}: {event['title']}"
        preset = mark._element.find(".//{*}prstGeom").get("prst")
        long = event["earliest"] != event["latest"]
        hatched = mark._element.find(".//{*}pattFill") is not None
        assert hatched == (long and event["extent"] == "moment"), event["event_id"]
        assert not long or preset == "rect"


def test_a_text_that_has_no_room_goes_on_in_the_notes(dataset: Dataset, everything: View) -> None:
    view = view_of(everything, [everything.events.index[0]])
    long = " ".join(f"word{n}" for n in range(3000))
    view = replace(view, events=view.events.assign(summary=long))
    story = material(dataset, view)
    made = Made(story, steps_deck(story, [(story, picture())]))
    assert MORE in words(made.slides[1])
    assert long in made.slides[1].notes_slide.notes_text_frame.text
    every_deck.test_nothing_lies_outside_the_slide(made)
