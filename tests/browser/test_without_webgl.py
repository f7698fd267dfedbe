"""Where WebGL is missing the map is drawn as vectors, with the same records and the same links."""

from playwright.sync_api import Page, expect

from dashboard.events.dataset import Dataset
from tests.browser.helpers import asks_for, card, drawn, figure, shows, visit
from tests.browser.pointing import click_mark, is_marked, mark


def test_the_same_map_as_vectors(page: Page, page_without_webgl: Page, app_url: str) -> None:
    """The name of the map says its places, areas, calls and counts."""
    visit(page, app_url)
    visit(page_without_webgl, app_url, webgl=False)
    names = [figure(p, "Map").get_attribute("aria-label") for p in (page, page_without_webgl)]
    assert names[0] == names[1]
    assert page_without_webgl.locator(".st-key-map canvas").count() == 0
    notes = [p.locator(".cd-mapnote").inner_text() for p in (page, page_without_webgl)]
    assert notes[0] == notes[1]


def test_its_marks_stand_for_the_same_records(
    page_without_webgl: Page, app_url: str, dataset: Dataset
) -> None:
    page = page_without_webgl
    visit(page, app_url, webgl=False, from_="2020-11-07", to="2020-11-07")
    shows(page, 22, 75)
    shown = page.evaluate(
        """() => document.querySelector(".st-key-map-svg .js-plotly-plot")._fullData
                 .filter(t => t.customdata).flatMap(t => t.customdata.flat())"""
    )
    assert set(shown) <= set(dataset.events.index)
    said = figure(page, "Map").get_attribute("aria-label") or ""
    assert "22 of 75 records" in said


def test_a_click_on_it(page_without_webgl: Page, app_url: str, dataset: Dataset) -> None:
    page = page_without_webgl
    visit(page, app_url, webgl=False)
    places = dataset.locations
    there = list(places.loc[places["place_id"] == "ganja", "event_id"])
    stack = mark(page, "map-svg", there, several=True)
    for number in (1, 2):
        click_mark(page, "map-svg", stack)
        expect(page.locator(".cd-step")).to_contain_text(
            f"{number} of {len(stack['ids'])} on this spot"
        )
        event = stack["ids"][number - 1]
        asks_for(page, event=event)
        expect(card(page)).to_contain_text(dataset.events.loc[event, "title"])
        is_marked(page, "timeline")
        drawn(page, "map-svg")
        is_marked(page, "map-svg")


def test_a_click_on_the_timeline_marks_it(
    page_without_webgl: Page, app_url: str, dataset: Dataset
) -> None:
    page = page_without_webgl
    exact = dataset.locations[dataset.locations["place_precision"] == "exact"]
    near = exact[exact["longitude"].between(44.4, 48.5)]
    visit(page, app_url, webgl=False)
    chosen = mark(page, "timeline", list(near["event_id"]))
    click_mark(page, "timeline", chosen)
    asks_for(page, event=chosen["ids"][0])
    is_marked(page, "map-svg")
