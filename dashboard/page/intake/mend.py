"""The fields of one proposed record, with what is wrong at each, and the button that accepts it."""

import streamlit as st

from ...events.check.accounts import ALONE
from ...events.faults import Fault
from ...events.intake import ARTICLE, Entry, Trouble
from ...events.own.structure import resources
from ..edit.fields import Field, cell_of, draw_field
from ..templates import render
from .draft import Intake, label
from .people import draw_people

LINES = (("title",), ("date", "said"), ("actors",), ("places",), ("event_type",), ("summary",))
SPEAKERS, CONTESTED = "Who says so", "Contested: another says otherwise"


def draw_mend(now: Intake) -> None:
    """The form, filled with what was proposed or last typed; and a way to name somebody new."""
    entry = now.entry()
    with st.form(now.widget("form"), border=True):
        for line in LINES:
            for column, name in zip(st.columns(len(line)), line, strict=True):
                with column:
                    _draw_cell(now, entry, name)
        _draw_speakers(now, entry)
        _draw_contested(now, entry)
        st.form_submit_button("Accept with these changes", key=now.widget("take"),
                              on_click=_take, args=(now,))  # fmt: skip
    leave, drop = st.columns(2)
    leave.button("Leave it for now", key=now.widget("leave"), on_click=now.go, args=(now.at,),
                 width="stretch")  # fmt: skip
    drop.button("Drop", key=now.widget("drop"), on_click=now.drop, width="stretch")
    draw_people(now)


def _draw_cell(now: Intake, entry: Entry, name: str) -> None:
    about = next(f for f in resources()["events"]["schema"]["fields"] if f["name"] == name)
    wrong = [Fault("events.csv", 0, name, "", t.allowed) for t in _of(now, "events", name)]
    field = Field("events", about, entry.cells[name], wrong, now.widget(name))
    draw_field(field, now.known, fixed=False)


def _draw_speakers(now: Intake, entry: Entry) -> None:
    names = {ARTICLE: now.article.publisher or "The article itself", **label(now.known, "actors")}
    st.multiselect(f"{SPEAKERS} \\*", list(names), list(entry.speakers), key=now.widget("speakers"),
                   format_func=names.__getitem__, placeholder="None chosen",
                   select_all=False)  # fmt: skip
    alone = [t for t in _of(now, "events", "event_id") if "at least one claim" in t.allowed]
    _draw_wrong(SPEAKERS, [*_of(now, "claims"), *alone])


def _draw_contested(now: Intake, entry: Entry) -> None:
    st.checkbox(CONTESTED, entry.contested, key=now.widget("contested"))
    st.checkbox("I looked, and found no other account", ALONE in entry.cells["note"],
                key=now.widget("alone"),
                help=f"The note then says “{ALONE}” Other accounts are added under “Records by "
                     "hand”.")  # fmt: skip
    sides = [t for t in _of(now, "events", "event_id") if "two sides" in t.allowed]
    _draw_wrong("Contested", sides)


def _draw_wrong(title: str, found: list[Trouble]) -> None:
    if found:
        told = list(dict.fromkeys(t.allowed for t in found))
        st.html(render("edit_fault.html", title=title, faults=told))


def _of(now: Intake, table: str, column: str = "") -> list[Trouble]:
    return [t for t in now.faults if t.table == table and column in ("", t.column)]


def _take(now: Intake) -> None:
    """Accept what stands in the fields."""
    held = st.session_state
    cells = {name: cell_of(held[now.widget(name)]) for line in LINES for name in line}
    cells["note"] = ALONE if held[now.widget("alone")] else ""
    speakers = tuple(held[now.widget("speakers")])
    now.accept(Entry(now.at, cells, speakers, bool(held[now.widget("contested")])))
