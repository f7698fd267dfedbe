"""Choosing and ordering the steps: their list, and what can be done with the marked one."""

import pandas as pd
import streamlit as st

from ...events.dataset import Dataset, View
from ...events.story import LONGEST_TITLE, MOST_STEPS, Steps
from .. import state
from ..reports import unless_gone
from . import told
from .way import draw_way, marked

ROW_PX = 36
HERE = "→"


def draw_editor(view: View, data: Dataset, steps: Steps) -> None:
    """Title, list and order of the steps. Until something is changed they are the view's."""
    chosen = told.current().steps
    ids = steps.shown if chosen is None else chosen
    event = marked(view, steps).filter.event
    if steps.shown:
        draw_way(data, steps.shown, event)
    _title(data)
    here, add = st.columns([1, 1], gap="small")
    with here:
        _order(ids, event)
    with add:
        _add(view, ids, event)
    if ids:
        _list(data, steps, ids, event)
    else:
        st.info("The story has no steps yet: add a record, or take those of the view.")


def _title(data: Dataset) -> None:
    key = f"story-title-{state.key('')}-{told.title(data)}"
    name, view = st.columns([3, 1], vertical_alignment="bottom")

    def renamed() -> None:
        if key in st.session_state:
            told.rename(st.session_state[key])

    name.text_input("Title of the story", told.title(data), max_chars=LONGEST_TITLE, key=key,
                    on_change=unless_gone(lambda: told.title(data), renamed))  # fmt: skip
    view.button("Take the view's records", key="story-view", on_click=told.choose, args=(None,),
                width="stretch", disabled=told.current().steps is None,
                help="Every record that the filter shows, in order of time")  # fmt: skip


def _order(ids: tuple[str, ...], event: str) -> None:
    """What can be done with the marked step, by buttons: the list itself takes no keys for it."""
    off = event not in ids
    with st.container(horizontal=True, vertical_alignment="bottom", key="story-order"):
        for label, key, by in (("↑ Earlier", "up", -1), ("↓ Later", "down", 1)):
            st.button(label, key=f"story-{key}", on_click=told.move, args=(ids, event, by),
                      disabled=off)  # fmt: skip
        st.button("✕ Take out", key="story-drop", on_click=told.drop, args=(ids, event),
                  disabled=off)  # fmt: skip


def _add(view: View, ids: tuple[str, ...], event: str) -> None:
    """A list of the view's records that are no steps: the chosen one is put behind the marked."""
    rest = view.events[~view.events["event_id"].isin(ids)]
    names = {
        i: f"{when} · {what}"
        for i, when, what in rest[["event_id", "date_label", "title"]].itertuples(index=False)
    }
    key = f"story-add-{hash(ids)}"

    def added() -> None:
        if st.session_state[key]:
            told.add(ids, st.session_state[key], event)

    st.selectbox("Add a record of the view", list(names), None, key=key,
                 on_change=unless_gone(lambda: told.current().steps, added),
                 format_func=names.__getitem__, label_visibility="collapsed",
                 placeholder=f"Add a record of the view ({len(names)}) behind this step",
                 disabled=not names or len(ids) >= MOST_STEPS)  # fmt: skip


def _list(data: Dataset, steps: Steps, ids: tuple[str, ...], event: str) -> None:
    """All steps in their order; choosing one marks it."""
    known = data.events.reindex(ids)
    state_of = dict.fromkeys(steps.unknown, "not in this data set")
    state_of |= dict.fromkeys(steps.outside, "outside the filter")
    table = pd.DataFrame(
        {
            "here": [HERE if step == event else "" for step in ids],
            "number": range(1, len(ids) + 1),
            "when": known["date_label"].fillna("").to_numpy(),
            "what": known["title"].fillna(pd.Series(ids, index=ids)).to_numpy(),
            "note": [state_of.get(step, "") for step in ids],
        }
    )
    key = f"story-list-{hash(ids)}-{st.session_state.picks}"

    def chosen() -> None:
        rows = st.session_state[key].selection.rows
        if rows and ids[rows[0]] not in steps.unknown:
            state.select((ids[rows[0]],))

    text = st.column_config.TextColumn
    columns = [str(column) for column in table if column != "note" or state_of]
    st.dataframe(table, key=key, hide_index=True, selection_mode="single-row",
                 on_select=unless_gone(lambda: st.session_state.picks, chosen),
                 height=min(ROW_PX * (len(ids) + 1) + 3, 430), column_order=columns,
                 column_config={"here": text("Now", width=40),
                                "number": st.column_config.NumberColumn("Step", width=50),
                                "when": text("When", width=200),
                                "what": text("What", width=520),
                                "note": text("Note", width=140)})  # fmt: skip
