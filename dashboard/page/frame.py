"""What figures are built for, and what timelines and maps share."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

STATIC = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False}


@dataclass(frozen=True)
class Frame:
    """Sizes in px and the look that figures are built for; part of what they are cached by."""

    theme: str
    width: int
    height: int
    labels: bool = True
    scale: float = 1.0

    @property
    def laid_out(self) -> tuple[float, float]:
        """Width and height in px for which things are laid out, before they are enlarged."""
        return self.width / self.scale, self.height / self.scale


def picked_ids(points: list[Any]) -> list[str]:
    """The records of the points that were hit; a map's point stands for several."""
    for point in points:
        found = point.get("customdata")
        if found:
            return [found] if isinstance(found, str) else [i for i in found if isinstance(i, str)]
    return []


def look() -> str:
    """The look of the reader's browser: "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"
