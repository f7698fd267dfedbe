"""The story page without a browser: steps, order, files, and what is not shown."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from dashboard.events.story import write_story
from dashboard.page import state
from dashboard.page.display import Display
from dashboard.page.story import PARTS, told
from tests.data_copy import Copy
from tests.page.conftest import OpenPage, Session
from tests.page.reading import bodies, charts, fragment, ringed, text, widget

TRUCES = ["first-truce-2020-10-10", "second-truce-2020-10-18", "third-truce-2020-10-26"]


def card(at: AppTest) -> str:
    return text(fragment(at, "cd-card"))


def press(at: AppTest, key: str) -> AppTest:
    return widget(at, "button", key).click().run()


def part(at: AppTest, name: str) -> AppTest:
    return widget(at, "button_group", "story-part").set_value(name).run()


def test_the_first_step_is_shown_without_being_asked_for(
    open_page: OpenPage, dataset: Dataset
) -> None:
    at = open_page(view="story", layer="article")
    assert not at.exception
    first = dataset.events[dataset.events["layer"] == "article"].iloc[0]
    assert first["title"] in card(at)
    assert "event" not in at.query_params
    assert ringed(charts(at)["timeline"])


def test_the_buttons_go_to_every_step_and_stay_at_the_ends(
    open_page: OpenPage, dataset: Dataset
) -> None:
    at = open_page(view="story", type="ceasefire", from_="2020-09-27")
    wanted = [*TRUCES, "trilateral-statement-2020-11-10"]
    for event in [*wanted[1:], wanted[-1]]:
        press(at, "story-after")
        assert at.query_params["event"] == event
        assert dataset.events.at[event, "title"] in card(at)
    for event in [*wanted[-2::-1], wanted[0]]:
        press(at, "story-before")
        assert at.query_params["event"] == event
    assert at.query_params["view"] == "story"


def test_a_link_opens_its_step(open_page: OpenPage, dataset: Dataset) -> None:
    at = open_page(view="story", event="shusha-taken-1992")
    assert dataset.events.at["shusha-taken-1992", "title"] in card(at)


def test_a_link_to_a_record_outside_the_filter_shows_it_and_goes_on(
    open_page: OpenPage, dataset: Dataset
) -> None:
    at = open_page(view="story", type="ceasefire", from_="2020-09-27", event="shusha-taken-1992")
    assert dataset.events.at["shusha-taken-1992", "title"] in card(at)
    press(at, "story-after")
    assert at.query_params["event"] == TRUCES[0]


def test_an_empty_view_says_so(open_page: OpenPage) -> None:
    at = open_page(view="story", q="no such word")
    assert "No record matches" in text(fragment(at, "cd-empty"))
    for name in PARTS[1:]:
        assert not part(at, name).exception


def test_a_record_without_a_place_says_so(
    open_page: OpenPage, other_data: Callable[[Path], None], root: Path, tmp_path: Path
) -> None:
    copy = Copy(Path(shutil.copytree(root / "data", tmp_path / "data")))
    unknown = dict.fromkeys(("latitude", "longitude", "radius_km", "area"), "")
    copy.change("places", "lachin", place_precision="none", **unknown)
    other_data(copy.folder)
    at = open_page(view="story", event="lachin-taken-1992")
    assert not at.exception
    assert "has no place on the map" in " ".join(bodies(at))
    press(at, "story-after")
    assert "has no place on the map" not in " ".join(bodies(at))


def test_steps_are_put_in_another_order_and_taken_out(open_page: OpenPage) -> None:
    at = part(open_page(view="story", type="ceasefire", from_="2020-09-27"), PARTS[2])
    press(at, "story-down")
    story = at.session_state.stories[""]
    assert story.steps[:3] == (TRUCES[1], TRUCES[0], TRUCES[2])
    assert at.query_params["event"] == TRUCES[0]
    press(at, "story-drop")
    assert at.session_state.stories[""].steps[:2] == (TRUCES[1], TRUCES[2])
    assert at.query_params["event"] == TRUCES[2]
    press(at, "story-up")
    assert at.session_state.stories[""].steps[:2] == (TRUCES[2], TRUCES[1])
    press(at, "story-view")
    assert at.session_state.stories[""].steps is None


def test_a_record_of_the_view_is_added_behind_the_marked_step(open_page: OpenPage) -> None:
    at = open_page(view="story", type="ceasefire", from_="2020-09-27")
    part(press(at, "story-after"), PARTS[2])
    press(at, "story-drop")
    assert TRUCES[1] not in at.session_state.stories[""].steps
    press(at, "story-before")
    box = widget(at, "selectbox", "story-add")
    assert len(box.options) == 1
    box.select_index(0).run()
    assert at.session_state.stories[""].steps[:3] == tuple(TRUCES)


def test_all_steps_can_be_taken_out(open_page: OpenPage) -> None:
    at = part(open_page(view="story", q="cathedral"), PARTS[2])
    press(at, "story-drop")
    assert at.session_state.stories[""].steps == ()
    assert "no steps yet" in at.info[0].value
    assert not part(at, PARTS[0]).exception


@pytest.fixture
def story_session(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    session.display = Display(view="story")
    monkeypatch.setattr(told, "st", SimpleNamespace(session_state=session))
    return session


def test_a_saved_story_opens_identical(story_session: Session, dataset: Dataset) -> None:
    story_session.filter = Filter(type=("ceasefire", "breach"), q="truce", event=TRUCES[0])
    told.choose(TRUCES[::-1])
    told.rename("  Three\n truces ")
    saved = write_story(told.made(dataset, told.current().steps or ()))
    told.choose(None)
    told.rename("")
    state.set_filter(Filter())
    told.open_file(saved, "story.json", dataset)
    assert told.current().steps == tuple(TRUCES[::-1])
    assert told.title(dataset) == "Three truces"
    assert told.current().notes == told.current().faults == ()
    assert story_session.filter == Filter(type=("ceasefire", "breach"), q="truce", event=TRUCES[2])
    assert write_story(told.made(dataset, told.current().steps or ())) == saved


def test_unknown_steps_stay_in_the_story(story_session: Session, dataset: Dataset) -> None:
    told.choose([TRUCES[0], "gone", TRUCES[1]])
    saved = write_story(told.made(dataset, told.current().steps or ()))
    told.choose(None)
    told.open_file(saved, "story.json", dataset)
    assert told.current().steps == (TRUCES[0], "gone", TRUCES[1])
    assert write_story(told.made(dataset, told.current().steps or ())) == saved


def test_another_version_or_data_set_is_told(story_session: Session, dataset: Dataset) -> None:
    told.choose(TRUCES)
    saved = json.loads(write_story(told.made(dataset, TRUCES)))
    for change, word in (({"sha256": "0"}, "version"), ({"dataset": "other"}, "data set, other")):
        told.open_file(json.dumps(saved | change).encode(), "story.json", dataset)
        (note,) = told.current().notes
        assert word in note


def test_a_file_with_faults_changes_nothing(story_session: Session, dataset: Dataset) -> None:
    told.choose(TRUCES)
    told.open_file(b'{"title": 5}', "b\u202ead.json", dataset)
    assert told.current().steps == tuple(TRUCES)
    assert len(told.current().faults) == 6
    told.open_file(write_story(told.made(dataset, TRUCES[:1])), "story.json", dataset)
    assert told.current().faults == ()


def test_what_is_not_shown_is_said(open_page: OpenPage, root: Path) -> None:
    at = open_page(view="story", type="ceasefire", from_="2020-09-27")
    at.session_state.stories = {"": told.Told("T", (*TRUCES, "a_gone*", "shusha-taken-1992"))}
    at.run()
    assert "1 of the steps are not in this data set" in at.warning[0].value
    assert r"a\_gone\*" in at.warning[0].value
    assert any("1 of the steps are outside the filter" in each.value for each in at.caption)
    press(at, "story-all")
    assert "type" not in at.query_params
    assert not any("outside the filter" in each.value for each in at.caption)


def test_steps_of_one_data_set_are_not_those_of_another(
    story_session: Session, dataset: Dataset
) -> None:
    told.choose(TRUCES)
    story_session.display = Display(view="story", dataset="mine")
    assert told.current().steps is None


def test_each_part_is_drawn(open_page: OpenPage) -> None:
    at = open_page(view="story", layer="article")
    for name in PARTS:
        assert not part(at, name).exception, name
