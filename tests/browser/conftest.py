"""The page's server, a real browser, and pages in it that are watched.

Each test gets a fresh page in one shared context: the 11 MB of scripts are then loaded once.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from dashboard.events.dataset import Dataset, read_dataset
from tests.browser.chromium import ARGUMENTS, chromium
from tests.browser.server import served
from tests.browser.watch import CLOSED, Seen, new_context, watched

LOG = pytest.StashKey[Path]()


@pytest.fixture(scope="session")
def app_url(
    root: Path, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[str]:
    """The address of the running page, without a slash at the end."""
    log = tmp_path_factory.mktemp("server") / "server.txt"
    pytestconfig.stash[LOG] = log
    with served(root, log) as address:
        yield address


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The records that the page shows."""
    return read_dataset()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself. `expect` waits long enough for a busy computer."""
    expect.set_options(timeout=45_000)
    with sync_playwright() as started:
        yield started


@contextmanager
def _launch(playwright: Playwright, *more: str) -> Iterator[Browser]:
    path, arguments = chromium(playwright), [*ARGUMENTS, *CLOSED, *more]
    launched = playwright.chromium.launch(executable_path=path, args=arguments)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that draws WebGL in software, so it needs no graphics card."""
    with _launch(playwright) as launched:
        yield launched


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """The context that all tests share."""
    return new_context(browser)


@pytest.fixture(scope="session")
def context_without_webgl(playwright: Playwright) -> Iterator[BrowserContext]:
    """A context in a browser that has no WebGL at all, as on many closed computers."""
    with _launch(playwright, "--disable-3d-apis") as launched:
        yield new_context(launched)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A fresh page that fails its test if it asks another host or reports an error."""
    with watched(context, Seen()) as opened:
        yield opened


@pytest.fixture
def page_elsewhere(browser: Browser) -> Iterator[Page]:
    """The page as someone else opens it, who has never been there."""
    context = new_context(browser)
    with watched(context, Seen()) as opened:
        yield opened
    context.close()


@pytest.fixture
def page_without_webgl(context_without_webgl: BrowserContext) -> Iterator[Page]:
    """The same page where WebGL is missing."""
    with watched(context_without_webgl, Seen()) as opened:
        yield opened


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Put the server's last words and a picture beside a failure."""
    report = yield
    if not report.failed:
        return report
    log = item.config.stash.get(LOG, None)
    if log is not None:
        report.sections.append(("the page's server", log.read_text()[-4000:]))
    for name in ("page", "page_elsewhere", "page_without_webgl"):
        page = getattr(item, "funcargs", {}).get(name)
        if page is not None and not page.is_closed():
            folder = item.config.rootpath / "test-results"
            folder.mkdir(exist_ok=True)
            picture = folder / (re.sub(r"\W+", "-", f"{item.name}-{name}") + ".png")
            try:
                page.screenshot(path=picture)
            except Error as error:  # the browser may be what failed
                report.sections.append(("no picture", str(error)))
            else:
                report.sections.append(("picture", str(picture)))
    return report
