"""A browser that can reach this computer only, and pictures of what it shows."""

import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import BrowserContext, Error, Page, Playwright, TimeoutError

from tests.bench.peers.memory import descendants
from tests.browser.chromium import ARGUMENTS, chromium
from tests.browser.watch import CLOSED


@contextmanager
def fresh_browser(player: Playwright) -> Iterator[tuple[BrowserContext, str]]:
    """A browser that has never been used, and what stands in its command line.

    It is ended even if its page hangs.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        mark = f"--user-data-dir={profile}"
        context = player.chromium.launch_persistent_context(
            profile,
            executable_path=chromium(player),
            args=[*ARGUMENTS, *CLOSED],
            viewport={"width": 1440, "height": 900},
            locale="en-GB",
            timezone_id="UTC",
            reduced_motion="reduce",
        )
        try:
            yield context, mark
        finally:
            end_browser(mark)
            with suppress(Error):
                context.close()


def end_browser(mark: str) -> None:
    """End every process of the browser that has this in its command line."""
    for pid in descendants(mark):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@contextmanager
def ended_after(seconds: float, mark: str) -> Iterator[None]:
    """Ends the browser if what is done within takes longer; raises TimeoutError then.

    A page that hangs answers nothing, so that Playwright's own time limits do not come to pass.
    """
    over = threading.Event()

    def end() -> None:
        over.set()
        end_browser(mark)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Error as error:
        if over.is_set():
            raise TimeoutError("The page hangs.") from error
        raise
    finally:
        timer.cancel()


def still_picture(page: Page, deadline: float) -> tuple[float, bytes]:
    """The moment at which a picture was in hand that the next one equals, and the picture.

    `deadline` and the moment are those of time.perf_counter(). Raises TimeoutError if the page
    does not stand still before.
    """
    earlier, taken = b"", 0.0
    while True:
        left = deadline - time.perf_counter()
        if left <= 0:
            raise TimeoutError("The page does not stand still.")
        picture = page.screenshot(timeout=left * 1000)
        if picture == earlier:
            return taken, picture
        earlier, taken = picture, time.perf_counter()
