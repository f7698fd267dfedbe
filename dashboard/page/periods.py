"""Period buttons, and the strip under the overview that shows the chosen window."""

from datetime import date

import pandas as pd
import streamlit as st

from ..events.dataset import Dataset
from ..events.dates import say_range
from ..events.filters import Filter
from ..events.table import row_by_row
from ..figures.panels import DAY, Panel, place_on_axis
from ..figures.text import markdown_text
from . import state
from .reports import unless_gone
from .templates import render

ALL = "All"


def period_buttons(data: Dataset, value: Filter) -> None:
    """One button for each period of the data set, and "All"."""
    spans = {ALL: (None, None)} | {
        label: (date.fromisoformat(a), date.fromisoformat(b))
        for label, a, b in row_by_row(data.tables.periods, "label", "from", "to")
    }
    here = (value.since, value.until)
    key = f"period-{value.since}-{value.until}"  # another period, another default

    def dates() -> tuple[date | None, date | None]:
        return st.session_state.filter.since, st.session_state.filter.until

    def chosen() -> None:
        label = st.session_state[key]
        if label:  # a click on the chosen one takes it back: that leaves the period as it is
            state.set_period(*spans[label])

    label = next((k for k, v in spans.items() if v == here), None)
    st.segmented_control("Period", list(spans), default=label, key=key,
                         on_change=unless_gone(dates, chosen), format_func=markdown_text,
                         label_visibility="collapsed")  # fmt: skip


def window_strip(panels: tuple[Panel, ...], first: pd.Timestamp, last: pd.Timestamp) -> None:
    """The chosen window on the overview's axis; `panels` are those of the overview."""
    left = place_on_axis(panels, first) * 100
    right = place_on_axis(panels, last + DAY, end=True) * 100
    st.html(
        render(
            "strip.html",
            left=f"{left:.2f}",
            width=f"{max(right - left, 0.6):.2f}",
            words=say_range(first.date(), last.date()),
        )
    )
