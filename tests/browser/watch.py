"""Watches a page: it may ask no other host and report no error."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.browser.server import HOST

# Every other name fails to resolve, so nothing can leave even if the computer has a network.
# A route would do the same, but it switches the browser's cache off.
CLOSED = ("--no-proxy-server", f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}")
PATIENCE = 30_000  # ms for one action, on a busy computer


@dataclass
class Seen:
    """What a page did that it must not: addresses elsewhere, errors in the browser's console."""

    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def asked(self, url: str) -> None:
        """Note a request or a socket unless it stays on this computer."""
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname != HOST:
            self.foreign.append(url)

    def said(self, message: ConsoleMessage) -> None:
        """Note a message to the console if it is an error."""
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def check(self) -> None:
        """Raise AssertionError if anything was noted."""
        assert not self.foreign, "The page asked other hosts:\n" + "\n".join(self.foreign)
        assert not self.errors, "Errors in the browser's console:\n" + "\n".join(self.errors)


def new_context(browser: Browser, **more: Any) -> BrowserContext:
    """A context like a reader's screen, in which nothing moves by itself."""
    look: dict[str, Any] = {
        "viewport": {"width": 1440, "height": 900},
        "locale": "en-GB",
        "timezone_id": "UTC",
        "color_scheme": "light",
        "reduced_motion": "reduce",
        "service_workers": "block",
    }
    context = browser.new_context(**look | more)
    context.set_default_timeout(PATIENCE)
    return context


@contextmanager
def watched(context: BrowserContext, seen: Seen) -> Iterator[Page]:
    """A page whose requests, sockets and errors are noted; there must be none at its end."""
    page = context.new_page()
    page.on("request", lambda request: seen.asked(request.url))
    page.on("websocket", lambda opened: seen.asked(opened.url))
    page.on("console", seen.said)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    yield page
    if not page.is_closed():
        # The theme and the width of the sidebar are remembered there: not into the next test.
        page.evaluate("() => { try { localStorage.clear(); sessionStorage.clear() } catch {} }")
        page.close()
    context.clear_cookies()
    seen.check()
