"""The symbols of the event types as matplotlib markers, of about the same area each."""

from typing import Any

from matplotlib.path import Path

from ..theme import Theme
from .canvas import Canvas

_BOWTIE = Path([(-1, -0.8), (-1, 0.8), (0, 0), (1, 0.8), (1, -0.8), (0, 0), (-1, -0.8)])
_HOURGLASS = Path([(-0.8, -1), (0.8, -1), (0, 0), (0.8, 1), (-0.8, 1), (0, 0), (-0.8, -1)])
# Plotly's name -> matplotlib's marker, and its size by that of a circle.
MARKERS: dict[str, tuple[Any, float]] = {
    "circle": ("o", 1.0),
    "square": ("s", 0.9),
    "diamond": ("D", 0.82),
    "triangle-up": ("^", 1.05),
    "triangle-down": ("v", 1.05),
    "triangle-left": ("<", 1.0),
    "triangle-right": (">", 1.0),
    "cross": ("P", 1.05),
    "x": ("X", 1.0),
    "star": ("*", 1.35),
    "pentagon": ("p", 1.1),
    "hexagon": ("h", 1.1),
    "octagon": ("8", 1.05),
    "bowtie": (_BOWTIE, 1.1),
    "hourglass": (_HOURGLASS, 1.1),
}


def symbol(
    canvas: Canvas, x: float, y: float, name: str, size: float, colour: str, **style: Any
) -> None:
    """Draw a symbol of about `size` points across; `hollow` and `clip` are optional."""
    marker, by = MARKERS.get(name, MARKERS["circle"])
    hollow = style.pop("hollow", False)
    (drawn,) = canvas.axes.plot(
        [x], [y], linestyle="none", marker=marker, markersize=size * by,
        markerfacecolor=canvas.theme.paper if hollow else colour, markeredgecolor=colour,
        markeredgewidth=1.3 if hollow else 0.6, zorder=style.pop("zorder", 6),
    )  # fmt: skip
    drawn.set_clip_on(False)


def number(canvas: Canvas, x: float, y: float, count: int, fill: str, hollow: bool) -> None:
    """The number of records that a mark stands for, legible on it."""
    theme: Theme = canvas.theme
    canvas.text(x, y, str(count), ha="center", weight="bold",
                color=fill if hollow else theme.paper, zorder=7)  # fmt: skip
