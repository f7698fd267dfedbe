"""The form of one row: its fields in a readable order, saved by one button, deleted by two."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from ...events.own import Rows, drop, find, new_claim_id, put, references
from ...events.own.structure import columns_of, key_of
from ...figures.text import markdown_text
from ..templates import render
from .claims import draw_claims_of
from .desk import Desk
from .fields import Field, cell_of, draw_field
from .words import TABLES, label_of, name_row, new_id
from .work import Work, keep, rows_changed

# Columns side by side, in the order in which somebody would tell them; others follow at the end.
LINES: dict[str, tuple[tuple[str, ...], ...]] = {
    "events": (("title",), ("date", "said"), ("layer", "event_type"), ("summary",), ("actors",),
               ("places",), ("sources",), ("about_event",), ("note",)),
    "claims": (("event_id",), ("speaker", "side"), ("statement",), ("source_id",),
               ("said", "event_date"), ("contested",)),
    "actors": (("name",), ("kind", "side"), ("parent",)),
    "places": (("label",), ("name_az", "name_hy"), ("latitude", "longitude"),
               ("kind", "place_precision"), ("radius_km", "area"), ("note",)),
    "sources": (("publisher",), ("title",), ("date", "kind"), ("url",), ("locator",),
                ("archive_url", "accessed"), ("affiliation", "read")),
}  # fmt: skip
SHOWN = 6  # rows that are named where one is to be deleted


def draw_row(desk: Desk, work: Work) -> None:
    """The form of the row on the desk; a sentence if there is none (any more)."""
    row = _row(desk, work)
    if row is None or desk.at is None:
        st.html(render("edit_hint.html"))
        return
    table, key = desk.at
    one, named = TABLES[table][1], name_row(work.rows, table, row)
    title = f"{one.capitalize()}: {named}" if key else f"New {one}"
    st.html(render("edit_row.html", title=title, faults=len(work.faults_of(table, key))))
    if desk.back:
        st.button("‹ To its record", on_click=desk.open_row, args=("events", desk.back),
                  key=desk.widget("back"))  # fmt: skip
    with st.form(desk.widget("form"), border=True):
        fields = _draw_fields(desk, work, row)
        st.caption("\\* must be filled. A row with faults can be saved; they stay listed.")
        st.form_submit_button("Save", key=desk.widget("save"), on_click=_submit,
                              args=(desk, work, fields))  # fmt: skip
    if key:
        if table == "events":
            draw_claims_of(desk, work, key)
        _draw_delete(desk, work, table, key)


def _row(desk: Desk, work: Work) -> dict[str, str] | None:
    if desk.at is None:
        return None
    table, key = desk.at
    row = find(work.rows, table, key) if key else desk.fresh
    return row if row is None else {**row, **desk.typed}


def _draw_fields(desk: Desk, work: Work, row: Mapping[str, str]) -> dict[str, str]:
    """Draw them; returns the keys of their widgets by column."""
    assert desk.at
    table, key = desk.at
    found = [*work.faults_of(table, key), *desk.refused]
    about = {f["name"]: f for r in work.draft.package["resources"] if r["name"] == table
             for f in r["schema"]["fields"]}  # fmt: skip
    placed = {name for line in LINES[table] for name in line}
    rest = [(name,) for name in columns_of(table) if name not in placed]
    for line in [*LINES[table], *rest]:
        for column, name in zip(st.columns(len(line)), line, strict=True):
            at_fault = [fault for fault in found if fault.column == name]
            field = Field(table, about[name], row.get(name, ""), at_fault, desk.widget(name))
            with column:
                draw_field(field, work.rows, fixed=bool(key) and name == key_of(table))
    return {name: desk.widget(name) for name in columns_of(table)}


def _submit(desk: Desk, work: Work, fields: Mapping[str, str]) -> None:
    """Save what stands in the fields; where that fails they keep it."""
    assert desk.at
    (table, key), back = desk.at, desk.back
    row = {name: cell_of(st.session_state.get(widget)) for name, widget in fields.items()}
    row = _completed(work.rows, table, row)
    words = f"{TABLES[table][1]} “{name_row(work.rows, table, row)}”"
    done = f"{'Changed' if key else 'Added'} {words}"
    if keep(desk, work.folder, rows_changed(partial(_put, table, row, key)), done):
        desk.open_row(table, row[key_of(table)], back)
        desk.told = markdown_text(f"{done}.")
    else:
        desk.keep_typed({name: cell_of(st.session_state.get(w)) for name, w in fields.items()})


def _put(table: str, row: Mapping[str, str], key: str, rows: Rows) -> Rows:
    return put(rows, table, row, key)


def _completed(rows: Rows, table: str, row: dict[str, str]) -> dict[str, str]:
    """The row with what follows from the rest where it was left empty: its id, a claim's side."""
    made: dict[str, Any] = dict(row)
    speaker = find(rows, "actors", row.get("speaker", "")) if table == "claims" else None
    if speaker and not row["side"]:
        made["side"] = speaker["side"]
    if not row[key_of(table)]:
        claim = table == "claims" and row["event_id"]
        made[key_of(table)] = (new_claim_id(rows, row["event_id"]) if claim
                               else new_id(rows, table, row))  # fmt: skip
    return made


def _draw_delete(desk: Desk, work: Work, table: str, key: str) -> None:
    name = TABLES[table][1]

    def ask(deleting: bool) -> None:
        desk.deleting = deleting

    if not desk.deleting:
        st.button(f"Delete this {name} …", key=desk.widget("delete"), on_click=ask, args=(True,))
        return
    st.warning(_what_goes(work, table, key))
    with st.container(horizontal=True):
        st.button("Yes, delete", key=desk.widget("delete-yes"), on_click=_delete,
                  args=(desk, work, table, key))  # fmt: skip
        st.button("Keep it", key=desk.widget("delete-no"), on_click=ask, args=(False,))


def _what_goes(work: Work, table: str, key: str) -> str:
    """What deleting a row does to others, in Markdown."""
    named = references(work.rows, table, key)
    claims = [each for each in named if table == "events" and each.column == "event_id"]
    others = [each for each in named if each not in claims]
    told = [f"Delete “{markdown_text(label_of(work.rows, table, key))}”?"]
    if claims:
        told.append(f"Its claims ({len(claims)}) go with it.")
    if others:
        rows = [f"{TABLES[each.table][1]} “{label_of(work.rows, each.table, each.key)}”"
                for each in others[:SHOWN] if each.table in TABLES]  # fmt: skip
        more = f" and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
        told.append(f"It is named by {markdown_text(', '.join(rows))}{more}: "
                    "these would then have faults to mend.")  # fmt: skip
    told.append("Undo brings it back.")
    return " ".join(told)


def _delete(desk: Desk, work: Work, table: str, key: str) -> None:
    back = desk.back
    done = f"Deleted {TABLES[table][1]} “{label_of(work.rows, table, key)}”"
    if keep(desk, work.folder, rows_changed(lambda rows: drop(rows, table, key)), done):
        desk.close()
        if back:
            desk.open_row("events", back)
        desk.told = markdown_text(f"{done}.")
