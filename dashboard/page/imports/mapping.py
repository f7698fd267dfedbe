"""Which column of a table of no known form is what in a record: proposed by its name, asked."""

from collections.abc import Callable, Mapping

import streamlit as st

from ...events.imports import Preview
from ...figures.text import shorten
from .draft import Draft

FIRST = {
    "date": "Date",
    "title": "Title",
    "event_type": "Type of event",
    "actors": "Actors, separated by ;",
    "place_label": "Place",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "sources": "Sources, separated by ;",
}
MORE = {
    "event_id": "Identifier",
    "date_end": "Last day",
    "summary": "Text",
    "country": "Country",
    "place_precision": "Place known to",
    "radius_km": "Radius in km",
    "deaths_low": "Deaths, lowest estimate",
    "deaths_best": "Deaths, best estimate",
    "deaths_high": "Deaths, highest estimate",
    "contested": "Contested",
    "url": "Web address",
    "note": "Note",
}
NONE = "–"  # no column of the file
LONGEST = 80  # letters of a column's name
NEEDED = ("date", "title", "latitude")  # one of them at least
EXTENT, LAST_DAY = "extent", "date_end"
MEANINGS = {
    "doubt": "It happened at some time between",
    "duration": "It lasted from the first to the last",
}


def chosen(draft: Draft, shown: Preview) -> dict[str, str]:
    """The mapping as it stands: event column -> raw column; `extent` holds one of `MEANINGS`."""
    found = shown.mapping if draft.mapping is None else draft.mapping
    return dict(found)


def draw_mapping(draft: Draft, shown: Preview) -> None:
    """A list for each column of a record; which column of the file holds it."""
    mapping = chosen(draft, shown)
    st.caption(
        "Which column of the file is what? Proposed by its name; what is left out is unknown."
    )
    for name, label in FIRST.items():
        _one(draft, shown, mapping, name, label)
    with st.expander("More columns"):
        for name, label in MORE.items():
            _one(draft, shown, mapping, name, label)
    if mapping.get(LAST_DAY):
        meant = mapping.get(EXTENT)
        st.radio("Date and last day of a row mean", list(MEANINGS),
                 list(MEANINGS).index(meant) if meant in MEANINGS else None,
                 format_func=MEANINGS.__getitem__, key=draft.key(EXTENT),
                 on_change=_told(draft, mapping, EXTENT))  # fmt: skip


def _one(draft: Draft, shown: Preview, mapping: Mapping[str, str], name: str, label: str) -> None:
    columns = ["", *shown.columns]
    column = mapping.get(name, "")
    key = f"{name}-{draft.options.encoding}-{draft.options.sheet}"  # other columns, other choice
    st.selectbox(label, columns, columns.index(column) if column in columns else 0,
                 format_func=lambda text: shorten(text, LONGEST) or NONE,
                 key=draft.key(key), on_change=_told(draft, mapping, name, key))  # fmt: skip


def _told(draft: Draft, mapping: Mapping[str, str], name: str, key: str = "") -> Callable[[], None]:
    def change() -> None:
        value = st.session_state[draft.key(key or name)]
        changed = {**mapping, name: value}
        draft.mapping = {column: raw for column, raw in changed.items() if raw}
        draft.notice = ""

    return change
