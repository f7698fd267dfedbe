"""From a view to what its timeline is made of: the window, its panels, the marks in lanes."""

from collections.abc import Mapping

import pandas as pd

from ..events.dataset import Dataset, View
from ..events.filters import Filter
from .lanes import Layout
from .marks import NOTHING, lay_out
from .panels import Panel, make_panels


def window(data: Dataset, value: Filter) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days that the timeline shows, both inclusive: the filter's, or those of the records."""
    first, last = data.ends
    since = pd.Timestamp(value.since) if value.since else first
    until = pd.Timestamp(value.until) if value.until else last
    if pd.isna(since) or pd.isna(until):
        since = until = pd.Timestamp("2020-01-01")
    if since > until:  # only one end is given, and it lies outside the records
        since, until = (until, until) if value.until else (since, since)
    return since, until


def window_panels(data: Dataset, value: Filter) -> tuple[Panel, ...]:
    """The panels of the filter's window; their widths depend on all records of the data set."""
    days = data.events["earliest"].dropna()
    return make_panels(*window(data, value), data.tables.periods, list(days))


def timeline_layout(
    data: Dataset,
    view: View,
    by: str,
    width: float,
    most_rows: float,
    label: bool = True,
    beside: Mapping[str, float] = NOTHING,
) -> Layout:
    """The marks of a view in lanes by "actor", "type" or "speaker"; `width` in px of the axis,
    `most_rows` the rows there is room for, `label` and `beside` as in `lay_out`."""
    names = data.lanes(by)
    panels = window_panels(data, view.filter)
    return lay_out(view.events, panels, by, names, data.symbols, width, most_rows, label, beside)
