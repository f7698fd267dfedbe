"""Names an actor that the tables do not know, such as an official who speaks in the article."""

import streamlit as st

from ...events.own.structure import resources
from ...events.sets.names import folder_name
from ...figures.text import clean_text, markdown_text
from .. import cache
from .draft import Intake

MAX_TEXT = 100


def draw_people(now: Intake) -> None:
    """Name, kind and side of somebody new; the name is what the text says, if it says one."""
    fields = resources()["actors"]["schema"]["fields"]
    kinds = next(f["constraints"]["enum"] for f in fields if f["name"] == "kind")
    sides = cache.dataset().names["speaker"]
    with st.expander("Somebody who is not in the list"), st.form(now.widget("new"), border=False):
        st.text_input("Name", now.shown.speaker_words, key=now.widget("new-name"),
                      max_chars=MAX_TEXT)  # fmt: skip
        kind, side = st.columns(2)
        kind.selectbox("Kind", kinds, None, key=now.widget("new-kind"), placeholder="None chosen",
                       format_func=str.capitalize)  # fmt: skip
        side.selectbox("Side", list(sides), None, key=now.widget("new-side"),
                       placeholder="None chosen",
                       format_func=sides.__getitem__)  # fmt: skip
        st.form_submit_button("Add to the list", key=now.widget("new-add"), on_click=_add,
                              args=(now,))  # fmt: skip


def _add(now: Intake) -> None:
    held = st.session_state
    name = clean_text(held[now.widget("new-name")]).strip()
    kind, side = held[now.widget("new-kind")], held[now.widget("new-side")]
    known = now.known["actors"]
    if not (name and kind and side):
        now.notice = "Somebody new needs a name, a kind and a side."
    elif any(name == row["name"] or folder_name(name) == row["actor_id"] for row in known):
        now.notice = f"{markdown_text(name)} is in the list already."
    else:
        now.added.append({"actor_id": folder_name(name), "name": name, "kind": kind, "side": side,
                          "parent": ""})  # fmt: skip
        now.notice, now.told = "", f"{markdown_text(name)} can be chosen now."
