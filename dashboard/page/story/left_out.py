"""Says what of a story is not shown, and why: outside the filter, or not in the data set."""

import streamlit as st

from ...events.story import Steps
from ...figures.text import markdown_text
from . import told


def say_left_out(steps: Steps) -> None:
    """Notes on the file that was opened, on unknown steps, and on steps outside the filter."""
    for note in told.current().notes:
        st.info(markdown_text(note))
    if steps.unknown:
        st.warning(
            f"{len(steps.unknown)} of the steps are not in this data set. They stay in the story "
            f"and are not shown: {markdown_text(', '.join(steps.unknown))}"
        )
    if steps.outside:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(
                f"{len(steps.outside)} of the steps are outside the filter.", width="content"
            )
            st.button("Show them: all records", key="story-all", on_click=told.show_all)
