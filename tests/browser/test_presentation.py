"""Presenting: one 16:9 frame with nothing else, in and out by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import asks_for, drawn, figure, ready, visit, words


@pytest.mark.parametrize(
    ("size", "actor"), [((1280, 720), ""), ((1920, 1080), ""), ((1280, 720), "russia")], ids=str
)
def test_the_frame(page: Page, app_url: str, size: tuple[int, int], actor: str) -> None:
    """Title, words, timeline, map and credits fit without scrolling; no control is seen."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    visit(page, app_url, present="1", actor=actor)
    page.wait_for_function(  # the charts are drawn anew when the browser has told its size
        """width => document.querySelector(".st-key-timeline").getBoundingClientRect().width
                    > width * 0.5""",
        arg=width,
    )
    for hidden in ("stHeader", "stSidebar", "stToolbar"):
        expect(page.get_by_test_id(hidden)).to_be_hidden()
    page.mouse.move(width * 0.3, height * 0.5)
    for bar in (".modebar", "[data-testid=stElementToolbar]"):
        for element in page.locator(bar).all():
            expect(element).to_be_hidden()
    parts = {
        "title": page.get_by_role("heading", level=1),
        "words": words(page),
        "timeline": figure(page, "Timeline"),
        "map": figure(page, "Map"),
        "credits": page.locator(".cd-credits"),
    }
    for name, part in parts.items():
        expect(part).to_be_in_viewport(ratio=1)
        box = part.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, (name, box)
    main = page.get_by_test_id("stMain")
    room = main.evaluate("e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]")
    assert max(room) <= 0, f"scrolls by {room} px"
    chart, globe = parts["timeline"].bounding_box(), parts["map"].bounding_box()
    assert chart and globe
    assert chart["height"] > height * 0.7  # the frame is used
    assert chart["x"] + chart["width"] <= globe["x"] + 1


def test_in_and_out_by_keyboard(page: Page, app_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    visit(page, app_url, actor="russia")
    page.get_by_role("button", name="Present", exact=True).press("Enter")
    asks_for(page, actor="russia", present="1")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    ready(page)
    leave = page.get_by_role("button", name="Leave presentation")
    page.locator("body").press("Tab")
    for _ in range(10):
        if leave.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(leave).to_be_focused()
    seen = leave.evaluate(
        """e => { let o = 1; for (; e; e = e.parentElement) o *= getComputedStyle(e).opacity
                  return o }"""
    )
    assert seen == 1, "the focused button can be seen"
    page.keyboard.press("Enter")
    asks_for(page, actor="russia")
    drawn(page, "timeline", "map")
    expect(page.get_by_test_id("stSidebar")).to_be_attached()
    expect(words(page)).to_contain_text("14 of 75")
