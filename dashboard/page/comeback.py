"""After the server was away: the page draws itself anew at once and says what was lost."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from .display import MAKERS

LOST = (
    "The connection was lost, and the server has begun anew. What was not saved on this page is "
    "gone: please give the file, the text or the change again. Saved records are as they were."
)
SCRIPT = Path(__file__).parent / "fragments" / "comeback.js"
KEEPS_WORK = (*MAKERS, "story")  # pages that hold something of the reader's that no address names


@st.fragment(run_every=timedelta(days=1))
def come_back() -> None:
    """Have the browser ask for a run as soon as the server answers again.

    Streamlit's page does so only if a part of it runs by itself. It would else stand there as
    before, and the next click would be lost: a new session does not know the buttons of an old one.
    """
    _component()(key="comeback", height=1)


@cache
def _component() -> Any:
    script = SCRIPT.read_text(encoding="utf-8")
    return st.components.v2.component("come_back", html="<span></span>", js=script)


def say_lost(page: str) -> None:
    """Say on the page that was open that its session is gone, until another page is opened."""
    state = st.session_state
    if state.get("resumed") and page in KEEPS_WORK and state.setdefault("lost_on", page) == page:
        st.warning(LOST, icon="⚠️")
    else:
        state.resumed = False
