"""The page on which records of one's own are written: choose a data set, then a row, then save."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ...events.faults import DataError
from ...events.sets.library import own_sets
from ..imports.words import list_faults
from ..reports import unless_gone
from ..templates import FOLDER as FRAGMENTS
from .begin import draw_begin
from .desk import Desk, desk
from .faults import draw_faults
from .form import draw_row
from .lists import choose_table, draw_list
from .toolbar import draw_about, draw_history, draw_toolbar
from .work import read_work

__all__ = ["draw_edit"]


def draw_edit(workspace: Path, opened: Callable[[str], None]) -> None:
    """Draw the page. `workspace` is the folder of the data sets; `opened` is called, in a callback,
    with the key of the one that is to be shown."""
    workspace = workspace.absolute()
    st.html(FRAGMENTS / "edit.css")
    st.html('<div class="cd-head"><h1>Records by hand</h1></div>')
    now, sets = desk(), own_sets(workspace)
    _take_shown(now, sets)
    _draw_choice(now, sets)
    if now.notice:
        st.error(now.notice)
    elif now.told:
        st.success(now.told)
    with st.expander("Begin a data set", expanded=not sets or bool(now.packed)):
        draw_begin(now, workspace)
    if now.key:
        _draw_set(now, workspace / now.key, opened)


def _take_shown(now: Desk, sets: dict[str, str]) -> None:
    """Edit what the reader had open, or else the first; one that is gone is closed."""
    shown = st.session_state.display.dataset
    if shown != now.shown and shown in sets:
        now.open_set(shown)
    now.shown = shown
    first = next(iter(sets), "")
    if now.key not in sets and now.key != first:
        now.open_set(first)


def _draw_choice(now: Desk, sets: dict[str, str]) -> None:
    key = f"edit-set-{now.key}"

    def chosen() -> None:
        now.open_set(st.session_state[key])

    def named() -> None:
        now.who = st.session_state["edit-who"].strip()

    which, who = st.columns([3, 1])
    with which:
        if sets:
            st.selectbox("Data set of your own", list(sets), list(sets).index(now.key), key=key,
                         on_change=unless_gone(lambda: now.key, chosen),
                         format_func=sets.__getitem__)  # fmt: skip
        else:
            st.caption("You have no data set of your own yet. The curated records and imported "
                       "ones are never changed here.")  # fmt: skip
    with who:
        st.text_input("Your name in the history", now.who, key="edit-who", on_change=named,
                      max_chars=100)  # fmt: skip


def _draw_set(now: Desk, folder: Path, opened: Callable[[str], None]) -> None:
    try:
        work = read_work(folder)
    except DataError as error:
        st.error(f"This data set cannot be read:\n\n{list_faults(error.faults)}")
        return
    now.base = work.draft.version.number
    draw_toolbar(now, work, opened)
    draw_faults(now, work)
    choose_table(now, work)
    rows, form = st.columns([2, 3], gap="medium")
    with rows:
        draw_list(now, work)
    with form:
        draw_row(now, work)
    draw_about(now, work)
    draw_history(work)
