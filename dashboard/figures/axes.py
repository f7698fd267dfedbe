"""The time axes of Plotly figures: one for each panel, with ticks that suit its length."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from ..events.dates import say_day
from .panels import Panel
from .text import plotly_text, width_px
from .theme import TEXT_PX, Theme

_HOUR, _DAY = 3_600_000, 86_400_000
# Tick distances (Plotly's dtick: ms, or M and months) with their formats, the finest first.
_TICKS: list[tuple[Any, str]] = [
    (3 * _HOUR, "%H:%M<br>%-d %b"),
    (6 * _HOUR, "%H:%M<br>%-d %b"),
    (_DAY, "%-d %b<br>%Y"),
    (2 * _DAY, "%-d %b<br>%Y"),
    (7 * _DAY, "%-d %b<br>%Y"),
    (14 * _DAY, "%-d %b<br>%Y"),
    ("M1", "%b<br>%Y"),
    ("M3", "%b<br>%Y"),
    *((f"M{12 * years}", "%Y") for years in (1, 2, 5, 10, 20, 50, 100)),
]
_TICK_PX = 46  # room for the widest label
_EDGE_PX = 14  # no label nearer to the end of a panel, where the next begins


def axis_name(index: int) -> str:
    """Plotly's name for the axis of a panel as traces refer to it: x, x2, x3."""
    return "x" if index == 0 else f"x{index + 1}"


def time_axes(panels: tuple[Panel, ...], theme: Theme, width: float) -> dict[str, Any]:
    """Layout entries xaxis, xaxis2, ... for the panels; `width` in px thins the ticks out."""
    axes = {}
    for index, panel in enumerate(panels):
        px = (panel.right - panel.left) * width
        axes["xaxis" + axis_name(index)[1:]] = {
            "type": "date",
            "domain": [panel.left, panel.right],
            "range": [panel.first.isoformat(), panel.end.isoformat()],
            "anchor": "y",
            "fixedrange": True,
            "showgrid": True,
            "gridcolor": theme.line,
            "griddash": "dot",
            "linecolor": theme.muted,
            "showline": True,
            "ticks": "outside",
            "ticklen": 3,
            "tickcolor": theme.muted,
            "tickfont": {"size": TEXT_PX, "color": theme.muted},
            "tickangle": 0,
            **_ticks(panel, px),
        }
    return axes


def _ticks(panel: Panel, px: float) -> dict[str, Any]:
    """The finest ticks whose labels do not touch, on round days, months or years."""
    found = _fitting(panel, px)
    if found is None:
        return {"nticks": 4}
    kept, text = found
    return {"tickvals": [t.isoformat() for t in kept], "tickformat": text}


def _fitting(panel: Panel, px: float) -> tuple[list[pd.Timestamp], str] | None:
    for step, text in _TICKS:
        if px / (panel.days / _days(step)) >= _TICK_PX:
            edge = panel.days * _EDGE_PX / px * pd.Timedelta(days=1)
            ticks = _moments(panel, step)
            return [t for t in ticks if panel.first + edge <= t <= panel.end - edge], text
    return None


def panel_ticks(
    panel: Panel, px: float
) -> tuple[list[pd.Timestamp], Callable[[pd.Timestamp], tuple[str, str]]]:
    """The ticks of a panel `px` wide, and what says one in two short lines."""
    found = _fitting(panel, px)
    moments, text = found or ([], "%Y")

    def say(moment: pd.Timestamp) -> tuple[str, str]:
        day = say_day(moment, year=False)
        words = {"%H:%M": f"{moment:%H:%M}", "%-d %b": day, "%b": day.split(" ")[1]}
        lines = [words.get(line, str(moment.year)) for line in text.split("<br>")]
        return lines[0], "".join(lines[1:])

    return moments, say


def _moments(panel: Panel, step: Any) -> pd.DatetimeIndex:
    if not isinstance(step, str):
        # Counted from the start of the panel, so that a period's first day is a tick.
        return pd.date_range(panel.first.normalize(), panel.end, freq=pd.Timedelta(step, "ms"))
    months = int(step[1:])
    years = max(months // 12, 1)
    start = pd.Timestamp(max(panel.first.year // years * years, 1), 1, 1)
    return pd.date_range(start, panel.end, freq=pd.DateOffset(months=months))


def _days(step: Any) -> float:
    return float(step[1:]) * 30.4 if isinstance(step, str) else step / _DAY


def panel_titles(
    panels: tuple[Panel, ...], theme: Theme, y: float, width: float, extra: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """The labels of several panels as annotations at paper height `y`; none for a single one.

    `extra` is added to each where there is room.
    """
    if len(panels) == 1:
        return []
    notes = []
    for panel, more in zip(panels, extra or [""] * len(panels), strict=True):
        room = (panel.right - panel.left) * width
        texts = [panel.label + more, panel.label, ""]
        text = next(t for t in texts if not t or width_px(t, TEXT_PX) <= room + 10)
        notes.append(
            {
                "text": plotly_text(text),
                "x": (panel.left + panel.right) / 2,
                "y": y,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "center",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": TEXT_PX, "color": theme.muted},
            }
        )
    return notes
