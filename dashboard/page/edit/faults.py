"""All faults of a data set in one place, each with the way to the row that has it."""

import streamlit as st

from ...figures.text import markdown_text
from .desk import Desk
from .words import TABLES, say_fault
from .work import Work

LISTED = 30


def draw_faults(desk: Desk, work: Work) -> None:
    """How many faults there are, and a button for each; a word if there are none."""
    count = len(work.faults)
    if not count:
        return
    words = f"⚠ {count} fault{'s' if count > 1 else ''} in this data set"
    with st.expander(words, expanded=count <= 3):
        st.caption("Mend them before these records are shown or briefed from. Each leads to its "
                   "row.")  # fmt: skip
        for number, fault in enumerate(work.faults[:LISTED]):
            table, key = work.row_of(fault)
            told = markdown_text(say_fault(work.rows, table, key, fault))
            if table in TABLES and key:
                st.button(told, key=f"edit-fault-{number}-{work.draft.version.number}",
                          type="tertiary", on_click=_go, args=(desk, table, key))  # fmt: skip
            else:
                st.markdown(told)
        if count > LISTED:
            st.caption(f"and {count - LISTED:,} more, listed as soon as these are mended.")


def _go(desk: Desk, table: str, key: str) -> None:
    desk.show_table(table)
    desk.open_row(table, key)
