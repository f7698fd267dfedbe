"""A box dragged on the overview or the timeline is the period of all views and of the link."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from dashboard.figures.theme import LIGHT
from tests.browser.helpers import asks_for, drawn, figure, period, ready, shows, visit, words
from tests.browser.pointing import colour_near, drag, place_on_map, until

YEREVAN = 44.5136, 40.1776


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


def take_box(page: Page) -> None:
    """Take the box as the tool of the timeline: else a click on it chooses a mark."""
    drawn(page, "timeline")
    chart = page.locator(".st-key-timeline")
    chart.hover()
    chart.locator('.modebar-btn[data-val="select"]').click()


def test_boxes_on_the_timeline_and_back_to_all(page: Page, app_url: str) -> None:
    """A box in the box: the second one is a day, in a window of a fortnight."""
    visit(page, app_url)
    take_box(page)
    drag(page, "timeline", "2020-10-28T12:00", "2020-11-09T12:00")
    asks_for(page, from_="2020-10-28", to="2020-11-09")
    ready(page)
    page.wait_for_function(
        """() => document.querySelector(".st-key-timeline .js-plotly-plot")?._fullLayout
                 ?.xaxis.range[0].startsWith("2020-10-28")"""
    )
    take_box(page)
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
