"""Small tables of counts, as the engine would give them."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from dashboard.figures.caption import Caption
from dashboard.figures.counts import count_timeline
from dashboard.figures.panels import DAY, Panel
from dashboard.figures.theme import LIGHT, Theme

CAPTION = Caption("Timeline of counts", "all records", ("3 sources", "v1"))
LANES = {"a": "Side A", "b": "Side B", "": "All others (7)"}
BIN_COLUMNS = ["lane", "start", "end", "wide", "extent", "count"]


def year(first: str = "2020-01-01", last: str = "2020-12-31") -> tuple[Panel, ...]:
    """One panel, both days inclusive."""
    return (Panel("", pd.Timestamp(first), pd.Timestamp(last) + DAY, 0.0, 1.0),)


def month(lane: str, number: int, count: int) -> tuple[Any, ...]:
    """A row of certain records in a month of 2020."""
    return wide(lane, number, number, count, False)


def wide(
    lane: str, first: int, last: int, count: int, reach: bool = True, extent: str = "moment"
) -> tuple[Any, ...]:
    """A row of records between two months of 2020, both inclusive."""
    start = pd.Timestamp(2020, first, 1)
    end = pd.Timestamp(2020 + last // 12, last % 12 + 1, 1)
    return lane, start, end, reach, extent, count


def table(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """The bins of these rows."""
    made = pd.DataFrame(list(rows), columns=BIN_COLUMNS)
    return made.astype({"start": "datetime64[us]", "end": "datetime64[us]", "wide": bool})


def draw(
    bins: pd.DataFrame,
    lanes: dict[str, str] | None = None,
    theme: Theme = LIGHT,
    panels: tuple[Panel, ...] = year(),
    height: int = 600,
    unit: str = "month",
) -> dict[str, Any]:
    """The timeline of these bins, 900 px wide."""
    known = LANES if lanes is None else lanes
    return count_timeline(bins, unit, known, panels, theme, CAPTION, 900, height)


def named(figure: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The traces of that name."""
    return [trace for trace in figure["data"] if trace.get("name") == name]


def many_bins(lanes: int = 12, months: int = 150, seed: int = 1) -> pd.DataFrame:
    """Skewed counts in every month of every lane, and some spans."""
    random = np.random.default_rng(seed)
    edges = pd.date_range("2010-01-01", periods=months + 1, freq="MS")
    rows: list[tuple[Any, ...]] = []
    for lane in range(lanes):
        counts = np.minimum(random.zipf(1.5, months), 5000)
        rows += [(f"l{lane}", edges[i], edges[i + 1], False, "moment", int(n))
                 for i, n in enumerate(counts)]  # fmt: skip
        rows += [(f"l{lane}", edges[i], edges[i + 3], True, "moment", 2)
                 for i in random.integers(0, months - 3, 10)]  # fmt: skip
    return table(*rows)


def squares(*rows: tuple[float, float, int], size: float = 1.0) -> pd.DataFrame:
    """Cells by (west, south, count)."""
    return pd.DataFrame(
        [(west, south, west + size, south + size, count) for west, south, count in rows],
        columns=["west", "south", "east", "north", "count"],
    ).astype({"count": "int64"})


def areas(*rows: tuple[float, float, int]) -> pd.DataFrame:
    """Rough places by (longitude, latitude, count)."""
    made = pd.DataFrame(list(rows), columns=["longitude", "latitude", "count"])
    return made.astype({"longitude": float, "latitude": float, "count": "int64"})


def many_squares(count: int = 3000, size: float = 2.0, seed: int = 1) -> pd.DataFrame:
    """Skewed counts in different squares all over the world."""
    random = np.random.default_rng(seed)
    places = random.permutation(180 * 60)[:count]
    numbers = np.minimum(random.zipf(1.5, count), 100_000)
    return squares(
        *(((p % 180) * size - 180, (p // 180) * size - 60, int(n))
          for p, n in zip(places, numbers, strict=True)),
        size=size,
    )  # fmt: skip


def bars_of(traces: list[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """First day, last day and count of each bar that can be picked."""
    for trace in traces:
        yield from (tuple(custom[1:]) for custom in trace["customdata"])
