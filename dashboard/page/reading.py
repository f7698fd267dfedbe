"""What stands beside the map: the marked record's card, or whose accounts the view rests on."""

from functools import lru_cache

import streamlit as st

from ..events.dataset import Dataset, View
from ..events.filters import Filter
from ..events.sets.source import Source, Stored
from ..figures.theme import THEMES
from . import answers, cache, state
from .cards import balance, card
from .crowds import about_note


def draw_reading(view: View, data: Dataset, source: Source, theme: str) -> None:
    """The marked record's card with the way to the next, or whose accounts the view rests on."""
    event = view.filter.event
    if not event:
        accounts = about_note(view, source) if isinstance(source, Stored) else _balance(
            view.filter, data.tables.sha256, theme)  # fmt: skip
        st.html(accounts)
        return
    ids = st.session_state.stack if event in st.session_state.stack else tuple(view.events.index)
    if event not in data.events.index and isinstance(source, Stored):
        data = answers.record(source.sha256, event)
    where = "on this spot" if st.session_state.stack else "in this view"
    place = (
        f"{ids.index(event) + 1} of {len(ids)} {where}" if event in ids else "outside the filter"
    )
    place = f"one of {view.crowd:,} {where}" if view.crowd else place
    before, text, after, close = st.columns([1, 3, 1, 1], vertical_alignment="center")
    before.button("‹", key="before", help="Previous record", on_click=state.step, args=(ids, -1),
                  width="stretch")  # fmt: skip
    text.html(f'<p class="cd-step">{place}</p>')
    after.button("›", key="after", help="Next record", on_click=state.step, args=(ids, 1),
                 width="stretch")  # fmt: skip
    close.button("✕", key="close", help="Close the record", on_click=state.clear_selection,
                 width="stretch")  # fmt: skip
    with st.container(key="reading"):
        st.html(card(data, event, THEMES[theme]))


@lru_cache(maxsize=150)
def _balance(value: Filter, sha256: str, theme: str) -> str:
    data, view = cache.shown(value, sha256)
    return balance(data, view, THEMES[theme])
