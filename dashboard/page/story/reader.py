"""A story step by step: the record with its claims, its mark in time, a map that fits it."""

from functools import lru_cache

import streamlit as st

from ...events.dataset import Dataset, View
from ...events.filters import Filter
from ...events.story import Steps
from ...events.table import on_map
from ...figures.map_view import MapView
from ...figures.story_view import fit_step
from ...figures.theme import THEMES
from .. import cache
from ..cards import card
from ..frame import Frame, look
from ..maps import draw_map
from ..probe import Screen
from ..templates import render
from ..timelines import draw_timeline
from .way import draw_way, marked

SHARE = 0.4  # of the width for the text
GAP = 16  # px between the columns


def draw_reader(view: View, data: Dataset, screen: Screen, steps: Steps) -> None:
    """The step that the address names, or the first one."""
    if not steps.shown:
        st.html(render("empty.html", words=" · ".join(view.filter_words)))
        return
    shown = marked(view, steps)
    event, theme = shown.filter.event, look()
    draw_way(data, steps.shown, event)
    if screen.narrow:
        st.html(card(data, event, THEMES[theme]))
        _map(shown, data, screen, Frame(theme, screen.width, 300))
        _timeline(shown, data, Frame(theme, screen.width, 620, labels=False))
        return
    text, charts = st.columns([SHARE, 1 - SHARE], gap="small")
    width = int((screen.width - GAP) * (1 - SHARE))
    tall = min(max(screen.height - 250, 620), 1000)  # as much as has room beside the card
    with text:
        st.html(card(data, event, THEMES[theme]))
    with charts:
        _map(shown, data, screen, Frame(theme, width, int(tall * 0.38)))
        _timeline(shown, data, Frame(theme, width, max(int(tall * 0.58), 540)))


def _timeline(view: View, data: Dataset, frame: Frame) -> None:
    display = st.session_state.display
    draw_timeline(view, data, display.lanes, frame, display.format, bar=False)


@lru_cache(maxsize=500)
def _where(sha256: str, event: str) -> MapView:
    data, _ = cache.shown(Filter(), sha256)
    places = data.locations[on_map(data.locations)]
    return fit_step(data.events.loc[event].to_dict(), places, cache.boundaries().simple_areas)


def _map(view: View, data: Dataset, screen: Screen, frame: Frame) -> None:
    """The map as near as the step is; a record with no place leaves the region and says so."""
    display = st.session_state.display
    webgl = screen.webgl if display.engine == "auto" else display.engine == "webgl"
    if webgl is None:
        st.html(render("wait.html", height=frame.height))
        return
    where = _where(data.tables.sha256, view.filter.event)
    arcs, outside = draw_map(view, data, display.names, where, frame, webgl)
    places = data.locations[on_map(data.locations)]
    placed = view.filter.event in set(places["event_id"])
    st.html(render("story_map.html", where=where, off_map=view.off_map, arcs=arcs, outside=outside,
                   over="", placed=placed))  # fmt: skip
