"""The legend: only what the view shows, shape for type, colour for whose account, and the rest."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from .marks import Mark
from .text import plotly_text
from .theme import MARK_PX, SEVERAL, THIRD, Theme

GROUP_LABELS = {
    THIRD: "third parties (mediators, UN, NGOs, courts, press)",
    SEVERAL: "more than one side",
}


def legend_entries(
    marks: Iterable[Mark], types: Mapping[str, tuple[str, str]], shown: set[str], sides: Mapping[str, str]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(label, symbol) of the types shown, and (label, colour group) of the accounts shown."""
    symbols = [(label, symbol) for key, (label, symbol) in types.items() if key in shown]
    groups = {mark.colour for mark in marks}
    order = [*sides, THIRD, SEVERAL]
    colours = [(GROUP_LABELS.get(g, sides.get(g, g)), g) for g in order if g in groups]
    return symbols, colours


def legend_traces(
    marks: list[Mark],
    events: pd.DataFrame,
    types: Mapping[str, tuple[str, str]],
    sides: Mapping[str, str],
    theme: Theme,
) -> list[dict[str, Any]]:
    """Plotly traces with no points, one a legend entry, for the marks of the timeline."""
    symbols, colours = legend_entries(marks, types, set(events["event_type"]), sides)
    traces = [_entry(f"{label}", symbol, theme.muted) for label, symbol in symbols]
    traces += [_entry(f"account: {label}", "square", theme.sides[g]) for label, g in colours]
    if any(mark.hollow for mark in marks):
        traces.append(_entry("hollow: contested", "circle-open", theme.ink))
    if any(mark.kind == "span" for mark in marks):
        traces.append(_entry("hatched: some time within", "square-cross-open", theme.ink))
    return traces


def _entry(label: str, symbol: str, colour: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": plotly_text(label),
        "x": [None],
        "y": [None],
        "showlegend": True,
        "hoverinfo": "skip",
        "marker": {"symbol": symbol, "color": colour, "size": MARK_PX, "line": {"width": 1.8}},
    }
