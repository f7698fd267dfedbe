"""Brings the sentence of the shown proposal into view in the text."""

from functools import cache
from typing import Any

import streamlit as st

from ..templates import FOLDER


@cache
def _component() -> Any:
    script = (FOLDER / "intake_scroll.js").read_text(encoding="utf-8")
    return st.components.v2.component("intake_scroll", html="<span></span>", js=script)


def scroll_to(sentence: int) -> None:
    """Scroll the text, not the page; `sentence` tells one from the next."""
    _component()(key="intake-scroll", data=sentence, height=1)
