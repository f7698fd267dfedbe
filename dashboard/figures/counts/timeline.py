"""The timeline of counts: a band for each lane, in it a bar for each stretch of time."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..axes import panel_titles, time_axes
from ..caption import Caption, frame
from ..legend import legend_axes, legend_flow
from ..panels import Panel
from ..theme import TEXT_PX, Theme
from ..timeline import MARGIN, plain_layout
from .bands import Bands, base_lines, lane_labels, make_bands, scale_lines
from .bars import lane_bars
from .traces import bar_traces, count_entries

LABEL_PX = MARGIN["l"] - 11


def count_timeline(
    bins: pd.DataFrame,
    unit: str,
    lanes: Mapping[str, str],
    panels: tuple[Panel, ...],
    theme: Theme,
    caption: Caption,
    width: float,
    height: int,
) -> dict[str, Any]:
    """A Plotly figure (data, layout) of counts by lane and `unit` (day, week, month, quarter,
    year).

    `bins` has the columns lane, start, end (exclusive; whole bins), wide, extent, count; `lanes`
    lane -> label from top to bottom, and holds every lane of `bins`; `width` of the axis and
    `height` of the figure in px. Each bar's customdata is ["bin", first day, last day, count], ISO,
    both inclusive. Records whose days lie in several bins hang below the base line, over each bin
    that they may lie in.
    """
    bars = lane_bars(bins, lanes, panels)
    legend, rows = legend_flow(count_entries(bars, unit), width, theme)
    foot = frame(caption, theme, height, MARGIN, rows)
    low, high = foot.pop("share")
    plot = (height - MARGIN["t"] - foot["margin"]["b"]) * (1 - high)
    bands = make_bands(bars, len(lanes), plot)
    labels = lane_labels(bars, lanes, unit, bands, LABEL_PX, theme)
    lines, values = scale_lines(bars, len(lanes), panels, bands, theme)
    notes = [*foot.pop("annotations"), *panel_titles(panels, theme, 1.0, width), *values]
    traces = [
        trace
        for index, panel in enumerate(panels)
        for trace in bar_traces(bars, index, panel, lanes, unit, bands, theme, width)
    ]
    return {
        "data": [*traces, *legend],
        "layout": {
            **time_axes(panels, theme, width),
            **legend_axes(rows, width, low),
            "yaxis": band_axis(labels, bands, theme) | {"domain": [high, 1]},
            "shapes": [*base_lines(len(lanes), bands, theme), *lines],
            "annotations": [*notes, *([nothing(theme, (1 + high) / 2)] if bars.empty else [])],
            "height": height,
            **plain_layout(theme),
            **foot,
        },
    }


def band_axis(labels: list[str], bands: Bands, theme: Theme) -> dict[str, Any]:
    """The axis of the lanes, with their labels beside the middle of each band."""
    return {
        "range": [max(len(labels), 1), 0],
        "tickvals": [row + 0.5 for row in range(len(labels))],
        "ticktext": labels,
        "tickfont": {"size": TEXT_PX, "color": theme.ink},
        "ticks": "",
        "ticklabelstandoff": 8,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "side": "left",
    }


def nothing(theme: Theme, y: float) -> dict[str, Any]:
    """The words of an empty figure, at paper height `y`."""
    return {
        "text": "No records",
        "x": 0.5,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "bgcolor": theme.paper,
        "font": {"size": TEXT_PX + 4, "color": theme.muted},
    }
