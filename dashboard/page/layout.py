"""Where things stand on the page: the working view, and the 16:9 frame for presenting."""

import streamlit as st

from ..events.boundaries import CREDIT
from ..events.dataset import Dataset, View
from ..figures import theme as themes
from ..figures.map_view import VIEWS
from . import state
from .cards import balance, card
from .frame import Frame
from .maps import draw_map
from .periods import period_buttons, window, window_strip
from .probe import Screen
from .records import draw_records
from .templates import render
from .timelines import draw_overview, draw_timeline

NOTE = (
    "The article (TRT World, Turkish public broadcaster) is one side's account; context records "
    "add the others. What is contested is shown as a claim of its speaker."
)
SHARE = 0.61  # of the width for the timeline, the rest for the map
GAP = 16  # px between the columns


def draw(view: View, data: Dataset, screen: Screen | None) -> None:
    """All views of one filter; until the browser has told its size, the words and the table."""
    present = st.session_state.w_present == "1"
    if present and screen:
        _presentation(view, data, screen)
        return
    _head(view, data)
    for note in st.session_state.notes:
        st.warning(note, icon="⚠️")
    if screen is None:
        st.html('<div class="cd-wait" role="status">Drawing the charts …</div>')
    elif screen.narrow:
        _stacked(view, data, screen)
    else:
        _side_by_side(view, data, screen)
    draw_records(view, data)
    st.caption(f"{CREDIT}. {data.tables.version}. Limits: see data/README.md and geo/README.md.")


def _look() -> str:
    return "dark" if st.context.theme.type == "dark" else "light"


def _head(view: View, data: Dataset) -> None:
    st.html(
        render(
            "head.html",
            title=data.tables.package["title"],
            filter_words=view.filter_words,
            count_words=view.count_words,
            note=NOTE,
        )
    )


def _present(value: str) -> None:
    st.session_state.w_present = value


def _side_by_side(view: View, data: Dataset, screen: Screen) -> None:
    width = screen.width - GAP
    left, right = st.columns([SHARE, 1 - SHARE], gap="small")
    tall = max(screen.height - 262, 430)
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
    _timeline(view, data, Frame(_look(), screen.width, 760, labels=False))
    _map(view, data, screen, Frame(_look(), screen.width, 300))
    _reading(view, data)


def _timeline(view: View, data: Dataset, frame: Frame, bar: bool = True) -> None:
    if view.events.empty:
        st.html(render("empty.html", words=" · ".join(view.filter_words)))
        return
    values = st.session_state
    draw_timeline(view, data, values.w_lanes, frame, values.get("w_format", "png"), bar)


def _map(view: View, data: Dataset, screen: Screen, frame: Frame) -> None:
    views, present = st.columns([2, 1])
    present.button("Present", on_click=_present, args=("1",), width="stretch", key="present",
                   help="Timeline and map in one 16:9 frame, with nothing else")  # fmt: skip
    with views:
        _view_choice()
    _draw_map(view, data, screen, frame)


def _view_choice() -> None:
    def label(key: str) -> str:
        return VIEWS[key].label

    st.segmented_control("Map view", list(VIEWS), key="w_map", format_func=label,
                         label_visibility="collapsed")  # fmt: skip


def _draw_map(view: View, data: Dataset, screen: Screen, frame: Frame) -> None:
    engine = st.session_state.get("w_engine", "auto")
    webgl = screen.webgl if engine == "auto" else engine == "webgl"
    key = st.session_state.w_map or "region"
    marks = draw_map(view, data, st.session_state.w_names, key, frame, webgl)
    st.html(render("map_note.html", key=key, off_map=view.off_map, arcs=len(marks.arcs)))


def _reading(view: View, data: Dataset) -> None:
    """The marked record's card with the way to the next, or whose accounts the view rests on."""
    event, look = view.filter.event, themes.THEMES[_look()]
    if not event:
        st.html(balance(data, view, look))
        return
    ids = st.session_state.stack if event in st.session_state.stack else tuple(view.events.index)
    place = f"{ids.index(event) + 1} of {len(ids)}" if event in ids else "outside the filter"
    where = "at this place" if st.session_state.stack else "in this view"
    before, text, after, close = st.columns([1, 3, 1, 1], vertical_alignment="center")
    before.button("‹", key="before", help="Previous record", on_click=state.step, args=(ids, -1),
                  width="stretch")  # fmt: skip
    text.html(f'<p class="cd-step">{place} {where if event in ids else ""}</p>')
    after.button("›", key="after", help="Next record", on_click=state.step, args=(ids, 1),
                 width="stretch")  # fmt: skip
    close.button("✕", key="close", help="Close the record", on_click=state.clear_selection,
                 width="stretch")  # fmt: skip
    st.html(card(data, event, look))


def _presentation(view: View, data: Dataset, screen: Screen) -> None:
    st.button("Leave presentation", key="leave", on_click=_present, args=("",))
    _head(view, data)
    width = screen.width - GAP
    tall = max(min(screen.height, int((screen.width + 40) * 9 / 16)) - 150, 320)
    scale = round(min(max(screen.width / 1240, 1.0), 2.0), 2)
    left, right = st.columns([SHARE, 1 - SHARE], gap="small")
    with right:
        frame = Frame(_look(), int(width * (1 - SHARE)), tall - 48, scale=scale)
        _draw_map(view, data, screen, frame)
    with left:
        _timeline(view, data, Frame(_look(), int(width * SHARE), tall, scale=scale), bar=False)
    st.html(render("credits.html", credit=CREDIT, version=data.tables.version))
