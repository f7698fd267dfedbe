"""A record picked on one view opens its card, is marked on the others and goes into the link."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.events.dataset import Dataset
from dashboard.figures.theme import LIGHT
from tests.browser.helpers import asks_for, card, drawn, visit
from tests.browser.pointing import (
    click_mark,
    click_place,
    colour_near,
    is_marked,
    mark,
    place_on_map,
    until,
)

GANJA = 46.3606, 40.6828


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
        expect(page.locator(".cd-step")).to_have_text(f"{number} of {len(at_ganja)} on this spot")
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
