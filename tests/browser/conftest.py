"""Starts the real page and a real browser, and watches that the page asks no one else.

Each test gets a fresh page in one shared context: the 11 MB of scripts are then loaded once.
The page's server reads .streamlit/config.toml like anyone's does.
"""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from tests.browser.chromium import ARGUMENTS, chromium

HOST = "127.0.0.1"
START = 60  # s until the server answers; usually 1
LOG = pytest.StashKey[Path]()

# Every other name fails to resolve, so nothing can leave even if the computer has a network.
# A route would do the same, but it switches the browser's cache off.
CLOSED = ("--no-proxy-server", f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}")


@pytest.fixture(scope="session")
def app_url(
    root: Path, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[str]:
    """The address of the running page, without a slash at the end."""
    log = tmp_path_factory.mktemp("server") / "server.txt"
    pytestconfig.stash[LOG] = log
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=root, env=env, stdout=out, stderr=out)
    try:
        _wait(server, port, log)
        yield f"http://{HOST}:{port}"
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Ask for the server's health until it answers."""
    deadline = time.monotonic() + START
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass  # not listening yet
        finally:
            connection.close()
        time.sleep(0.05)
    how = "still silent" if server.poll() is None else f"ended with {server.returncode}"
    raise RuntimeError(f"The page's server did not start ({how}):\n{log.read_text()}")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself. `expect` waits long enough for a busy computer."""
    expect.set_options(timeout=20_000)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that draws WebGL in software, so it needs no graphics card."""
    with _launch(playwright) as launched:
        yield launched


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """The context that all tests share."""
    return _context(browser)


@pytest.fixture(scope="session")
def context_without_webgl(playwright: Playwright) -> Iterator[BrowserContext]:
    """A context in a browser that has no WebGL at all, as on many closed computers."""
    with _launch(playwright, "--disable-3d-apis") as launched:
        yield _context(launched)


@pytest.fixture
def foreign() -> list[str]:
    """Addresses outside this computer that the page asked for; empty at the end of a test."""
    return []


@pytest.fixture
def errors() -> list[str]:
    """What the page wrote as an error to the browser's console; empty at the end of a test.

    A test that provokes an error looks at it here and then clears the list.
    """
    return []


@pytest.fixture
def page(context: BrowserContext, foreign: list[str], errors: list[str]) -> Iterator[Page]:
    """A fresh page that fails its test if it asks another host or reports an error."""
    with _watched(context, foreign, errors) as opened:
        yield opened


@pytest.fixture
def page_without_webgl(
    context_without_webgl: BrowserContext, foreign: list[str], errors: list[str]
) -> Iterator[Page]:
    """The same page where WebGL is missing."""
    with _watched(context_without_webgl, foreign, errors) as opened:
        yield opened


@contextmanager
def _launch(playwright: Playwright, *more: str) -> Iterator[Browser]:
    path, arguments = chromium(playwright), [*ARGUMENTS, *CLOSED, *more]
    launched = playwright.chromium.launch(executable_path=path, args=arguments)
    yield launched
    launched.close()


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        locale="en-GB",
        timezone_id="UTC",
        color_scheme="light",
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(30_000)
    return context


@contextmanager
def _watched(context: BrowserContext, foreign: list[str], errors: list[str]) -> Iterator[Page]:
    """A page whose requests, sockets and errors go into the lists; both must be empty after."""

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname != HOST:
            foreign.append(url)

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{message.text} ({message.location.get('url', '')})")

    page = context.new_page()
    page.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda opened: asked(opened.url))
    page.on("console", said)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    if not page.is_closed():
        # The theme and the width of the sidebar are remembered there: not into the next test.
        page.evaluate("() => { try { localStorage.clear(); sessionStorage.clear() } catch {} }")
        page.close()
    context.clear_cookies()
    assert not foreign, "The page asked other hosts:\n" + "\n".join(foreign)
    assert not errors, "Errors in the browser's console:\n" + "\n".join(errors)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Put the server's last words and a picture beside a failure."""
    report = yield
    if not report.failed:
        return report
    log = item.config.stash.get(LOG, None)
    if log is not None:
        report.sections.append(("the page's server", log.read_text()[-4000:]))
    for name in ("page", "page_without_webgl"):
        page = getattr(item, "funcargs", {}).get(name)
        if page is not None and not page.is_closed():
            folder = item.config.rootpath / "test-results"
            folder.mkdir(exist_ok=True)
            picture = folder / (re.sub(r"\W+", "-", item.name) + ".png")
            try:
                page.screenshot(path=picture)
            except Error as error:  # the browser may be what failed
                report.sections.append(("no picture", str(error)))
            else:
                report.sections.append(("picture", str(picture)))
    return report
