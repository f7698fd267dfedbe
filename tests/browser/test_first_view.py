"""What a reader sees first: timeline, map and filters at once; on a phone; in the dark."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.events.dataset import Dataset
from dashboard.figures.theme import DARK, LIGHT, Theme
from tests.browser.helpers import (
    card,
    choose,
    drawn,
    figure,
    no_sideways,
    period,
    ready,
    shows,
    visit,
    words,
)

COUNTED = re.compile(r"\d+ (of \d+ )?records")


def test_timeline_map_and_filters_are_seen_at_once(page: Page, app_url: str) -> None:
    visit(page, app_url)
    seen = {
        "words": words(page),
        "overview": figure(page, "Overview"),
        "timeline": figure(page, "Timeline"),
        "map": figure(page, "Map"),
        "period": page.get_by_role("radiogroup", name="Period"),
        "from": page.get_by_role("group", name="From"),
        "actors": page.get_by_role("combobox", name="Actors"),
        "reset": page.get_by_role("button", name="Reset all filters"),
    }
    for name, locator in seen.items():
        box = locator.bounding_box()
        assert box, name
        assert box["x"] >= 0 and box["y"] >= 0, (name, box)
        assert box["x"] + box["width"] <= 1440, (name, box)
        assert box["y"] + box["height"] <= 900, (name, box)
    no_sideways(page)
    for chart in ("Overview", "Timeline", "Map"):
        assert COUNTED.search(figure(page, chart).get_attribute("aria-label") or "")
    for group, chosen in (("Period", "All"), ("Map view", "Region")):
        radio = page.get_by_role("radiogroup", name=group).get_by_role("radio", name=chosen)
        expect(radio).to_have_attribute("aria-checked", "true")


def test_every_count_agrees(page: Page, app_url: str, dataset: Dataset) -> None:
    visit(page, app_url)
    total = len(dataset.events)
    shows(page, total, total)
    for chart in ("Timeline", "Map"):
        expect(figure(page, f"{chart}: all records · {total} of {total} records")).to_be_visible()


@pytest.mark.parametrize(("scheme", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_charts_follow_the_theme(page: Page, app_url: str, scheme: str, theme: Theme) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit(page, app_url)
    for key in ("timeline", "overview"):
        page.wait_for_function(
            """([key, paper]) => document.querySelector(`[class*="st-key-${key}"] .js-plotly-plot`)
                   ?._fullLayout?.paper_bgcolor === paper""",
            arg=[key, theme.paper],
        )
    paper = page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    assert paper == f"rgb{tuple(int(theme.paper[i : i + 2], 16) for i in (1, 3, 5))}"


def test_a_phone(page: Page, app_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, app_url)
    drawn(page, "timeline", "map")
    no_sideways(page)
    for name in ("Overview", "Timeline", "Map"):
        box = figure(page, name).bounding_box()
        assert box
        assert 300 < box["width"] <= 390, (name, box)
    _is_below(page.locator(".cd-strip-track"), figure(page, "Overview").locator(".nsewdrag"))
    period(page, "7 November").click()
    expect(words(page)).to_contain_text("22 of")
    no_sideways(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_role("combobox", name="Actors")).to_be_in_viewport()
    ready(page)
    choose(page, "Actors", "Turkey")
    expect(words(page)).to_contain_text("Turkey")
    reset = page.get_by_role("button", name="Reset all filters")
    reset.scroll_into_view_if_needed()
    reset.click()
    expect(words(page)).to_contain_text("all records")
    no_sideways(page)


def _is_below(strip: Locator, axis: Locator) -> None:
    """The strip of the chosen window spans what the axis above it spans, all its panels."""
    track = strip.bounding_box()
    panels = [panel.bounding_box() for panel in axis.all()]
    assert track and all(panels)
    left = min(panel["x"] for panel in panels if panel)
    right = max(panel["x"] + panel["width"] for panel in panels if panel)
    assert track["x"] == pytest.approx(left, abs=2)
    assert track["x"] + track["width"] == pytest.approx(right, abs=2)


def test_a_record_on_a_phone(page: Page, app_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, app_url, event="ceasefire-1994")
    expect(card(page)).to_be_visible()
    no_sideways(page)
    page.get_by_role("button", name="›").click()
    expect(card(page)).to_be_visible()
    no_sideways(page)
