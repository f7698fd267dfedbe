"""The look that figures without legend and tools share."""

from typing import Any

from .theme import FONT, TEXT_PX, Theme


def plain(theme: Theme) -> dict[str, Any]:
    """Layout entries of a Plotly figure: background, fonts, hover; no legend, nothing to drag."""
    return {
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": FONT, "size": TEXT_PX, "color": theme.ink},
        "hoverlabel": {"bgcolor": theme.paper, "font": {"color": theme.ink, "family": FONT}},
    }
