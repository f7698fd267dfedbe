"""Where the bars of counts stand: each lane's band, its base line, and one scale for all lanes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..caption import wrap
from ..panels import Panel
from ..text import plotly_text, shorten, width_px
from ..theme import TEXT_PX, Theme, rgba
from .bars import Bars, LaneBars

LINE_PX = 13  # of a lane's label
PAD = 0.16  # of a band's height that stays free
LEAST_PX = 1.5  # so that a single record is seen beside thousands
HANG_PX = 4.0  # the least depth of what hangs below: there must be room for a hatch
GRID_PX = 26  # between two lines of the scale
EDGE = 0.08  # of the axis that the numbers of the scale take
ROUND = [m * 10**e for e in range(10) for m in (1, 2, 5)]


@dataclass(frozen=True)
class Bands:
    """The geometry of lanes of `px` px each; y counts lanes from the top.

    `base` is a band's base line below its top, and `lower` is where doubts hang, below the periods;
    `scale` is the height of a single record, and that of n records is their square root times it.
    """

    px: float
    base: float
    lower: float
    scale: float

    @property
    def digits(self) -> int:
        """Decimals of y that are no more than a tenth of a px."""
        return 3 if self.px < 100 else 4

    def up(self, counts: Any) -> np.ndarray:
        """Heights of bars (see `scale`)."""
        return np.maximum(np.sqrt(np.asarray(counts, float)) * self.scale, LEAST_PX / self.px)

    def down(self, counts: Any) -> np.ndarray:
        """Depths of what hangs below the base line."""
        return np.maximum(np.sqrt(np.asarray(counts, float)) * self.scale, HANG_PX / self.px)


def make_bands(bars: LaneBars, lanes: int, height: float) -> Bands:
    """Bands for so many lanes in `height` px, filled by the tallest bar and what hangs deepest."""
    px = max(height, 1) / max(lanes, 1)
    below = [bars.periods.most, bars.spans.most]
    # What hangs takes HANG_PX each at least, which the rest of the band makes room for.
    free = 1 - PAD - sum(HANG_PX / px for most in below if most)
    tallest = bars.sure.most**0.5
    scale = max(free, 0.3) / max(tallest + sum(most**0.5 for most in below), 1)
    base = PAD / 2 + tallest * scale if not bars.empty else 1 - PAD / 2
    plain = Bands(px, base, base, scale)
    return Bands(px, base, base + float(plain.down(below[0])) * (below[0] > 0), scale)


def lane_labels(
    bars: LaneBars, lanes: Mapping[str, str], unit: str, bands: Bands, room: float, theme: Theme
) -> list[str]:
    """The lanes' labels for Plotly, each with its largest count where the band has a line for it;
    `room` is the width in px."""
    most = {lane: own.most for lane, own in bars.sure.by_lane()}
    lines = max(int(bands.px // LINE_PX), 1)
    texts = []
    for row, label in enumerate(lanes.values()):
        note = [f"max {most[row]:,} a {unit}"] if lines > 1 and row in most else []
        kept = _fit(label, room, min(lines - len(note), 3))
        kept += [f'<span style="color:{theme.muted};font-size:0.92em">{n}</span>'
                 for n in note]  # fmt: skip
        texts.append("<br>".join(kept))
    return texts


def _fit(label: str, room: float, lines: int) -> list[str]:
    """The label in at most so many lines of `room` px; without its bracket, then cut, if it must
    be."""
    made = wrap(label, room)
    if len(made) > lines or any(width_px(line, TEXT_PX) > room for line in made):
        made = wrap(label.split(" (")[0], room)
    made = [*made[: lines - 1], " ".join(made[lines - 1 :])]
    return [plotly_text(_cut(line, room)) for line in made if line]


def _cut(line: str, room: float) -> str:
    """The line cut before its last word: the first ones are often those of other lanes too."""
    if width_px(line, TEXT_PX) <= room:
        return line
    head, _, tail = line.rpartition(" ")
    if not head or width_px(tail, TEXT_PX) > 0.7 * room:
        head, tail = line, ""
    end = f" {tail}" if tail else ""
    limit = len(head)
    while limit > 2 and width_px(shorten(head, limit) + end, TEXT_PX) > room:
        limit -= 1
    return shorten(head, limit) + end


def base_lines(lanes: int, bands: Bands, theme: Theme) -> list[dict[str, Any]]:
    """Every other band shaded, and each one's base line."""
    across = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "layer": "below"}
    shades = [
        {**across, "type": "rect", "y0": row, "y1": row + 1, "fillcolor": theme.band,
         "line": {"width": 0}}
        for row in range(0, lanes, 2)
    ]  # fmt: skip
    return shades + [
        {**across, "type": "line", "y0": row + bands.base, "y1": row + bands.base,
         "line": {"width": 1, "color": rgba(theme.muted, 0.55)}}
        for row in range(lanes)
    ]  # fmt: skip


def scale_lines(
    bars: LaneBars, lanes: int, panels: Sequence[Panel], bands: Bands, theme: Theme
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and annotations of a scale in each band, where bands are tall enough to read one; its
    numbers stand at the end of the axis where the lane's bars are lower."""
    values: list[int] = []
    for value in reversed([v for v in ROUND if v <= bars.sure.most]):
        above = np.sqrt(values[-1]) if values else np.inf
        step = min(above - np.sqrt(value), np.sqrt(value))
        if step * bands.scale * bands.px >= GRID_PX:
            values.append(value)
    if len(values) < 2:
        return [], []
    sides = {lane: _lower_side(own, panels) for lane, own in bars.sure.by_lane()}
    at = [(row, v, row + bands.base - v**0.5 * bands.scale) for row in range(lanes) for v in values]
    across = {"xref": "paper", "yref": "y"}
    line = {"width": 1, "color": theme.line, "dash": "dot"}
    shapes = [
        {**across, "type": "line", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line,
         "layer": "below"}
        for _, _, y in at
    ]  # fmt: skip
    notes = [
        {**across, "x": sides.get(row, 0), "y": y, "text": f"{v:,}", "yanchor": "bottom",
         "xanchor": "right" if sides.get(row) else "left", "showarrow": False, "borderpad": 0,
         "font": {"size": TEXT_PX - 1, "color": theme.muted}, "bgcolor": rgba(theme.paper, 0.7)}
        for row, v, y in at
    ]  # fmt: skip
    return shapes, notes


def _lower_side(bars: Bars, panels: Sequence[Panel]) -> int:
    """0 for the left end of the axis, 1 for the right."""
    early = bars.start < np.datetime64(panels[0].moment(EDGE))
    late = bars.end > np.datetime64(panels[-1].moment(1 - EDGE))
    return int(bars.count[early].max(initial=0) > bars.count[late].max(initial=0))
