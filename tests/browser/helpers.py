"""Opening the page and reading what stands on it, for browser tests."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, TimeoutError, expect

from dashboard.page.probe import COOKIE

# What the browser has told of its screen, by window and way of showing. A page that knows it from
# the start draws its charts once; else they may be drawn anew while a test points at them.
SCREENS: dict[tuple[object, ...], str] = {}
PATIENCE = 60_000  # ms; a first visit loads 11 MB of scripts, perhaps on a busy computer
SHORT = 5_000  # ms; a change of size is told after 250
# Notes that a run of the script has ended since this was asked.
WATCH_RUNS = """() => {
  const app = document.querySelector("[data-testid=stApp]"), name = "data-test-script-state"
  window.ranSince = false
  const watch = new MutationObserver(changes => {
    if (!changes.some(change => change.oldValue === "running")) return
    window.ranSince = true
    watch.disconnect()
  })
  watch.observe(app, { attributes: true, attributeFilter: [name], attributeOldValue: true })
}"""


def ready(page: Page) -> None:
    """Wait until the script has run to its end. Charts are drawn after that: see `drawn`."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)


@contextmanager
def rerun(page: Page) -> Iterator[None]:
    """Do something that the script answers with a run, such as another size of the window, and wait
    until that run has ended. A busy page may show no sign of a short run, which is then over."""
    ready(page)
    page.evaluate(WATCH_RUNS)
    yield
    with suppress(TimeoutError):
        page.wait_for_function("() => window.ranSince", timeout=SHORT)
    ready(page)


def drawn(page: Page, *keys: str) -> None:
    """Wait until the charts under these keys stand on the page."""
    for key in keys:
        mark = ".deckgl-wrapper canvas, canvas" if key == "map" else ".js-plotly-plot .nsewdrag"
        expect(page.locator(f".st-key-{key}").locator(mark).first).to_be_attached(timeout=PATIENCE)


def visit(page: Page, address: str, webgl: bool = True, **query: str) -> None:
    """Open an address with these parameters (`from_` stands for `from`) and wait for its charts."""
    window = (page.evaluate("[innerWidth, innerHeight].join()"), query.get("present"), webgl)
    if window in SCREENS:
        cookie = {"name": COOKIE, "value": SCREENS[window], "url": address}
        page.context.add_cookies([cookie])
    parameters = urlencode({name.rstrip("_"): value for name, value in query.items()})
    page.goto(f"{address}/?{parameters}" if parameters else f"{address}/")
    ready(page)
    drawn(page, "timeline", "map" if webgl else "map-svg")
    ready(page)  # the first run did not know the screen
    for told in page.context.cookies(address):
        if told.get("name") == COOKIE:
            SCREENS[window] = told.get("value", "")


def words(page: Page) -> Locator:
    """The filter and the counts in words, on top of the page."""
    return page.locator(".cd-words")


def card(page: Page) -> Locator:
    """The card of the chosen record."""
    return page.locator(".cd-card")


def shows(page: Page, shown: int, total: int) -> None:
    """Expect the words, the table's title and the table's rows to count the same."""
    expect(words(page)).to_contain_text(f"{shown} of {total} records")
    title = re.compile(re.escape(f"Records ({shown} of {total})"))
    expect(page.get_by_role("heading", name=title)).to_be_attached()
    table = page.get_by_test_id("stDataFrame").locator("[role=grid]")
    expect(table).to_have_attribute("aria-rowcount", str(shown + 1))


def figure(page: Page, name: str) -> Locator:
    """A chart by the beginning of its accessible name."""
    return page.get_by_role("figure", name=re.compile(f"^{name}"))


def asks_for(page: Page, **expected: str) -> None:
    """Expect these parameters in the address, and no others; `from_` stands for `from`."""
    wanted = urlencode({name.rstrip("_"): value for name, value in expected.items()})
    expect(page).to_have_url(re.compile(re.escape(f"/?{wanted}" if wanted else "/") + "$"))


def period(page: Page, label: str) -> Locator:
    """A button of the periods."""
    return page.get_by_role("radiogroup", name="Period").get_by_role("radio", name=label)


def choose(page: Page, list_name: str, option: str) -> None:
    """Choose from a list of the sidebar by keyboard: type, wait until the list has followed and
    the option stands first, press Enter."""
    box = page.get_by_role("combobox", name=list_name)
    box.focus()
    page.keyboard.type(option)
    first = page.get_by_role("option").first
    expect(first).to_have_text(re.compile(f"^{re.escape(option)}$"))
    expect(first).to_have_attribute("data-focused", "true")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)  # it covers what stands below it
    ready(page)


def choose_one(page: Page, list_name: str, option: str) -> None:
    """Choose from a list of the sidebar that holds one value: no click, since a list that is just
    opening moves under the pointer."""
    ready(page)
    box = page.get_by_role("combobox", name=list_name)
    box.focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(option)
    expect(page.get_by_role("option", name=option, exact=True)).to_be_visible()
    page.keyboard.press("Enter")


def type_date(page: Page, field: str, day: str) -> None:
    """Type an ISO day into a date field; it counts when the field is left."""
    page.get_by_role("spinbutton", name=f"year, {field}").focus()
    page.keyboard.type(day.replace("-", ""))
    page.get_by_role("textbox", name="Search").focus()


def no_sideways(page: Page) -> None:
    """Nothing is wider than the window."""
    wide = page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                 .map(e => e.scrollWidth - e.clientWidth)"""
    )
    assert max(wide) <= 0, f"wider than the window by {wide} px"
