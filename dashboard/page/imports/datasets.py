"""The list of imported data sets: where each comes from, its report, and the way to remove it."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ...events.formats import FORMS
from ...figures.text import markdown_text
from ..templates import render
from .draft import Draft
from .outcome import draw_outcome, of_shelved
from .shelf import Shelved, all_shelved, remove
from .watch import say_error
from .words import say_bytes, say_rows


def draw_datasets(draft: Draft, workspace: Path, opened: Callable[[str], None]) -> None:
    """One frame a data set; nothing but a sentence if there is none."""
    items = all_shelved(workspace)
    st.html(f'<h2 class="cd-h2">Imported data sets ({len(items)})</h2>')
    if not items:
        st.caption("None yet.")
    for item in items:
        with st.container(border=True):
            _draw(draft, item, opened)


def _draw(draft: Draft, item: Shelved, opened: Callable[[str], None]) -> None:
    label = FORMS[item.about.form].label if item.about and item.about.form in FORMS else ""
    st.html(render("import_set.html", item=item, about=item.about, form=label,
                   size=say_bytes(item.size)))  # fmt: skip
    with st.container(horizontal=True):
        name = markdown_text(item.title)
        if item.about:
            st.button("Open", key=f"open-{item.key}", on_click=opened, args=(item.key,),
                      help=f"Show the records of “{name}”")  # fmt: skip
            st.button("Report", key=f"report-{item.key}", on_click=_toggle, args=(draft, item.key),
                      help=f"What was rejected and changed when “{name}” was imported")  # fmt: skip
        st.button("Delete", key=f"delete-{item.key}", on_click=_ask, args=(draft, item.key),
                  help=f"Remove “{name}” from this computer")  # fmt: skip
    if draft.deleting == item.key:
        _confirm(draft, item)
    outcome = of_shelved(item) if draft.reporting == item.key else None
    if outcome:
        draw_outcome(outcome, item.key)


def _toggle(draft: Draft, key: str) -> None:
    draft.reporting = "" if draft.reporting == key else key


def _ask(draft: Draft, key: str) -> None:
    draft.deleting = key


def _confirm(draft: Draft, item: Shelved) -> None:
    count = f" and its {say_rows(item.about.accepted, 'record')}" if item.about else ""
    st.warning(f"Delete “{markdown_text(item.title)}”{count}? This removes the imported copy. "
               "The file that you imported is not touched.")  # fmt: skip
    with st.container(horizontal=True):
        st.button("Yes, delete", key=f"delete-yes-{item.key}", on_click=_delete, args=(draft, item))
        st.button("Keep it", key=f"delete-no-{item.key}", on_click=_ask, args=(draft, ""))


def _delete(draft: Draft, item: Shelved) -> None:
    draft.deleting, draft.notice = "", ""
    try:
        remove(item)
    except OSError as error:
        if item.folder.exists():  # else another tab was faster
            draft.notice = (f"“{markdown_text(item.title)}” was not deleted: "
                            f"{markdown_text(say_error(error))}")  # fmt: skip
    if draft.job and draft.job.over and draft.job.folder == item.folder:
        draft.job = None
