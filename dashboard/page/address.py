"""The page's address: filter, display and data sets are taken from it and written to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from ..events.filters import Choices, Filter, read_query, write_query
from ..events.sets.names import CURATED
from .display import LINKED, Display, defaults
from .state import open_page, open_set, set_filter

Query = dict[str, list[str]]


def open_url(known: Mapping[str, str], choices: Callable[[str], Choices]) -> None:
    """Take filter and display from the URL: in a new session, and after Back or Forward.

    `known` are the titles of data sets by key, `choices` gives what a filter of one may hold.

    No other URL is taken: a click can reach the server with the address of the click before it.
    An address typed by hand loads the page and begins a new session.
    """
    state = st.session_state
    if "written" in state and not state.get("went"):
        return
    query = _asked()
    dataset, overlay, notes = _sets(query.get("dataset", []), known)
    value, more = read_query(query, choices(dataset))
    notes += more
    given = {name: query[name][0] for name in LINKED if query.get(name)}
    shown = {name: text for name, text in given.items() if text in LINKED[name]}
    notes += [
        f"{name}={text} is not known here and was left out"
        for name, text in given.items()
        if name not in shown
    ]
    for key, start in {"generation": 0, "boxed": False, "picks": 0, "stack": ()}.items():
        state.setdefault(key, start)
    state.display = replace(
        state.get("display", Display()), dataset=dataset, overlay=overlay, **(defaults() | shown)
    )
    state.notes, state.written, state.went = notes, query, False
    set_filter(value)


def _asked() -> Query:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _sets(given: Sequence[str], known: Mapping[str, str]) -> tuple[str, str, list[str]]:
    """Keys of the data set and of the one laid over it, and notes on what was left out."""
    names = list(dict.fromkeys(given))
    found = [name for name in names if name == CURATED or name in known]
    notes = [
        f"dataset={n} is not in the workspace and was left out; if its folder is there, its files "
        "cannot be read"
        for n in names
        if n not in found
    ]
    notes += [f"dataset={n} was left out, as two at most can be shown" for n in found[2:]]
    keys = ["" if name == CURATED else name for name in found] + ["", ""]
    return keys[0], keys[1], notes


def drop_gone(known: Mapping[str, str]) -> None:
    """Back to the curated records if the data set shown was deleted or can no longer be read; take
    away a lost overlay. The page says so: nobody may take other records for those that were shown.
    """
    state = st.session_state
    display: Display = state.display
    lost = [key for key in (display.dataset, display.overlay) if key and key not in known]
    if not lost:
        return
    state.notes = [f"dataset={key} was deleted or cannot be read any more" for key in lost]
    state.display = replace(
        display,
        dataset="" if display.dataset in lost else display.dataset,
        overlay="" if display.overlay in lost else display.overlay,
    )
    if display.dataset in lost:
        set_filter(Filter())


def leave() -> None:
    """Back to the curated records, from a data set that may never have been opened."""
    st.query_params.clear()
    if "display" in st.session_state:
        open_set("")


def mend() -> None:
    """Edit a data set of one's own that cannot be shown for its faults, and perhaps never was."""
    st.query_params["view"] = "edit"
    if "display" in st.session_state:
        open_page("edit")


def write_url() -> None:
    """Put the filter and the display into the URL; a link to it opens the same view."""
    query = link_query(st.session_state.display)
    if query != st.session_state.written:
        st.session_state.written = query
        st.query_params.from_dict(query)


def link_query(display: Display) -> Query:
    """The query of an address that opens the session's filter, displayed in this way."""
    query = write_query(st.session_state.filter)
    for name, allowed in LINKED.items():
        chosen = getattr(display, name)
        if chosen != allowed[0]:
            query[name] = [chosen]
    sets = [display.dataset or CURATED, *([display.overlay] if display.overlay else [])]
    if sets != [CURATED]:
        query["dataset"] = sets
    return query
