"""Records by hand in a browser: choose a row, change it, mend a fault, take it back, hand it on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.events.dataset import DATA
from dashboard.events.own import copy_of, history, load, pack
from tests.browser.axe import check_looks
from tests.browser.helpers import PATIENCE, drawn, ready, words
from tests.browser.server import served


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the data sets, of these tests alone."""
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="module")
def edit_url(
    root: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server of its own."""
    log = tmp_path_factory.mktemp("edit-server") / "server.txt"
    with served(root, log, DASHBOARD_WORKSPACE=str(workspace)) as address:
        yield address


def open_edit(page: Page, url: str, folder: Path) -> None:
    """Open the page on this data set."""
    page.goto(f"{url}/?view=edit&dataset={folder.name}")
    title = re.escape(str(load(folder).package["title"]))
    expect(page.get_by_role("heading", name=re.compile(f"^{title}$"))).to_be_visible(
        timeout=PATIENCE
    )
    ready(page)


def choose_row(page: Page, number: int) -> None:
    """Click into a row of the list, counted from 1."""
    table = page.get_by_test_id("stDataFrame").first
    expect(table.locator("canvas").first).to_be_visible()
    table.click(position={"x": 300, "y": 18 + 36 * number})
    expect(page.get_by_role("heading", name=re.compile("^Record: "))).to_be_visible()
    ready(page)


def save(page: Page, told: str) -> None:
    """Press the button of the form, and wait for what the page says of it."""
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.get_by_test_id("stAlert").filter(has_text=told)).to_be_visible()
    ready(page)


def test_from_a_fault_to_no_fault_and_back(page: Page, edit_url: str, workspace: Path) -> None:
    folder = copy_of(workspace, "Mended", "Leyla", DATA)
    open_edit(page, edit_url, folder)
    choose_row(page, 2)
    date = page.get_by_role("textbox", name=re.compile(r"^(⚠ )?Date \*$"))
    before = date.input_value()
    date.fill("autumn 2020")
    save(page, "Changed record")
    fault = page.get_by_role("note", name="Fault of Date")
    expect(fault).to_contain_text("a date in EDTF")
    expect(page.get_by_text("1 fault in this data set")).to_be_visible()
    date.fill(before)
    date.press("Enter")  # the form is sent by keyboard too
    expect(fault).to_have_count(0)
    ready(page)
    page.get_by_role("button", name=re.compile("^Undo: Changed record")).click()
    expect(fault).to_be_visible()
    ready(page)
    page.get_by_role("button", name=re.compile("^Undo: Changed record")).click()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_disabled()
    kept = history(folder)
    assert len(kept) == 5 and kept[4].files == kept[0].files
    page.get_by_role("button", name="Open these records").click()
    drawn(page, "timeline", "map")
    expect(words(page)).to_contain_text("75 of 75 records")
    expect(page.get_by_role("heading", name="Mended")).to_be_visible()


def test_a_claim_is_added_by_keyboard(page: Page, edit_url: str, workspace: Path) -> None:
    folder = copy_of(workspace, "Keyboard", "Leyla", DATA)
    open_edit(page, edit_url, folder)
    choose_row(page, 1)
    add = page.get_by_role("button", name="Add a claim")
    add.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="New claim")).to_be_visible()
    ready(page)
    for name, typed in (("Speaker *", "Russia"), ("Source id *", "TRT World")):
        box = page.get_by_role("combobox", name=name)
        box.focus()
        expect(box).to_be_focused()
        box.press_sequentially(typed)
        expect(page.get_by_role("option").first).to_be_visible()
        box.press("Enter")
        expect(page.get_by_role("option")).to_have_count(0)  # the list is closed again
    statement = page.get_by_role("textbox", name="Statement *")
    statement.press_sequentially("It was so.")
    statement.press("ControlOrMeta+Enter")
    expect(page.get_by_test_id("stAlert").filter(has_text="Added claim")).to_be_visible()
    added = load(folder).rows["claims"][-1]
    assert added["statement"] == "It was so."
    assert added["event_id"] == load(folder).rows["events"][0]["event_id"]
    assert added["claim_id"].startswith(f"{added['event_id']}--")


def test_a_package_goes_out_and_comes_in(page: Page, edit_url: str, workspace: Path) -> None:
    folder = copy_of(workspace, "Handed on", "Leyla", DATA)
    open_edit(page, edit_url, folder)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download data package").click()
    raw = Path(download.value.path()).read_bytes()
    assert raw == pack(folder)
    page.get_by_text("Begin a data set").click()
    page.get_by_role("radio", name="Data package (ZIP)").click()
    upload = page.locator("input[type=file]")
    expect(upload).to_be_attached()
    name = {"name": "records.zip", "mimeType": "application/zip", "buffer": raw}
    upload.set_input_files([name])
    expect(page.get_by_text("saved by Leyla")).to_have_count(0)  # the other one is shown
    expect(page.get_by_text("saved by")).to_be_visible()
    ready(page)
    assert pack(workspace / "handed-on-2") == raw


def test_nothing_serious(page: Page, edit_url: str, workspace: Path) -> None:
    """The page with a form, faults, history and the ways to begin, all open."""
    folder = copy_of(workspace, "Seen", "Leyla", DATA)
    open_edit(page, edit_url, folder)
    choose_row(page, 2)
    page.get_by_role("textbox", name="Date *").fill("soon")
    save(page, "Changed record")
    expect(page.get_by_role("note", name="Fault of Date")).to_be_visible()
    for panel in ("Begin a data set", "History: 2 versions"):
        page.get_by_text(panel).click()
    page.get_by_role("button", name="Delete this record").click()
    expect(page.get_by_text("Undo brings it back.")).to_be_visible()
    check_looks(page)
