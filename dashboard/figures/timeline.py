"""The detail timeline: records in lanes, as precisely as they are dated and no more."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from ..events.table import of_events
from .axes import panel_titles, time_axes
from .caption import Caption, frame
from .hover import hover_texts
from .lanes import ONCE, Lane, Layout
from .legend import legend_axes, legend_entries, legend_flow
from .plain import plain
from .stacking import LANE_PAD, ONE_LINE
from .text import plotly_text
from .theme import TEXT_PX, Theme
from .timeline_traces import panel_traces
from .truce_strip import STRIP_ROWS, truce_strip

LEAST_ROWS = 12  # so that a single record does not fill the figure
MARGIN = {"l": 118, "r": 10, "t": 42, "b": 8}


def timeline(
    layout: Layout,
    events: pd.DataFrame,
    truces: pd.DataFrame,
    sides: Mapping[str, str],
    types: Mapping[str, tuple[str, str]],
    theme: Theme,
    caption: Caption,
    height: int,
    selected: str = "",
) -> dict[str, Any]:
    """A Plotly figure (data, layout) of the marks in `layout`.

    `truces` as made by events.truces; `sides` side -> label; `types` event_type -> (label,
    symbol); `height` in px, `selected` the event_id to ring.
    """
    hover = hover_texts(events, sides)
    strip, strip_shapes, strip_notes = truce_strip(of_events(truces, events), layout, sides, theme)
    entries = legend_entries(
        layout.marks, set(events["event_type"]), types, sides, breaches=bool(strip)
    )
    legend, rows = legend_flow(entries, layout.width, theme)
    data: list[dict[str, Any]] = []
    for index, _ in enumerate(layout.panels):
        data += panel_traces(layout, index, hover, theme, selected)
    if layout.once:
        caption = replace(caption, subtitle=f"{caption.subtitle} · {ONCE}")
    foot = frame(caption, theme, height, MARGIN, rows)
    low, high = foot.pop("share")
    notes = [
        *foot.pop("annotations"),
        *panel_titles(layout.panels, theme, 1.0, layout.width),
        *strip_notes,
    ]
    top = STRIP_ROWS if strip_shapes else 0.3
    return {
        "data": [*data, *strip, *legend],
        "layout": {
            **time_axes(layout.panels, theme, layout.width),
            **legend_axes(rows, layout.width, low),
            "yaxis": _lane_axis(layout.lanes, layout.height, top, theme, bool(strip_shapes))
            | {"domain": [high, 1]},
            "shapes": [*_bands(layout.lanes, theme), *strip_shapes],
            "annotations": notes,
            "height": height,
            **plain_layout(theme),
            **foot,
        },
    }


def plain_layout(theme: Theme) -> dict[str, Any]:
    """What all figures along a time axis have in common."""
    return {
        **plain(theme),
        "dragmode": "pan",  # Streamlit takes no click while a box is the tool; see the toolbar
        "selectdirection": "h",
        "barmode": "overlay",
    }


def _lane_axis(
    lanes: list[Lane], height: float, top: float, theme: Theme, strip: bool
) -> dict[str, Any]:
    centres = [lane.top + lane.rows / 2 for lane in lanes]
    texts = [_wrap(lane.label) for lane in lanes]
    if strip:
        centres, texts = [-STRIP_ROWS / 2, *centres], ["Ceasefires", *texts]
    return {
        "range": [max(height, LEAST_ROWS), -top],
        "tickvals": centres,
        "ticktext": texts,
        "tickfont": {"size": TEXT_PX, "color": theme.ink},
        "ticks": "",
        "ticklabelstandoff": 8,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "side": "left",
    }


def _wrap(label: str, limit: int = ONE_LINE) -> str:
    lines = [""]
    for word in plotly_text(label).split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > limit:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _bands(lanes: list[Lane], theme: Theme) -> list[dict[str, Any]]:
    band = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "layer": "below"}
    return [
        {
            **band,
            "y0": lane.top - LANE_PAD / 2,
            "y1": lane.top + lane.rows + LANE_PAD / 2,
            "fillcolor": theme.band,
            "line": {"width": 0},
        }
        for lane in lanes[::2]
    ]
