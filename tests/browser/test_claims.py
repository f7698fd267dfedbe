"""The page of claims in a browser: a cell opens both sides' claims, by mouse and by keyboard."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import check_looks
from tests.browser.helpers import PATIENCE, asks_for, card, ready, words

TRUCES = "article-three-truces-violated-claim"


def open_claims(page: Page, url: str, query: str = "layer=article") -> None:
    page.goto(f"{url}/?view=claims&{query}")
    expect(page.get_by_role("table", name=re.compile("^Who says what"))).to_be_visible(
        timeout=PATIENCE
    )
    ready(page)


def cell(page: Page, side: str, title: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{side} on {title}"))


def reads_both_sides(page: Page) -> None:
    expect(card(page)).to_contain_text(
        "Armenia went as far as to violate three humanitarian ceasefires."
    )
    expect(card(page)).to_contain_text("In the first truce Azerbaijan attacked at 12:05")
    expect(card(page)).to_contain_text("Defence Ministry of Armenia, 10 Oct 2020")
    assert card(page).get_by_role("link").count() >= 3


def test_a_cell_opens_the_claims_of_all_sides(page: Page, app_url: str) -> None:
    open_claims(page, app_url)
    mark = cell(page, "Armenia", "TRT World: Armenia violated three ceasefires, contested")
    mark.click()
    asks_for(page, layer="article", event=TRUCES, view="claims")
    reads_both_sides(page)
    row = page.locator(".st-key-claims-table tr.chosen")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Armenia violated three ceasefires")


def test_the_cells_by_keyboard(page: Page, app_url: str) -> None:
    """One stop for Tab; arrow keys pass over empty cells; Enter opens."""
    open_claims(page, app_url)
    first = cell(page, "Turkey", "TRT World: Turkey has long backed")
    expect(page.locator('.st-key-claims-table button[tabindex="0"]')).to_have_count(1)
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(cell(page, "Armenia", "TRT World: Turkey has long backed")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    expect(cell(page, "Turkey", "TRT World: Armenia violated three")).to_be_focused()
    page.keyboard.press("Enter")
    reads_both_sides(page)
    expect(cell(page, "Turkey", "TRT World: Armenia violated three")).to_be_focused()


def test_a_filter_changes_table_words_and_balance(page: Page, app_url: str) -> None:
    open_claims(page, app_url, "")
    expect(page.locator(".st-key-claims-table tbody tr")).to_have_count(75)
    page.get_by_role("radio", name="Said in the article").check(force=True)
    expect(page.locator(".st-key-claims-table tbody tr")).to_have_count(24)
    expect(words(page)).to_contain_text("24 of 75 records")
    expect(page.get_by_text("Of 65 claims 28 are by Turkey, 15 by Armenia")).to_be_visible()


def test_nothing_serious(page: Page, app_url: str) -> None:
    open_claims(page, app_url, f"layer=article&event={TRUCES}")
    check_looks(page, expect(card(page)).to_be_visible)
