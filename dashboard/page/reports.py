"""Passes over what a browser reports of widgets that are no longer there.

A widget that was made anew under another key is reported once more by a browser that has not heard
of it: with the next quick click comes its old value, which Streamlit takes for a change. Taken for
the reader's, it would undo what they did last.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

MOST = 200  # widgets whose last value is remembered


def unless_gone(context: Callable[[], Any], change: Callable[[], None]) -> Callable[[], None]:
    """The callback of a widget that is made anew whenever `context` changes: does nothing if it has
    changed since the widget was drawn."""
    drawn = context()

    def checked() -> None:
        if context() == drawn:
            change()

    return checked


def is_news(widget: str, value: Any, start: Any) -> bool:
    """Whether a widget that began with `start`, and whose key is never used again, tells something
    else than it last did."""
    told: dict[str, Any] = st.session_state.setdefault("told", {})
    if told.get(widget, start) == value:
        return False
    told[widget] = value
    while len(told) > MOST:
        told.pop(next(iter(told)))
    return True
