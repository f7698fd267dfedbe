"""Says a filter and its result in words: what stands above the charts and on every picture."""

from collections.abc import Mapping, Sequence

import pandas as pd

from .dates import say_day, say_range
from .filters import Box, Filter


def join_or(parts: Sequence[str]) -> str:
    """ "a", "a or b", "a, b or c"."""
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def say_period(value: Filter) -> str:
    """The period of the filter in words; "all dates" if none is set."""
    if value.since and value.until:
        return say_range(value.since, value.until)
    if value.since:
        return f"from {say_day(value.since)}"
    return f"until {say_day(value.until)}" if value.until else "all dates"


def say_filter(value: Filter, names: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The parts of a filter in words. `names` holds the labels of ids by field:
    actor, type, speaker. An empty filter says "all records".
    """
    parts = []
    for field, before in (("actor", ""), ("type", ""), ("speaker", "told by ")):
        chosen = [names[field].get(i, i) for i in getattr(value, field)]
        parts += [before + join_or(chosen)] if chosen else []
    if value.country:
        parts.append(join_or([f"in {c}" if i == 0 else c for i, c in enumerate(value.country)]))
    if value.box:
        parts.append(say_box(value.box))
    if value.layer:
        article = "said in the article"
        parts.append(article if value.layer == ("article",) else "context only")
    if value.contested:
        parts.append("contested" if value.contested == "yes" else "not contested")
    if value.q:
        parts.append(f"text “{value.q}”")
    if value.since or value.until:
        parts.append(say_period(value))
    return parts or ["all records"]


def say_box(box: Box) -> str:
    """A box of degrees in words: "39.5–41°N, 44–47.5°E"."""
    west, south, east, north = box
    up = _degrees(south, north, "N", "S")
    return f"{up}, {_degrees(west, east, 'E', 'W')}"


def _degrees(low: float, high: float, above: str, below: str) -> str:
    """Two degrees of latitude or longitude; each with its letter where they differ."""
    letters = [above if edge >= 0 else below for edge in (low, high)]
    ends = [f"{abs(edge):.4g}" for edge in (low, high)]
    if letters[0] == letters[1]:
        return f"{ends[0]}–{ends[1]}°{letters[0]}"
    return f"{ends[0]}°{letters[0]} – {ends[1]}°{letters[1]}"


def say_count(shown: int, total: int, off_map: int) -> list[str]:
    """How many records are shown, of how many, and how many the map cannot show."""
    rest = [f"{off_map:,} not on the map"] if off_map else []
    return [f"{shown:,} of {total:,} records", *rest]


def count_off_map(events: pd.DataFrame, drawable: pd.DataFrame) -> int:
    """How many of the events have no place that can be drawn; `drawable` are their locations."""
    placed = set(drawable["event_id"])
    return sum(event not in placed for event in events["event_id"])
