"""The rows of one table to choose from, with a search and the number of faults of each."""

from collections import Counter

import pandas as pd
import streamlit as st

from ...events.own.structure import key_of
from ...events.table import fold
from ..reports import unless_gone
from .desk import MAX_TEXT, Desk
from .words import TABLES, label_of, title_of_column
from .work import Work

SHOWN = {
    "events": ("date", "title", "event_type"),
    "claims": ("event_id", "speaker", "statement", "contested"),
    "actors": ("name", "kind", "side"),
    "places": ("label", "kind", "place_precision"),
    "sources": ("publisher", "title", "date"),
}
NAMES = {("claims", "event_id"): "events", ("claims", "speaker"): "actors",
         ("events", "event_type"): "categories", ("actors", "side"): "sides"}  # fmt: skip
WIDTHS = {"date": 150, "title": 260, "event_type": 100, "statement": 270, "label": 220}  # px
ROW_PX, TALLEST = 36, 500


def draw_list(desk: Desk, work: Work) -> None:
    """The rows of the table chosen; a click on one puts it into the form."""
    table, (plural, one) = desk.table, TABLES[desk.table]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input("Search", key=f"edit-search-{table}", max_chars=MAX_TEXT,
                              placeholder=f"Search {plural.lower()}",
                              label_visibility="collapsed")  # fmt: skip
        st.button(f"Add a {one}" if one[0] not in "aeiou" else f"Add an {one}", key="edit-add",
                  on_click=desk.begin_row, args=(table,))  # fmt: skip
    found = _found(work, table, words)
    if not found:
        st.caption("None found." if work.rows[table] else f"No {plural.lower()} yet.")
        return
    _draw_rows(desk, work, found, words)


def choose_table(desk: Desk, work: Work) -> None:
    """The tables, with how many rows and faults each has."""
    key = f"edit-table-{desk.table}"
    faults = Counter(work.row_of(fault)[0] for fault in work.faults)

    def chosen() -> None:
        if st.session_state[key]:  # a click on the chosen one takes it back: it stays
            desk.show_table(st.session_state[key])

    def label(table: str) -> str:
        sign = f" ⚠ {faults[table]:d}" if faults[table] else ""
        return f"{TABLES[table][0]} {len(work.rows[table])}{sign}"

    st.segmented_control("Table", list(TABLES), default=desk.table, key=key,
                         on_change=unless_gone(lambda: desk.table, chosen),
                         format_func=label, label_visibility="collapsed")  # fmt: skip


def _found(work: Work, table: str, words: str) -> list[dict[str, str]]:
    """The rows in which all words occur, in any cell."""
    wanted = fold(words).split()
    return [row for row in work.rows[table]
            if all(word in fold(" ".join(row.values())) for word in wanted)]  # fmt: skip


def _draw_rows(desk: Desk, work: Work, found: list[dict[str, str]], words: str) -> None:
    table = desk.table
    ids = [row[key_of(table)] for row in found]
    wrong = Counter(key for t, key in map(work.row_of, work.faults) if t == table)
    shown = pd.DataFrame(
        [{**({"faults": f"⚠ {wrong[i]}" if wrong[i] else ""} if wrong else {}),
          **_cells(work, table, row)}
         for i, row in zip(ids, found, strict=True)]
    )  # fmt: skip
    # A choice is remembered by its place: another key for other rows.
    key = f"edit-rows-{table}-{work.draft.version.number}-{hash(words)}-{desk.picks}"

    def chosen() -> None:
        picked = st.session_state[key].selection
        at = [*picked.rows, *(row for row, _ in picked.cells)]
        if at:
            picks = desk.picks
            desk.open_row(table, ids[at[0]])
            desk.picks = picks  # the list stays as it is, with the choice marked

    text = st.column_config.TextColumn
    columns = {name: text(title_of_column(table, name), width=WIDTHS.get(name, "medium"))
               for name in SHOWN[table]}  # fmt: skip
    st.dataframe(shown, key=key, hide_index=True, on_select=chosen,
                 selection_mode=["single-row", "single-cell"],
                 height=min(ROW_PX * (len(shown) + 1) + 3, TALLEST),
                 column_config={"faults": text("Faults", width=60), **columns})  # fmt: skip


def _cells(work: Work, table: str, row: dict[str, str]) -> dict[str, str]:
    return {name: label_of(work.rows, NAMES[table, name], row[name])
            if (table, name) in NAMES and row[name] else row[name]
            for name in SHOWN[table]}  # fmt: skip
