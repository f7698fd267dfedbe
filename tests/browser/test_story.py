"""The story page in a browser: every step by keyboard, day by day, saved, opened and exported."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from dashboard.events.story import on_day
from tests.browser.axe import check_looks
from tests.browser.helpers import PATIENCE, card, drawn, no_sideways, ready

PARTS = ("Step by step", "Day by day", "Steps and files")
FIRST = date(2020, 9, 27)


def tell(page: Page, address: str, query: str, part: str = "") -> None:
    """Open the story page, and one of its parts."""
    page.goto(f"{address}/?view=story{query}")
    ready(page)
    expect(page.get_by_role("radio", name=PARTS[0])).to_be_visible(timeout=PATIENCE)
    if part:
        page.get_by_role("radio", name=part).click()
        ready(page)


def line(page: Page) -> Locator:
    """The line that says which step is shown."""
    return page.locator(".cd-story-line")


def title(page: Page) -> Locator:
    """The title on the card."""
    return card(page).get_by_role("heading", level=3)


def asks_for_event(page: Page, event: str) -> None:
    expect(page).to_have_url(re.compile(f"event={re.escape(event)}&view=story$"))


def test_the_24_records_of_the_article_by_keyboard_alone(
    page: Page, app_url: str, dataset: Dataset
) -> None:
    tell(page, app_url, "&layer=article")
    events = dataset.view(Filter(layer=("article",))).events
    assert len(events) == 24
    expect(title(page)).to_have_text(events["title"].iloc[0])
    for number, event in enumerate(events.to_dict("records"), 1):
        expect(line(page)).to_have_text(
            f"Step {number} of 24 · {event['date_label']} · {event['title']}"
        )
        expect(title(page)).to_have_text(event["title"])
        if number > 1:
            asks_for_event(page, event["event_id"])
        if number < 24:
            page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(line(page)).to_contain_text("Step 24 of 24")
    for event in events.to_dict("records")[-2:-5:-1]:
        page.keyboard.press("ArrowLeft")
        expect(title(page)).to_have_text(event["title"])


def test_fast_presses_are_neither_lost_nor_reordered(
    page: Page, app_url: str, dataset: Dataset
) -> None:
    tell(page, app_url, "")
    expect(line(page)).to_contain_text("Step 1 of 75")
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    expect(line(page)).to_contain_text("Step 31 of 75")
    expect(title(page)).to_have_text(dataset.events["title"].iloc[30])
    asks_for_event(page, dataset.events["event_id"].iloc[30])
    ready(page)
    expect(line(page)).to_contain_text("Step 31 of 75")
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text(dataset.events["title"].iloc[31])


def test_the_buttons_work_by_keyboard_and_with_the_keys(
    page: Page, app_url: str, dataset: Dataset
) -> None:
    tell(page, app_url, "&layer=article")
    names = list(dataset.view(Filter(layer=("article",))).events["title"])
    after = page.get_by_role("button", name="Next ›")
    after.focus()
    for name in names[1:4]:
        page.keyboard.press("Enter")
        expect(title(page)).to_have_text(name)
    expect(after).to_be_focused()
    expect(line(page)).to_contain_text("Step 4 of 24")  # from which the keys go on
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text(names[4])
    page.get_by_role("button", name="‹ Previous").click()
    expect(title(page)).to_have_text(names[3])
    expect(line(page)).to_contain_text("Step 4 of 24")


def test_arrow_keys_in_a_field_are_the_fields_own(page: Page, app_url: str) -> None:
    tell(page, app_url, "&layer=article")
    search = page.get_by_role("textbox", name="Search")
    search.fill("war")
    for key in ("ArrowLeft", "ArrowLeft", "Delete"):
        search.press(key)
    expect(search).to_have_value("wr")
    expect(line(page)).to_contain_text("Step 1 of 24")


def test_the_step_is_announced_in_one_element_that_stays(page: Page, app_url: str) -> None:
    tell(page, app_url, "&layer=article")
    expect(line(page)).to_have_attribute("aria-live", "polite")
    page.evaluate("document.querySelector('.cd-story-line').kept = true")
    for number in (2, 3):
        page.keyboard.press("ArrowRight")
        expect(line(page)).to_contain_text(f"Step {number} of 24")
        ready(page)
    assert page.evaluate("document.querySelector('.cd-story-line').kept")


def test_the_charts_show_the_step(page: Page, app_url: str) -> None:
    tell(page, app_url, "&event=shusha-taken-1992")
    drawn(page, "timeline", "map")
    expect(page.get_by_text("area held by Armenian forces 1994–2020")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(line(page)).to_contain_text("Lachin")
    drawn(page, "timeline", "map")


def days(page: Page) -> Locator:
    return page.locator("section.days")


def day_on(page: Page) -> Locator:
    return days(page).get_by_role("button", name="A day on")


def shown_on(page: Page) -> dict[str, tuple[str, ...]]:
    """The records listed for the day, by their state."""
    found = (
        days(page)
        .locator(".list")
        .evaluate(
            """list => [...list.children].map(part =>
             [part.dataset.state, [...part.querySelectorAll("li")].map(li => li.dataset.id)])"""
        )
    )
    return {state: tuple(ids) for state, ids in found}


def test_each_day_lists_its_records_and_a_ceasefire_only_its_window(
    page: Page, app_url: str, dataset: Dataset
) -> None:
    tell(page, app_url, "", PARTS[1])
    expect(days(page)).to_be_visible()
    truces: dict[str, list[str]] = {}
    for number in range(45):
        day = FIRST + timedelta(days=number)
        expect(days(page).locator(".day")).to_contain_text(f"day {number + 1} of 45")
        found = shown_on(page)
        assert found == on_day(dataset.events, dataset.truces, day), day
        for event in sum(found.values(), ()):
            if event in set(dataset.truces["event_id"]):
                truces.setdefault(event, []).append(day.isoformat())
        lit = days(page).locator("g.mark.now")
        assert lit.count() == sum(map(len, found.values()))
        day_on(page).press("Enter")
    assert truces == {
        "first-truce-2020-10-10": ["2020-10-10"],
        "second-truce-2020-10-18": ["2020-10-18"],
        "third-truce-2020-10-26": ["2020-10-26"],
        "trilateral-statement-2020-11-10": ["2020-11-10"],
    }


def test_what_is_not_on_the_map_is_counted(page: Page, app_url: str) -> None:
    tell(page, app_url, "&from=2020-10-30&to=2020-10-30&type=meeting", PARTS[1])
    expect(days(page).locator(".day")).to_contain_text("1 record")
    expect(days(page).locator(".off")).to_have_text("Of this day's records not on this map: 1")
    expect(page.get_by_text("area held by Armenian forces 1994–2020")).to_be_visible()


def test_it_plays_only_when_asked_pauses_and_ends(page: Page, app_url: str) -> None:
    tell(page, app_url, "&from=2020-10-08&to=2020-10-12", PARTS[1])
    said = days(page).locator(".day")
    expect(said).to_contain_text("8 Oct 2020 · day 1 of 5")
    play = days(page).locator("button.play")
    expect(play).to_have_text("▶ Play")
    days(page).get_by_label("Days a second").select_option("8")
    play.press("Enter")
    expect(said).to_contain_text("12 Oct 2020 · day 5 of 5")
    expect(play).to_have_text("▶ Play")
    days(page).get_by_label("Days a second").select_option("0.5")
    play.click()
    expect(said).to_contain_text("day 1 of 5")
    expect(play).to_have_text("❚❚ Pause")
    expect(said).to_have_attribute("aria-live", "off")
    expect(said).to_contain_text("day 2 of 5")
    play.click()
    expect(play).to_have_text("▶ Play")
    expect(said).to_have_attribute("aria-live", "polite")


def test_the_slider_goes_by_keyboard_and_a_record_opens_as_a_step(page: Page, app_url: str) -> None:
    tell(page, app_url, "&event=third-truce-2020-10-26", PARTS[1])
    expect(days(page).locator(".day")).to_contain_text("26 Oct 2020")
    slide = days(page).get_by_role("slider", name="Day")
    slide.press("ArrowLeft")
    expect(slide).to_have_attribute("aria-valuetext", "25 Oct 2020")
    slide.press("End")
    expect(days(page).locator(".day")).to_contain_text("10 Nov 2020 · day 45 of 45")
    days(page).get_by_role("button", name=re.compile("statement", re.I)).first.press("Enter")
    expect(card(page)).to_be_visible()
    asks_for_event(page, "trilateral-statement-2020-11-10")


def save(page: Page, folder: Path, name: str) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=re.compile("^Save the story")).click()
    path = folder / name
    started.value.save_as(path)
    return path


def test_a_saved_story_opens_identical_for_somebody_else(
    page: Page, page_elsewhere: Page, app_url: str, tmp_path: Path
) -> None:
    tell(page, app_url, "&layer=article", PARTS[2])
    field = page.get_by_role("textbox", name="Title of the story")
    field.fill("Şuşa, Շուշի: what the article says")
    field.press("Enter")
    ready(page)
    page.get_by_role("button", name="↓ Later").press("Enter")
    expect(line(page)).to_contain_text("Step 2 of 24")
    page.get_by_role("button", name="✕ Take out").press("Enter")
    expect(line(page)).to_contain_text("of 23")
    ready(page)
    saved = save(page, tmp_path, "one.json")
    told = json.loads(saved.read_bytes())
    assert (told["title"], len(told["steps"])) == ("Şuşa, Շուշի: what the article says", 23)
    assert told["steps"][0] == "article-tension-since-1991"

    tell(page_elsewhere, app_url, "", PARTS[2])
    page_elsewhere.locator("input[type=file]").set_input_files(saved)
    expect(line(page_elsewhere)).to_contain_text("Step 1 of 23")
    expect(page_elsewhere.get_by_role("textbox", name="Title of the story")).to_have_value(
        told["title"]
    )
    ready(page_elsewhere)
    assert save(page_elsewhere, tmp_path, "two.json").read_bytes() == saved.read_bytes()


def test_a_file_that_is_no_story_is_refused_with_its_faults(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    tell(page, app_url, "&layer=article", PARTS[2])
    bad = tmp_path / "bad.json"
    bad.write_text('{"title": 5, "steps": []}')
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.get_by_text("The file is no story that can be opened: 6 faults.")).to_be_visible()
    expect(page.get_by_text("a list of 1 to 1000 ids of records")).to_be_visible()
    expect(line(page)).to_contain_text("Step 1 of 24")


def test_the_steps_leave_as_a_deck_and_as_timelinejs(
    page: Page, app_url: str, tmp_path: Path
) -> None:
    tell(page, app_url, "&type=ceasefire&from=2020-09-27", PARTS[2])
    page.get_by_role("button", name="↓ Later").press("Enter")
    expect(line(page)).to_contain_text("Step 2 of 4")
    ready(page)
    page.get_by_role("button", name="Make the deck").click()
    button = page.get_by_role("button", name=re.compile("^Download the deck"))
    expect(button).to_be_visible(timeout=PATIENCE)
    with page.expect_download() as started:
        button.click()
    started.value.save_as(tmp_path / "deck.pptx")
    slides = list(Presentation(str(tmp_path / "deck.pptx")).slides)
    assert [s.shapes.title.text_frame.text[:2] for s in slides[1:5]] == ["1.", "2.", "3.", "4."]
    with page.expect_download() as started:
        page.get_by_role("button", name="TimelineJS (JSON)").click()
    started.value.save_as(tmp_path / "steps.json")
    told = json.loads((tmp_path / "steps.json").read_bytes())
    assert [e["unique_id"][:6] for e in told["events"]] == ["second", "first-", "third-", "trilat"]


@pytest.mark.parametrize("part", PARTS)
def test_nothing_serious(page: Page, app_url: str, part: str) -> None:
    tell(page, app_url, "&layer=article", "" if part == PARTS[0] else part)

    def shown() -> None:
        if part == PARTS[0]:
            drawn(page, "timeline", "map")
        elif part == PARTS[1]:
            expect(days(page).locator(".list li").first).to_be_visible()
        else:
            expect(page.get_by_test_id("stDataFrame")).to_be_visible()

    shown()
    check_looks(page, shown)


@pytest.mark.parametrize("part", PARTS)
def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page, app_url: str, part: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    tell(page, app_url, "&layer=article", "" if part == PARTS[0] else part)
    expect(page.get_by_text("Boundaries: Natural Earth")).to_be_attached()
    no_sideways(page)
    if part == PARTS[0]:
        after = page.get_by_role("button", name="Next ›")
        after.click()
        expect(line(page)).to_contain_text("Step 2 of 24")
        page.mouse.move(190, 600)
        page.mouse.wheel(0, 700)
        expect(card(page).get_by_role("heading", level=3)).not_to_be_in_viewport()
        expect(after).to_be_in_viewport()
