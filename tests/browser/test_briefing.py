"""The Briefing page in a browser: from the records to a file on disk, by mouse and by keyboard."""

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from dashboard.handout.carriers import read_stamp
from tests.browser.helpers import PATIENCE, asks_for, choose_one, ready, visit, words


def preview(page: Page) -> Locator:
    """The picture of the sheet, once it is drawn."""
    picture = page.get_by_role("img", name=re.compile("^Preview of the sheet"))
    expect(picture).to_be_visible(timeout=PATIENCE)
    return picture


def download(page: Page, form: str, folder: Path) -> Path:
    """Make the file and save it under its own name."""
    page.get_by_role("button", name="Make the file").click()
    button = page.get_by_role("button", name=re.compile(f"^Download {form}"))
    expect(button).to_be_visible(timeout=PATIENCE)
    with page.expect_download() as started:
        button.click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_from_the_records_to_a_picture_of_the_same_view(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    visit(page, app_url, actor="russia")
    page.get_by_role("button", name="Briefing", exact=True).click()
    expect(preview(page)).to_have_attribute("alt", re.compile("Russia · 14 of 75 records"))
    asks_for(page, actor="russia", view="briefing")
    path = download(page, "PNG", tmp_path)
    assert re.fullmatch(r"nagorno-karabakh[a-z0-9-]*russia[a-z0-9-]*\.png", path.name)
    assert Image.open(io.BytesIO(path.read_bytes())).size == (1920, 1080)
    found = read_stamp(path)
    assert (found.shown, found.query) == (14, {"actor": ["russia"]})
    page.get_by_role("button", name="Back to the records").click()
    expect(page.get_by_role("heading", name=re.compile("^Records"))).to_be_visible()


def test_a_link_opens_the_page_and_a_deck_is_made(page: Page, app_url: str, tmp_path: Path) -> None:
    page.goto(f"{app_url}/?view=briefing&from=2020-11-07&to=2020-11-07")
    ready(page)
    expect(words(page)).to_contain_text("22 of 75 records")
    preview(page)
    choose_one(page, "File", "Deck (PowerPoint)")
    title = page.get_by_role("textbox", name="Title")
    title.fill("Şuşa, Շուշի, Шуша")
    title.press("Enter")
    ready(page)
    path = download(page, "PPTX", tmp_path)
    deck = Presentation(str(path))
    assert deck.slides[0].shapes.title.text == "Şuşa, Շուշի, Шуша"
    assert read_stamp(path).shown == 22


def test_a_change_of_choices_changes_the_preview_and_asks_anew(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?view=briefing&q=erdogan")
    ready(page)
    before = preview(page).get_attribute("src")
    choose_one(page, "Look", "Dark")
    expect(preview(page)).not_to_have_attribute("src", before or "", timeout=PATIENCE)
    expect(page.get_by_role("button", name=re.compile("^Download PNG"))).to_have_count(0)
