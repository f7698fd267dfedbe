"""A low strip of counts under the time axes of a timeline: a second data set beside the first."""

from typing import Any

import pandas as pd

from ..axes import time_axes
from ..panels import Panel
from ..theme import Theme
from ..timeline import MARGIN as TIMELINE
from ..timeline import plain_layout
from .bands import base_lines, lane_labels, make_bands, scale_lines
from .bars import lane_bars
from .timeline import LABEL_PX, band_axis, nothing
from .traces import bar_traces

MARGIN = {"l": TIMELINE["l"], "r": TIMELINE["r"], "t": 4, "b": 32}


def count_strip(
    bins: pd.DataFrame,
    unit: str,
    panels: tuple[Panel, ...],
    theme: Theme,
    label: str,
    width: float,
    height: int,
) -> dict[str, Any]:
    """A Plotly figure (data, layout) of all lanes of `bins` together, on the time axes of
    `panels`; `label` names the data set, `width` is that of the axis in px, `height` of the
    figure in px (60 to 120). Columns and customdata as for `count_timeline`."""
    lanes = {"": label}
    bars = lane_bars(bins.assign(lane=""), lanes, panels)
    bands = make_bands(bars, 1, height - MARGIN["t"] - MARGIN["b"])
    labels = lane_labels(bars, lanes, unit, bands, LABEL_PX, theme)
    lines, values = scale_lines(bars, 1, panels, bands, theme)
    traces = [
        trace
        for index, panel in enumerate(panels)
        for trace in bar_traces(bars, index, panel, lanes, unit, bands, theme, width)
    ]
    return {
        "data": traces,
        "layout": {
            **time_axes(panels, theme, width),
            "yaxis": band_axis(labels, bands, theme),
            "shapes": [*base_lines(1, bands, theme), *lines],
            "annotations": [*values, *([nothing(theme, 0.5)] if bars.empty else [])],
            "height": height,
            "margin": MARGIN,
            **plain_layout(theme),
        },
    }
