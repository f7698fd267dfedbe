"""Where things stand on the page: the working view, and the 16:9 frame for presenting."""

import streamlit as st

from ..events.boundaries import CREDIT
from ..events.dataset import Dataset, View
from ..figures import theme as themes
from ..figures.text import markdown_text
from ..figures.timeline_parts import window
from . import state
from .cards import balance, card
from .frame import Frame
from .maps import draw_map, view_choice
from .periods import period_buttons, window_strip
from .probe import Screen
from .records import draw_records
from .templates import render
from .timelines import draw_overview, draw_timeline

SHARE = 0.61  # of the width for the timeline, the rest for the map
GAP = 16  # px between the columns


def draw(view: View, data: Dataset, screen: Screen) -> None:
    """All views of one filter, as the room allows."""
    if st.session_state.display.present == "1":
        _presentation(view, data, screen)
        return
    _head(view, data)
    for note in st.session_state.notes:
        st.warning(markdown_text(note), icon="⚠️")
    if st.session_state.display.view == "briefing":
        st.button("‹ Back to the records", on_click=state.open_page, args=("",), key="back")
        from .briefing import draw_briefing  # what makes files takes a second to load

        draw_briefing(view, data)
        return
    if screen.narrow:
        _stacked(view, data, screen)
    else:
        _side_by_side(view, data, screen)
    draw_records(view, data, themes.THEMES[_look()])
    st.html(render("credits.html", credit=CREDIT, version=data.tables.version))


def _look() -> str:
    return "dark" if st.context.theme.type == "dark" else "light"


def _head(view: View, data: Dataset) -> None:
    st.html(
        render(
            "head.html",
            title=data.tables.package["title"],
            filter_words=view.filter_words,
            count_words=view.count_words,
            note=data.tables.package.get("x_account_note", ""),
        )
    )


def _side_by_side(view: View, data: Dataset, screen: Screen) -> None:
    width = screen.width - GAP
    left, right = st.columns([SHARE, 1 - SHARE], gap="small")
    tall = min(max(screen.height - 262, 430), 1000)
    with right:  # first, so that a pick on the map is known to all
        map_frame = Frame(_look(), int(width * (1 - SHARE)), max(int(tall * 0.6), 300))
        _map(view, data, screen, map_frame)
        _reading(view, data)
    with left:
        period_buttons(data, view.filter)
        frame = Frame(_look(), int(width * SHARE), tall)
        panels = draw_overview(data, Frame(_look(), frame.width, 84))
        window_strip(panels, *window(data, view.filter))
        _timeline(view, data, frame)


def _stacked(view: View, data: Dataset, screen: Screen) -> None:
    period_buttons(data, view.filter)
    panels = draw_overview(data, Frame(_look(), screen.width, 84))
    window_strip(panels, *window(data, view.filter))
    # No toolbar: on a touch screen it would always stand over the title.
    _timeline(view, data, Frame(_look(), screen.width, 760, labels=False), bar=False)
    _map(view, data, screen, Frame(_look(), screen.width, 300))
    _reading(view, data)


def _timeline(view: View, data: Dataset, frame: Frame, bar: bool = True) -> None:
    if view.events.empty:
        st.html(render("empty.html", words=" · ".join(view.filter_words)))
        return
    display = st.session_state.display
    draw_timeline(view, data, display.lanes, frame, display.format, bar)


def _map(view: View, data: Dataset, screen: Screen, frame: Frame) -> None:
    views, present, brief = st.columns([2, 1, 1])
    brief.button("Briefing", on_click=state.open_page, args=("briefing",), key="briefing",
                 width="stretch", help="Picture, page, deck, chronology")  # fmt: skip
    present.button("Present", on_click=state.present, args=("1",), width="stretch", key="present",
                   help="Timeline and map in one 16:9 frame, with nothing else")  # fmt: skip
    with views:
        view_choice()
    _draw_map(view, data, screen, frame)


def _draw_map(view: View, data: Dataset, screen: Screen, frame: Frame) -> None:
    display = st.session_state.display
    webgl = screen.webgl if display.engine == "auto" else display.engine == "webgl"
    if webgl is None:
        st.html(render("wait.html", height=frame.height))
        return
    arcs, outside = draw_map(view, data, display.names, display.map, frame, webgl)
    note = {"key": display.map, "off_map": view.off_map, "arcs": arcs, "outside": outside}
    st.html(render("map_note.html", **note))


def _reading(view: View, data: Dataset) -> None:
    """The marked record's card with the way to the next, or whose accounts the view rests on."""
    event, look = view.filter.event, themes.THEMES[_look()]
    if not event:
        st.html(balance(data, view, look))
        return
    ids = st.session_state.stack if event in st.session_state.stack else tuple(view.events.index)
    place = f"{ids.index(event) + 1} of {len(ids)}" if event in ids else "outside the filter"
    where = "on this spot" if st.session_state.stack else "in this view"
    before, text, after, close = st.columns([1, 3, 1, 1], vertical_alignment="center")
    before.button("‹", key="before", help="Previous record", on_click=state.step, args=(ids, -1),
                  width="stretch")  # fmt: skip
    text.html(f'<p class="cd-step">{place} {where if event in ids else ""}</p>')
    after.button("›", key="after", help="Next record", on_click=state.step, args=(ids, 1),
                 width="stretch")  # fmt: skip
    close.button("✕", key="close", help="Close the record", on_click=state.clear_selection,
                 width="stretch")  # fmt: skip
    with st.container(key="reading"):
        st.html(card(data, event, look))


def _presentation(view: View, data: Dataset, screen: Screen) -> None:
    st.button("Leave presentation", key="leave", on_click=state.present, args=("",))
    _head(view, data)
    width = screen.width - GAP
    # Head and foot grow with the width (see present.css) and take about this much of the height.
    head = int(0.074 * screen.width) + 66
    tall = max(min(screen.height, int((screen.width + 40) * 9 / 16)) - head, 320)
    scale = round(min(max(screen.width / 1240, 1.0), 2.0), 2)
    left, right = st.columns([SHARE, 1 - SHARE], gap="small")
    with right:
        frame = Frame(_look(), int(width * (1 - SHARE)), tall - 48, scale=scale)
        _draw_map(view, data, screen, frame)
    with left:
        _timeline(view, data, Frame(_look(), int(width * SHARE), tall, scale=scale), bar=False)
    st.html(render("credits.html", credit=CREDIT, version=data.tables.version))
