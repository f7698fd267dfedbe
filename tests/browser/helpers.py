"""Waiting for the page, for browser tests."""

from playwright.sync_api import Page, expect

PATIENCE = 60_000  # ms; a first visit loads 11 MB of scripts, perhaps on a busy computer


def ready(page: Page) -> None:
    """Wait until the script has run to its end. Charts are drawn after that: see `drawn`."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)


def drawn(page: Page, charts: int = 1) -> None:
    """Wait until at least so many Plotly charts stand on the page."""
    plot = page.locator(".js-plotly-plot .nsewdrag").nth(charts - 1)
    expect(plot).to_be_attached(timeout=PATIENCE)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until the script has run."""
    page.goto(address)
    ready(page)
