"""The filter and the display of a session (see `address` for the URL that carries them).

The session holds one `Filter` and one `Display`; widgets are views of them. A widget tells its
changes in a callback. Whatever changes the filter by other means (a link, a box on a chart, a
button) makes the widgets anew under another key, with their new value as the default: a value
pushed into a widget that is there is lost if the page is drawn again before the browser has shown
it, and the browser would then report the old value as the user's.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from ..events.filters import Box, Filter
from ..events.own import is_own
from ..events.sets.library import workspace
from .reports import is_news

Query = dict[str, list[str]]


def key(name: str) -> str:
    """The key of a widget: another one whenever the widgets are made anew."""
    return f"{name}-{st.session_state.generation}"


def default(name: str) -> Any:
    """The value with which a widget starts: that of the filter when the widgets were made."""
    return getattr(st.session_state.base, name)


def told(name: str) -> Callable[[], None]:
    """The callback of the widget of a filter field: takes its value into the filter.

    A widget may have been made anew, or not drawn for want of an answer, before its change comes.
    """
    widget, start = key(name), default(name)

    def change() -> None:
        if widget not in st.session_state:
            return
        value = st.session_state[widget]
        # Each once: no browser repeats a choice, but a program can, and the address would hold all.
        value = tuple(dict.fromkeys(value)) if isinstance(value, list) else value
        if isinstance(value, str):
            value = value.strip()
        if name == "layer":
            value = (value,) if value else ()
        if not is_news(widget, value, start):
            return
        st.session_state.filter = replace(st.session_state.filter, **{name: value})
        if name in ("since", "until"):
            _new_overview()

    return change


def shown_as(name: str) -> Callable[[], None]:
    """The callback of the widget of a display field."""
    widget, start = key(name), getattr(st.session_state.display, name)

    def change() -> None:
        value = st.session_state.get(widget)
        if value is not None and is_news(widget, value, start):
            st.session_state.display = replace(st.session_state.display, **{name: value})

    return change


def set_filter(value: Filter) -> None:
    """Set the filter by other means than its widgets, which are made anew."""
    state = st.session_state
    state.filter = state.base = value
    state.generation += 1
    state.boxed = False
    state.overview = state.generation


def _new_overview() -> None:
    """Take away the box on the overview: under another key it is a new chart."""
    st.session_state.boxed = False
    st.session_state.overview = f"{st.session_state.filter.since}{st.session_state.filter.until}"


def set_period(since: date | None, until: date | None) -> None:
    """Set the dates by a button or a box on the detail."""
    set_filter(replace(st.session_state.filter, since=since, until=until))


def brush(days: tuple[date, date] | None) -> None:
    """Set the dates to those of a box on the overview, which stays; None: it was taken away.

    A chart that is drawn anew reports that it has no box as well, which is not somebody taking one
    away: it only counts where there was one.
    """
    state = st.session_state
    if days is None and not state.boxed:
        return
    overview = state.overview
    set_period(*(days or (None, None)))
    state.overview, state.boxed = overview, days is not None


def present(value: str) -> None:
    """Turn the presentation view on ("1") or off ("")."""
    st.session_state.display = replace(st.session_state.display, present=value)


def open_page(value: str) -> None:
    """Open another page of the same view: "briefing", or "" for the records."""
    st.session_state.display = replace(st.session_state.display, view=value)


def open_set(key: str) -> None:
    """Show another data set, from the beginning: its actors and types are other ones."""
    state = st.session_state
    # Of thousands of actors nearly all share one lane, so imported records begin by type.
    lanes = "type" if key and not is_own(workspace() / key) else "actor"
    state.display = replace(state.display, dataset=key, overlay="", view="", lanes=lanes)
    reset()


def lay_over(key: str) -> None:
    """Lay the counts of another data set over this one; "" for none."""
    st.session_state.display = replace(st.session_state.display, overlay=key)


def zoom(box: Box | None) -> None:
    """Set the box of the filter; None: everywhere."""
    set_filter(replace(st.session_state.filter, box=box))


def select(events: Sequence[str]) -> None:
    """Mark a record: the first of `events`, or the one after the marked one if it is among them."""
    ids, state = tuple(events), st.session_state
    if ids:
        after = ids.index(state.filter.event) + 1 if state.filter.event in ids else 0
        state.stack = ids if len(ids) > 1 else ()
        _mark(ids[after % len(ids)])


def step(ids: Sequence[str], by: int) -> None:
    """Mark the record `by` places on in `ids`; stays at the ends."""
    if not ids:
        return
    event = st.session_state.filter.event
    here = list(ids).index(event) if event in ids else -1
    _mark(ids[min(max(here + by, 0), len(ids) - 1)])


def clear_selection() -> None:
    """Mark no record."""
    st.session_state.stack = ()
    _mark("")


def _mark(event: str) -> None:
    st.session_state.filter = replace(st.session_state.filter, event=event)
    st.session_state.picks += 1


def reset() -> None:
    """Back to all records, as in a new session."""
    st.session_state.notes, st.session_state.stack = [], ()
    set_filter(Filter())
