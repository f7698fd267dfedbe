"""The import page in a browser: from a dropped file to the first picture, and what goes wrong."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import check_looks
from tests.browser.helpers import PATIENCE, drawn, ready, words
from tests.browser.server import served
from tests.browser.watch import Seen, watched

GED = """id,type_of_violence,conflict_name,side_a,side_b,where_prec,where_coordinates,country,\
latitude,longitude,date_prec,date_start,date_end,low,best,high
1,1,Govt - Group,Government of X,Group,1,Town,Azerbaijan,39.8,46.7,1,2020-09-27,2020-09-27,1,2,3
2,1,Govt - Group,Government of X,Group,1,Town,Azerbaijan,39.9,46.8,1,2020-09-28,2020-09-28,5,2,9
3,2,A - B,A,B,1,Hamlet,Azerbaijan,95.5,46.7,1,2020-09-29,2020-09-29,0,0,0
"""
OWN = "When;What;Lat;Lon\n07/11/2020;Talks;40,1;46,2\n08/11/2020;Clash;40,1;46,2\n"
DROP = """([where, name, text]) => {
  const carried = new DataTransfer(), bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0))
  carried.items.add(new File([bytes], name))
  const options = { dataTransfer: carried, bubbles: true, cancelable: true }
  for (const kind of ["dragenter", "dragover", "drop"]) {
    where.dispatchEvent(new DragEvent(kind, options))
  }
}"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the data sets, of these tests alone."""
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="module")
def import_url(
    root: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the import page of a server of its own."""
    log = tmp_path_factory.mktemp("import-server") / "server.txt"
    with served(root, log, DASHBOARD_WORKSPACE=str(workspace)) as address:
        yield f"{address}/?view=import"


def open_import(page: Page, url: str) -> None:
    """Open the page and wait for it."""
    page.goto(url)
    expect(page.get_by_role("heading", name="Import a file")).to_be_visible(timeout=PATIENCE)
    ready(page)


def hand_over(page: Page, name: str, content: str | bytes) -> None:
    """Choose a file with the browser's own dialogue."""
    raw = content.encode() if isinstance(content, str) else content
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": raw}
    )
    expect(page.get_by_role("button", name="Choose another file")).to_be_visible(timeout=PATIENCE)
    ready(page)


def say_title(page: Page, title: str) -> None:
    """Give the data set a title."""
    field = page.get_by_role("textbox", name="Title of the data set")
    field.fill(title)
    field.press("Enter")
    ready(page)


def say_access(page: Page, day: str) -> None:
    """Type the day of access; it counts when the field is left."""
    page.get_by_role("spinbutton", name="year, Day of access").focus()
    page.keyboard.type(day.replace("-", ""))
    page.get_by_role("textbox", name="Title of the data set").focus()


def start(page: Page) -> None:
    """Press Import, by keyboard."""
    button = page.get_by_role("button", name="Import", exact=True)
    expect(button).to_be_enabled()
    button.press("Enter")


def report(page: Page) -> Any:
    """The report of the import."""
    found = page.get_by_role("status", name="Report of the import")
    expect(found).to_be_visible(timeout=PATIENCE)
    return found


def test_from_a_dropped_file_to_the_first_picture(
    page: Page, import_url: str, workspace: Path, tmp_path: Path
) -> None:
    open_import(page, import_url)
    area = page.get_by_test_id("stFileUploaderDropzone").element_handle()
    page.evaluate(DROP, [area, "ged.csv", base64.b64encode(GED.encode()).decode()])
    expect(page.get_by_text("UCDP GED counts events")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Of 3 rows, 2 would be accepted, 1 rejected.")).to_be_visible()
    expect(page.get_by_text("Still to be said: the day of access.")).to_be_visible()
    say_access(page, "2026-11-20")
    say_title(page, "First import")
    start(page)
    expect(report(page)).to_contain_text("3 read = 2 accepted + 1 rejected")
    with page.expect_download() as started:
        page.get_by_role("button", name="Report (CSV)").click()
    started.value.save_as(tmp_path / "report.csv")
    assert started.value.suggested_filename == "first-import-report.csv"
    assert "rejected,4,latitude,95.5," in (tmp_path / "report.csv").read_text("utf-8-sig")
    assert sorted(path.name for path in workspace.iterdir()) == [".importing.lock", "first-import"]
    page.get_by_role("button", name="Open these records").click()
    drawn(page, "timeline")
    expect(words(page)).to_contain_text("2 of 2 records")
    expect(page).to_have_url(re.compile("dataset=first-import"))


def test_columns_are_mapped_by_keyboard_and_the_records_follow(page: Page, import_url: str) -> None:
    open_import(page, import_url)
    hand_over(page, "own.csv", OWN)
    expect(page.get_by_text("Still to be said: the order of day and month.")).to_be_visible()
    order = page.get_by_role("radiogroup", name="Order of day and month")
    order.get_by_role("radio", name=re.compile("^Day first: 07.11.2020 is 7 Nov 2020")).press(
        "Space"
    )
    expect(page.get_by_text("Of 2 rows, 2 would be accepted, 0 rejected.")).to_be_visible()
    records = page.get_by_test_id("stDataFrame").last.locator("[role=grid]")
    columns = int(records.get_attribute("aria-colcount") or 0)
    page.get_by_role("combobox", name="Place", exact=True).focus()
    page.keyboard.type("What")
    page.keyboard.press("Enter")
    expect(records).to_have_attribute("aria-colcount", str(columns + 1))


def test_a_running_import_is_seen_in_every_tab_and_cancelled_from_any(
    page: Page, context: BrowserContext, import_url: str, workspace: Path
) -> None:
    before = sorted(path.name for path in workspace.iterdir())
    rows = "".join(f"2020-09-27,Event {n},39.8,46.7\n" for n in range(400_000))
    open_import(page, import_url)
    hand_over(page, "long.csv", f"date,title,lat,lon\n{rows}")
    start(page)
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Reading the file: [\d,]+ of [\d,]+ rows"))).to_be_visible()
    page.reload()
    expect(page.get_by_role("progressbar")).to_be_visible(timeout=PATIENCE)
    with watched(context, Seen()) as other:
        open_import(other, import_url)
        expect(other.get_by_role("progressbar")).to_be_visible()
        other.get_by_role("button", name="Cancel").click()
        for tab in (page, other):
            expect(tab.get_by_text("The import was cancelled.")).to_be_visible()
            expect(tab.get_by_test_id("stFileUploaderDropzone")).to_be_visible()
    left = [path.name for path in workspace.iterdir() if not path.name.startswith(".")]
    assert sorted(left) == [name for name in before if not name.startswith(".")]


def test_a_file_that_is_no_table_is_said_so(page: Page, import_url: str) -> None:
    open_import(page, import_url)
    hand_over(page, "page.csv", "<!doctype html><html><body>An error</body></html>")
    expect(page.get_by_role("alert").filter(has_text="cannot be read")).to_contain_text("web page")
    expect(page.get_by_role("button", name="Import", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Choose another file").click()
    expect(page.get_by_test_id("stFileUploaderDropzone")).to_be_visible()


def test_every_state_is_accessible_and_fits(page: Page, import_url: str) -> None:
    open_import(page, import_url)
    check_looks(page)
    hand_over(page, "own.csv", OWN)
    check_looks(page)
    page.get_by_text("Day first:").click()
    say_title(page, "Own, seen")
    check_looks(page)
    start(page)
    report(page)
    check_looks(page)
    page.get_by_role("button", name="Report", exact=True).first.click()
    page.get_by_role("button", name="Delete").first.click()
    expect(page.get_by_role("button", name="Yes, delete")).to_be_visible()
    check_looks(page)
