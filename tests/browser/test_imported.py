"""Imported records in a browser: counts above 2,000, single records after a click."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, WebSocket, expect

from dashboard.events.filters import Filter
from dashboard.events.sets.crowd import count_on_map
from dashboard.events.sets.library import open_folder
from dashboard.events.sets.source import Stored
from dashboard.figures.counts import fit_view
from dashboard.figures.map_view import to_px
from tests.browser.axe import check_looks
from tests.browser.helpers import PATIENCE, card, drawn, ready, type_date, words
from tests.browser.server import served
from tests.events.sets.conftest import write_set
from tests.events.store.synthetic import make_rows

MOST = 500_000  # bytes of one message to the browser


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imported")
    write_set(folder / "odd", make_rows(5000), title="Odd records")
    return folder


@pytest.fixture(scope="module")
def odd(workspace: Path) -> Stored:
    return open_folder(workspace / "odd")


@pytest.fixture(scope="module")
def url(root: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the data set of 5,000 records."""
    log = tmp_path_factory.mktemp("imported-server") / "server.txt"
    with served(root, log, DASHBOARD_WORKSPACE=str(workspace)) as address:
        yield address


def open_crowd(page: Page, url: str, query: str = "dataset=odd&lanes=type") -> None:
    page.goto(f"{url}/?{query}")
    ready(page)
    drawn(page, "crowd")
    ready(page)


def counted(page: Page) -> int:
    """How many records the words on top say."""
    found = re.search(r"([\d,]+) of 5,000 records", words(page).inner_text())
    assert found
    return int(found[1].replace(",", ""))


def test_counts_then_single_records_by_dates(page: Page, url: str, odd: Stored) -> None:
    open_crowd(page, url)
    expect(words(page)).to_contain_text("5,000 of 5,000 records")
    expect(page.locator(".st-key-crowd-map canvas").first).to_be_attached(timeout=PATIENCE)
    type_date(page, "From", "2020-09-27")
    expect(words(page)).to_contain_text("from 27 Sep 2020", timeout=PATIENCE)
    ready(page)
    type_date(page, "To", "2020-11-10")
    drawn(page, "timeline", "map")
    few = odd.store.totals(
        Filter(since=date.fromisoformat("2020-09-27"), until=date.fromisoformat("2020-11-10"))
    ).count
    expect(words(page)).to_contain_text(f"{few:,} of 5,000 records")
    expect(page.locator(".st-key-crowd .js-plotly-plot")).to_have_count(0)


def test_a_click_on_a_bar_sets_its_dates(page: Page, url: str, odd: Stored) -> None:
    open_crowd(page, url)
    spot = page.evaluate(
        """() => {
          const chart = document.querySelector(".st-key-crowd .js-plotly-plot")
          const box = chart.getBoundingClientRect(), layout = chart._fullLayout
          for (const trace of chart._fullData) {
            if (!trace.customdata || !trace.visible) continue
            const i = trace.customdata.findLastIndex(d => d && d[0] === "bin")
            if (i < 0) continue
            const x = layout.xaxis, y = layout.yaxis
            const at = Array.isArray(trace.x) ? trace.x[i] : trace._length && trace.x[i]
            return {x: box.left + x._offset + x.d2p(at), y: box.top + y._offset + y.d2p(trace.y[i]),
                    days: trace.customdata[i].slice(1, 3)}
          }
        }"""
    )
    assert spot
    for _ in range(10):  # the first click can come before the chart listens
        page.mouse.move(spot["x"], spot["y"])
        page.mouse.click(spot["x"], spot["y"])
        with suppress(AssertionError):
            expect(page).to_have_url(re.compile("from=.*&to="), timeout=6000)
            break
    expect(page).to_have_url(re.compile("from=.*&to="))
    first, last = re.findall(r"(?:from|to)=([\d-]+)", page.url)
    assert first.endswith("-01-01") and last == f"{first[:4]}-12-31"  # a bar is a year here
    count = odd.store.totals(
        Filter(since=date.fromisoformat(first), until=date.fromisoformat(last))
    ).count
    expect(words(page)).to_contain_text(f"{count:,} of 5,000 records")


def clear_squares(odd: Stored, width: float, height: float) -> list[tuple[float, float]]:
    """Where squares lie on the map, those farthest from an octagon first, in px from its corner."""
    view = fit_view(*odd.bounds)
    crowd = count_on_map(odd.store, Filter(), view.bounds)
    cells = crowd.cells
    middle = to_px(view, (cells["west"] + cells["east"]) / 2, (cells["south"] + cells["north"]) / 2,
                   width, height)  # fmt: skip
    rough = to_px(view, crowd.rough["longitude"], crowd.rough["latitude"], width, height)
    apart = np.hypot(*(middle[:, None] - rough[None]).transpose(2, 0, 1)).min(axis=1)
    apart[((middle < 20) | (middle > np.array([width, height]) - 20)).any(axis=1)] = 0
    return [(float(x), float(y)) for x, y in middle[np.argsort(-apart)[:20]]]


def test_a_click_on_a_square_narrows_the_view_and_back(page: Page, url: str, odd: Stored) -> None:
    open_crowd(page, url)
    chart = page.locator(".st-key-crowd-map canvas").first
    expect(chart).to_be_attached(timeout=PATIENCE)
    frame = chart.bounding_box()
    assert frame
    tip = page.locator(".deck-tooltip", has_text=re.compile(r"^\d+ records\s*$"))
    for x, y in clear_squares(odd, frame["width"], frame["height"]):
        page.mouse.move(frame["x"] + x, frame["y"] + y)
        with suppress(AssertionError):  # an octagon may lie on this square: then the next one
            expect(tip).to_be_visible(timeout=5000)
            page.mouse.click(frame["x"] + x, frame["y"] + y)
            break
    expect(page).to_have_url(re.compile("box="), timeout=PATIENCE)
    expect(words(page)).not_to_contain_text("5,000 of 5,000 records")
    assert 0 < counted(page) < 5000
    page.get_by_role("button", name="Whole map").click()
    expect(words(page)).to_contain_text("5,000 of 5,000 records")


def test_a_record_of_a_crowd_is_read_from_the_table(page: Page, url: str, odd: Stored) -> None:
    event = str(odd.store.page(Filter(), 1).iloc[0]["event_id"])
    open_crowd(page, url, f"dataset=odd&event={event}")
    expect(card(page)).to_be_visible(timeout=PATIENCE)
    expect(card(page)).to_contain_text("UCDP GED")


def test_pages_go_on_to_older_records(page: Page, url: str) -> None:
    open_crowd(page, url)
    step = page.get_by_text(re.compile(r"of 5,000, newest first"))
    expect(step).to_contain_text("1–50")
    page.get_by_role("button", name="›", exact=True).click()
    expect(step).to_contain_text("51–100")
    page.get_by_role("button", name="‹", exact=True).click()
    expect(step).to_contain_text("1–50")


def test_messages_stay_small(page: Page, url: str) -> None:
    sizes: list[int] = []

    def heard(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: sizes.append(len(frame)))

    page.on("websocket", heard)
    open_crowd(page, url)
    before = sum(sizes)
    type_date(page, "From", "2016-01-01")
    expect(words(page)).not_to_contain_text("5,000 of 5,000")
    ready(page)
    assert sizes and max(sizes) < MOST
    assert sum(sizes) - before < MOST


def test_nothing_serious(page: Page, url: str) -> None:
    open_crowd(page, url)
    check_looks(page, lambda: drawn(page, "crowd"))


def test_without_webgl_the_counts_are_vectors(page_without_webgl: Page, url: str) -> None:
    open_crowd(page_without_webgl, url)
    drawn(page_without_webgl, "crowd-svg")


def test_an_engine_that_is_down_is_said(root: Path, page: Page, tmp_path: Path) -> None:
    with served(
        root, tmp_path / "server.txt", EVENTS_URL="clickhouse://127.0.0.1:9/default"
    ) as address:
        page.goto(f"{address}/?dataset=engine")
        expect(page.get_by_text("These records cannot be shown.")).to_be_visible(timeout=PATIENCE)
        page.get_by_role("button", name="Show the curated records").click()
        expect(words(page)).to_contain_text("75 of 75 records", timeout=PATIENCE)
        page.goto("about:blank")  # the server goes before the page does
