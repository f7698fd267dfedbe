"""The panels of a sheet's timeline with their names, and the time axis under them."""

from collections.abc import Sequence

import pandas as pd

from ..axes import panel_ticks
from ..panels import Panel
from ..text import width_px
from .canvas import TEXT_PT, Box, Canvas
from .scale import PT


def draw_panels(canvas: Canvas, plot: Box, panels: Sequence[Panel]) -> None:
    """The name of each panel above it, and the cuts between them."""
    theme = canvas.theme
    left, top, right, bottom = plot
    wide = right - left
    for panel, following in zip(panels, [*panels[1:], None], strict=True):
        a, b = left + panel.left * wide, left + panel.right * wide
        room = len(panels) > 1 and width_px(panel.label, TEXT_PT) <= b - a + 8
        canvas.text((a + b) / 2, top - 7, panel.label if room else "", ha="center",
                    color=theme.muted, weight="bold")  # fmt: skip
        if following:
            end = left + following.left * wide
            canvas.rectangle((b, top - 1, end, bottom + 2), facecolor=theme.paper, zorder=5)
            for x in (b, end):
                canvas.line([x, x], [top, bottom], color=theme.muted, linewidth=0.6, zorder=5)


def draw_axis(canvas: Canvas, plot: Box, panels: Sequence[Panel]) -> None:
    """Ticks on round hours, days, months or years, the finest whose words do not touch."""
    theme = canvas.theme
    left, top, right, bottom = plot
    for panel in panels:
        a = left + panel.left * (right - left)
        b = left + panel.right * (right - left)
        canvas.line([a, b], [bottom, bottom], color=theme.muted, linewidth=0.8, zorder=5)
        moments, say = panel_ticks(panel, (b - a) / PT)
        last = ""
        for moment in moments:
            x = left + panel.locate(pd.Timestamp(moment)) * (right - left)
            canvas.line([x, x], [top, bottom], color=theme.line, linewidth=0.5, dashes=(1, 2),
                        zorder=1)  # fmt: skip
            canvas.line([x, x], [bottom, bottom + 3], color=theme.muted, linewidth=0.8)
            first, second = say(pd.Timestamp(moment))
            words = first + (f"\n{second}" if second != last else "")
            last = second
            canvas.text(x, bottom + 4, words, ha="center", va="top", color=theme.muted)
