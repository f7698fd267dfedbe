"""The steps as files: saved and opened again, as a deck with one slide a step, as TimelineJS."""

from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from ...events.dataset import Dataset, View
from ...events.story import LARGEST, MOST_STEPS, Steps, write_story
from ...figures.briefing import Brief
from ...figures.text import markdown_text
from ...handout.make import KINDS
from ...handout.story import story_deck, story_timelinejs
from .. import cache
from ..address import link_query
from ..reports import unless_gone
from ..timelines import file_name
from . import told


def draw_files(view: View, data: Dataset, steps: Steps) -> None:
    """Save and open on the left, exports on the right."""
    if max(len(steps.shown), len(told.current().steps or ())) > MOST_STEPS:
        st.info(f"A story has at most {MOST_STEPS:,} steps: narrow the filter or choose them.")
        return
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader("Save and open")
        _save(data, steps)
        _open(data)
    with right:
        st.subheader(f"Export ({len(steps.shown)} steps)")
        if steps.shown:
            _exports(view, data, steps)


def _save(data: Dataset, steps: Steps) -> None:
    chosen = told.current().steps
    ids = steps.shown if chosen is None else chosen
    if ids:
        name = f"story-{data.tables.package['name']}.json"
        content = partial(write_story, told.made(data, ids))
        st.download_button(f"Save the story ({len(ids)} steps)", content, name, "application/json",
                           key="story-save", on_click="ignore", width="stretch",
                           help="Title, steps and filter as a small file")  # fmt: skip


def _open(data: Dataset) -> None:
    """Each file is taken once: the field is then made anew, so that the same one can come again."""
    count = st.session_state.setdefault("story_files", 0)
    key = f"story-open-{count}"

    def opened() -> None:
        given = st.session_state[key]
        if given is not None:
            told.open_file(given.read(LARGEST + 1), given.name, data)
            st.session_state.story_files = count + 1

    st.file_uploader("Open a saved story (JSON)", ["json"], key=key,
                     on_change=unless_gone(lambda: st.session_state.story_files, opened),
                     max_upload_size=1)  # fmt: skip
    faults = told.current().faults
    if faults:
        st.error(f"The file is no story that can be opened: {len(faults)} faults.")
        st.code("\n".join(faults), language=None, wrap_lines=True)


def _exports(view: View, data: Dataset, steps: Steps) -> None:
    title, day = told.title(data), st.session_state.day
    name = file_name(view, data)
    st.download_button("TimelineJS (JSON)", partial(story_timelinejs, view, data, steps.shown,
                                                    title, day),
                       f"{name}.timelinejs.json", "application/json", key="story-timelinejs",
                       on_click="ignore", width="stretch")  # fmt: skip
    st.caption("TimelineJS itself sorts what it shows by date; the file keeps the order.")
    wanted = (view.filter.without_event(), data.tables.sha256, steps.shown, title, _link(), day)
    if st.button("Make the deck, one slide a step", key="story-deck", width="stretch"):
        bar = st.progress(0.0, "Starting")
        shown = st.session_state.display
        brief = Brief(title, names=shown.names, lanes=shown.lanes)

        def say(share: float, words: str) -> None:
            bar.progress(share, markdown_text(words))

        content = story_deck(data, view, steps.shown, brief, cache.boundaries(), day, _link(), say)
        bar.empty()
        st.session_state.story_made = wanted, content
    made, content = st.session_state.get("story_made", (None, b""))
    if made == wanted:
        st.download_button(f"Download the deck ({len(content) / 1024:,.0f} kB)", content,
                           f"{name}.story.pptx", KINDS["pptx"].mime, key="story-pptx",
                           on_click="ignore", width="stretch")  # fmt: skip


def _link() -> str:
    """The address that opens this view as a story."""
    query = link_query(replace(st.session_state.display, view="story"))
    query.pop("event", None)
    base = (st.context.url or "").split("?")[0].rstrip("/") + "/"
    return f"{base}?{urlencode(query, doseq=True)}"
