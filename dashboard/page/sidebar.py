"""The filters, the display settings and reset: everything on the left."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from ..events.dataset import Dataset
from ..events.filters import MAX_TEXT, Choices, Filter
from ..events.sets.source import Curated, Source
from . import state
from .display import MAKERS
from .sets import choose_sets

LAYERS = {"": "Article and context", "article": "Said in the article", "context": "Context only"}
CONTESTED = {"": "All", "yes": "Yes", "no": "No"}
LANES = {"actor": "Actor", "type": "Type of event", "speaker": "Who gives the account"}
NAMES = {"both": "Both", "az": "Azerbaijani", "hy": "Armenian"}
ENGINES = {"auto": "Automatic", "svg": "Vector (SVG)", "webgl": "WebGL"}
FORMATS = {"png": "PNG, 3x", "svg": "SVG"}
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


def sidebar(source: Source, known: Mapping[str, str]) -> Filter:
    """Draw the sidebar; returns the filter of the session, which its widgets show. `known` are the
    titles of the data sets that can be opened, by key."""
    with st.sidebar:
        choose_sets(source, known)
        _ways_to_write()
        if st.session_state.display.view not in MAKERS:  # they are no view of these records
            _filters(source)
        if not st.session_state.display.view:  # another page has choices of its own
            _display()
    value: Filter = st.session_state.filter
    return value


def _ways_to_write() -> None:
    """The pages on which records are written; beside them, a file can be imported."""
    with st.container(horizontal=True, key="ways-to-write"):
        st.button("From an article …", key="intake", on_click=state.open_page, args=("intake",),
                  help="Records proposed from an article's text, for you to decide")  # fmt: skip
        st.button("Your own …", key="edit", on_click=state.open_page, args=("edit",),
                  help="Write and mend records of your own")  # fmt: skip


def _filters(source: Source) -> None:
    st.header("Filters")
    _day("From", "since")
    _day("To", "until")
    _order(st.session_state.filter)
    st.text_input("Search", state.default("q"), key=state.key("q"), max_chars=MAX_TEXT,
                  on_change=state.told("q"),
                  placeholder="Words in text, names, claims")  # fmt: skip
    if isinstance(source, Curated):
        _curated(source.data)
    else:
        _stored(source.choices)
    st.button("Reset all filters", on_click=state.reset, width="stretch", key="reset")


def _curated(data: Dataset) -> None:
    names = data.names
    _any_of("Actors (any of)", "actor", _actors(data), "All actors")
    _any_of("Types of event", "type", _only(data.choices.type, names["type"]), "All types")
    sides = _only(data.choices.speaker, names["speaker"])
    _any_of("Who gives an account", "speaker", sides, "All sides")
    _one_of("Layer", "layer", LAYERS)
    _one_of("Contested", "contested", CONTESTED, horizontal=True)


def _stored(choices: Choices) -> None:
    """The fields of imported records, which have no layer and state no claims."""
    _any_of("Actors (any of)", "actor", _same(choices.actor, "actor"), "All actors")
    _any_of("Types of event", "type", _same(choices.type, "type"), "All types")
    if choices.country:
        _any_of("Countries", "country", _same(choices.country, "country"), "All countries")
    if choices.speaker:
        _any_of(
            "Sources named (any of)", "speaker", _same(choices.speaker, "speaker"), "All sources"
        )


def _same(values: Sequence[str], name: str) -> dict[str, str]:
    """Values that are their own labels; with those of the filter that are not offered."""
    return {v: v for v in dict.fromkeys([*values, *state.default(name)])}


def _display() -> None:
    st.header("Display")
    shown_as("Lanes by", "lanes", LANES)
    shown_as("Place names", "names", NAMES)
    shown_as("Map drawn as", "engine", ENGINES)
    shown_as("Picture format", "format", FORMATS, "What the timeline's download makes.")


def _day(label: str, name: str) -> None:
    """A day from `FIRST` to `LAST`; a link or a box on a chart may have chosen one beyond."""
    chosen = state.default(name)
    first, last = min(chosen or FIRST, FIRST), max(chosen or LAST, LAST)
    st.date_input(label, chosen, first, last, key=state.key(name), format="YYYY-MM-DD",
                  on_change=state.told(name))  # fmt: skip


def _order(value: Filter) -> None:
    if value.since and value.until and value.since > value.until:
        st.error("From is after To: nothing can match.")


def _only(ids: Sequence[str], labels: Mapping[str, str]) -> dict[str, str]:
    return {i: labels[i] for i in ids}


def _actors(data: Dataset) -> dict[str, str]:
    """Grouped by side: the state or body first, "State › person" below it."""
    labels = {}
    for actor in data.choices.actor:
        line = data.actors.lineage(actor)[::-1]
        ends = line if len(line) < 3 else (line[0], line[-1])
        labels[actor] = " › ".join(data.names["actor"][a] for a in ends)
    return labels


def _any_of(label: str, name: str, options: Mapping[str, str], empty: str) -> None:
    # Without "all that match", which would stand first: a name and Enter choose that name.
    st.multiselect(label, list(options), list(state.default(name)), key=state.key(name),
                   format_func=options.__getitem__, on_change=state.told(name),
                   placeholder=empty, select_all=False)  # fmt: skip


def _one_of(label: str, name: str, options: Mapping[str, str], horizontal: bool = False) -> None:
    value = state.default(name)
    chosen = value[0] if isinstance(value, tuple) and value else value or ""
    st.radio(label, list(options), list(options).index(chosen), key=state.key(name),
             format_func=options.__getitem__, on_change=state.told(name),
             horizontal=horizontal)  # fmt: skip


def shown_as(label: str, name: str, options: Mapping[str, str], about: str | None = None) -> None:
    """A list that holds a field of the display."""
    chosen = getattr(st.session_state.display, name)
    st.selectbox(label, list(options), list(options).index(chosen), key=state.key(name),
                 format_func=options.__getitem__, on_change=state.shown_as(name),
                 help=about)  # fmt: skip
