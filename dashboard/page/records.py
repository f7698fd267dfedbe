"""The records below the charts: one table for reading and choosing, the same rows to download."""

from functools import partial

import streamlit as st

from ..events import export
from ..events.dataset import Dataset, View
from . import state

KINDS = {"csv": "text/csv", "json": "application/json", "geojson": "application/geo+json"}


def draw_records(view: View, data: Dataset) -> None:
    """The table of the view; choosing a row marks its record; downloads carry the same rows."""
    st.subheader(f"Records ({len(view.events)} of {view.total})")
    if view.events.empty:
        return
    events = view.events
    table = events[["date_label", "title", "event_type", "place_label", "layer"]].assign(
        event_type=events["event_type"].map(data.names["type"]),
        contested=events["contested"].map({True: "contested", False: ""}),
        accounts=[", ".join(data.names["speaker"][s] for s in sides) for sides in events["sides"]],
        sources=events["sources"].map(len),
    )
    key = f"table-{hash(view.filter.without_event())}-{st.session_state.picks}"
    ids = list(events["event_id"])

    def chosen() -> None:
        rows = st.session_state[key].selection.rows
        if rows:
            state.select([ids[rows[0]]])

    st.dataframe(
        table,
        key=key,
        hide_index=True,
        on_select=chosen,
        selection_mode="single-row",
        height=min(36 * (len(table) + 1) + 3, 430),
        column_order=["date_label", "title", "event_type", "accounts", "contested", "place_label",
                      "layer", "sources"],
        column_config={
            "date_label": st.column_config.TextColumn("When", width=190),
            "title": st.column_config.TextColumn("What", width=360),
            "event_type": st.column_config.TextColumn("Type", width=110),
            "accounts": st.column_config.TextColumn("Who says so", width=230),
            "contested": st.column_config.TextColumn("Contested", width=90),
            "place_label": st.column_config.TextColumn("Where", width=210),
            "layer": st.column_config.TextColumn("Layer", width=80),
            "sources": st.column_config.NumberColumn("Sources", width=70),
        },
    )  # fmt: skip
    _downloads(view, data)


def _downloads(view: View, data: Dataset) -> None:
    for column, (name, mime) in zip(st.columns([1, 1, 1, 4]), KINDS.items(), strict=False):
        column.download_button(
            name.upper(),
            data=partial(export.FORMATS[name], view, data),  # made on a click only
            file_name=f"{data.tables.package['name']}.{name}",
            mime=mime,
            width="stretch",
            help=f"The {len(view.events)} records of this view",
        )
