"""Before an import: the questions on the left; the file and its records on the right."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from ...events.formats import FORMS
from ...events.imports import Options, Preview, is_free
from ...events.imports.prepare import MAPPED
from ...figures.text import markdown_text
from . import jobs, mapping
from .draft import Draft
from .look import Reading, draw_look, look, tried
from .questions import ask_about, ask_order, ask_reading, examples
from .shelf import shelved
from .upload import Upload
from .watch import say_error
from .words import say_bytes, say_rows

# What is still to be said, in the words of the page.
MISSING = {
    "encoding": "the encoding",
    "sheet": "the tab of the workbook",
    "mapping": "which column is the date, the title or the latitude",
    "extent": "what date and last day mean",
    "day_month": "the order of day and month",
    "title": "a title",
    "accessed": "the day of access",
    "replace": "whether to replace the data set",
    "taken": "another title",
}


def draw_prepare(draft: Draft, upload: Upload, workspace: Path) -> None:
    """Everything between the file and the button that imports it."""
    name, other = st.columns([3, 1], vertical_alignment="center")
    name.markdown(f"**{markdown_text(upload.path.name)}** · {say_bytes(upload.size)}")
    other.button("Choose another file", key="import-other", on_click=draft.clear, width="stretch")
    said = draft.options
    reading = Reading(upload.path, said.encoding, said.form, said.sheet)
    try:
        with st.spinner("Reading the beginning of the file …"):
            shown = look(reading)
            chosen = mapping.chosen(draft, shown) if shown.form in MAPPED else {}
            records = tried(reading, said.day_first, chosen)
    except OSError as error:
        gone = "it was removed, or another tab has imported it."
        why = markdown_text(say_error(error)) if upload.path.exists() else gone
        st.error(f"The file cannot be read: {why}")
        return
    stuck = not shown.rows.empty and records[0].columns.empty
    _note_questions(draft, shown, chosen, stuck)
    questions, beside = st.columns([1, 2.4], gap="medium")
    with questions:
        _ask(draft, shown, chosen)
        _offer(draft, upload, workspace, shown, chosen)
    with beside:
        draw_look(reading, shown, records)


def _note_questions(draft: Draft, shown: Preview, chosen: Mapping[str, str], stuck: bool) -> None:
    """Take down what the file leaves open. A column that was chosen for the date may raise the
    question of its order only now."""
    if shown.question:
        draft.asked.add(shown.question)
    if stuck and draft.options.day_first is None and examples(shown, chosen):
        draft.asked.add("day_month")


def _ask(draft: Draft, shown: Preview, chosen: Mapping[str, str]) -> None:
    ask_reading(draft, shown)
    if shown.form in MAPPED and shown.columns:
        mapping.draw_mapping(draft, shown)
    if "day_month" in draft.asked:
        ask_order(draft, shown, chosen)
    ask_about(draft, shown)


def _offer(
    draft: Draft, upload: Upload, workspace: Path, shown: Preview, chosen: Mapping[str, str]
) -> None:
    """The button, or what is still to be said before it can be used."""
    folder = draft.folder(workspace)
    _ask_replace(draft, folder)
    wanting = missing(draft, shown, chosen, folder)
    ready = bool(shown.columns) and not wanting
    if st.button("Import", key="import-start", disabled=not ready, width="stretch"):
        options = replace(draft.options, form=shown.form, mapping=chosen)
        _begin(draft, upload, workspace, options)
    if wanting and (shown.columns or shown.question):
        st.caption(f"Still to be said: {'; '.join(MISSING[name] for name in wanting)}.")


def _ask_replace(draft: Draft, folder: Path) -> None:
    there = shelved(folder)
    if there is None:
        draft.replace = False
        return
    about = there.about
    count = f" ({say_rows(about.accepted, 'record')})" if about else ""
    draft.replace = st.checkbox(
        f"Replace the data set “{markdown_text(there.title)}”{count}, which has this title",
        draft.replace, key=draft.key(f"replace-{there.key}"),
    )  # fmt: skip


def missing(draft: Draft, shown: Preview, chosen: Mapping[str, str], folder: Path) -> list[str]:
    """What must be said before the import, keys of `MISSING`."""
    said, form = draft.options, FORMS.get(shown.form)
    cites = "{accessed}" in (said.citation or (form.citation if form else ""))
    tests = {
        "encoding": "encoding" in draft.asked and not said.encoding,
        "sheet": "sheet" in draft.asked and not said.sheet,
        "mapping": shown.form in MAPPED and not any(map(chosen.get, mapping.NEEDED)),
        "extent": bool(chosen.get(mapping.LAST_DAY)) and not chosen.get(mapping.EXTENT),
        "day_month": "day_month" in draft.asked and said.day_first is None,
        "title": not said.title,
        "accessed": cites and said.accessed is None,
        "replace": bool(said.title) and shelved(folder) is not None and not draft.replace,
        "taken": bool(said.title) and not is_free(folder),
    }
    return [name for name, open_ in tests.items() if open_]


def _begin(draft: Draft, upload: Upload, workspace: Path, options: Options) -> None:
    draft.notice = ""
    draft.job = jobs.begin(workspace, upload, draft.folder(workspace), options)
    st.rerun()
