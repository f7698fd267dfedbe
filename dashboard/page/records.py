"""The records below the charts: a table for finding, cards for reading, the rows to download."""

from functools import lru_cache

import pyarrow as pa
import streamlit as st

from ..events.dataset import Dataset, View
from ..events.filters import Filter
from ..figures.theme import Theme
from . import cache, state
from .cards import card
from .downloads import csv_button, form_button
from .reports import unless_gone

FORMS = ("Table", "Cards")
PER_PAGE = 10
ROW_PX = 36


def draw_records(view: View, data: Dataset, look: Theme) -> None:
    """The records of the view as a table or as cards; downloads carry the same rows."""
    st.subheader(f"Records ({len(view.events)} of {view.total})")
    if view.events.empty:
        return
    # The last one stays free: the table's own tools appear there when it is pointed at.
    form, table, excel, shapes, _ = st.columns([3, 1, 1, 1, 0.55])
    with form:
        shown = st.segmented_control("Shown as", FORMS, default=FORMS[0], key="form",
                                     label_visibility="collapsed")  # fmt: skip
    with table:
        csv_button(view, data, "CSV (zip)", "csv")
    with excel:
        form_button(view, data, "xlsx", "Excel", "xlsx")
    with shapes:
        form_button(view, data, "geojson", "GeoJSON", "geojson")
    if shown == FORMS[1]:
        _cards(view, data, look)
    else:
        _table(view, data)


def _table(view: View, data: Dataset) -> None:
    """One row a record; choosing one marks it in the charts."""
    table = _rows(view.filter.without_event(), data.tables.sha256)
    # A choice is remembered by row: another key for other rows, or another choice, drops it.
    key = f"table-{hash(view.filter.without_event())}-{st.session_state.picks}"
    ids = list(view.events["event_id"])

    def chosen() -> None:
        rows = st.session_state[key].selection.rows
        if rows:
            state.select([ids[rows[0]]])

    text = st.column_config.TextColumn
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        on_select=unless_gone(lambda: st.session_state.picks, chosen),
        selection_mode="single-row",
        height=min(ROW_PX * (table.num_rows + 1) + 3, 430),
        column_config={
            "date_label": text("When", width=190),
            "title": text("What", width=360),
            "event_type": text("Type", width=110),
            "accounts": text("Who says so", width=230),
            "contested": text("Contested", width=90),
            "place_label": text("Where", width=210),
            "layer": text("Layer", width=80),
            "sources": st.column_config.NumberColumn("Sources", width=70),
        },
    )


@lru_cache(maxsize=150)
def _rows(value: Filter, sha256: str) -> pa.Table:
    """What the table shows, in the order of its columns; in Arrow, as it goes to the browser."""
    data, view = cache.shown(value, sha256)
    types, sides = data.names["type"], data.names["speaker"]
    events = view.events
    return pa.Table.from_pydict(
        {
            "date_label": list(events["date_label"]),
            "title": list(events["title"]),
            "event_type": [types.get(each) for each in events["event_type"]],
            "accounts": [", ".join(sides[side] for side in told) for told in events["sides"]],
            "contested": ["contested" if each else "" for each in events["contested"]],
            "place_label": list(events["place_label"]),
            "layer": list(events["layer"]),
            "sources": [len(each) for each in events["sources"]],
        }
    )


def _cards(view: View, data: Dataset, look: Theme) -> None:
    """Ten cards at a time, each with all its claims, in order of time."""
    ids = list(view.events["event_id"])
    pages = -(-len(ids) // PER_PAGE)
    page = 1
    if pages > 1:
        page = st.number_input(f"Page (of {pages})", 1, pages, width=140,
                               key=f"cards-{hash(view.filter.without_event())}")  # fmt: skip
    for event_id in ids[(page - 1) * PER_PAGE : page * PER_PAGE]:
        st.html(card(data, event_id, look))
