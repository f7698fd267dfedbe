"""The filter in three places that must agree: the URL, the widgets and the session."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from ..events.filters import Choices, Filter, read_query, write_query

Query = dict[str, list[str]]

# Settings of the display that a link carries too; the first value is the default.
DISPLAY = {
    "lanes": ("actor", "type", "speaker"),
    "names": ("both", "az", "hy"),
    "map": ("region", "diplomacy"),
    "present": ("", "1"),
}
KEYS = ("since", "until", "actor", "type", "layer", "speaker", "contested", "q")


def open_url(choices: Choices) -> None:
    """Fill the widgets from the URL: in a new session, and when the URL was changed by hand.

    A click can reach the server with the address of the click before it, so an unexpected URL
    counts as a change by hand only if no widget has changed as well.
    """
    state = st.session_state
    query: Query = {name: st.query_params.get_all(name) for name in st.query_params}
    if "written" in state and (query == state.written or _current() != state.seen):
        return
    value, notes = read_query(query, choices)
    for key in KEYS:
        state[f"w_{key}"] = _to_widget(key, getattr(value, key))
    for name, allowed in DISPLAY.items():
        given = query.get(name, [""])[0]
        state[f"w_{name}"] = given if given in allowed else allowed[0]
        if given and given not in allowed:
            notes.append(f"{name}={given} is not known here and was left out")
    state.event, state.stack, state.notes = value.event, (), notes
    state.setdefault("brush", 0)
    state.setdefault("picks", 0)


def _to_widget(key: str, value: Any) -> Any:
    if key == "layer":
        return value[0] if value else ""
    return list(value) if isinstance(value, tuple) else value


def current_filter() -> Filter:
    """The filter that the widgets show."""
    state = st.session_state
    layer = state.w_layer
    return Filter(
        since=state.w_since,
        until=state.w_until,
        actor=tuple(state.w_actor),
        type=tuple(state.w_type),
        layer=(layer,) if layer else (),
        speaker=tuple(state.w_speaker),
        contested=state.w_contested,
        q=state.w_q.strip(),
        event=state.event,
    )


def write_url(value: Filter) -> None:
    """Put the filter and the display into the URL; a link to it opens the same view."""
    query = write_query(value)
    for name, allowed in DISPLAY.items():
        chosen = st.session_state.get(f"w_{name}") or allowed[0]
        if chosen != allowed[0]:
            query[name] = [chosen]
    st.session_state.written = query
    st.session_state.seen = _current()
    if query != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(query)


def _current() -> tuple[Any, ...]:
    state = st.session_state
    widgets = tuple(repr(state.get(f"w_{key}")) for key in (*KEYS, *DISPLAY))
    return (*widgets, state.get("event"))


def set_period(since: date | None, until: date | None, brushed: bool = False) -> None:
    """Set the dates. A period that was not dragged on the overview clears the box there."""
    st.session_state.w_since, st.session_state.w_until = since, until
    if not brushed:
        st.session_state.brush += 1


def select(events: Sequence[str]) -> None:
    """Mark a record: the first of `events`, or the one after the marked one if it is among them."""
    state = st.session_state
    ids = tuple(events)
    if not ids:
        return
    after = ids.index(state.event) + 1 if state.event in ids else 0
    state.event = ids[after % len(ids)]
    state.stack = ids if len(ids) > 1 else ()
    state.picks += 1


def step(ids: Sequence[str], by: int) -> None:
    """Mark the record `by` places on in `ids`; stays at the ends."""
    state = st.session_state
    here = list(ids).index(state.event) if state.event in ids else -1
    state.event = ids[min(max(here + by, 0), len(ids) - 1)]
    state.picks += 1


def clear_selection() -> None:
    """Mark no record."""
    st.session_state.event, st.session_state.stack = "", ()
    st.session_state.picks += 1


def reset() -> None:
    """Back to all records, as in a new session."""
    for key in KEYS:
        empty: Mapping[str, Any] = {
            "since": None,
            "until": None,
            "q": "",
            "layer": "",
            "contested": "",
        }
        st.session_state[f"w_{key}"] = empty.get(key, [])
    st.session_state.notes = []
    st.session_state.brush += 1
    clear_selection()
