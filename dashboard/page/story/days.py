"""The story day by day: played in the browser, which is told everything at once."""

from functools import cache as cached
from functools import lru_cache
from typing import Any

import streamlit as st

from ...events.dataset import Dataset, View
from ...events.filters import Filter
from ...figures.map_view import REGION
from ...figures.playback import Days, playback, playback_days
from ...figures.playback_map import playback_map
from ...figures.theme import THEMES
from .. import cache, state
from ..frame import look
from ..probe import Screen
from ..templates import FOLDER, render

SHARE = 0.56  # of the width for the days, the rest for the map
GAP = 16  # px
SPEEDS = (0.5, 1, 2, 4, 8)  # days a second


def draw_days(view: View, data: Dataset, screen: Screen, open_step: str) -> None:
    """The days of the filter, or those of the autumn of 2020; `open_step` is the part of the page
    that shows one record."""
    days = playback_days(data, view)
    width, wide = screen.width, screen.width
    if not screen.narrow:
        width, wide = int((wide - GAP) * SHARE), int((wide - GAP) * (1 - SHARE))
    names = st.session_state.display.names
    told = _told(view.filter.without_event(), data.tables.sha256, days, look(), width, wide, names)
    key = "story-days"

    def opened() -> None:
        event = (st.session_state[key].get("open") or {}).get("id")
        if isinstance(event, str) and event in data.events.index:
            state.select((event,))
            st.session_state["story-part"] = open_step

    _component()(key=key, data={**told, "start": _start(view, data, days)}, on_open_change=opened)
    st.html(render("story_base.html", where=REGION))


def _start(view: View, data: Dataset, days: Days) -> int:
    """The number of the day on which the marked record begins; 0 if it does so before or after."""
    event = view.filter.event
    first: Any = data.events.at[event, "earliest"] if event else None
    if first is None or first != first or not days[0] <= first.date() <= days[1]:
        return 0
    return int((first.date() - days[0]).days)


@cached
def _component() -> Any:
    html, css, draw, play = (
        (FOLDER / name).read_text(encoding="utf-8")
        for name in ("story_days.html", "story_days.css", "story_draw.js", "story_days.js")
    )
    return st.components.v2.component("story_days", html=html, css=css, js=f"{draw}\n{play}")


@lru_cache(maxsize=64)
def _told(
    value: Filter, sha256: str, days: Days, theme: str, width: int, wide: int, names: str
) -> dict[str, Any]:
    data, view = cache.shown(value, sha256)
    base, size = cache.base(names, REGION), (float(wide), round(wide * 0.78))
    return {
        **playback(view, data, days, THEMES[theme], width),
        "map": playback_map(view, base, REGION, size, THEMES[theme], names),
        "width": width,
        "paper": THEMES[theme].paper,
        "speeds": SPEEDS,
    }
