"""The words that let a picture stand alone: title, filters, counts, sources, data version, day."""

from dataclasses import dataclass
from typing import Any

from .text import plotly_text, width_px
from .theme import TEXT_PX, Theme

LINE_PX = 14
LEGEND_ROW_PX = 19


@dataclass(frozen=True)
class Caption:
    """`title` and `subtitle` stand above a picture, `foot` (sources, version, day) below it."""

    title: str
    subtitle: str
    foot: tuple[str, ...]


def wrap(text: str, width: float, size: float = TEXT_PX) -> list[str]:
    """Lines of at most `width` px."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_px(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def caption_layout(
    caption: Caption, theme: Theme, height: int, margin: dict[str, int], legend: int
) -> dict[str, Any]:
    """Title, legend place, margins and the foot's annotation for a Plotly figure of `height` px."""
    foot = "<br>".join(plotly_text(line) for line in caption.foot)
    rows = -(-legend // 4)
    bottom = margin["b"] + rows * LEGEND_ROW_PX + len(caption.foot) * LINE_PX + 6
    plot = height - margin["t"] - bottom
    note = {
        "text": foot,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -margin["l"] + 4,
        "y": 0,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": -bottom + 2,
        "align": "left",
        "showarrow": False,
        "font": {"size": TEXT_PX - 1, "color": theme.muted},
    }
    title = f"<b>{plotly_text(caption.title)}</b>"
    if caption.subtitle:
        title += f"<br><span style='font-size:{TEXT_PX + 1}px'>{plotly_text(caption.subtitle)}</span>"
    return {
        "annotations": [note],
        "margin": {**margin, "b": bottom},
        "title": {"text": title, "x": 0.005, "xanchor": "left", "y": 1, "yref": "container",
                  "yanchor": "top", "pad": {"t": 6}, "font": {"size": 14, "color": theme.ink}},
        "legend": {"orientation": "h", "x": -margin["l"] / 600, "xanchor": "left",
                   "y": -margin["b"] / plot, "yanchor": "top", "itemclick": False,
                   "itemdoubleclick": False, "font": {"size": TEXT_PX - 1, "color": theme.muted},
                   "itemsizing": "constant", "bgcolor": "rgba(0,0,0,0)"},
    }  # fmt: skip
