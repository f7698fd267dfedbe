"""A server's limits as a reader meets them."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.helpers import PATIENCE, words
from tests.browser.server import served


def test_the_reader_after_the_last_is_told_and_let_in_later(
    root: Path, tmp_path: Path, context: BrowserContext, page: Page
) -> None:
    with served(root, tmp_path / "server.txt", DASHBOARD_MAX_SESSIONS="1") as address:
        first = context.new_page()
        first.goto(address)
        expect(words(first)).to_contain_text("75 of 75 records", timeout=PATIENCE)
        answer = page.request.get(f"{address}/?actor=russia")
        assert answer.status == 503
        assert answer.headers["retry-after"] == "30"
        assert "1 readers have the dashboard open" in answer.text()
        assert page.request.get(f"{address}/_stcore/health").status == 200
        first.close()
        for _ in range(1000):  # until the server has seen it go
            if page.request.get(address).status == 200:
                break
        page.goto(f"{address}/?actor=russia")
        expect(words(page)).to_contain_text("14 of 75 records", timeout=PATIENCE)
        page.goto("about:blank")  # the server goes before the page does
