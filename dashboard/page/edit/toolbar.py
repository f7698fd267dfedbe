"""What is done with a data set as a whole: undo, redo, download, open, title, history."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

import pandas as pd
import streamlit as st

from ...events.own import next_redo, next_undo, pack, redo, undo
from ...figures.text import markdown_text, shorten
from ..templates import render
from .desk import MAX_TEXT, Desk
from .work import Work, attempt, keep

WHAT = 40  # characters of an edit on a button
LONGEST = 200  # characters of a title


def draw_toolbar(desk: Desk, work: Work, opened: Callable[[str], None]) -> None:
    """The title with what stands in the set, and the buttons."""
    last = work.draft.version
    st.html(render("edit_set.html", title=str(work.draft.package["title"]), last=last,
                   records=len(work.rows["events"]), claims=len(work.rows["claims"]),
                   faults=len(work.faults)))  # fmt: skip
    back, forth = next_undo(work.versions), next_redo(work.versions)
    with st.container(horizontal=True):
        _step(desk, work, "Undo", back.what if back else "", undo)
        _step(desk, work, "Redo", forth.what if forth else "", redo)
        st.download_button("Download data package", partial(_pack, work.folder, last.sha256),
                           f"{work.folder.name}-{last.number}.zip", "application/zip",
                           key="edit-pack", on_click="ignore",
                           help="CSV tables and datapackage.json in a ZIP file")  # fmt: skip
        st.button("Open these records", key="edit-open", on_click=opened,
                  args=(work.folder.name,), disabled=not work.rows["events"],
                  help="Show them on the timeline and the map")  # fmt: skip


def _step(
    desk: Desk, work: Work, name: str, what: str, step: Callable[[Path, str], object]
) -> None:
    label = f"{name}: {markdown_text(shorten(what, WHAT))}" if what else name
    st.button(label, key=f"edit-{name.lower()}", disabled=not what, on_click=_take_step,
              args=(desk, work, name, what, step))  # fmt: skip


def _take_step(
    desk: Desk, work: Work, name: str, what: str, step: Callable[[Path, str], object]
) -> None:
    at, back = desk.at, desk.back
    if attempt(desk, lambda: step(work.folder, desk.who)):
        desk.close()
        if at and at[1]:
            desk.open_row(*at, back)
        desk.told = f"{'Undone' if name == 'Undo' else 'Done again'}: {markdown_text(what)}."


@lru_cache(maxsize=4)
def _pack(folder: Path, sha256: str) -> bytes:
    return pack(folder)


def draw_about(desk: Desk, work: Work) -> None:
    """Title and description of the data set, to be changed."""
    package = work.draft.package
    with st.expander("Title and description"), st.form(f"edit-about-{desk.base}", border=False):
        title = st.text_input("Title *", str(package["title"]), key=f"edit-about-title-{desk.base}",
                              max_chars=LONGEST)  # fmt: skip
        told = st.text_area("Description", str(package.get("description", "")), max_chars=MAX_TEXT,
                            key=f"edit-about-told-{desk.base}")  # fmt: skip
        if st.form_submit_button("Save", key="edit-about-save"):
            _save_about(desk, work, title.strip(), told.strip())
            st.rerun()


def _save_about(desk: Desk, work: Work, title: str, description: str) -> None:
    if not title:
        desk.notice = "Not saved: a data set needs a title."
        return
    about = {"title": title, "description": description}
    keep(desk, work.folder, lambda draft: replace(draft, package={**draft.package, **about}),
         f"Titled “{title}” and described")  # fmt: skip


def draw_history(work: Work) -> None:
    """Every version, the newest first: when, who, what."""
    count = len(work.versions)
    with st.expander(f"History: {count} version{'s' if count > 1 else ''}"):
        st.dataframe(
            pd.DataFrame(
                [{"Version": v.number, "When (UTC)": v.at[:19].replace("T", " "), "Who": v.who,
                  "What": v.what} for v in reversed(work.versions)]
            ),
            hide_index=True, key=f"edit-history-{count}",
            column_config={"Version": st.column_config.NumberColumn(width=70)},
        )  # fmt: skip
