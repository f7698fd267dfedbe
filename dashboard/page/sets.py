"""Which records are shown: the choice of a data set, of one laid over it, and the way to import."""

from collections.abc import Callable, Mapping

import streamlit as st

from ..events.own import is_own
from ..events.sets.library import workspace
from ..events.sets.source import Source
from . import state
from .reports import unless_gone

CURATED_TITLE = "Curated records"
NONE = "No other"


def choose_sets(source: Source, known: Mapping[str, str]) -> None:
    """The choices, in the sidebar; `known` are the titles of the other data sets by key."""
    if known:
        st.header("Records")
        known = {key: _unlike(key, known) for key in known}
        _choose("Data set", {"": CURATED_TITLE, **known}, source.key, "set", state.open_set)
        counted = [k for k in known if k != source.key and not is_own(workspace() / k)]
        others = {"": NONE, **{k: known[k] for k in counted}}  # one's own have no counts ready
        if len(others) > 1:
            _choose("Lay counts over it", others, st.session_state.display.overlay, "overlay",
                    state.lay_over)  # fmt: skip
    forms = "UCDP GED, ACLED, GDELT, TimelineJS, GeoJSON, any table"
    st.button("Import a file …", on_click=state.open_page, args=("import",), key="import",
              width="stretch", help=forms)  # fmt: skip


def _unlike(key: str, titles: Mapping[str, str]) -> str:
    """The title of a data set; with its key where another has the same title, as a list finds its
    choice by what it says."""
    same = list(titles.values()).count(titles[key]) > 1 or titles[key] in (CURATED_TITLE, NONE)
    return f"{titles[key]} ({key})" if same else titles[key]


def _choose(
    label: str, titles: Mapping[str, str], chosen: str, name: str, change: Callable[[str], None]
) -> None:
    key = state.key(f"{name}-{chosen}")

    def changed() -> None:
        change(st.session_state[key])

    st.selectbox(label, list(titles), list(titles).index(chosen) if chosen in titles else 0,
                 key=key, on_change=unless_gone(lambda: st.session_state.display, changed),
                 format_func=titles.__getitem__)  # fmt: skip
