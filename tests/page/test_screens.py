"""The page on each screen: not told yet, a phone, a presentation, and with nothing to show."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from dashboard.page.probe import Screen
from tests.page.conftest import DESK, OpenPage
from tests.page.reading import bodies, charts, count, fragment, ids_in, rows, text, words

PHONE = Screen(webgl=True, width=360, height=780)
SLIDE = Screen(webgl=False, width=1240, height=720)


def test_until_the_browser_has_told_about_webgl(open_page: OpenPage, dataset: Dataset) -> None:
    """Words, timeline and table are there; only the map waits."""
    at = open_page(Screen(webgl=None, width=1080, height=900))
    assert not at.exception
    assert count(at) == (75, 75)
    assert len(rows(at)) == 75
    assert ids_in(charts(at)["timeline"]) == set(dataset.events.index)
    assert "map-svg" not in charts(at)
    assert not at.get("deck_gl_json_chart")
    assert 'role="status"' in fragment(at, "cd-wait")


@pytest.mark.parametrize("webgl", [True, False])
@pytest.mark.parametrize("event", ["", "ceasefire-1994"])
def test_a_phone(open_page: OpenPage, dataset: Dataset, webgl: bool, event: str) -> None:
    at = open_page(Screen(webgl, 360, 780), event=event)
    assert not at.exception
    assert ids_in(charts(at)["timeline"]) == set(dataset.events.index)
    assert bool(at.get("deck_gl_json_chart")) == webgl
    assert len(rows(at)) == 75
    assert bool(fragment(at, "cd-card")) == bool(event)


@pytest.mark.parametrize("webgl", [True, False])
def test_the_presentation(open_page: OpenPage, dataset: Dataset, webgl: bool) -> None:
    """Title, words, timeline, map, credits and data version, and nothing to be clicked."""
    at = open_page(Screen(webgl, 1240, 720), present="1", actor="russia")
    assert not at.exception
    assert words(at) == dataset.view(Filter(actor=("russia",))).sentence
    assert dataset.tables.package["title"] in text(fragment(at, "cd-head"))
    assert ids_in(charts(at)["timeline"]) == set(
        dataset.view(Filter(actor=("russia",))).events.index
    )
    assert bool(at.get("deck_gl_json_chart")) == webgl
    credits = text(fragment(at, "cd-credits"))
    assert dataset.tables.version in credits
    assert "Natural Earth" in credits
    assert not at.dataframe
    assert not at.main.get("button_group")
    assert [button.label for button in at.main.get("button")] == ["Leave presentation"]
    assert re.search(r"stSidebar.*display: none", "".join(styles(at)).replace("\n", " "))


def test_entering_and_leaving_the_presentation(open_page: OpenPage) -> None:
    at = open_page(actor="russia")
    at.button(key="present").click().run()
    assert dict(at.query_params) == {"actor": "russia", "present": "1"}
    assert not at.dataframe
    at.button(key="leave").click().run()
    assert dict(at.query_params) == {"actor": "russia"}
    assert len(rows(at)) == 14


@pytest.mark.parametrize("screen", [DESK, PHONE, SLIDE], ids=["desk", "phone", "slide"])
@pytest.mark.parametrize(
    "query",
    [
        {"q": "zzzz"},
        {"from_": "1900-01-01", "to": "1900-12-31", "layer": "context"},
        {"actor": "france", "type": "ceasefire", "contested": "yes"},
        {"q": "zzzz", "event": "ceasefire-1994"},
    ],
    ids=str,
)
def test_an_empty_result(open_page: OpenPage, screen: Screen, query: dict[str, str]) -> None:
    present = {"present": "1"} if screen == SLIDE else {}
    at = open_page(screen, **query, **present)
    assert not at.exception
    assert count(at) == (0, 75)
    empty = text(fragment(at, "cd-empty"))
    assert empty.startswith("No record matches:")
    assert "reset the filters" in empty
    assert "timeline" not in charts(at)
    assert not rows(at)


@pytest.mark.parametrize("size", [(320, 480), (640, 400), (2360, 1400), (20, 20)], ids=str)
def test_odd_sizes(open_page: OpenPage, size: tuple[int, int]) -> None:
    for present in ({}, {"present": "1"}):
        at = open_page(Screen(False, *size), **present)
        assert not at.exception
        assert ids_in(charts(at)["timeline"])


@pytest.mark.parametrize("query", [{"from_": "2030-01-01"}, {"to": "1900-01-01"}], ids=str)
def test_a_window_beyond_the_records(open_page: OpenPage, query: dict[str, str]) -> None:
    """A record whose end or start is not known may reach there."""
    at = open_page(**query)
    assert not at.exception
    assert len(ids_in(charts(at)["timeline"])) == count(at)[0] == len(rows(at))


def styles(at: AppTest) -> list[str]:
    return [e.proto.body for e in at.get("html") if e.proto.body not in bodies(at)]
