"""The page: ask, filter, draw. Run by Streamlit on every interaction (see app.py)."""

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.events.faults import DataError
from dashboard.events.sets.library import listed, own_sets, workspace
from dashboard.events.sets.source import Source
from dashboard.events.store.waiting import EngineError
from dashboard.page import address, cache, routes, sidebar
from dashboard.page.comeback import come_back
from dashboard.page.patience import WAIT, Slow
from dashboard.page.probe import ask_screen
from dashboard.page.styles import show_styles


def page() -> None:
    """Read the URL, ask the sidebar, filter once, and draw all views of the result."""
    present = st.query_params.get("present") == "1"
    st.set_page_config(
        page_title="Who says so: dated records of a conflict",
        page_icon="🗂️",  # an emoji: an icon by name would be fetched from outside
        layout="wide",
        initial_sidebar_state="collapsed" if present else "auto",
    )
    st.session_state.setdefault("day", date.today())
    try:
        cache.dataset()
    except DataError as error:
        count = len(error.faults)
        st.error(f"The data has {count} faults and is not shown. Mend them and reload the page.")
        st.code(str(error), language=None)
        st.stop()
    cache.freeze_start_up_objects()
    known = listed(workspace())
    try:
        open_and_draw(known)
    except (DataError, EngineError) as error:
        st.error("These records cannot be shown.", icon="⚠️")
        st.code(str(error), language=None)
        ways_out()
        if isinstance(error, DataError):
            draw_way_to_mend(own_sets(workspace()))
    except Slow:
        st.info("The records are still being asked: no answer yet after "
                f"{WAIT:g} seconds. The page shows them as soon as they come.")  # fmt: skip
        ways_out()
        look_again()


def open_and_draw(known: dict[str, str]) -> None:
    """All views of the filter and the data set that the address and the session name; `known` are
    the titles of data sets by key."""
    editing = st.query_params.get("view") == "edit"
    address.open_url(known, lambda key: source(key, editing).choices)
    address.drop_gone(known)
    display = st.session_state.display
    show_styles(present=display.present == "1")
    come_back()
    screen = ask_screen()
    chosen = source(display.dataset, display.view == "edit")
    value = sidebar.sidebar(chosen, known)
    address.write_url()
    data, view = cache.shown(value.without_event(), chosen.sha256)
    routes.draw(replace(view, filter=value), data, chosen, screen)


def source(key: str, editing: bool) -> Source:
    """The data set with this key; while records are edited, the curated ones in place of a set that
    cannot be shown: the page that mends it needs neither."""
    try:
        return cache.source(key)
    except DataError:
        if not (editing and key):
            raise
        return cache.source("")


def ways_out() -> None:
    """What a reader can do where a data set does not answer."""
    st.button("Show the curated records", on_click=address.leave, key="leave-set")
    st.button("Ask again", key="again")


def draw_way_to_mend(own: dict[str, str]) -> None:
    """The way to the faults of a data set of one's own that cannot be shown for them."""
    state, asked = st.session_state, st.query_params.get_all("dataset")
    key = state.display.dataset if "display" in state else next(iter(asked), "")
    if key in own:
        st.button("Mend these records", on_click=address.mend, key="mend")


@st.fragment(run_every=1.0)
def look_again() -> None:
    """Draw the page anew each second, until the answer is there."""
    if st.session_state.get("waited"):
        st.session_state.waited = False
        st.rerun()
    st.session_state.waited = True


page()
