"""The overview strip: how many records over the whole span; a box dragged on it is the period."""

from typing import Any

import numpy as np
import pandas as pd

from ..events.dates import say_day
from .axes import axis_name, panel_titles, time_axes
from .panels import DAY, Panel
from .theme import FONT, TEXT_PX, Theme

MARGIN = {"l": 118, "r": 10, "t": 18, "b": 22}
_TICKS = (1, 5, 10, 20, 50, 100, 500, 1000, 10_000)
_BINS = [(120, "D", "day"), (4000, "MS", "month"), (float("inf"), "YS", "year")]


def overview(
    events: pd.DataFrame, panels: tuple[Panel, ...], theme: Theme, width: float, height: int
) -> dict[str, Any]:
    """A Plotly figure of counts per day, month or year in each panel, by first known day.

    Depends on no filter, so that the box a user drags on it stays. A record is counted at its
    earliest day; one whose start is not known, or whose doubt is wider than a bar, is left out.
    """
    counted = [count_bars(events, panel) for panel in panels]
    data = [_bars(bars, i, unit, theme) for i, (unit, bars) in enumerate(counted)]
    most = max([1, *(int(bars["count"].max()) for _, bars in counted if len(bars))])
    units = [f" · per {unit}" for unit, _ in counted]
    top = np.sqrt(most)
    ticks = _ticks(most, (height - MARGIN["t"] - MARGIN["b"]) / (top * 1.25))
    return {
        "data": data,
        "layout": {
            **time_axes(panels, theme, width),
            "yaxis": {
                "range": [0, top * 1.25],
                "tickvals": [float(np.sqrt(v)) for v in ticks],
                "ticktext": [f"{v:,}" for v in ticks],
                "tickfont": {"size": TEXT_PX - 1, "color": theme.muted},
                "gridcolor": theme.line,
                "zeroline": False,
                "fixedrange": True,
            },
            "annotations": panel_titles(panels, theme, 0.98, width, units),
            "height": height,
            "margin": MARGIN,
            "paper_bgcolor": theme.paper,
            "plot_bgcolor": theme.band,
            "font": {"family": FONT, "size": TEXT_PX, "color": theme.ink},
            "hoverlabel": {"bgcolor": theme.paper, "font": {"color": theme.ink, "family": FONT}},
            "showlegend": False,
            "dragmode": "select",
            "selectdirection": "h",
            "bargap": 0.08,
        },
    }


def _ticks(most: int, px: float) -> list[int]:
    """The counts that the axis names, up to `most`: the largest, and below it those whose labels do
    not touch. `px` is the height of a bar of one record."""
    kept: list[int] = []
    for count in (c for c in reversed(_TICKS) if c <= most):
        if not kept or (np.sqrt(kept[-1]) - np.sqrt(count)) * px >= TEXT_PX + 2:
            kept.append(count)
    return kept[::-1]


def count_bars(events: pd.DataFrame, panel: Panel) -> tuple[str, pd.DataFrame]:
    """Unit of the bars ("day", "month", "year"); one row a bar: start, end (exclusive), count."""
    frequency, unit = next((f, u) for longest, f, u in _BINS if panel.days <= longest)
    start = panel.first.normalize()
    if frequency != "D":
        start = pd.offsets.MonthBegin().rollback(start)
    if frequency == "YS":
        start = pd.Timestamp(start.year, 1, 1)
    edges = pd.date_range(start, panel.end + 366 * DAY, freq=frequency)
    edges = edges[: int(edges.searchsorted(panel.end)) + 1]
    longest = {"day": 1, "month": 31, "year": 366}[unit]
    doubt = (events["latest"] - events["earliest"]).dt.days + 1
    sure = (events["extent"] == "period") | (doubt <= longest)
    days = events.loc[sure & events["earliest"].notna(), "earliest"]
    days = days[(days >= panel.first) & (days < panel.end)]
    counts, _ = np.histogram(days.astype("int64"), edges.as_unit("us").astype("int64"))
    return unit, pd.DataFrame({"start": edges[:-1], "end": edges[1:], "count": counts})


def _bars(bars: pd.DataFrame, index: int, unit: str, theme: Theme) -> dict[str, Any]:
    """Heights are square roots, so that a single record can be seen beside a busy day."""
    shown = bars[bars["count"] > 0]
    middle = shown["start"] + (shown["end"] - shown["start"]) / 2
    return {
        "type": "bar",
        "name": f"records per {unit}",
        "xaxis": axis_name(index),
        "yaxis": "y",
        "x": [m.isoformat() for m in middle],
        "width": [
            (e - s).total_seconds() * 1000
            for s, e in zip(shown["start"], shown["end"], strict=True)
        ],
        "y": [float(np.sqrt(c)) for c in shown["count"]],
        "customdata": [int(c) for c in shown["count"]],
        "hovertemplate": [
            f"{_say(start, unit)}: {count}<extra></extra>"
            for start, count in zip(shown["start"], shown["count"], strict=True)
        ],
        "marker": {"color": theme.muted, "line": {"width": 0}},
        "selected": {"marker": {"color": theme.ink}},
        "unselected": {"marker": {"opacity": 0.45}},
    }


def _say(start: pd.Timestamp, unit: str) -> str:
    """The day, the month or the year of a bar in words."""
    return say_day(start).split(" ", {"day": 0, "month": 1, "year": 2}[unit])[-1]
