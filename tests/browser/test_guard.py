"""The guard that watches the pages sees what it must see."""

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.watch import Seen, watched

# Nothing of this leaves the computer: the browser resolves no name.
OUTSIDE = {
    "fetch": "fetch('http://example.org/x').catch(() => 0)",
    "picture": "new Promise(done => { const i = new Image(); i.onerror = done; "
    "i.src = 'https://example.org/x.png' })",
    "socket": "new Promise(done => { new WebSocket('wss://example.org/x').onerror = done })",
    "other port's host": "fetch('http://localhost.example.org/').catch(() => 0)",
}


@pytest.mark.parametrize("script", OUTSIDE.values(), ids=OUTSIDE)
def test_a_page_that_asks_elsewhere_fails(context: BrowserContext, script: str) -> None:
    seen = Seen()
    with pytest.raises(AssertionError, match="asked other hosts"), watched(context, seen) as page:
        page.goto("about:blank")  # the policy of our own pages would stop it before
        page.evaluate(f"async () => {{ await {script} }}")
    assert "example.org" in seen.foreign[0]


@pytest.mark.parametrize("script", OUTSIDE.values(), ids=OUTSIDE)
def test_the_policy_of_our_pages_stops_it(
    context: BrowserContext, app_url: str, script: str
) -> None:
    seen = Seen()
    with pytest.raises(AssertionError), watched(context, seen) as page:
        page.goto(f"{app_url}/_stcore/health")
        page.evaluate(f"async () => {{ await Promise.race([{script}, new Promise(done => "
                      "addEventListener('securitypolicyviolation', done))]) }")  # fmt: skip
    assert any("Content Security Policy" in error for error in seen.errors)


@pytest.mark.parametrize("script", ["console.error('oh')", "setTimeout(() => { throw 'oh' })"])
def test_a_page_with_an_error_fails(context: BrowserContext, app_url: str, script: str) -> None:
    seen = Seen()
    with pytest.raises(AssertionError, match="console"), watched(context, seen) as page:
        page.goto(f"{app_url}/_stcore/health")
        page.evaluate(f"() => {{ {script} }}")
        page.evaluate("() => new Promise(done => setTimeout(done))")
    assert "oh" in seen.errors[0]


def test_a_page_that_behaves_passes(context: BrowserContext, app_url: str) -> None:
    with watched(context, Seen()) as page:
        page.goto(f"{app_url}/_stcore/health")
        page.evaluate("async () => { await fetch('/_stcore/health') }")
