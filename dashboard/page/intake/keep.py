"""Saves what was accepted as a data set of one's own, or into one; never into the curated one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import streamlit as st

from ...events.faults import DataError
from ...events.intake import Trouble, to_rows, troubles
from ...events.own import Conflict, load, new_set, save
from ...events.own.structure import package
from ...events.sets.library import own_sets
from ...figures.text import clean_text, markdown_text
from ..edit.desk import desk
from ..edit.words import title_of_column
from ..imports.words import list_faults
from .begin import draw_about
from .draft import SAVED, Intake

NEW = ""  # in the list of data sets: one that begins now
MAX_TITLE = 120


def draw_keep(now: Intake, workspace: Path, opened: Callable[[str], None]) -> None:
    """What is said of the article, where to save, and the button."""
    if not now.accepted and not now.kept_in:
        st.caption("Nothing is accepted yet, so there is nothing to save.")
        return
    count = len(now.accepted)
    with st.expander("About the article", expanded=bool(_article_faults(now))):
        draw_about(now, "keep")
    sets = own_sets(workspace)
    names = {NEW: "A new data set of your own", **sets}
    target, title = now.widget("target"), now.widget("set-title")
    chosen = st.selectbox("Save into", list(names), key=target,
                          index=list(names).index(now.kept_in) if now.kept_in in names else 0,
                          format_func=names.__getitem__)  # fmt: skip
    if chosen == NEW:
        default = now.article.title or f"From {now.article.publisher or 'an article'}"
        st.text_input("Title of the data set", default[:MAX_TITLE], key=title,
                      max_chars=MAX_TITLE)  # fmt: skip
    left = len(now.proposals) - len(now.states)
    words = f"Save {count} accepted record{'' if count == 1 else 's'}"
    st.button(words, key="intake-save", disabled=not count, on_click=_save,
              args=(now, workspace, target, title))  # fmt: skip
    if left:
        st.caption(f"{left} not decided yet: nothing of {'it is' if left == 1 else 'them is'} "
                   "saved.")  # fmt: skip
    if now.kept_in:
        st.button("Open these records", key="intake-open", on_click=opened, args=(now.kept_in,))


def _article_faults(now: Intake) -> list[Trouble]:
    """What is missing of the article, once a record was accepted."""
    if not now.accepted:
        return []
    rows, made = to_rows(now.accepted, now.article, now.publisher, now.known)
    return [t for t in troubles(package(), rows, made) if t.number == 0]


def _save(now: Intake, workspace: Path, target: str, title: str) -> None:
    key = st.session_state[target]
    name = clean_text(st.session_state.get(title) or "").strip()
    now.notice = now.told = ""
    if key == NEW and not name:
        now.notice = "The data set needs a title."
        return
    entries = now.accepted
    try:
        saved = _kept(now, workspace, key, name)
    except Conflict:
        now.notice = "Not saved: somebody else saved these records meanwhile. Save once more."
    except DataError as error:
        now.notice = f"Not saved:\n\n{list_faults(error.faults)}"
    except OSError as error:
        now.notice = f"Not saved: {markdown_text(error.strerror or str(error))}."
    else:
        if saved:
            now.states |= {entry.number: SAVED for entry in entries}
            now.kept_in, now.turn = saved, now.turn + 1
            count = len(entries)
            now.told = f"{count} record{'' if count == 1 else 's'} saved."


def _kept(now: Intake, workspace: Path, key: str, name: str) -> str:
    """Save them; returns the key of the data set, "" if something is wrong with them."""
    draft = load(workspace / key) if key else None
    rows, made = to_rows(now.accepted, now.article, now.publisher, now.known,
                         draft.rows if draft else None)  # fmt: skip
    found = troubles(draft.package if draft else package(), rows, made)
    if found:
        now.notice = _say(found)
        return ""
    who = desk().who
    if draft is None:
        return new_set(workspace, name, who, rows).name
    what = f"Taken from an article: {now.article.publisher}, {now.article.title}"
    save(workspace / key, replace(draft, rows=rows), who, what)
    return key


def _say(found: list[Trouble]) -> str:
    lines = []
    for one in found:
        where = f"Proposal {one.number:d}" if one.number else "About the article"
        column = title_of_column(one.table, one.column)
        lines.append(f"- {where}, {markdown_text(column)}: {markdown_text(one.allowed)}")
    return "Not saved:\n\n" + "\n".join(dict.fromkeys(lines))
