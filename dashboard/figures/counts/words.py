"""Counts, stretches of time and squares of a map in words."""

import pandas as pd

from ...events.dates import say_day, say_range

# What a bar covers, as the template of a hover text: customdata is ["bin", first, last, count].
_FIRST, _LAST = "%{customdata[1]|", "%{customdata[2]|"
_BIN_HOVERS = {
    "day": f"{_FIRST}%-d %b %Y}}",
    "week": f"{_FIRST}%-d %b}} – {_LAST}%-d %b %Y}}",
    "month": f"{_FIRST}%b %Y}}",
    "quarter": f"{_FIRST}%b}} – {_LAST}%b %Y}}",
    "year": f"{_FIRST}%Y}}",
}
SPAN_HOVER = f"{_FIRST}%-d %b %Y}} – {_LAST}%-d %b %Y}}"

ROUGH = "known only to a district or a larger area around here"


def bin_hover(unit: str) -> str:
    """The Plotly hover template that says which day, week, month, quarter or year a bar is.

    Raises ValueError for any other unit.
    """
    if unit not in _BIN_HOVERS:
        raise ValueError(f"no such unit: {unit}; known are {', '.join(_BIN_HOVERS)}")
    return _BIN_HOVERS[unit]


def say_bin(first: pd.Timestamp, end: pd.Timestamp, unit: str) -> str:
    """A bar's stretch of time in words, `end` exclusive: "Mar 2015", "Jan – Mar 2015"."""
    last = end - pd.Timedelta(days=1)
    if unit == "month":
        return say_day(first).split(" ", 1)[1]
    if unit == "quarter":
        return f"{say_day(first).split(' ')[1]} – {say_day(last).split(' ', 1)[1]}"
    return say_range(first, last)


def say_count(count: int) -> str:
    """ "1 record", "1,234 records"."""
    return "1 record" if count == 1 else f"{count:,} records"


def short_count(count: int) -> str:
    """A count of at most five letters, cut and never rounded up: "9,999", "12k", "3.4M"."""
    if count < 10_000:
        return f"{count:,}"
    if count < 1_000_000:
        return f"{count // 1000}k"
    return f"{count // 100_000 / 10:g}M"


def say_box(west: float, south: float, east: float, north: float) -> str:
    """A square of the map in words: "39.5–40° N, 46–46.5° E"."""
    return f"{_degrees(south, north, 'SN')}, {_degrees(west, east, 'WE')}"


def _degrees(low: float, high: float, letters: str) -> str:
    if low < 0 < high:
        return f"{-low:g}° {letters[0]} – {high:g}° {letters[1]}"
    near, far = sorted((abs(low), abs(high)))
    return f"{near:g}–{far:g}° {letters[0] if high <= 0 else letters[1]}"
