"""Timeline and map are linked: what is dragged or clicked on one changes the other and the link."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from dashboard.figures.theme import LIGHT
from tests.browser.helpers import (
    asks_for,
    card,
    drawn,
    figure,
    period,
    ready,
    shows,
    visit,
    words,
)
from tests.browser.pointing import (
    click_mark,
    click_place,
    colour_near,
    drag,
    is_marked,
    mark,
    place_on_map,
    until,
)

GANJA = 46.3606, 40.6828
YEREVAN = 44.5136, 40.1776


@pytest.fixture
def at_ganja(dataset: Dataset) -> list[str]:
    """The records of a place where several stand, in their order; none is near it on the map."""
    places = dataset.locations
    return list(places.loc[places["place_id"] == "ganja", "event_id"])


@pytest.fixture
def on_map(dataset: Dataset) -> dict[str, tuple[float, float]]:
    """Records of a single exact place in the region, and where it is."""
    places = dataset.locations[dataset.locations["place_precision"] == "exact"]
    places = places[~places["event_id"].duplicated(keep=False)]
    places = places[
        places["longitude"].between(44.4, 48.5) & places["latitude"].between(38.7, 41.2)
    ]
    where = zip(places["longitude"], places["latitude"], strict=True)
    return dict(zip(places["event_id"], where, strict=True))


def test_a_box_on_the_overview(page: Page, app_url: str, dataset: Dataset) -> None:
    """Words, address, table, timeline and map all follow."""
    visit(page, app_url)
    yerevan = place_on_map(page, *YEREVAN)
    until(lambda: colour_near(page, yerevan, LIGHT.sides["several"]), "the map is drawn")
    drag(page, "overview", "2020-10-28T12:00", "2020-11-03T12:00")
    asks_for(page, from_="2020-10-28", to="2020-11-03")
    expected = dataset.view(Filter(since=date(2020, 10, 28), until=date(2020, 11, 3)))
    shows(page, len(expected.events), expected.total)
    expect(words(page)).to_have_text(expected.sentence)
    for chart in ("Timeline", "Map"):
        expect(figure(page, f"{chart}: {re.escape(expected.sentence)}")).to_be_visible()
    assert "yerevan" not in set(expected.locations["place_id"])
    until(lambda: not colour_near(page, yerevan, LIGHT.sides["several"]), "no record at Yerevan")


def test_boxes_on_the_timeline_and_back_to_all(page: Page, app_url: str) -> None:
    """A box in the box: the second one is a day, in a window of a fortnight."""
    visit(page, app_url)
    drag(page, "timeline", "2020-10-28T12:00", "2020-11-09T12:00")
    asks_for(page, from_="2020-10-28", to="2020-11-09")
    ready(page)
    page.wait_for_function(
        """() => document.querySelector(".st-key-timeline .js-plotly-plot")?._fullLayout
                 ?.xaxis.range[0].startsWith("2020-10-28")"""
    )
    drag(page, "timeline", "2020-11-07T03:00", "2020-11-07T21:00")
    asks_for(page, from_="2020-11-07", to="2020-11-07")
    shows(page, 22, 75)
    period(page, "All").click()
    asks_for(page)
    shows(page, 75, 75)


def test_a_double_click_on_the_overview_takes_its_box_back(page: Page, app_url: str) -> None:
    visit(page, app_url)
    drag(page, "overview", "2020-09-29T12:00", "2020-10-10T12:00")
    asks_for(page, from_="2020-09-29", to="2020-10-10")
    ready(page)
    box = figure(page, "Overview").bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2)
    asks_for(page)
    shows(page, 75, 75)


def test_a_click_on_the_timeline_marks_the_map(
    page: Page, app_url: str, on_map: dict[str, tuple[float, float]], dataset: Dataset
) -> None:
    visit(page, app_url)
    chosen = mark(page, "timeline", list(on_map))
    (event,) = chosen["ids"]
    click_mark(page, "timeline", chosen)
    expect(card(page)).to_contain_text(dataset.events.loc[event, "title"])
    asks_for(page, event=event)
    is_marked(page, "timeline")
    there = place_on_map(page, *on_map[event])
    until(lambda: colour_near(page, there, LIGHT.accent), "a ring on the map")


def test_a_click_on_the_map_marks_the_timeline(
    page: Page, app_url: str, at_ganja: list[str], dataset: Dataset
) -> None:
    visit(page, app_url)
    there = place_on_map(page, *GANJA)
    until(lambda: colour_near(page, there, LIGHT.sides["several"]), "the map is drawn")
    seen = []
    for number in (1, 2):  # a further click goes on to the next record there
        click_place(page, there)
        expect(page.locator(".cd-step")).to_have_text(f"{number} of {len(at_ganja)} at this place")
        seen.append(at_ganja[number - 1])
        asks_for(page, event=seen[-1])
        expect(card(page)).to_contain_text(dataset.events.loc[seen[-1], "title"])
        is_marked(page, "timeline")
        until(lambda: colour_near(page, there, LIGHT.accent), "a ring on the map")
        drawn(page, "map")
    page.get_by_role("button", name="✕").click()
    asks_for(page)
    expect(card(page)).to_have_count(0)


def test_a_click_on_a_pile_of_the_timeline(page: Page, app_url: str, dataset: Dataset) -> None:
    visit(page, app_url)
    pile = mark(page, "timeline", list(dataset.events.index), several=True)
    for number in (1, 2):
        spot = mark(page, "timeline", pile["ids"], several=True)
        click_mark(page, "timeline", spot)
        expect(page.locator(".cd-step")).to_contain_text(f"{number} of {len(pile['ids'])}")
        expect(card(page)).to_contain_text(dataset.events.loc[pile["ids"][number - 1], "title"])
        is_marked(page, "timeline")


def test_a_row_of_the_table(page: Page, app_url: str, dataset: Dataset) -> None:
    """The table is the way for those who use no mouse on the charts."""
    visit(page, app_url, actor="russia")
    first = dataset.events[dataset.events["found_under"].map(lambda a: "russia" in a)].iloc[0]
    table = page.get_by_test_id("stDataFrame").locator("canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 14, box["y"] + 54)  # the box before the first row
    expect(card(page)).to_contain_text(first["title"])
    asks_for(page, actor="russia", event=first["event_id"])
    is_marked(page, "timeline")
