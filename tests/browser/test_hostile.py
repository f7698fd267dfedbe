"""A browser with hostile records on every page: no script runs, nothing is asked elsewhere, no text
becomes a link, a picture or a formula. With the page's policy (CSP) and without it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from dashboard.events.dataset import DATA
from dashboard.events.own import Draft, copy_of, load, save
from tests.browser.helpers import PATIENCE, ready
from tests.browser.server import served
from tests.browser.watch import Seen, new_context, watched
from tests.payloads import PAYLOADS, hostile

TOLD = "ceasefire-1994"
# What stands on the page, shadow roots of components included, that text must never become.
ALIVE = """() => {
  const all = [], roots = [document]
  while (roots.length) for (const e of roots.pop().querySelectorAll("*")) {
    all.push(e)
    if (e.shadowRoot) roots.push(e.shadowRoot)
  }
  const told = e => e.outerHTML.slice(0, 200), found = []
  if (window.__pwned) found.push("a script has run")
  for (const e of all) {
    const link = e.href && (e.href.baseVal ?? e.href)
    if (e.tagName.toLowerCase() === "a" && link && !/^(https?:|#)/.test(link)) found.push(told(e))
    if (e.closest('[data-testid="stMarkdownContainer"]') && e.matches(
        'a[href*="evil"], img:not([alt=""]), .katex, svg:not([aria-hidden]), iframe, table'))
      found.push(told(e))
    if (e.matches("iframe, object, embed, base, form[action]") && !/^(|about:)/.test(e.src ?? ""))
      found.push(told(e))
    for (const a of e.attributes) if (/^on/i.test(a.name)) found.push(told(e))
    if (e.closest(".js-plotly-plot") && e.tagName.toLowerCase() === "a" && link) found.push(told(e))
  }
  return found
}"""
MARKS = """() => [...document.querySelectorAll(".js-plotly-plot")].flatMap(chart => {
  const box = chart.getBoundingClientRect(), layout = chart._fullLayout, spots = []
  for (const trace of chart._fullData) {
    const x = layout["xaxis" + (trace.xaxis ?? "x").slice(1)]
    const y = layout["yaxis" + (trace.yaxis ?? "y").slice(1)]
    if (!x || !y || !trace.x || trace.hoverinfo === "skip" || trace.visible !== true) continue
    for (let i = 0; i < trace.x.length; i += Math.ceil(trace.x.length / 3)) {
      const a = box.left + x._offset + x.c2p(x.d2c(trace.x[i]))
      const b = box.top + y._offset + y.c2p(y.d2c(trace.y[i]))
      if (box.left < a && a < box.right && box.top < b && b < Math.min(box.bottom, innerHeight))
        spots.push([a, b])
    }
  }
  return spots.slice(0, 12)
})"""
VIEWS = ("", "claims", "ceasefires", "areas", "story", "briefing", "import", "edit")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one data set of one's own, full of payloads."""
    folder = tmp_path_factory.mktemp("hostile")
    own = copy_of(folder, "Evil", PAYLOADS[44], DATA)
    draft = load(own)
    package = {**draft.package, "title": PAYLOADS[8], "description": " ".join(PAYLOADS)}
    rows = hostile(draft.rows, valid=True)
    save(own, Draft(package, rows, draft.version), PAYLOADS[44], " ".join(PAYLOADS))
    return folder


@pytest.fixture(scope="module")
def evil_url(
    root: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server of its own."""
    log = tmp_path_factory.mktemp("hostile-server") / "server.txt"
    with served(root, log, DASHBOARD_WORKSPACE=str(workspace)) as address:
        yield address


@contextmanager
def _window(browser: Browser, **more: bool) -> Iterator[Page]:
    """One page for all tests, watched."""
    seen = Seen()
    context = new_context(browser, **more)
    with watched(context, seen) as opened:
        opened.on("dialog", lambda dialog: _told(seen, dialog))
        yield opened
    context.close()


@pytest.fixture(scope="module")
def window(browser: Browser, evil_url: str) -> Iterator[Page]:
    """A page whose browser does not heed the policy: what could run would run. The server outlives
    it, or the page would report that it is away."""
    with _window(browser, bypass_csp=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def guarded(browser: Browser, evil_url: str) -> Iterator[Page]:
    """A page whose browser heeds the policy, and says on the console what breaks it."""
    with _window(browser) as opened:
        yield opened


def _told(seen: Seen, dialog: Dialog) -> None:
    seen.errors.append(f"a dialog: {dialog.message}")
    dialog.dismiss()


def right(page: Page) -> None:
    """Nothing of the data is alive on the page."""
    found = page.evaluate(ALIVE)
    assert not found, "\n".join(found[:20])


def point_at_charts(page: Page) -> int:
    """Let every chart say what its marks are; returns how many were pointed at."""
    spots = page.evaluate(MARKS)
    for x, y in spots:
        page.mouse.move(x, y)
        page.mouse.move(x + 1, y)
        assert not page.locator(".hoverlayer a").count()
    return len(spots)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view or "records")
def test_pages(window: Page, evil_url: str, view: str) -> None:
    _open(window, evil_url, view)
    right(window)
    if view in ("", "ceasefires", "areas", "story"):
        expect(window.locator(".js-plotly-plot .nsewdrag").first).to_be_attached(timeout=PATIENCE)
        assert point_at_charts(window)
    _click(window)
    right(window)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view or "records")
def test_pages_with_the_policy(guarded: Page, evil_url: str, view: str) -> None:
    _open(guarded, evil_url, view)
    right(guarded)


def _open(page: Page, url: str, view: str) -> None:
    chosen = "" if view in ("briefing", "import", "edit") else f"&event={TOLD}"
    page.goto(f"{url}/?dataset=evil&view={view}{chosen}")
    ready(page)
    expect(page.get_by_test_id("stSidebar")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    ready(page)


def _click(page: Page) -> None:
    """Open what can be opened, and click into tables and components."""
    for summary in page.locator("details summary").all()[:6]:
        if summary.is_visible():
            summary.click()
    # The first one last: a choice in it draws the page anew, and what was opened is closed.
    for table in reversed(page.get_by_test_id("stDataFrame").all()[:2]):
        if table.is_visible():
            table.scroll_into_view_if_needed()
            table.click(position={"x": 120, "y": 60})
            ready(page)
    for target in page.get_by_test_id("stTooltipHoverTarget").all()[:12]:
        if target.is_visible():
            target.hover(force=True)  # some lie under a chart's edge


def test_hostile_links(window: Page, evil_url: str) -> None:
    """A link made by a stranger: what it says is named as text."""
    said = (*PAYLOADS[44:50], *(p for p in PAYLOADS if ":smile:" in p), PAYLOADS[0], PAYLOADS[8])
    for text in said:
        query = dict.fromkeys(("q", "actor", "event", "lanes", "dataset"), text)
        window.goto(f"{evil_url}/?{urlencode(query)}")
        ready(window)
        notes = window.get_by_test_id("stAlert").filter(has_text="is not known here")
        expect(notes.first).to_contain_text("actor=")
        assert f"actor={text}" in notes.first.inner_text().replace("\u2060", "")
        right(window)


def test_it_would_be_seen(browser: Browser) -> None:
    """The watch itself finds a script, a link and a picture."""
    context = new_context(browser)
    page = context.new_page()
    page.set_content(
        "<div data-testid=stMarkdownContainer><img src=x alt=a"
        " onerror=window.__pwned=1><a href='javascript:1'>a</a><a href='https://evil.test'>b</a></div>"
    )
    page.wait_for_function("window.__pwned")
    assert len(page.evaluate(ALIVE)) >= 5
    context.close()
