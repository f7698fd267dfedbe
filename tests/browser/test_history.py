"""The address is the view: it opens the same anywhere, and Back goes back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.helpers import (
    asks_for,
    card,
    choose,
    period,
    ready,
    shows,
    type_date,
    visit,
    words,
)
from tests.browser.pointing import is_marked


def test_a_link_opens_the_same_view_elsewhere(
    page: Page, page_elsewhere: Page, app_url: str
) -> None:
    visit(page, app_url)
    period(page, "Autumn 2020").click()
    asks_for(page, from_="2020-09-27", to="2020-11-10")
    choose(page, "Actors", "Turkey")
    expect(words(page)).to_contain_text("Turkey")
    page.get_by_role("radio", name="Said in the article").check(force=True)
    expect(words(page)).to_contain_text("said in the article")
    ready(page)
    row = page.get_by_test_id("stDataFrame").locator("canvas").first
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box
    page.mouse.click(box["x"] + 14, box["y"] + 54)
    expect(card(page)).to_be_visible()
    ready(page)
    page_elsewhere.goto(page.url)
    ready(page_elsewhere)
    expect(words(page_elsewhere)).to_have_text(words(page).inner_text(), use_inner_text=True)
    expect(card(page_elsewhere)).to_have_text(card(page).inner_text(), use_inner_text=True)
    is_marked(page_elsewhere, "timeline")
    assert page_elsewhere.url == page.url


def test_a_reload_keeps_the_view(page: Page, app_url: str) -> None:
    visit(page, app_url, actor="russia", event="ceasefire-1994")
    said, read = words(page).inner_text(), card(page).inner_text()
    page.reload()
    ready(page)
    expect(words(page)).to_have_text(said, use_inner_text=True)
    expect(card(page)).to_have_text(read, use_inner_text=True)


def test_back_restores_the_former_filter(page: Page, app_url: str) -> None:
    visit(page, app_url)
    period(page, "Autumn 2020").click()
    asks_for(page, from_="2020-09-27", to="2020-11-10")
    ready(page)
    period(page, "7 November").click()
    asks_for(page, from_="2020-11-07", to="2020-11-07")
    shows(page, 22, 75)
    page.go_back()
    asks_for(page, from_="2020-09-27", to="2020-11-10")
    expect(words(page)).to_contain_text("27 Sep – 10 Nov 2020")
    expect(period(page, "Autumn 2020")).to_have_attribute("aria-checked", "true")
    page.go_back()
    asks_for(page)
    shows(page, 75, 75)


def test_of_two_quick_clicks_the_last_one_counts(page: Page, app_url: str) -> None:
    visit(page, app_url)
    period(page, "1988–94 war").click()
    period(page, "7 November").click()
    asks_for(page, from_="2020-11-07", to="2020-11-07")
    shows(page, 22, 75)
    ready(page)
    asks_for(page, from_="2020-11-07", to="2020-11-07")
    expect(period(page, "7 November")).to_have_attribute("aria-checked", "true")


def test_the_filters_by_keyboard(page: Page, app_url: str) -> None:
    visit(page, app_url)
    type_date(page, "From", "2020-11-07")
    asks_for(page, from_="2020-11-07")
    type_date(page, "To", "2020-11-07")
    asks_for(page, from_="2020-11-07", to="2020-11-07")
    shows(page, 22, 75)
    choose(page, "Actors", "Russia")
    asks_for(page, from_="2020-11-07", to="2020-11-07", actor="russia")
    expect(words(page)).to_contain_text("Russia · 7 Nov 2020")
    search = page.get_by_role("textbox", name="Search")
    search.fill("zzzz")
    search.press("Enter")
    expect(page.get_by_text("No record matches:")).to_be_visible()
    page.get_by_role("button", name="Reset all filters").press("Enter")
    asks_for(page)
    shows(page, 75, 75)


def test_a_bad_link_says_what_it_left_out(page: Page, app_url: str) -> None:
    """A stranger's link must not make the page fetch a picture; the watch would see it."""
    visit(page, app_url, actor="![x](https://example.org/x.png)", contested="perhaps")
    notes = page.get_by_role("alert")
    expect(notes.filter(has_text="contested=perhaps")).to_be_visible()
    # As it stands, but for the invisible letters that keep an address from becoming a link.
    plain = re.compile(r"!\[x\]\(https:\W+example\W+org/x\.png\)")
    expect(notes.filter(has_text=plain)).to_be_visible()
    shows(page, 75, 75)
