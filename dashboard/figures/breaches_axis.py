"""The axis of a ceasefire: minutes after its start, with the local clock and UTC at its ticks."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..events.dates import say_day
from .theme import TEXT_PX, Theme

# Minutes between ticks, and the axis is a whole number of them long; beyond a week, in doublings.
STEPS = (
    1,
    2,
    5,
    10,
    15,
    30,
    60,
    120,
    180,
    360,
    720,
    1440,
    2880,
    *(10080 * 2**n for n in range(20)),
)


@dataclass(frozen=True)
class Axis:
    """The axis that all ceasefires share, in minutes after their start; a tick every `step`."""

    first: float
    last: float
    step: int

    @property
    def ticks(self) -> list[int]:
        """Minutes after the start."""
        return list(range(int(self.first), int(self.last) + 1, self.step))

    @property
    def length(self) -> str:
        """Its length in words: "60 minutes", "12 hours", "3 days"."""
        minutes = int(self.last - self.first)
        for unit, name in ((1440, "days"), (60, "hours")):
            if minutes % unit == 0 and minutes // unit > 1:
                return f"{minutes // unit} {name}"
        return f"{minutes} minutes"


def shared_axis(minutes: pd.Series, width: float) -> Axis:
    """The axis from the start (or an earlier account) to beyond the last account, of about one tick
    every 90 px; `minutes` may hold NaN, `width` is in px."""
    known = minutes.dropna()
    low, high = (min(known.min(), 0), max(known.max(), 1)) if len(known) else (0, 1)
    most = max(int(width // 90), 2)
    step = next(s for s in STEPS if (high - low) * 1.15 / s <= most)
    first = int(np.floor(low / step)) * step
    last = int(np.ceil(high * 1.02 / step)) * step
    return Axis(first, last, step)


def axis_pair(
    index: int,
    axis: Axis,
    start: tuple[pd.Timestamp, pd.Timestamp],
    domain: tuple[float, float],
    rows: int,
    theme: Theme,
) -> dict[str, Any]:
    """Layout entries of the x and the y axis of one ceasefire with this many accounts, in a part
    (`domain`, from 0 at the foot) of the plot; ticks carry the clocks of its `start` (local, UTC).
    """
    number = "" if index == 0 else str(index + 1)
    begins, utc = start
    days = axis.last - axis.first > 1440
    labels = []
    for place, minutes in enumerate(axis.ticks):
        after = pd.Timedelta(minutes=minutes)
        lines = [_clock(begins + after, days) + (" local" if place == 0 else "")]
        if pd.notna(utc):
            lines.append(_clock(utc + after, days) + (" UTC" if place == 0 else ""))
        labels.append("<br>".join(lines))
    x = {
        "range": [axis.first, axis.last], "tickvals": axis.ticks, "ticktext": labels,
        "ticks": "outside", "tickangle": 0, "showline": True,
        "anchor": f"y{number}", "fixedrange": True, "zeroline": False, "gridcolor": theme.line,
        "tickfont": {"size": TEXT_PX - 1, "color": theme.muted}, "linecolor": theme.muted,
    }  # fmt: skip
    y = {"range": [rows - 0.5, -0.5], "domain": list(domain),
         "visible": False, "fixedrange": True, "anchor": f"x{number}"}  # fmt: skip
    return {f"xaxis{number}": x, f"yaxis{number}": y}


def _clock(moment: pd.Timestamp, days: bool) -> str:
    return f"{say_day(moment, year=False)} {moment:%H:%M}" if days else f"{moment:%H:%M}"


def say_start(local: pd.Timestamp, utc: pd.Timestamp) -> str:
    """An hour on both clocks: "18 Oct 2020, 00:00 local = 17 Oct, 20:00 UTC"."""
    words = f"{say_day(local)}, {local:%H:%M} local"
    if pd.isna(utc):
        return f"{words} (offset from UTC not stated)"
    day = "" if utc.date() == local.date() else f"{say_day(utc, year=False)}, "
    return f"{words} = {day}{utc:%H:%M} UTC"


def say_hour(local: pd.Timestamp, at_earliest: bool) -> str:
    """When an account puts the breach: "12:05", "after 12:00, no minute given"."""
    return f"after {local:%H:%M}, no minute given" if at_earliest else f"{local:%H:%M}"
