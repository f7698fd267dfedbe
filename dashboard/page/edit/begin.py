"""Begins a data set: empty, as a copy of the curated records, or from a data package."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ...events.own import copy_of, new_set, unpack
from .. import cache
from ..reports import unless_gone
from .desk import Desk
from .toolbar import LONGEST
from .work import attempt

EMPTY, COPY, PACKAGE = "Empty", "Copy of the curated records", "Data package (ZIP)"
WAYS = (EMPTY, COPY, PACKAGE)


def draw_begin(desk: Desk, workspace: Path) -> None:
    """The ways to begin."""
    way = st.segmented_control("How it begins", WAYS, default=EMPTY, key="edit-way",
                               label_visibility="collapsed") or EMPTY  # fmt: skip
    if way == PACKAGE:
        _draw_package(desk, workspace)
        return
    if way == EMPTY:
        st.caption("Types of events and sides are those of the curated records.")
    with st.form(f"edit-begin-{desk.turn}", border=False):
        title = st.text_input("Title of the data set *", key=f"edit-begin-title-{desk.turn}",
                              max_chars=LONGEST)  # fmt: skip
        if st.form_submit_button("Begin", key="edit-begin"):
            _begin(desk, workspace, title.strip(), way)
            st.rerun()


def _begin(desk: Desk, workspace: Path, title: str, way: str) -> None:
    if not title:
        desk.notice = "A data set needs a title."
    elif way == COPY:
        _open(desk, lambda: copy_of(workspace, title, desk.who, cache.FOLDER))
    else:
        _open(desk, lambda: new_set(workspace, title, desk.who))


def _open(desk: Desk, make: Callable[[], Path]) -> None:
    """Make a data set and edit it; why that failed stands on the desk."""
    attempt(desk, lambda: desk.open_set(make().name))


def _draw_package(desk: Desk, workspace: Path) -> None:
    key = f"edit-package-{desk.turn}"

    def take() -> None:
        file = st.session_state[key]
        if file is None:
            desk.packed, desk.refused, desk.notice = b"", (), ""
            return
        desk.packed = file.getvalue()
        _unpack(desk, workspace, mend=False)

    st.caption("CSV tables and datapackage.json in a ZIP file, as this page downloads them.")
    st.file_uploader("Data package", type="zip", key=key,
                     on_change=unless_gone(lambda: desk.turn, take))  # fmt: skip
    if desk.packed and desk.refused:
        st.code("\n".join(map(str, desk.refused)), language=None, height=240, wrap_lines=True)
        st.button("Take it with its faults, to mend them here", key="edit-mend",
                  on_click=_unpack, args=(desk, workspace, True))  # fmt: skip


def _unpack(desk: Desk, workspace: Path, mend: bool) -> None:
    _open(desk, lambda: unpack(workspace, desk.packed, desk.who, mend=mend))
    if desk.refused:
        count = len(desk.refused)
        desk.notice = f"This package has {count} fault{'s' if count > 1 else ''}; it was not taken."
