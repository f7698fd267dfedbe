"""Arrow keys for the steps, and the line that says and announces which step is shown."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import streamlit as st

from .. import state
from ..templates import FOLDER


@cache
def _component() -> Any:
    script = (FOLDER / "story_keys.js").read_text(encoding="utf-8")
    html = (FOLDER / "story_keys.html").read_text(encoding="utf-8")
    return st.components.v2.component("story_keys", html=html, js=script, isolate_styles=False)


def step_keys(ids: Sequence[str], labels: Sequence[str], index: int, outside: str) -> None:
    """The line of the step `index` (-1: the record shown is no step, and the line is `outside`).

    The browser counts its presses and sends the step that it wishes; each answer tells up to which
    press it holds, so that fast presses are neither lost nor undone by an answer to an earlier one.
    """
    key = "story-keys"

    def gone() -> None:
        wish = st.session_state[key].get("go") or {}
        place, sent = wish.get("index"), wish.get("sent")
        if isinstance(place, int | float) and 0 <= place < len(ids):
            state.select((ids[int(place)],))
        if isinstance(sent, int | float):
            st.session_state.story_sent = int(sent)

    told = {
        "index": index,
        "labels": list(labels),
        "outside": outside,
        "sent": st.session_state.get("story_sent", 0),
    }
    _component()(key=key, data=told, on_go_change=gone)
