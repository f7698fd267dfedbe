"""The page that takes an article: its text in, proposed records out, and a person decides each."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ..templates import FOLDER as FRAGMENTS
from ..templates import render
from .begin import draw_begin
from .decide import draw_decide
from .draft import intake
from .keep import draw_keep
from .marked import marked_text
from .scroll import scroll_to

__all__ = ["draw_intake"]


def draw_intake(workspace: Path, opened: Callable[[str], None]) -> None:
    """Draw the page. `workspace` is the folder of the data sets; `opened` is called, in a callback,
    with the key of the one that is to be shown."""
    now = intake()
    st.html(FRAGMENTS / "edit.css")
    st.html(FRAGMENTS / "intake.css")
    st.html(render("intake_head.html", begun=bool(now.proposals)))
    if now.notice:
        st.error(now.notice)
    elif now.told:
        st.success(now.told)
    if not now.proposals:
        draw_begin(now)
        return
    left, right = st.columns([1, 1], gap="medium")
    with left:
        draw_decide(now)
        draw_keep(now, workspace.absolute(), opened)
        st.button("Take another article", key="intake-again", on_click=now.forget, type="tertiary")
    with right:
        st.html(render("intake_legend.html"))
        with st.container(key="intake-text"):
            st.html(marked_text(now))
        scroll_to(now.shown.sentence)
