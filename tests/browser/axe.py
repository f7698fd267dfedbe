"""axe-core on a page as it stands, in every look that a reader may give it."""

from collections.abc import Callable
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from dashboard.page.probe import COOKIE
from tests.browser.helpers import no_sideways, ready, rerun

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
# The colours of the page and of its charts.
PAPERS = """() => [getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor,
  ...[...document.querySelectorAll(".js-plotly-plot")].map(e => e._fullLayout?.paper_bgcolor)]"""
FITS = """width => { const main = document.querySelector("[data-testid=stMain]")
  return innerWidth === width && main.scrollWidth <= main.clientWidth }"""


def check(page: Page, look: str = "as it stands") -> None:
    """Nothing serious, and nothing wider than the window."""
    ready(page)
    no_sideways(page)
    faults = serious(Axe().run(page).response)
    assert not faults, "\n".join([look, *faults])


def check_looks(page: Page, shown: Callable[[], object] = lambda: None) -> None:
    """`check` in light and in dark, at a desk and on a phone, and back to the first; `shown` waits
    for what must stand on the page."""
    page.wait_for_function("name => document.cookie.includes(name)", arg=COOKIE)  # all is told
    check(page, "light")
    _turn(page, "dark", shown)
    check(page, "dark")
    _fit(page, PHONE, shown)
    check(page, "dark, on a phone")
    _turn(page, "light", shown)
    check(page, "light, on a phone")
    _fit(page, DESK, shown)


def serious(found: dict[str, Any]) -> list[str]:
    """The findings that keep someone from reading or using the page; Streamlit's own count too."""
    return [
        f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}: {node['html'][:200]}"
        for rule in found["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def _turn(page: Page, scheme: Literal["light", "dark"], shown: Callable[[], object]) -> None:
    """Choose light or dark, and wait until the page has followed, charts included."""
    ready(page)
    before = page.evaluate(PAPERS)
    with rerun(page):
        page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        f"before => ({PAPERS})().every(paper => paper && !before.includes(paper))", arg=before
    )
    ready(page)
    shown()


def _fit(page: Page, size: Any, shown: Callable[[], object]) -> None:
    """Give the window a size, and wait until the charts are drawn anew in its width."""
    with rerun(page):
        page.set_viewport_size(size)
    page.wait_for_function(FITS, arg=size["width"])
    ready(page)
    shown()
