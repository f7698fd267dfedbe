"""The time axes of Plotly figures: one for each panel, with ticks that suit its length."""

from typing import Any

from .panels import Panel
from .text import plotly_text
from .theme import TEXT_PX, Theme

# Longest length in days, tick distance (Plotly's dtick) and tick format; read from the top.
_TICKS: list[tuple[float, Any, str]] = [
    (1.6, 6 * 3_600_000, "%H:%M<br>%-d %b"),
    (9, 86_400_000, "%-d %b"),
    (75, 7 * 86_400_000, "%-d %b"),
    (400, "M2", "%b<br>%Y"),
    (3000, "M12", "%Y"),
    (8000, "M60", "%Y"),
    (40_000, "M120", "%Y"),
]


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
    for index, (longest, _, _) in enumerate(_TICKS):
        if panel.days <= longest:
            # One step coarser where the labels (about 42 px each) would touch.
            crowded = px / max(panel.days / _days(_TICKS[index][1]), 1) < 42
            _, step, text = _TICKS[min(index + crowded, len(_TICKS) - 1)]
            start = f"{panel.first.year}-01-01" if _days(step) > 27 else panel.first.isoformat()
            return {"dtick": step, "tickformat": text, "tick0": start}
    return {"nticks": 6}


def _days(step: Any) -> float:
    return float(step[1:]) * 30.4 if isinstance(step, str) else step / 86_400_000


def panel_titles(panels: tuple[Panel, ...], theme: Theme, y: float) -> list[dict[str, Any]]:
    """The labels of several panels as annotations at paper height `y`; none for a single one."""
    if len(panels) == 1:
        return []
    return [
        {
            "text": plotly_text(panel.label),
            "x": (panel.left + panel.right) / 2,
            "y": y,
            "xref": "paper",
            "yref": "paper",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": TEXT_PX, "color": theme.muted},
        }
        for panel in panels
    ]
