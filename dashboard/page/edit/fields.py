"""One field of a form, made from what the description says of its column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ...events.dates import say_edtf
from ...events.faults import DateError, Fault
from ...events.own import Rows
from ...events.own.structure import key_of, links
from ...events.tables import split_list
from ...figures.text import markdown_text
from ..templates import render
from .desk import MAX_TEXT
from .words import label_of

LONG = ("summary", "statement", "note")
LABELS = {"event_type": "categories", "side": "sides"}  # allowed values that have a name
FEW = 2  # allowed values that are shown side by side
HINTS = {
    "edtf": "2020-11-07, 2020-11, 1991~, 2020-09-27/2020-11-10",
    "date": "2020-11-07",
    "number": "39.82",
}


@dataclass(frozen=True)
class Field:
    """A column in a form: its description, its value now, its faults, the key of its widget."""

    table: str
    about: Mapping[str, Any]
    value: str
    faults: Sequence[Fault]
    key: str

    @property
    def name(self) -> str:
        return str(self.about["name"])

    @property
    def rules(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.about.get("constraints", {})
        return found

    @property
    def required(self) -> bool:
        return bool(self.rules.get("required"))

    @property
    def label(self) -> str:
        """The name, with a star if it must be filled, and a sign if it has a fault."""
        star = " *" if self.required else ""
        sign = "⚠ " if self.faults else ""
        return f"{sign}{markdown_text(str(self.about['title']))}{star}"


def draw_field(field: Field, rows: Rows, fixed: bool) -> None:
    """The widget, and below it what is wrong with its value or how its date reads in words."""
    about = markdown_text(str(field.about.get("description", ""))) or None
    target = next((k for k in links() if (k.table, k.column) == (field.table, field.name)), None)
    enum = list(field.rules.get("enum", ()))
    if enum:
        _one_of(field, enum, LABELS.get(field.name, ""), rows, about)
    elif target and not fixed:
        ids = [row[key_of(target.target)] for row in rows[target.target]]
        draw = _any_of if target.many else _one_of
        draw(field, ids, target.target, rows, about)
    elif field.name in LONG:
        st.text_area(field.label, field.value, key=field.key, help=about, max_chars=MAX_TEXT,
                     height=100)  # fmt: skip
    else:
        kind = field.about.get("x_format") or field.about["type"]
        st.text_input(field.label, field.value, key=field.key, help=about, max_chars=MAX_TEXT,
                      disabled=fixed, placeholder=HINTS.get(kind))  # fmt: skip
    _below(field)


def _one_of(field: Field, values: Sequence[str], table: str, rows: Rows, about: str | None) -> None:
    there = field.value and field.value not in values
    options = [*values, *([field.value] if there else [])]
    names = {each: _named(each, table, rows) for each in options}
    chosen = options.index(field.value) if field.value else None
    if len(values) <= FEW and table == "":
        st.radio(field.label, options, chosen, key=field.key, help=about, horizontal=True,
                 format_func=lambda each: markdown_text(names[each]))  # fmt: skip
        return
    st.selectbox(field.label, options, chosen, key=field.key, help=about,
                 format_func=names.__getitem__, placeholder="None chosen")  # fmt: skip


def _any_of(field: Field, values: Sequence[str], table: str, rows: Rows, about: str | None) -> None:
    chosen = list(dict.fromkeys(split_list(field.value)))
    options = list(dict.fromkeys([*values, *chosen]))
    names = {each: _named(each, table, rows) for each in options}
    st.multiselect(field.label, options, chosen, key=field.key, help=about,
                   format_func=names.__getitem__, placeholder="None chosen",
                   select_all=False)  # fmt: skip


def _named(value: str, table: str, rows: Rows) -> str:
    """What a value is called; lists show it as it stands, without Markdown."""
    return label_of(rows, table, value) if table else value.replace("_", " ").capitalize()


def _below(field: Field) -> None:
    if field.faults:
        told = [fault.allowed for fault in field.faults]
        st.html(render("edit_fault.html", title=field.about["title"], faults=told))
    elif field.about.get("x_format") == "edtf" and field.value:
        try:
            st.caption(markdown_text(say_edtf(field.value) or "date not known"))
        except DateError:  # not of a field without faults, but the parser is not ours
            return


def cell_of(value: Any) -> str:
    """The text of a cell from what a widget holds."""
    if value is None:
        return ""
    return ";".join(value) if isinstance(value, list) else str(value).strip()
