"""Our own page as one of those compared: the same file, imported, and opened by its link."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.bench.peers.events import Events
from tests.browser.server import run_server

ROOT = Path(__file__).resolve().parents[3]
TIMELINE = ".st-key-timeline .js-plotly-plot, .st-key-crowd .js-plotly-plot"
MAP = ":is(.st-key-map, .st-key-crowd-map) canvas, :is(.st-key-map-svg, .st-key-crowd-svg) svg"
# True once the page has run to its end, counts these records in words, and has both charts, the
# timeline another one than before the choice.
DRAWN = f"""words => {{
    const app = document.querySelector("[data-testid=stApp]");
    if (app?.dataset.testScriptState !== "notRunning") return false;
    if (!document.querySelector(".cd-words")?.innerText.includes(words)) return false;
    const drawn = document.querySelector("{TIMELINE}")?._fullData;
    return drawn && drawn !== window.before && document.querySelector("{MAP}") !== null;
}}"""
BEFORE = f"""() => {{ window.before = document.querySelector("{TIMELINE}")._fullData }}"""


@dataclass(frozen=True)
class OurPage:
    """The page of this project. What it shows counts as chosen if it may lie in the period."""

    name: str = "this dashboard"
    server: str = "streamlit run"

    @contextmanager
    def serving(self, events: Events, site: Path) -> Iterator[str]:
        """Import the file once, then start the page as anyone does."""
        workspace = events.folder / "workspace"
        name = f"ged-{events.rows}"
        if not (workspace / name).exists():
            command = [sys.executable, "-m", "dashboard", "import", str(events.folder / "ged.csv"),
                       "--out", str(workspace / name), "--title", f"GED, {events.rows:,}",
                       "--encoding", "utf-8", "--accessed", "2026-11-24"]  # fmt: skip
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "{port}"]
        environment = {**os.environ, "DASHBOARD_WORKSPACE": str(workspace)}
        log = site / "server.txt"
        with run_server(command, ROOT, "/_stcore/health", environment, log) as address:
            yield f"{address}/?dataset={name}"

    def chosen(self, events: Events, day: str) -> int:
        """Records that may lie on this ISO day or later."""
        return events.reaching(day)

    def wait(self, page: Page, shown: int, events: Events, seconds: float) -> None:
        """The words on top and both charts."""
        words = f"{shown:,} of {events.rows:,} records"
        page.wait_for_function(DRAWN, arg=words, timeout=seconds * 1000)

    def prepare(self, page: Page, day: str) -> None:
        """Type the date; it counts when the field is left."""
        page.evaluate(BEFORE)
        page.get_by_role("spinbutton", name="year, From").focus()
        page.keyboard.type(day.replace("-", ""))

    def narrow(self, page: Page, day: str) -> None:
        """Leave the field, as a reader does who goes on to the next one."""
        page.get_by_role("textbox", name="Search").focus()
