"""The story of a session, one for each data set: its title, its steps, the file opened last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from ...events.dataset import Dataset
from ...events.faults import DataError
from ...events.filters import Filter, read_query, write_query
from ...events.story import Story, moved, plain_title, read_story
from .. import state


@dataclass(frozen=True)
class Told:
    """What was chosen: `title` ("": that of the data set), `steps` (None: every record of the view,
    in order of time), and `notes` or `faults` of the file that was opened last."""

    title: str = ""
    steps: tuple[str, ...] | None = None
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def current() -> Told:
    """The story of the data set that is shown."""
    found: Told = st.session_state.setdefault("stories", {}).get(_key(), Told())
    return found


def _keep(value: Told) -> None:
    st.session_state.setdefault("stories", {})[_key()] = value


def _key() -> str:
    return str(st.session_state.display.dataset)


def title(data: Dataset) -> str:
    """The title chosen, or that of the data set."""
    return current().title or plain_title(str(data.tables.package["title"]))


def rename(text: str) -> None:
    """Set the title; "" is that of the data set."""
    _keep(replace(current(), title=plain_title(text)))


def choose(steps: Sequence[str] | None) -> None:
    """Set the steps; None: every record of the view."""
    _keep(replace(current(), steps=None if steps is None else tuple(steps)))


def move(steps: Sequence[str], event: str, by: int) -> None:
    """Tell a step so many places later (earlier, if negative)."""
    choose(moved(steps, event, by))
    state.select((event,))


def drop(steps: Sequence[str], event: str) -> None:
    """Take a step out; the one after it, else the one before it, is then marked."""
    at = list(steps).index(event)
    rest = [step for step in steps if step != event]
    choose(rest)
    if rest:
        state.select((rest[min(at, len(rest) - 1)],))


def add(steps: Sequence[str], event: str, after: str) -> None:
    """Put a record behind the step `after`, or at the end, and mark it."""
    at = list(steps).index(after) + 1 if after in steps else len(steps)
    choose((*steps[:at], event, *steps[at:]))
    state.select((event,))


def made(data: Dataset, steps: Sequence[str]) -> Story:
    """The story as it is saved, with the filter of this moment."""
    tables, value = data.tables, st.session_state.filter.without_event()
    name = plain_title(str(tables.package["name"]))
    return Story(title(data), tuple(steps), name, tables.sha256, write_query(value))


def open_file(content: bytes, name: str, data: Dataset) -> None:
    """Take title, steps and filter from a file, and mark its first step; or note its faults."""
    try:
        story = read_story(content, plain_title(name))
    except DataError as error:
        _keep(replace(current(), notes=(), faults=tuple(map(str, error.faults))))
        return
    value, dropped = read_query(story.query, data.choices)
    known = [step for step in story.steps if step in data.events.index]
    _keep(Told(story.title, story.steps, (*_notes(story, data), *dropped)))
    state.set_filter(replace(value, event=known[0] if known else ""))


def _notes(story: Story, data: Dataset) -> list[str]:
    tables = data.tables
    if story.dataset != plain_title(str(tables.package["name"])):
        return [f"The story was made with another data set, {story.dataset}."]
    if story.sha256 != tables.sha256:
        return ["The story was made with another version of these records."]
    return []


def show_all() -> None:
    """Take the filter away, so that all steps are shown."""
    state.set_filter(Filter(event=st.session_state.filter.event))
