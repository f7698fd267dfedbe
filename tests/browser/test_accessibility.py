"""axe-core finds nothing serious in what we made: on the page, a card, the presentation."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.helpers import PATIENCE, card, visit

PREVIEW = re.compile("^Preview of the sheet")
VIEWS = {
    "page": {},
    "card": {"event": "ceasefire-1994"},
    "empty": {"q": "zzzz"},
    "presentation": {"present": "1"},
    "briefing": {"view": "briefing"},
}


def serious(found: dict[str, Any]) -> list[str]:
    """The findings that keep someone from reading or using the page; Streamlit's own count too."""
    return [
        f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}: {node['html'][:200]}"
        for rule in found["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", VIEWS.values(), ids=VIEWS)
def test_nothing_serious(page: Page, app_url: str, query: dict[str, str], scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    if "q" in query:
        page.goto(f"{app_url}/?q={query['q']}")
        expect(page.get_by_text("No record matches:")).to_be_visible()
    elif "view" in query:
        page.goto(f"{app_url}/?view={query['view']}")
        expect(page.get_by_role("img", name=PREVIEW)).to_be_visible(timeout=PATIENCE)
    else:
        visit(page, app_url, **query)
    if "event" in query:
        expect(card(page)).to_be_visible()
    faults = serious(Axe().run(page).response)
    assert not faults, "\n".join(faults)


def test_axe_sees_faults(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/_stcore/health")
    page.set_content('<html lang="en"><title>x</title><main><button></button></main>')
    assert "button-name" in serious(Axe().run(page).response)[0]
