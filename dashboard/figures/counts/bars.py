"""From the bins of a data set to the bars of its lanes: certain ones up, the others down.

A record whose days lie in one bin is certain there. Of the others, those that happened at some time
within several bins are counted in each as "may lie here", and those that lasted throughout in each
as well; both hang below, and neither is ever added to the certain ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..panels import Panel


@dataclass(frozen=True)
class Bars:
    """Bars of one kind, as arrays of one length: `lane` (its place from the top), `start` and `end`
    (exclusive) as days (datetime64[D]) and `count`; in order of lane and start.

    `records` is how many records they stand for: fewer than all counts together where a record
    reaches over several bars.
    """

    lane: np.ndarray
    start: np.ndarray
    end: np.ndarray
    count: np.ndarray
    records: int

    def __len__(self) -> int:
        return len(self.lane)

    @property
    def most(self) -> int:
        """The largest count, 0 for none."""
        return int(self.count.max()) if len(self) else 0

    def within(self, panel: Panel) -> "Bars":
        """The bars that a panel meets."""
        first, end = np.datetime64(panel.first), np.datetime64(panel.end)
        return self._only(np.flatnonzero((self.start < end) & (self.end > first)))

    def by_lane(self) -> Iterator[tuple[int, "Bars"]]:
        """Each lane that has bars, with them."""
        for lane in np.unique(self.lane):
            yield int(lane), self._only(np.flatnonzero(self.lane == lane))

    def _only(self, rows: np.ndarray) -> "Bars":
        return Bars(self.lane[rows], self.start[rows], self.end[rows], self.count[rows],
                    self.records)  # fmt: skip


@dataclass(frozen=True)
class LaneBars:
    """The bars of all lanes: `sure` ones in one bin each; `spans` (some time within) and `periods`
    (throughout) by stretches in which their number does not change."""

    sure: Bars
    spans: Bars
    periods: Bars

    @property
    def empty(self) -> bool:
        """Whether there is no record at all."""
        return not (len(self.sure) or len(self.spans) or len(self.periods))


def lane_bars(bins: pd.DataFrame, lanes: Mapping[str, str], panels: tuple[Panel, ...]) -> LaneBars:
    """The bars of `bins` (see `count_timeline`) in the lanes of `lanes`, within the panels.

    An open start or end reaches to the window's; a record with neither is not drawn. Raises
    ValueError if a lane of `bins` is none of `lanes`.
    """
    unknown = sorted(set(bins["lane"].unique()) - set(lanes))
    if unknown:
        raise ValueError(f"bins of lanes that are not drawn: {', '.join(unknown[:5])}")
    lane = bins["lane"].map({key: row for row, key in enumerate(lanes)}).to_numpy("int64")
    start, end = bins["start"].to_numpy("M8[D]"), bins["end"].to_numpy("M8[D]")
    count = bins["count"].to_numpy("int64")
    dated = ~(np.isnat(start) & np.isnat(end))
    first, last = np.datetime64(panels[0].first, "D"), np.datetime64(panels[-1].end, "D")
    start, end = np.where(np.isnat(start), first, start), np.where(np.isnat(end), last, end)
    shown = dated & (start < last) & (end > first)
    wide = bins["wide"].to_numpy(bool)
    period = (bins["extent"] == "period").to_numpy(bool)

    def pick(mask: np.ndarray) -> tuple[np.ndarray, ...]:
        rows = np.flatnonzero(shown & mask)
        return lane[rows], start[rows], end[rows], count[rows]

    return LaneBars(
        _summed(*pick(~wide)), _levels(*pick(wide & ~period)), _levels(*pick(wide & period))
    )


def _summed(lane: np.ndarray, start: np.ndarray, end: np.ndarray, count: np.ndarray) -> Bars:
    """One bar for each lane and start."""
    order, firsts = _groups(lane, start)
    total = np.add.reduceat(count[order], firsts) if len(firsts) else count
    rows = order[firsts]
    return Bars(lane[rows], start[rows], end[rows], total, int(count.sum()))


def _levels(lane: np.ndarray, start: np.ndarray, end: np.ndarray, count: np.ndarray) -> Bars:
    """How many of the records reach over each stretch of time, lane by lane."""
    lanes, at = np.concatenate([lane, lane]), np.concatenate([start, end])
    order, firsts = _groups(lanes, at)
    steps = np.concatenate([count, -count])[order]
    steps = np.add.reduceat(steps, firsts) if len(firsts) else steps
    rows = order[firsts][steps != 0]
    # Each lane's steps add up to nothing, so one sum runs through all lanes.
    level = np.cumsum(steps[steps != 0])
    ends = np.append(at[rows][1:], at[rows][-1:])
    high = np.flatnonzero(level > 0)
    return Bars(lanes[rows][high], at[rows][high], ends[high], level[high], int(count.sum()))


def _groups(lane: np.ndarray, day: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The order by lane and day, and where in it each pair of them begins."""
    order = np.lexsort((day, lane))
    lane, day = lane[order], day[order]
    new = np.append(True, (lane[1:] != lane[:-1]) | (day[1:] != day[:-1]))[: len(lane)]
    return order, np.flatnonzero(new)
