"""A page to draw on with matplotlib, in points from its upper left corner."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from ..text import clean_text
from ..theme import Theme

FONT = "Noto Sans Briefing"
TEXT_PT = 9.0  # the smallest text: as small as a slide on a wall bears
LEADING = 1.3  # line height by text size

Box = tuple[float, float, float, float]


class Canvas:
    """A page of `width` x `height` points (1/72 inch): x to the right, y down.

    Its figure is not known to pyplot, so it is gone with its last reference.
    """

    def __init__(self, width: float, height: float, theme: Theme) -> None:
        self.width, self.height, self.theme = width, height, theme
        self.figure = Figure(figsize=(width / 72, height / 72), facecolor=theme.paper)
        FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)

    def text(self, x: float, y: float, text: str, size: float = TEXT_PT, **style: Any) -> None:
        """Write one line (or several, parted by newlines); by default from `x` on, centred on
        `y`."""
        if style.get("va", "center_baseline") == "center_baseline":
            y -= 0.09 * size  # matplotlib centres with the descenders, the eye without
        style = {"ha": "left", "va": "center_baseline", "color": self.theme.ink} | style
        self.axes.text(
            x, y, clean_text(text), fontsize=size, fontfamily=FONT, parse_math=False,
            linespacing=1.15, zorder=style.pop("zorder", 10), **style,
        )  # fmt: skip

    def rectangle(self, box: Box, **style: Any) -> Rectangle:
        """A rectangle; `box` is left, top, right, bottom."""
        left, top, right, bottom = box
        patch = Rectangle((left, top), right - left, bottom - top, **({"linewidth": 0} | style))
        self.axes.add_patch(patch)
        return patch

    def line(self, x: Sequence[float], y: Sequence[float], **style: Any) -> None:
        """A line through the points."""
        self.axes.plot(x, y, **({"solid_capstyle": "butt"} | style))

    def path(self, vertices: np.ndarray, codes: np.ndarray, clip: Any, **style: Any) -> None:
        """An outline of one or more parts, cut at the patch `clip`."""
        patch = PathPatch(Path(vertices, codes), **style)
        self.axes.add_patch(patch)
        patch.set_clip_path(clip)
