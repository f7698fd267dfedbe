"""Pointing at charts: where a record, a day or a place is, and which colour is there."""

import io
import time
from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import FloatRect, Page, expect

from dashboard.figures.map_view import REGION, to_px
from dashboard.figures.theme import rgb

PATIENCE = 20  # s

_AXES = """
  const chart = document.querySelector(`[class*="st-key-${key}"] .js-plotly-plot`)
  const box = chart.getBoundingClientRect(), layout = chart._fullLayout
  const axis = name => layout[name[0] + "axis" + name.slice(1)]
"""
_MARK = f"""([key, wanted, several]) => {{{_AXES}
  const spots = []
  for (const trace of chart._fullData) {{
    if (!trace.customdata || !String(trace.mode).includes("markers")) continue
    const x = axis(trace.xaxis), y = axis(trace.yaxis)
    trace.customdata.forEach((ids, i) => Array.isArray(ids) && spots.push({{
      ids,
      x: box.left + x._offset + x.c2p(x.d2c(trace.x[i])),
      y: box.top + y._offset + y.c2p(y.d2c(trace.y[i])),
    }}))
  }}
  const far = (a, b) => a === b || Math.hypot(a.x - b.x, a.y - b.y) > 26
  const within = a => layout._subplots.xaxis.map(axis).some(x =>
    box.left + x._offset + 12 < a.x && a.x < box.left + x._offset + x._length - 12)
  return spots.find(a => a.ids.length > 1 === several && a.ids.every(i => wanted.includes(i))
                         && within(a) && spots.every(b => far(a, b)))
}}"""
_DAY = f"""([key, moment]) => {{{_AXES}
  const time = Date.parse(moment + "Z"), y = layout.yaxis
  for (const name of layout._subplots.xaxis.map(axis).filter(x => x.type === "date")) {{
    const [first, last] = name.range.map(name.d2c)
    if (first <= time && time <= last) {{
      return [box.left + name._offset + name.c2p(time), box.top + y._offset + y._length * 0.75]
    }}
  }}
}}"""


def mark(page: Page, key: str, ids: Collection[str], several: bool = False) -> dict[str, Any]:
    """A mark of the chart under `key` that stands for one of `ids` (or for `several` of them), and
    that no other mark and no edge touches: its `ids`, and x and y on the screen."""
    found = page.evaluate(_MARK, [key, list(ids), several])
    assert found, f"{key} has no such mark"
    return dict(found)


def click_mark(page: Page, key: str, spot: dict[str, Any]) -> None:
    """Point at a mark until the chart says what it is, then click it, as a reader does."""
    page.mouse.move(spot["x"] - 60, spot["y"])
    page.mouse.move(spot["x"], spot["y"], steps=3)
    expect(page.locator(f".st-key-{key} .hoverlayer .hovertext").first).to_be_visible()
    page.mouse.click(spot["x"], spot["y"])


def drag(page: Page, key: str, first: str, last: str) -> None:
    """Drag a box from one time to another (ISO, UTC) on the chart whose key begins with `key`."""
    ends = [page.evaluate(_DAY, [key, moment]) for moment in (first, last)]
    assert all(ends), f"{key} does not show {first} to {last}"
    page.mouse.move(*ends[0])
    page.mouse.down()
    page.mouse.move((ends[0][0] + ends[1][0]) / 2, ends[1][1], steps=4)
    page.mouse.move(*ends[1], steps=4)
    page.mouse.up()


def is_marked(page: Page, key: str) -> None:
    """Wait until a Plotly chart carries the ring or frame of the chosen record."""
    page.wait_for_function(
        """key => document.querySelector(`.st-key-${key} .js-plotly-plot`)?._fullData
                  ?.some(t => t.name === "selected" && t.y && t.y.length)""",
        arg=key,
    )


def place_on_map(page: Page, longitude: float, latitude: float) -> tuple[float, float]:
    """Where a place of the region is on the screen, on the WebGL map as it is first drawn."""
    box = canvas(page)
    spot = to_px(REGION, [longitude], [latitude], box["width"], box["height"])[0]
    return box["x"] + float(spot[0]), box["y"] + float(spot[1])


def click_place(page: Page, spot: tuple[float, float]) -> None:
    """Point at a place of the WebGL map until the map says what it is, then click it."""
    x, y = spot
    tip = page.locator(".st-key-map .deck-tooltip")

    def pointed_at() -> bool:
        page.mouse.move(x - 40, y)
        page.mouse.move(x, y)
        page.evaluate("() => new Promise(done => requestAnimationFrame(done))")
        return tip.is_visible() and bool(tip.inner_text().strip())

    until(pointed_at, "the map says what is there")
    page.mouse.click(x, y)


def canvas(page: Page) -> FloatRect:
    """The box of the WebGL map."""
    box = page.locator(".st-key-map canvas").first.bounding_box()
    assert box
    return box


def colour_near(page: Page, spot: tuple[float, float], colour: str, reach: int = 26) -> bool:
    """Whether pixels near a spot have about this colour."""
    x, y = spot
    clip: FloatRect = {"x": x - reach, "y": y - reach, "width": 2 * reach, "height": 2 * reach}
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
    pixels = np.asarray(picture, dtype=int) - np.array(rgb(colour))
    return int((np.abs(pixels).max(axis=2) < 24).sum()) >= 20


def until(check: Callable[[], bool], what: str) -> None:
    """Ask again until `check` holds; each question is a look at the page and takes its time."""
    deadline = time.monotonic() + PATIENCE
    while not check():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
