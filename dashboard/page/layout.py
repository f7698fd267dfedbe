"""Where things stand on the page: the working view, and the 16:9 frame for presenting."""

import streamlit as st

from ..events.boundaries import CREDIT
from ..events.dataset import Dataset, View
from ..events.sets.source import Source, Stored
from ..figures.theme import THEMES
from ..figures.timeline_parts import window
from . import state
from .crowds import draw_crowd_map, draw_crowd_timeline, zoom_out
from .frame import Frame, look
from .maps import draw_map, map_of, view_choice
from .overlays import draw_overlay, draw_whole, overlays
from .pages import draw_pages
from .periods import period_buttons, window_strip
from .probe import Screen
from .reading import draw_reading
from .records import draw_records
from .templates import render
from .timelines import draw_overview, draw_timeline

SHARE = 0.61  # of the width for the timeline, the rest for the map
GAP = 16  # px between the columns
PLACES = 200  # of imported records that a map shows one by one; more would hide each other


def draw_records_page(view: View, data: Dataset, source: Source, screen: Screen) -> None:
    """Timeline, map and records of one filter, as the room allows."""
    if screen.narrow:
        _stacked(view, data, source, screen)
    else:
        _side_by_side(view, data, source, screen)
    if isinstance(source, Stored):
        draw_pages(view, data, source)
        draw_credits(data, source, *overlays())
    else:
        draw_records(view, data, THEMES[look()])
        draw_credits(data, *overlays())


def draw_credits(data: Dataset, *cited: Stored) -> None:
    """Whose boundaries, which data, and what the terms of the data sets `cited` ask for."""
    words = " ".join(each.about.citation for each in cited if each.about.citation)
    st.html(render("credits.html", credit=CREDIT, version=data.tables.version, cited=words))


def draw_head(view: View, data: Dataset, source: Source) -> None:
    """Title, filter and whose account it is; the citation of imported records stands below."""
    note = data.tables.package.get("x_account_note", "")
    if isinstance(source, Stored):
        note = source.about.warning
    st.html(
        render(
            "head.html",
            title=data.tables.package["title"],
            filter_words=view.filter_words,
            count_words=view.count_words,
            note=note,
        )
    )


def _side_by_side(view: View, data: Dataset, source: Source, screen: Screen) -> None:
    width = screen.width - GAP
    left, right = st.columns([SHARE, 1 - SHARE], gap="small")
    tall = min(max(screen.height - 276, 430), 1000)
    with right:  # first, so that a pick on the map is known to all
        map_frame = Frame(look(), int(width * (1 - SHARE)), max(int(tall * 0.6), 300))
        _map(view, data, source, screen, map_frame)
        draw_reading(view, data, source, look())
    with left:
        period_buttons(data, view.filter)
        _overview(view, data, source, int(width * SHARE))
        _timeline(view, data, source, Frame(look(), int(width * SHARE), tall))


def _stacked(view: View, data: Dataset, source: Source, screen: Screen) -> None:
    period_buttons(data, view.filter)
    _overview(view, data, source, screen.width)
    # No toolbar: on a touch screen it would always stand over the title.
    _timeline(view, data, source, Frame(look(), screen.width, 760, labels=False), bar=False)
    _map(view, data, source, screen, Frame(look(), screen.width, 300))
    draw_reading(view, data, source, look())


def _overview(view: View, data: Dataset, source: Source, width: int) -> None:
    """The whole span as counts, the chosen window under it, and what is laid over it."""
    frame = Frame(look(), width, 84)
    if isinstance(source, Stored):
        panels = draw_whole(source, data, frame)
    else:
        panels = draw_overview(data, frame)
    window_strip(panels, *window(data, view.filter))
    for other in overlays(say=True):
        draw_overlay(other, view, data, frame)


def _timeline(view: View, data: Dataset, source: Source, frame: Frame, bar: bool = True) -> None:
    if view.crowd and isinstance(source, Stored):
        draw_crowd_timeline(view, data, source, frame, bar)
        return
    if view.events.empty:
        st.html(render("empty.html", words=" · ".join(view.filter_words)))
        return
    display = st.session_state.display
    draw_timeline(view, data, display.lanes, frame, display.format, bar)


def _map(view: View, data: Dataset, source: Source, screen: Screen, frame: Frame) -> None:
    views, present, brief = st.columns([2, 1, 1])
    brief.button("Briefing", on_click=state.open_page, args=("briefing",), key="briefing",
                 width="stretch", help="Picture, page, deck, chronology")  # fmt: skip
    present.button("Present", on_click=state.present, args=("1",), width="stretch", key="present",
                   help="Timeline and map in one 16:9 frame, with nothing else")  # fmt: skip
    with views:
        if isinstance(source, Stored):
            zoom_out(view)
        else:
            view_choice()
    _draw_map(view, data, source, screen, frame)


def _draw_map(view: View, data: Dataset, source: Source, screen: Screen, frame: Frame) -> None:
    display = st.session_state.display
    webgl = screen.webgl if display.engine == "auto" else display.engine == "webgl"
    if webgl is None:
        st.html(render("wait.html", height=frame.height))
        return
    where = map_of(view, source)
    if isinstance(source, Stored) and (view.crowd or view.locations["place_id"].nunique() > PLACES):
        draw_crowd_map(view, source, where, frame, webgl)
        return
    arcs, outside = draw_map(view, data, display.names, where, frame, webgl)
    over = ", ".join(other.title for other in overlays())
    st.html(render("map_note.html", where=where, off_map=view.off_map, arcs=arcs, outside=outside,
                   over=over))  # fmt: skip


def draw_presentation(view: View, data: Dataset, source: Source, screen: Screen) -> None:
    st.button("Leave presentation", key="leave", on_click=state.present, args=("",))
    draw_head(view, data, source)
    width = screen.width - GAP
    # Head and foot grow with the width (see present.css) and take about this much of the height.
    head = int(0.074 * screen.width) + 66
    tall = max(min(screen.height, int((screen.width + 40) * 9 / 16)) - head, 320)
    scale = round(min(max(screen.width / 1240, 1.0), 2.0), 2)
    left, right = st.columns([SHARE, 1 - SHARE], gap="small")
    with right:
        frame = Frame(look(), int(width * (1 - SHARE)), tall - 48, scale=scale)
        _draw_map(view, data, source, screen, frame)
    with left:
        frame = Frame(look(), int(width * SHARE), tall, scale=scale)
        _timeline(view, data, source, frame, bar=False)
    draw_credits(data, *overlays())  # that of imported records stands in their timeline
