"""The filter and the display of a session, and the URL that carries them.

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

from ..events.filters import Choices, Filter, read_query, write_query
from .display import LINKED, Display, defaults

Query = dict[str, list[str]]


def open_url(choices: Choices) -> None:
    """Take filter and display from the URL: in a new session, and when it was changed by hand.

    A click can reach the server with the address of the click before it, so an unexpected URL
    counts as a change by hand only if nothing else has changed as well.
    """
    state = st.session_state
    query: Query = {name: st.query_params.get_all(name) for name in st.query_params}
    if "written" in state and (query == state.written or _both() != state.seen):
        return
    value, notes = read_query(query, choices)
    given = {name: query[name][0] for name in LINKED if query.get(name)}
    known = {name: text for name, text in given.items() if text in LINKED[name]}
    notes += [
        f"{name}={text} is not known here and was left out"
        for name, text in given.items()
        if name not in known
    ]
    for key, start in {"generation": 0, "boxed": False, "picks": 0, "stack": ()}.items():
        state.setdefault(key, start)
    state.display = replace(state.get("display", Display()), **(defaults() | known))
    state.notes = notes
    set_filter(value)


def write_url() -> None:
    """Put the filter and the display into the URL; a link to it opens the same view."""
    state = st.session_state
    query = link_query(state.display)
    state.written, state.seen = query, _both()
    if query != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(query)


def link_query(display: Display) -> Query:
    """The query of an address that opens the session's filter, displayed in this way."""
    query = write_query(st.session_state.filter)
    for name, allowed in LINKED.items():
        chosen = getattr(display, name)
        if chosen != allowed[0]:
            query[name] = [chosen]
    return query


def _both() -> tuple[Any, Any]:
    return st.session_state.get("filter"), st.session_state.get("display")


def key(name: str) -> str:
    """The key of a widget: another one whenever the widgets are made anew."""
    return f"{name}-{st.session_state.generation}"


def default(name: str) -> Any:
    """The value with which a widget starts: that of the filter when the widgets were made."""
    return getattr(st.session_state.base, name)


def told(name: str) -> Callable[[], None]:
    """The callback of the widget of a filter field: takes its value into the filter."""

    def change() -> None:
        value = st.session_state[key(name)]
        value = tuple(value) if isinstance(value, list) else value
        if isinstance(value, str):
            value = value.strip()
        if name == "layer":
            value = (value,) if value else ()
        st.session_state.filter = replace(st.session_state.filter, **{name: value})
        if name in ("since", "until"):
            _new_overview()

    return change


def shown_as(name: str) -> Callable[[], None]:
    """The callback of the widget of a display field."""

    def change() -> None:
        value = st.session_state[key(name)]
        if value is not None:
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
