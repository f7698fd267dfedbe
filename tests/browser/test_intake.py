"""The intake in a browser: an article to records by keyboard, on a desk and on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.events.own import load
from tests.browser.axe import check_looks
from tests.browser.helpers import PATIENCE, ready, words
from tests.browser.server import served

WIRE = Path(__file__).resolve().parents[1] / "data" / "intake" / "wire.txt"
TEXT = "Erdogan said on Friday that Shusha was quiet.\nArmenia shelled Ganja on Oct. 17.\n"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the data sets, of these tests alone."""
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="module")
def intake_url(
    root: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the page of a server of its own."""
    log = tmp_path_factory.mktemp("intake-server") / "server.txt"
    with served(root, log, DASHBOARD_WORKSPACE=str(workspace)) as address:
        yield f"{address}/?view=intake"


def begin(page: Page, url: str, text: str, day: str) -> None:
    """Paste a text, say what is known of it, and have records proposed."""
    page.goto(url)
    expect(page.get_by_role("heading", name="From article to records")).to_be_visible(
        timeout=PATIENCE
    )
    ready(page)
    fill(page, "Text of the article", text)
    page.get_by_role("spinbutton", name="year, Date of the article").focus()
    page.keyboard.type(day.replace("-", ""))
    fill(page, "Publisher", "TRT World")
    fill(page, "Title of the article", "A report")
    fill(page, "Affiliation of the publisher", "Turkish public broadcaster")
    page.get_by_role("button", name="Propose records").press("Enter")
    expect(decided(page)).to_be_visible(timeout=PATIENCE)
    ready(page)


def fill(page: Page, name: str, value: str) -> None:
    """Fill a field; it counts when it is left."""
    field = page.get_by_role("textbox", name=name, exact=True)
    field.fill(value)
    field.blur()
    ready(page)


def decided(page: Page) -> Any:
    """How far it has come."""
    return page.get_by_text(re.compile(r"^\d+ of \d+ decided$"))


def proposal(page: Page, number: int) -> Any:
    """The card of a proposal."""
    return page.get_by_role("article", name=f"Proposal {number}", exact=True)


def test_an_article_becomes_records_by_keyboard(
    page: Page, intake_url: str, workspace: Path
) -> None:
    begin(page, intake_url, TEXT, "2020-11-07")
    expect(proposal(page, 1)).to_contain_text("6 Nov 2020")
    expect(page.locator(".cd-now")).to_contain_text("Shusha")
    page.keyboard.press("a")
    expect(decided(page)).to_have_text("1 of 2 decided")
    expect(proposal(page, 2)).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(proposal(page, 1)).to_contain_text("accepted")
    page.keyboard.press("d")
    expect(proposal(page, 2)).to_be_visible()
    page.keyboard.press("m")
    title = page.get_by_role("textbox", name="Title *", exact=True)
    title.fill("dam admitted")  # letters in a field are no commands
    page.get_by_role("button", name="Accept with these changes").press("Enter")
    expect(decided(page)).to_have_text("2 of 2 decided")
    page.get_by_role("button", name="Save 1 accepted record").press("Enter")
    expect(page.get_by_text("1 record saved.")).to_be_visible()
    (event,) = load(workspace / "a-report").rows["events"]
    assert event["title"] == "dam admitted"
    page.get_by_role("button", name="Open these records").press("Enter")
    expect(words(page)).to_contain_text("1 of 1 records", timeout=PATIENCE)
    expect(page).to_have_url(re.compile("dataset=a-report"))


def test_the_text_follows_the_proposal(page: Page, intake_url: str) -> None:
    begin(page, intake_url, WIRE.read_text("utf-8"), "2020-10-12")
    box = page.locator(".cd-intake-text")
    assert box.evaluate("e => e.scrollTop") == 0
    page.keyboard.press("ArrowLeft")  # at the first: nothing
    page.get_by_role("combobox", name="Proposal").focus()
    page.keyboard.type("27")
    page.keyboard.press("Enter")
    expect(proposal(page, 27)).to_be_visible()
    expect(page.locator(".cd-now")).to_be_in_viewport()
    page.wait_for_function("() => document.querySelector('.cd-intake-text').scrollTop > 0")


def test_every_state_is_accessible_and_fits(page: Page, intake_url: str) -> None:
    page.goto(intake_url)
    expect(page.get_by_role("textbox", name="Text of the article")).to_be_visible(timeout=PATIENCE)
    check_looks(page)
    begin(page, intake_url, WIRE.read_text("utf-8"), "2020-10-12")
    check_looks(page)
    page.get_by_role("button", name="Accept", exact=False).first.click()
    expect(page.get_by_role("note", name="Fault of Places")).to_be_visible()
    check_looks(page)
