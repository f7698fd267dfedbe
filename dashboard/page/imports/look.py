"""Shows a file as it stands, and the records that would come of it, before it is imported."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from ...events.faults import Fault
from ...events.formats import FORMS
from ...events.imports import Options, Preview, preview_apart, trial
from ...events.imports.kinds import kind_of
from ...figures.text import markdown_text, shorten
from ..templates import render
from .words import list_faults, say_rows

MOST_COLUMNS = 100  # that are shown of a file
LONGEST = 200  # letters that are shown of a cell
ROW_PX, HEAD_PX, MOST_PX = 35, 38, 300
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
# What is shown of the records, and how it is called.
RECORD = {
    "date": "Date as stated", "earliest": "From", "latest": "To", "precision": "Known to the",
    "title": "What", "event_type": "Type", "actors": "Actors", "place_label": "Where",
    "place_precision": "Place known to", "country": "Country", "latitude": "Latitude",
    "longitude": "Longitude", "deaths_best": "Deaths", "sources": "Sources", "summary": "Text",
}  # fmt: skip


class Reading(NamedTuple):
    """Which file is read, and how (see `preview`). The path of an upload is never used again."""

    path: Path
    encoding: str
    form: str
    sheet: str


@lru_cache(maxsize=16)
def look(reading: Reading) -> Preview:
    """The preview of an upload, without a delimiter if it is no plain text. Raises OSError."""
    shown = preview_apart(*reading)
    if shown.columns and kind_of(reading.path, reading.encoding) != "text":
        return replace(shown, delimiter="")
    return shown


Tried = tuple[pd.DataFrame, tuple[Fault, ...]]


def tried(reading: Reading, day_first: bool | None, mapping: Mapping[str, str]) -> Tried:
    """What the rows of a preview become, and what is wrong with them; a table without columns if
    something must be said first."""
    return _tried(reading, day_first, tuple(sorted(mapping.items())))


@lru_cache(maxsize=32)
def _tried(reading: Reading, day_first: bool | None, mapping: tuple[tuple[str, str], ...]) -> Tried:
    shown = look(reading)
    if shown.rows.empty:
        return pd.DataFrame(), ()
    return trial(shown, Options(form=shown.form, day_first=day_first, mapping=dict(mapping)))


def draw_look(reading: Reading, shown: Preview, records: Tried) -> None:
    """What the file is taken for, its first rows, and the records that they become."""
    _what(reading, shown)
    if shown.faults and not shown.question:
        st.error(f"This file cannot be read.\n\n{list_faults(shown.faults)}")
    if shown.rows.empty:
        if shown.question:
            st.info(f"The rows can be shown when this is said.\n\n{list_faults(shown.faults)}")
        return
    st.html(f"<h2>As it stands: the first {say_rows(len(shown.rows))}</h2>")
    more = len(shown.columns) - MOST_COLUMNS
    rows = shown.rows.iloc[:, :MOST_COLUMNS].map(lambda cell: shorten(cell, LONGEST))
    _table(rows.rename_axis("Line").reset_index(), "import-rows")
    if more > 0:
        st.caption(f"The first {MOST_COLUMNS} columns are shown, {more:,} more are read.")
    _draw_records(len(shown.rows), *records)


def _what(reading: Reading, shown: Preview) -> None:
    form, found = FORMS.get(shown.form), look(reading._replace(form="")).form
    parts = [f"{len(shown.columns):,} columns"] if shown.columns else []
    if shown.delimiter:
        parts.append(f"separated by {DELIMITERS.get(shown.delimiter, shown.delimiter)}")
        parts.append(f"text in {shown.encoding.upper()}")
    parts += [f"tab “{shown.sheet}”"] if shown.sheet else []
    known = bool(form) and shown.form != "columns" and bool(shown.columns)
    st.html(render("import_look.html", form=form, known=known, parts=parts))
    if shown.form != found and found in FORMS:
        chosen, other = (markdown_text(FORMS[name].label) for name in (shown.form, found))
        st.warning(f"Read as {chosen}, as you chose; by its columns it is: {other}.")


def _draw_records(rows: int, events: pd.DataFrame, faults: tuple[Fault, ...]) -> None:
    st.html("<h2>As records: what these rows become</h2>")
    if events.columns.empty:  # nothing can be made of any row yet
        st.info(f"They can be shown when this is said.\n\n{list_faults(faults)}")
        return
    if not events.empty:
        _table(_records(events), "import-records")
    rejected = rows - len(events)
    st.caption(f"Of {say_rows(rows)}, {len(events):,} would be accepted, {rejected:,} rejected.")
    if faults:
        st.warning(list_faults(faults))


def _records(events: pd.DataFrame) -> pd.DataFrame:
    """The columns of the records that hold anything, as text for people."""
    known = [name for name in RECORD if name in events]
    table = events[known].copy()
    for name in known:
        table[name] = table[name].map(_cell)
    filled = [name for name in known if (table[name] != "").any()]
    return table[filled].rename(columns=RECORD)


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return shorten(value, LONGEST)
    if hasattr(value, "__len__"):
        return shorten("; ".join(map(str, value)), LONGEST)
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _table(rows: pd.DataFrame, key: str) -> None:
    height = min(HEAD_PX + ROW_PX * len(rows), MOST_PX)
    st.dataframe(rows, key=key, hide_index=True, height=height)
