"""The page: ask, filter, draw. Run by Streamlit on every interaction (see app.py)."""

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.events.faults import DataError
from dashboard.page import cache, layout, sidebar, state
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
        data = cache.dataset()
    except DataError as error:
        count = len(error.faults)
        st.error(f"The data has {count} faults and is not shown. Mend them and reload the page.")
        st.code(str(error), language=None)
        st.stop()
    cache.freeze_start_up_objects()
    state.open_url(data.choices)
    show_styles(present=st.session_state.display.present == "1")
    screen = ask_screen()
    value = sidebar.sidebar(data)
    state.write_url()
    shown = cache.view(value.without_event(), data.tables.sha256)
    view = replace(shown, filter=value)
    layout.draw(view, data, screen)


page()
