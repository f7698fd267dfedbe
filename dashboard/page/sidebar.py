"""The filters, the display settings and reset: everything on the left."""

from datetime import date

import streamlit as st

from ..events.dataset import Dataset
from ..events.filters import MAX_TEXT
from . import state

LAYERS = {"": "Article and context", "article": "Said in the article", "context": "Context only"}
CONTESTED = {"": "All", "yes": "Yes", "no": "No"}
LANES = {"actor": "Actor", "type": "Type of event", "speaker": "Who gives the account"}
NAMES = {"both": "Both", "az": "Azerbaijani", "hy": "Armenian"}
MAPS = {"auto": "Automatic", "svg": "Vector (SVG)", "webgl": "WebGL"}
FORMATS = {"png": "PNG, 3x", "svg": "SVG"}


def sidebar(data: Dataset) -> None:
    """Draw the sidebar; the values are in the session under the keys w_<field>."""
    with st.sidebar:
        st.header("Filters")
        _period(data)
        _lists(data)
        st.radio("Layer", LAYERS, format_func=LAYERS.__getitem__, key="w_layer")
        st.radio(
            "Contested",
            CONTESTED,
            format_func=CONTESTED.__getitem__,
            key="w_contested",
            horizontal=True,
        )
        st.button("Reset all filters", on_click=state.reset, width="stretch", key="reset")
        st.header("Display")
        st.selectbox("Lanes by", LANES, format_func=LANES.__getitem__, key="w_lanes")
        st.selectbox("Place names", NAMES, format_func=NAMES.__getitem__, key="w_names")
        st.selectbox("Map drawn as", MAPS, format_func=MAPS.__getitem__, key="w_engine")
        st.selectbox("Picture format", FORMATS, format_func=FORMATS.__getitem__, key="w_format",
                     help="What the timeline's download button makes.")  # fmt: skip


def _period(data: Dataset) -> None:
    first, last = date(1900, 1, 1), date(2100, 12, 31)
    values = st.session_state
    st.date_input("From", key="w_since", min_value=first, max_value=values.w_until or last,
                  format="YYYY-MM-DD", value=None, on_change=_typed)  # fmt: skip
    st.date_input("To", key="w_until", min_value=values.w_since or first, max_value=last,
                  format="YYYY-MM-DD", value=None, on_change=_typed)  # fmt: skip
    st.text_input(
        "Search", key="w_q", max_chars=MAX_TEXT, placeholder="Words in text, names, claims"
    )


def _typed() -> None:
    st.session_state.brush += 1


def _lists(data: Dataset) -> None:
    names = data.names

    def actor(key: str) -> str:
        """Grouped by side: the state or body first, "State › person" below it."""
        line = data.actors.lineage(key)[::-1]
        return " › ".join(
            names["actor"][a] for a in (line if len(line) < 3 else (line[0], line[-1]))
        )

    st.multiselect("Actors (any of)", data.choices.actor, format_func=actor, key="w_actor",
                   placeholder="All actors")  # fmt: skip
    st.multiselect("Types of event", data.choices.type, format_func=names["type"].__getitem__,
                   key="w_type", placeholder="All types")  # fmt: skip
    st.multiselect("Who gives an account", data.choices.speaker,
                   format_func=names["speaker"].__getitem__, key="w_speaker",
                   placeholder="All sides")  # fmt: skip
