"""Which page is drawn: the records, another page on the same records, or a page that makes some.

Each page is loaded when it is first opened: what it needs takes a second.
"""

import streamlit as st

from ..events.dataset import Dataset, View
from ..events.sets.library import workspace
from ..events.sets.source import Source, Stored
from ..figures.text import markdown_text
from . import state
from .comeback import say_lost
from .display import MAKERS
from .layout import draw_head, draw_presentation, draw_records_page
from .maps import map_of
from .probe import Screen
from .reports import unless_gone

PAGES = {
    "": "Records",
    "claims": "Claims",
    "ceasefires": "Ceasefires",
    "areas": "Areas",
    "story": "Story",
}  # what a reader chooses from, on curated records


def draw(view: View, data: Dataset, source: Source, screen: Screen) -> None:
    """The page that the display names."""
    page = st.session_state.display.view
    if st.session_state.display.present == "1":
        draw_presentation(view, data, source, screen)
    elif page in MAKERS:
        _back()
        say_lost(page)
        _maker(page)
    else:
        _on_records(page, view, data, source, screen)


def _on_records(page: str, view: View, data: Dataset, source: Source, screen: Screen) -> None:
    if page in PAGES and not isinstance(source, Stored):
        _choice(page)
    elif page:
        _back()
    draw_head(view, data, source)
    say_lost(page)
    for note in st.session_state.notes:
        st.warning(markdown_text(note), icon="⚠️")
    if page == "":
        draw_records_page(view, data, source, screen)
    elif page == "briefing":
        from .briefing import draw_briefing

        draw_briefing(view, data, map_of(view, source))
    elif isinstance(source, Stored):
        st.info("Imported records state no claims, so they have no such page.")
    else:
        _page(page, view, data, screen)


def _page(page: str, view: View, data: Dataset, screen: Screen) -> None:
    if page == "claims":
        from .claims import draw_claims

        draw_claims(view, data, screen)
    elif page == "ceasefires":
        from .ceasefires import draw_ceasefires

        draw_ceasefires(view, data, screen)
    elif page == "areas":
        from .areas import draw_areas

        draw_areas(view, data, screen)
    else:
        from .story import draw_story

        draw_story(view, data, screen)


def _maker(page: str) -> None:
    if page == "import":
        from .imports import draw_import

        draw_import(workspace(), state.open_set)
    elif page == "intake":
        from .intake import draw_intake

        draw_intake(workspace(), state.open_set)
    else:
        from .edit import draw_edit

        draw_edit(workspace(), state.open_set)


def _choice(page: str) -> None:
    key = f"page-{page}"

    def chosen() -> None:
        if st.session_state[key] is not None:  # a click on the chosen one leaves it
            state.open_page(st.session_state[key])

    st.segmented_control("Page", list(PAGES), default=page, key=key,
                         on_change=unless_gone(lambda: st.session_state.display.view, chosen),
                         format_func=PAGES.__getitem__, label_visibility="collapsed")  # fmt: skip


def _back() -> None:
    st.button("‹ Back to the records", on_click=state.open_page, args=("",), key="back")
