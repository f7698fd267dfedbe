"""The words that let a picture stand alone: title, filters, counts, sources, data version, day."""

from dataclasses import dataclass
from typing import Any

from .text import plotly_text, width_px
from .theme import TEXT_PX, Theme

LINE_PX = 14
LEGEND_ROW_PX = 16
TICKS_PX = 36


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


def frame(
    caption: Caption, theme: Theme, height: int, margin: dict[str, int], legend_rows: int
) -> dict[str, Any]:
    """Margins, title and foot of a Plotly figure of `height` px; `share` is the part of the plot's
    height, from its foot, that belongs to the legend and to the time axis' ticks above it."""
    bottom = margin["b"] + len(caption.foot) * LINE_PX
    plot = height - margin["t"] - bottom
    left = 4 - margin["l"]
    head = {"y": 1, "yanchor": "top", "xshift": left}
    return {
        "annotations": [
            _note(f"<b>{plotly_text(caption.title)}</b> · {plotly_text(caption.subtitle)}",
                  theme.ink, TEXT_PX + 2, **head, yshift=margin["t"] - 1),
            _note("<br>".join(plotly_text(line) for line in caption.foot), theme.muted,
                  TEXT_PX - 1, y=0, yanchor="bottom", xshift=left, yshift=2 - bottom),
        ],
        "margin": {**margin, "b": bottom},
        "share": (
            legend_rows * LEGEND_ROW_PX / plot,
            (legend_rows * LEGEND_ROW_PX + TICKS_PX) / plot,
        ),
    }  # fmt: skip


def _note(text: str, colour: str, size: int, **place: Any) -> dict[str, Any]:
    return {"text": text, "x": 0, "xref": "paper", "yref": "paper", "xanchor": "left",
            "align": "left", "showarrow": False, "font": {"size": size, "color": colour},
            **place}  # fmt: skip
