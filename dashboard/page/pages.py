"""The records of an imported data set, page by page: all of them, newest first."""

from typing import Any

import pandas as pd
import streamlit as st

from ..events.dataset import Dataset, View
from ..events.dates import say_dated
from ..events.filters import Filter
from ..events.sets.source import Stored
from . import answers, state
from .answers import PER_PAGE, Key
from .downloads import csv_button, form_button
from .reports import unless_gone

ROW_PX = 36


def draw_pages(view: View, data: Dataset, source: Stored) -> None:
    """A table of `PER_PAGE` records with the way to the next ones; choosing one marks it."""
    st.subheader(f"Records ({view.shown:,} of {view.total:,})")
    if not view.shown:
        return
    value = view.filter.without_event()
    trail = _trail(value, source.sha256)
    rows = answers.page(value, source.sha256, trail[-1])
    _buttons(view, data, rows, trail)
    _table(rows, f"{source.sha256[:8]}-{hash(value)}-{len(trail)}")


def _trail(value: Filter, sha256: str) -> list[Key | None]:
    """The keys after which the pages up to this one begin; a new filter or data set begins anew."""
    state_ = st.session_state
    if state_.get("paged") != (value, sha256):
        state_.paged, state_.trail = (value, sha256), [None]
    trail: list[Key | None] = state_.trail
    return trail


def _buttons(view: View, data: Dataset, rows: pd.DataFrame, trail: list[Key | None]) -> None:
    first = (len(trail) - 1) * PER_PAGE
    # The last one stays free: the table's own tools appear there when it is pointed at.
    before, text, after, table, excel, _ = st.columns(
        [1, 3, 1, 2, 2, 0.8], vertical_alignment="center"
    )
    before.button("‹", key="page-before", help="Newer records", disabled=len(trail) == 1,
                  on_click=lambda: trail.__delitem__(-1), width="stretch")  # fmt: skip
    text.html(f'<p class="cd-step">{first + 1:,}–{first + len(rows):,} of {view.shown:,}, '
              "newest first</p>")  # fmt: skip
    more = first + len(rows) < view.shown and len(rows) > 0
    after.button("›", key="page-after", help="Older records", disabled=not more,
                 on_click=trail.append, args=(_key(rows),), width="stretch")  # fmt: skip
    if not view.crowd:
        with table:
            csv_button(view, data, "CSV (zip)", "csv")
        with excel:
            form_button(view, data, "xlsx", "Excel", "xlsx")


def _key(rows: pd.DataFrame) -> Key | None:
    """The key of the last row, after which the next page begins."""
    if rows.empty:
        return None
    day, event_id = rows.iloc[-1][["earliest", "event_id"]]
    return (None if pd.isna(day) else pd.Timestamp(day).date()), str(event_id)


def _table(rows: pd.DataFrame, page: str) -> None:
    """One row a record, empty where the data set states nothing; `page` names the page."""
    table = pd.DataFrame(
        {
            "when": [say_dated(*v) for v in zip(
                *(pd.to_datetime(rows[c]) for c in ("earliest", "latest", "clock")),
                rows["extent"], rows["precision"], strict=True)],
            "what": rows["title"],
            "type": rows["event_type"],
            "where": rows["place_label"],
            "country": rows["country"],
            "best": rows["deaths_best"].astype("Int64"),
            "between": [_between(*v) for v in zip(rows["deaths_low"], rows["deaths_high"],
                                                  strict=True)],
            "sources": [", ".join(s) for s in rows["sources"]],
        }
    )  # fmt: skip
    ids = list(rows["event_id"])
    key = f"pages-{page}-{st.session_state.picks}"

    def chosen() -> None:
        picked = st.session_state[key].selection.rows
        if picked:
            state.select([ids[picked[0]]])

    text, number_ = st.column_config.TextColumn, st.column_config.NumberColumn
    st.dataframe(
        table.dropna(axis="columns", how="all"), key=key, hide_index=True,
        on_select=unless_gone(lambda: st.session_state.picks, chosen),
        selection_mode="single-row", height=min(ROW_PX * (len(table) + 1) + 3, 430),
        column_config={
            "when": text("When", width=190), "what": text("What", width=360),
            "type": text("Type", width=140), "where": text("Where", width=190),
            "country": text("Country", width=110),
            "best": number_("Deaths, best estimate", width=90),
            "between": text("Deaths, low–high", width=100),
            "sources": text("Sources named", width=230),
        },
    )  # fmt: skip


def _between(low: Any, high: Any) -> str | None:
    return f"{int(low):,}–{int(high):,}" if pd.notna(low) and pd.notna(high) else None
