"""The main job by keyboard alone: filter, choose a record, read its claims, save the picture."""

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from tests.browser.helpers import card, ready, visit, words

MOST = 30  # stops for Tab before something is called out of reach
FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e)
  const box = e.getBoundingClientRect()
  return { name: (e.ariaLabel || e.innerText || e.textContent || "").trim().slice(0, 40),
           tag: e.tagName, main: !!e.closest("[data-testid=stMain]"),
           seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight }
}"""
LOOK = """e => {  // of the element and what frames it: a field's ring is drawn by its box
  const found = []
  for (let at = e, n = 0; at && n < 4; at = at.parentElement, n++) {
    const s = getComputedStyle(at)
    found.push(s.outline, s.boxShadow, s.borderColor, s.backgroundColor, s.color)
  }
  return found.join("|")
}"""


def go_to(page: Page, wanted: Locator, most: int = MOST, key: str = "Tab") -> list[dict[str, Any]]:
    """Press Tab until this has the focus, and looks so; what it stopped at on the way."""
    passed, before = [], wanted.evaluate(LOOK)
    for _ in range(most):
        page.keyboard.press(key)
        passed.append(page.evaluate(FOCUSED))
        if wanted.evaluate("e => e === document.activeElement"):
            page.wait_for_function(
                f"([e, before]) => ({LOOK})(e) !== before || e.tagName === 'CANVAS'",
                arg=[wanted.element_handle(), before],  # a canvas draws its ring inside
            )
            return passed
    raise AssertionError(f"not reached by {most} stops: {[stop['name'] for stop in passed]}")


def test_filter_choose_read_and_save_by_keyboard_alone(
    page: Page, app_url: str, dataset: Dataset
) -> None:
    visit(page, app_url)
    from_ = page.get_by_role("spinbutton", name="year, From")
    passed = go_to(page, from_)
    assert passed[0]["name"] == "Skip to main content"
    assert all(stop["seen"] and not stop["main"] for stop in passed)
    page.keyboard.type("20200927")
    actors = page.get_by_role("combobox", name="Actors")
    go_to(page, actors)
    expect(words(page)).to_contain_text("from 27 Sep 2020")
    ready(page)
    page.keyboard.type("Russia")
    expect(page.get_by_role("option", name="Russia", exact=True)).to_be_visible()
    page.keyboard.press("Enter")  # the name that was typed, not all that contain it
    page.keyboard.press("Escape")
    expect(words(page)).to_have_text(re.compile(r"^\s*Russia · from 27 Sep 2020 · \d+ of 75"))
    ready(page)
    events = dataset.view(Filter(since=date(2020, 9, 27), actor=("russia",))).events
    event = next(e for e in events[events["contested"]].to_dict("records")
                 if len(_by_side(dataset, e["event_id"])) > 1)  # fmt: skip
    go_to(page, page.get_by_test_id("stDataFrame").locator("canvas").first, 45)
    for _ in range(list(events["event_id"]).index(event["event_id"])):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(card(page)).to_contain_text(event["title"])
    for side, statements in _by_side(dataset, event["event_id"]).items():
        name = page.get_by_role("heading", name=dataset.names["speaker"][side], exact=True)
        account = card(page).locator(".cd-side").filter(has=name)
        for statement in statements:
            expect(account).to_contain_text(statement)
    ready(page)
    save = page.locator(".st-key-timeline").get_by_role("button", name=re.compile("^Download"))
    go_to(page, save.first, 45, "Shift+Tab")
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    picture = Image.open(io.BytesIO(Path(started.value.path()).read_bytes()))
    assert picture.format == "PNG"
    assert picture.width > 2000 and picture.height > 1000
    assert "russia" in started.value.suggested_filename


def _by_side(dataset: Dataset, event: str) -> dict[str, list[str]]:
    """The statements of the claims on a record, by the side that makes them."""
    claims = dataset.tables.claims[dataset.tables.claims["event_id"] == event]
    return {side: list(group["statement"]) for side, group in claims.groupby("side")}


def test_the_way_to_the_records_is_short(page: Page, app_url: str) -> None:
    """Filters are 20 stops before the records: the first stop of all leads past them."""
    visit(page, app_url)
    skip = page.get_by_role("link", name="Skip to main content")
    go_to(page, skip, 1)
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["main"]
    expect(page.get_by_role("main")).to_have_count(1)
