"""The way through the steps: which one is marked, the buttons beside it, and the arrow keys."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from ...events.dataset import Dataset, View
from ...events.story import Steps
from .. import state
from .keys import step_keys


def marked(view: View, steps: Steps) -> View:
    """The view with a record marked: that of the address, else the first step."""
    event = view.filter.event or next(iter(steps.shown), "")
    return replace(view, filter=replace(view.filter, event=event))


def step(ids: Sequence[str], by: int) -> None:
    """Mark the step `by` places on; stays at the ends.

    It counts from what the session has marked, not from what was drawn, so that two quick clicks
    are two steps.
    """
    event = st.session_state.filter.event or ids[0]
    at = list(ids).index(event) + by if event in ids else 0
    state.select((ids[min(max(at, 0), len(ids) - 1)],))


def draw_way(data: Dataset, ids: Sequence[str], event: str) -> None:
    """The buttons to the step before and after `event`, and between them which one it is."""
    rows = data.events.loc[list(ids), ["date_label", "title"]].to_dict("records")
    labels = [f"{row['date_label']} · {row['title']}" for row in rows]
    place = list(ids).index(event) if event in ids else -1
    outside = f"Not among the steps · {data.events.at[event, 'title']!s}"
    with st.container(horizontal=True, vertical_alignment="center", key="story-way"):
        st.button("‹ Previous", key="story-before", on_click=step, args=(ids, -1),
                  help="Left arrow key")  # fmt: skip
        step_keys(ids, labels, place, outside)
        st.button("Next ›", key="story-after", on_click=step, args=(ids, 1),
                  help="Right arrow key")  # fmt: skip
