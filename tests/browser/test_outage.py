"""The server dies under an open page and comes back: the page does too, and says what is lost."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.events.dataset import DATA
from dashboard.events.own import copy_of
from tests.browser.helpers import choose, choose_one, drawn, ready, type_date, visit, words
from tests.browser.server import free_port, served_on
from tests.browser.test_edit import choose_row, open_edit
from tests.browser.test_imports import OWN, hand_over, open_import
from tests.browser.test_intake import TEXT, begin, decided
from tests.browser.watch import Seen, watched

BACK = 30  # s from the server's first answer to the page: a busy computer is not taken for a fault
REFUSED = re.compile(
    "ERR_CONNECTION_(REFUSED|RESET)|reaching server endpoint|server is not responding"
)

AWAY = re.compile(r"The server has not answered since \d\d:\d\d\. What is shown is as it was then")

# Nobody acts: the page itself must ask for a run, or the reader's next click would be lost.
NOTE_RUNS = """() => {
  const app = document.querySelector("[data-testid=stApp]"), name = "data-test-script-state"
  let running = false
  new MutationObserver(() => {
    if (app.getAttribute(name) !== "notRunning") running = true
    else if (running) window.drawnAnew = true
  }).observe(app, { attributeFilter: [name] })
}"""


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A watched page that may report that the server is away, and nothing else."""
    seen = Seen()
    with watched(context, seen) as opened:
        yield opened
        seen.errors[:] = [error for error in seen.errors if not REFUSED.search(error)]


def is_away(page: Page) -> None:
    """The page says so; charts and records stay readable behind it."""
    expect(page.get_by_test_id("stConnectionStatus")).to_contain_text("Connecting")


def is_back(page: Page) -> None:
    """The page has drawn itself anew, by itself."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    ready(page)


def rows(page: Page) -> str | None:
    """How many rows the table has, as it tells a screen reader."""
    table = page.get_by_test_id("stDataFrame").locator("[role=grid]")
    return table.get_attribute("aria-rowcount")


def test_killed_under_an_open_page_all_filters_are_kept(
    root: Path, tmp_path: Path, page: Page, page_elsewhere: Page
) -> None:
    port = free_port()
    with served_on(port, root, tmp_path / "first.txt") as server:
        visit(page, server.address)
        choose(page, "Actors", "Azerbaijan")
        expect(words(page)).to_contain_text("Azerbaijan")
        type_date(page, "From", "2020-09-27")
        expect(words(page)).to_contain_text("27 Sep 2020")
        search = page.get_by_role("textbox", name="Search")
        search.fill("ceasefire")
        search.press("Enter")
        expect(words(page)).to_contain_text("ceasefire")
        choose_one(page, "Lanes by", "Type of event")
        expect(page).to_have_url(re.compile("lanes=type"))
        before, said, count = page.url, words(page).inner_text(), rows(page)
        server.kill()
        is_away(page)
        away = page.locator(".cd-away")
        expect(away).to_have_text(AWAY)
        expect(page.get_by_role("dialog")).to_have_count(0)  # the records can be read meanwhile
    page.evaluate(NOTE_RUNS)
    with served_on(port, root, tmp_path / "second.txt") as server:
        answered = time.monotonic()
        page.wait_for_function("() => window.drawnAnew", timeout=BACK * 1000)
        print(f"back {time.monotonic() - answered:.2f} s after the server's first answer")
        expect(away).to_have_count(0)
        is_back(page)
        expect(words(page)).to_have_text(said)
        assert (page.url, rows(page)) == (before, count)
        page_elsewhere.goto(before)
        drawn(page_elsewhere, "timeline", "map")
        ready(page_elsewhere)
        assert (words(page_elsewhere).inner_text(), rows(page_elsewhere)) == (said, count)
        page_elsewhere.goto("about:blank")
        page.get_by_role("radio", name="Said in the article").check(force=True)  # the first action
        asked = before.replace("&lanes", "&layer=article&lanes")
        _same_filters(page, asked)
        page.reload()
        ready(page)
        drawn(page, "timeline", "map")
        _same_filters(page, asked)
        page.goto("about:blank")  # the server goes before the page does


def _same_filters(page: Page, address: str) -> None:
    """Words, sidebar and address agree on all of them, the last one too."""
    for part in ("Azerbaijan", "27 Sep 2020", "ceasefire", "article"):
        expect(words(page)).to_contain_text(part)
    assert sorted(re.split("[?&]", page.url)) == sorted(re.split("[?&]", address))


def _import(page: Page, url: str, _: Path) -> None:
    open_import(page, f"{url}/?view=import")
    hand_over(page, "own.csv", OWN)
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()


def _paste(page: Page, url: str, _: Path) -> None:
    begin(page, f"{url}/?view=intake", TEXT, "2020-11-07")
    page.keyboard.press("a")
    expect(decided(page)).to_have_text("1 of 2 decided")


def _edit(page: Page, url: str, workspace: Path) -> None:
    open_edit(page, url, copy_of(workspace, "Mine", "Leyla", DATA))
    choose_row(page, 2)
    page.get_by_role("textbox", name="Title *").fill("not saved")


@pytest.mark.long
@pytest.mark.parametrize("work", [_import, _paste, _edit], ids=["import", "intake", "edit"])
def test_what_is_lost_is_said(
    root: Path, tmp_path: Path, page: Page, work: Callable[[Page, str, Path], None]
) -> None:
    """Nobody goes on with a file, an article or a form that the server no longer knows."""
    port, workspace = free_port(), tmp_path / "workspace"
    workspace.mkdir()
    with served_on(
        port, root, tmp_path / "first.txt", DASHBOARD_WORKSPACE=str(workspace)
    ) as server:
        work(page, server.address, workspace)
        server.kill()
        is_away(page)
    with served_on(
        port, root, tmp_path / "second.txt", DASHBOARD_WORKSPACE=str(workspace)
    ) as server:
        lost = page.get_by_role("alert").filter(has_text="give the file, the text or the change")
        expect(lost).to_be_visible()
        is_back(page)
        for field in page.get_by_test_id("stMain").get_by_role("textbox").all():
            assert field.input_value() not in (TEXT, "A report", "not saved", "Own")
        page.get_by_role("button", name="Back to the records").click()
        expect(words(page)).to_contain_text("records")
        expect(lost).to_have_count(0)
        page.goto("about:blank")  # the server goes before the page does
