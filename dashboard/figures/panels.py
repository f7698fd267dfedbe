"""The time axis: one panel, or one for each period of a long story, each with its own scale.

Most records of a long conflict lie in a few weeks. On one linear axis they would be a single
stroke, so a window that covers several of the data set's periods is cut at their borders; each
panel is linear in itself, and the cut is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from ..events.table import row_by_row

DAY = pd.Timedelta(days=1)
GAP = 0.02  # share of the axis between two panels
LEAST = 0.17  # smallest share of a panel


@dataclass(frozen=True)
class Panel:
    """A stretch of time, `first` inclusive and `end` exclusive, at a place on the axis.

    `left` and `right` are shares of the axis, from 0 to 1.
    """

    label: str
    first: pd.Timestamp
    end: pd.Timestamp
    left: float
    right: float

    @property
    def days(self) -> float:
        """The length in days."""
        return (self.end - self.first) / DAY

    def locate(self, moment: pd.Timestamp) -> float:
        """The place of a moment on the axis, as a share from 0 to 1; not clipped."""
        share = (moment - self.first) / (self.end - self.first)
        return float(self.left + (self.right - self.left) * share)

    def moment(self, share: float) -> pd.Timestamp:
        """The moment at a place on the axis, the reverse of `locate`."""
        within = (share - self.left) / (self.right - self.left)
        return self.first + (self.end - self.first) * within


def make_panels(
    first: pd.Timestamp, last: pd.Timestamp, periods: pd.DataFrame, days: Sequence[pd.Timestamp]
) -> tuple[Panel, ...]:
    """The panels of a window (both days inclusive).

    `periods` has the columns label, from, to (ISO days, inclusive); a period inside another is no
    cut. `days` are the records' days: a panel's width grows with the square root of their number.
    """
    end = last + DAY
    cuts = _outer(periods, first, end)
    bounds = [first, *(start for _, start in cuts[1:]), end]
    labels = [label for label, _ in cuts] or [""]
    counts = [sum(a <= day < b for day in days) for a, b in pairwise(bounds)]
    shares = _shares(counts)
    free, left, panels = 1 - GAP * (len(shares) - 1), 0.0, []
    for label, a, b, share in zip(labels, bounds[:-1], bounds[1:], shares, strict=True):
        panels.append(Panel(label, a, b, left, left + share * free))
        left += share * free + GAP
    return tuple(panels)


def _outer(
    periods: pd.DataFrame, first: pd.Timestamp, end: pd.Timestamp
) -> list[tuple[str, pd.Timestamp]]:
    """Label and start of the periods that the window meets and that lie in no other."""
    spans = [
        (str(label), pd.Timestamp(a), pd.Timestamp(b) + DAY)
        for label, a, b in row_by_row(periods, "label", "from", "to")
    ]
    unlike = {s[1:]: s for s in reversed(spans)}.values()  # of periods with the same days the first
    met = [s for s in unlike if s[1] < end and s[2] > first]
    outer = [s for s in met if not any(o[1] <= s[1] and s[2] <= o[2] and o is not s for o in met)]
    return [(label, start) for label, start, _ in sorted(outer, key=lambda s: s[1])]


def _shares(counts: list[int]) -> list[float]:
    weights = [(count + 1) ** 0.5 for count in counts]
    shares = [max(weight / sum(weights), LEAST) for weight in weights]
    return [share / sum(shares) for share in shares]


def place_on_axis(panels: Sequence[Panel], moment: pd.Timestamp, end: bool = False) -> float:
    """The place of a moment on the whole axis, from 0 to 1, clipped to its ends.

    Where a panel ends the next begins: a moment there is the next one's start, unless it is the
    (exclusive) `end` of a span.
    """
    for panel in panels:
        if moment < panel.end or (end and moment == panel.end):
            return max(panel.left, min(panel.right, panel.locate(moment)))
    return panels[-1].right


def places_on_axis(panels: Sequence[Panel], at: np.ndarray, end: bool = False) -> np.ndarray:
    """`place_on_axis` of many moments at once, datetime64[us], shape (n,); a missing one has no
    place (NaN)."""
    edges = np.array([np.datetime64(panel.end) for panel in panels], "datetime64[us]")
    found = np.minimum(np.searchsorted(edges, at, "left" if end else "right"), len(panels) - 1)
    first = np.array([np.datetime64(panel.first) for panel in panels], "datetime64[us]")[found]
    left, right = (
        np.array([getattr(p, side) for p in panels])[found] for side in ("left", "right")
    )
    share = (at - first) / (edges[found] - first)
    return np.clip(left + (right - left) * share, left, right)
