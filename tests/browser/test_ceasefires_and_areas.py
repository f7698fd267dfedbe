"""The pages of ceasefires and of areas in a browser: what a reader sees, on a desk and a phone."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.axe import check, check_looks
from tests.browser.helpers import drawn, figure, ready

CHARTS = {"ceasefires": ("ceasefires",), "areas": ("areas-plot", "areas-map")}


def open_view(page: Page, address: str, view: str, query: str = "") -> None:
    page.goto(f"{address}/?view={view}{query}")
    ready(page)
    drawn(page, *CHARTS[view])
    ready(page)  # the first run did not know the screen


# Where the marks of the chart stand from its left edge, in px as drawn: the distances are those of
# 5, 2, 4, 5 and 45 minutes, and two minutes can be told apart.
AT_THEIR_MINUTES = """() => {
  const marks = [...document.querySelectorAll(".st-key-ceasefires .scatterlayer .point")]
    .filter(e => getComputedStyle(e).opacity !== "0")
    .map(e => e.getBoundingClientRect()).map(r => r.x + r.width / 2)
  const [five, two, four, again, late] = marks, minute = (late - five) / 40
  return marks.length === 5 && Math.abs(again - five) < 1 && minute > 8
    && Math.abs(five - two - 3 * minute) < 1 && Math.abs(four - two - 2 * minute) < 1 }"""


@pytest.mark.parametrize("view", CHARTS)
def test_nothing_serious_and_nothing_wider_than_the_window(
    page: Page, app_url: str, view: str
) -> None:
    open_view(page, app_url, view)
    check_looks(page, lambda: drawn(page, *CHARTS[view]))


@pytest.mark.parametrize("query", ["view=ceasefires&type=resolution", "view=areas&q=zzzz"])
def test_nothing_serious_where_nothing_is_found(page: Page, app_url: str, query: str) -> None:
    page.goto(f"{app_url}/?{query}")
    ready(page)
    expect(page.locator(".cd-empty, .cd-areas-head").first).to_be_visible()
    check(page)


def test_both_sides_accounts_of_a_truce_stand_beside_each_other(page: Page, app_url: str) -> None:
    open_view(page, app_url, "ceasefires")
    card = page.get_by_role("article", name="Ceasefire: Second truce takes effect")
    expect(card).to_contain_text("18 Oct 2020, 00:00 local = 17 Oct, 20:00 UTC")
    for side, when, source in (
        ("Azerbaijan", "00:02 local = 17 Oct, 20:02 UTC", "Azernews, 19 Oct 2020"),
        ("Armenia", "00:04 local = 17 Oct, 20:04 UTC", "Armenpress, 18 Oct 2020"),
    ):
        account = card.locator(".cd-side").filter(has_text=when)
        expect(account).to_contain_text(side)
        link = account.get_by_role("link", name=source)
        expect(link).to_have_attribute("rel", "noopener noreferrer")
        expect(link).to_have_attribute("href", re.compile("^https?://"))
    article = page.get_by_role("region", name="The article and the accounts")
    expect(article).to_contain_text("violate three humanitarian ceasefires")


def test_marks_are_drawn_at_their_minutes(page: Page, app_url: str) -> None:
    """And no mark for "after 12:00". The chart may be drawn anew once its width is known."""
    open_view(page, app_url, "ceasefires")
    page.wait_for_function(AT_THEIR_MINUTES)


def test_the_articles_figure_is_drawn_over_all_readings(page: Page, app_url: str) -> None:
    open_view(page, app_url, "areas")
    chart = page.locator(".st-key-areas-plot")
    expect(
        chart.locator(".annotation-text").filter(has_text="TRT World: some 20 %")
    ).to_be_visible()
    band, plot = page.evaluate(
        """() => [".shapelayer path", ".nsewdrag"].map(where => {
             const found = [...document.querySelectorAll(`.st-key-areas-plot ${where}`)]
             const sizes = found.map(e => e.getBoundingClientRect())
             return sizes.map(r => [r.width, r.height]).sort((a, b) => b[1] - a[1])[0] })"""
    )
    assert abs(band[1] - plot[1]) < 3
    assert 4 < band[0] < 40


@pytest.mark.parametrize(
    ("view", "name", "start"),
    [
        ("ceasefires", "Ceasefires, minute by minute", "ceasefires-"),
        ("areas", "Shares of Azerbaijan", "shares-"),
        ("areas", "The areas of the readings", "map-"),
    ],
)
def test_each_picture_can_be_saved(
    page: Page, app_url: str, view: str, name: str, start: str
) -> None:
    open_view(page, app_url, view)
    figure(page, name).hover()
    button = figure(page, name).get_by_role("button", name=re.compile("^Download"))
    with page.expect_download() as started:
        button.first.click()
    made = started.value
    assert re.fullmatch(rf"{start}nagorno-karabakh[a-z0-9-]*\.png", made.suggested_filename)
    picture = Image.open(io.BytesIO(Path(made.path()).read_bytes()))
    assert picture.format == "PNG"
    assert picture.width > 1000  # three times the size on the screen
