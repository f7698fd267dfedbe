"""Measures one peer at one size in a browser of its own: pictures, and memory on the way."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page, Playwright, TimeoutError, WebSocket

from tests.bench.peers.browser import ended_after, fresh_browser, still_picture
from tests.bench.peers.events import Events
from tests.bench.peers.memory import Memory, used_memory
from tests.bench.peers.peer import Peer
from tests.bench.peers.result import Result

GRACE = 5  # s for a time limit to come to pass by itself
# The first days of the choices; each is narrower or wider than the one before.
DAYS = ("2020-01-01", "2015-01-01", "2018-01-01")


def measure(
    peer: Peer, events: Events, site: Path, pictures: Path, limit: float, player: Playwright
) -> Result:
    """Open the page, choose dates, open it again; `limit` is for each of these, in seconds.

    The pictures that were waited for are kept in `pictures`, so that anyone can see what was drawn.
    """
    result = Result(peer.name, events.rows)
    with peer.serving(events, site) as address, fresh_browser(player) as (context, mark):
        visit = Visit(peer, events, address, pictures, limit, context.pages[0], mark, result)
        result.empty_browser = used_memory({"browser": mark})["browser"]
        with Memory({"browser": mark, "server": peer.server}) as memory:
            try:
                visit.make()
            except TimeoutError:
                result.outcome = f"no picture within {limit:.0f} s"
            except Error as error:  # the tab ran out of memory, say
                result.outcome = f"broke off: {error.message.splitlines()[0]}"
        result.browser, result.server = memory.peaks.get("browser"), memory.peaks.get("server")
    return result


@dataclass
class Visit:
    """One visit to a peer's page; what it takes goes into `result`."""

    peer: Peer
    events: Events
    address: str
    pictures: Path
    limit: float
    page: Page
    mark: str  # in the command line of the browser
    result: Result
    received: int = 0  # bytes through sockets
    told: float = 0.0  # seconds until the page said that it had drawn

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", self._listen)

    def make(self) -> None:
        """Open, choose, open again."""
        self.result.first = self._drawn(self.events.rows, self._open, "all")
        started = time.perf_counter()
        self.page.screenshot(timeout=self.limit * 1000)
        self.result.shutter = time.perf_counter() - started
        for day in DAYS:
            self.peer.prepare(self.page, day)
            self.received = 0
            choose = partial(self.peer.narrow, self.page, day)
            seconds = self._drawn(self.peer.chosen(self.events, day), choose, day)
            self.result.filters.append(seconds)
            self.result.told.append(self.told)
            self.result.messages.append(self.received / 1e6)
        self.page.goto("about:blank")
        self.result.again = self._drawn(self.events.rows, self._open, "again")

    def _open(self) -> None:
        self.page.goto(self.address, wait_until="commit", timeout=self.limit * 1000)

    def _drawn(self, shown: int, begin: Callable[[], None], kept: str) -> float:
        """Seconds from the beginning until the picture of `shown` records stands; it is kept."""
        started = time.perf_counter()
        with ended_after(self.limit + GRACE, self.mark):
            begin()
            left = started + self.limit - time.perf_counter()
            self.peer.wait(self.page, shown, self.events, left)
            self.told = time.perf_counter() - started
            taken, picture = still_picture(self.page, started + self.limit)
        name = f"{self.peer.name}-{self.events.rows}-{kept}.png".replace(" ", "-")
        (self.pictures / name).write_bytes(picture)
        return taken - started

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._receive)

    def _receive(self, frame: str | bytes) -> None:
        self.received += len(frame)

    def _note(self, url: str) -> None:
        """Keep the name of another host; the browser cannot reach it."""
        parts = urlsplit(url)
        outside = parts.scheme not in ("data", "blob", "about") and parts.hostname != "127.0.0.1"
        if outside and parts.hostname and parts.hostname not in self.result.asked:
            self.result.asked.append(parts.hostname)
