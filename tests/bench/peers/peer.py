"""What is measured: each peer says how it is served, what it shows and how dates are chosen."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Page

from tests.bench.peers.events import Events
from tests.bench.peers.ours import OurPage
from tests.browser.server import run_server

HERE = Path(__file__).parent
NOWHERE = (700, 20)  # px
# True once a Streamlit page has run to its end and its Plotly charts hold this many points.
CHARTS_HOLD = """count => {
    const app = document.querySelector("[data-testid=stApp]");
    if (app?.dataset.testScriptState !== "notRunning") return false;
    if (!document.querySelector("[data-testid=stDeckGlJsonChart] canvas")) return false;
    const plots = [...document.querySelectorAll(".js-plotly-plot")];
    const points = plots.flatMap(plot => plot._fullData ?? []).map(trace => trace.x.length);
    return plots.length > 0 && points.reduce((sum, next) => sum + next, 0) === count;
}"""


class Peer(Protocol):
    """One of those compared."""

    @property
    def name(self) -> str:
        """What it is called in the table."""

    @property
    def server(self) -> str:
        """A piece of its server's command line."""

    def serving(self, events: Events, site: Path) -> AbstractContextManager[str]:
        """Gives the address while it lasts; `site` holds the npm packages."""

    def chosen(self, events: Events, day: str) -> int:
        """How many records it shows if dates from this ISO day on are chosen."""

    def wait(self, page: Page, shown: int, events: Events, seconds: float) -> None:
        """Return once the page has drawn `shown` records, by its own account."""

    def prepare(self, page: Page, day: str) -> None:
        """Do what comes before the moment of choosing, such as typing the date."""

    def narrow(self, page: Page, day: str) -> None:
        """Choose the dates from this ISO day on."""


@dataclass(frozen=True)
class StaticPage:
    """A library on a page of its own, served as files. Its page has a `bench` to ask and steer."""

    name: str
    page: str  # file in pages/, with a query
    server: str = "http.server"

    @contextmanager
    def serving(self, events: Events, site: Path) -> Iterator[str]:
        """The folder holds the page, the packages and the records."""
        for path in [*(HERE / "pages").glob("*.html"), *events.folder.iterdir()]:
            link = site / path.name
            link.unlink(missing_ok=True)
            link.symlink_to(path)
        command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "{port}"]
        log = site / "server.txt"
        with run_server(command, site, "/", os.environ, log) as address:
            yield f"{address}/{self.page}"

    def chosen(self, events: Events, day: str) -> int:
        """Records that begin on this ISO day or later."""
        return events.since(day)

    def wait(self, page: Page, shown: int, events: Events, seconds: float) -> None:
        """The library has said that it is done, or its state says so."""
        script = "shown => window.bench?.shown() === shown"
        page.wait_for_function(script, arg=shown, timeout=seconds * 1000)

    def prepare(self, page: Page, day: str) -> None:
        """Nothing: the choice is one call."""

    def narrow(self, page: Page, day: str) -> None:
        """Call the library. It may block the page, so the call is only put in the queue."""
        page.evaluate("day => void setTimeout(() => bench.filter(day))", day)


@dataclass(frozen=True)
class PandasApp:
    """The Streamlit page that somebody would write with pandas."""

    name: str = "Streamlit + pandas"
    server: str = "streamlit run"

    @contextmanager
    def serving(self, events: Events, site: Path) -> Iterator[str]:
        """As anyone starts it; the settings that the project's own page has do not count."""
        command = [sys.executable, "-m", "streamlit", "run", str(HERE / "pages/pandas_app.py"),
                   "--server.port", "{port}", "--server.address", "127.0.0.1",
                   "--server.headless", "true", "--browser.gatherUsageStats", "false"]  # fmt: skip
        environment = {**os.environ, "EVENTS_FILE": str(events.folder / "ged.csv")}
        log = site / "server.txt"
        with run_server(command, site, "/_stcore/health", environment, log) as address:
            yield address

    def chosen(self, events: Events, day: str) -> int:
        """Records that begin on this ISO day or later."""
        return events.since(day)

    def wait(self, page: Page, shown: int, events: Events, seconds: float) -> None:
        """The script is over and the chart holds the records; the map has a canvas."""
        page.wait_for_function(CHARTS_HOLD, arg=shown, timeout=seconds * 1000)

    def prepare(self, page: Page, day: str) -> None:
        """Type the date; it counts when the field is left."""
        page.get_by_role("spinbutton", name="year, From").focus()
        page.keyboard.type(day.replace("-", ""))

    def narrow(self, page: Page, day: str) -> None:
        """Leave the field: click where nothing is."""
        page.mouse.click(*NOWHERE)


PEERS: tuple[Peer, ...] = (
    OurPage(),
    StaticPage("TimelineJS", "timelinejs.html"),
    StaticPage("vis-timeline", "vis.html"),
    StaticPage("vis-timeline, clustered", "vis.html?cluster=1"),
    StaticPage("kepler.gl", "kepler.html"),
    PandasApp(),
)
