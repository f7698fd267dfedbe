"""axe-core finds nothing serious on any page: in light, in dark, on a phone, at 200 % zoom."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.axe import check_looks, serious
from tests.browser.helpers import PATIENCE, card, drawn, figure, no_sideways, ready, visit

PREVIEW = re.compile("^Preview of the sheet")
ZOOMED = {"width": 720, "height": 450}  # a desk's window at 200 %
HEADINGS = """() => [...document.querySelectorAll("[data-testid=stMain] :is(h1,h2,h3,h4,h5,h6)")]
  .filter(e => e.checkVisibility()).map(e => [Number(e.tagName[1]), e.textContent])"""


def _records(page: Page) -> None:
    drawn(page, "timeline", "map")


def _card(page: Page) -> None:
    drawn(page, "timeline", "map")
    expect(card(page)).to_be_visible()


def _empty(page: Page) -> None:
    expect(page.get_by_text("No record matches:")).to_be_visible(timeout=PATIENCE)


def _briefing(page: Page) -> None:
    expect(page.get_by_role("img", name=PREVIEW)).to_be_visible(timeout=PATIENCE)


# The pages that other modules do not check: claims, ceasefires and areas, story, imports, intake
# and edit are checked in the same looks where their states are made.
VIEWS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "page": ("", _records),
    "card": ("event=ceasefire-1994", _card),
    "empty": ("q=zzzz", _empty),
    "presentation": ("present=1", _records),
    "briefing": ("view=briefing", _briefing),
}
# Every page, for what axe does not see.
PAGES = {
    **VIEWS,
    **{name: (f"view={name}", lambda page: None) for name in
       ("claims", "ceasefires", "areas", "story", "import", "intake", "edit")},
}  # fmt: skip


def open_page(page: Page, url: str, name: str) -> None:
    """Open one of `PAGES` and wait for what it shows."""
    query, shown = PAGES[name]
    page.goto(f"{url}/?{query}")
    expect(page.get_by_role("heading", level=1)).to_be_attached(timeout=PATIENCE)
    ready(page)
    shown(page)
    ready(page)


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_serious(page: Page, app_url: str, name: str) -> None:
    open_page(page, app_url, name)
    check_looks(page, lambda: VIEWS[name][1](page))


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_headings_landmark_and_zoom(page: Page, app_url: str, name: str) -> None:
    """One title, no level left out, one main part; at 200 % nothing is cut off at the side."""
    page.set_viewport_size(ZOOMED)
    open_page(page, app_url, name)
    no_sideways(page)
    expect(page.get_by_role("main")).to_have_count(1)
    levels = [level for level, _ in page.evaluate(HEADINGS)]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), page.evaluate(HEADINGS)


def test_charts_say_in_words_what_they_show(page: Page, app_url: str) -> None:
    visit(page, app_url, actor="russia")
    for chart in ("Timeline", "Map"):
        name = figure(page, chart).get_attribute("aria-label") or ""
        assert "Russia" in name and "14 of 75 records" in name
    open_page(page, app_url, "claims")
    table = page.get_by_role("table", name=re.compile(r"^Who says what: .*75 of 75 records"))
    cell = re.compile("^Armenia on TRT World: Armenia violated three ceasefires, contested")
    expect(table.get_by_role("button", name=cell)).to_be_attached(timeout=PATIENCE)


def test_nothing_moves_for_those_who_ask_so(page: Page, app_url: str) -> None:
    visit(page, app_url)
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    moving = page.evaluate(
        """() => document.getAnimations().filter(a => a.playState === "running")
                 .map(a => a.effect.target.outerHTML.slice(0, 120))"""
    )
    assert not moving


def test_axe_sees_faults(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/_stcore/health")
    page.set_content('<html lang="en"><title>x</title><main><button></button></main>')
    assert "button-name" in serious(Axe().run(page).response)[0]
