"""Records too many to be drawn one by one, as counts: by lane and time bin, and by map cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from ..filters import Box, Filter
from .small import LANES

if TYPE_CHECKING:  # loads the engines, which not every server needs
    from ..store.store import Store

MOST_MARKS = 2000  # records drawn one by one; above, counts
MOST_BINS = 150
UNITS = {"day": 1, "week": 7, "month": 30.44, "quarter": 91.3, "year": 365.25}  # days
SIZES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)  # degrees a cell
ROUGH = 4  # cells of an area's grid are so many times wider
ACROSS = 72  # cells across the view, at most


@dataclass(frozen=True)
class TimeCounts:
    """A filter's records by lane and bin of time. `bins`: lane, start (first day of the first bin
    that a record may lie in), end (exclusive, of the last), wide (more than one bin), extent,
    count. `lanes`: lane -> label, the last one "" for all others."""

    unit: str
    bins: pd.DataFrame
    lanes: Mapping[str, str]


@dataclass(frozen=True)
class MapCounts:
    """A filter's located records by square of `size` degrees. `cells`: west, south, east, north,
    count of exactly placed ones; `rough`: longitude, latitude, count of those known only to an
    area."""

    cells: pd.DataFrame
    rough: pd.DataFrame
    size: float

    @property
    def bounds(self) -> Box | None:
        """West, south, east, north of the squares and of the areas' grid; None without any."""
        half = self.size * ROUGH / 2
        x, y = self.rough["longitude"], self.rough["latitude"]
        low = pd.concat([self.cells[["west", "south"]].set_axis(["x", "y"], axis=1),
                         pd.DataFrame({"x": x - half, "y": y - half})]).min()  # fmt: skip
        high = pd.concat([self.cells[["east", "north"]].set_axis(["x", "y"], axis=1),
                          pd.DataFrame({"x": x + half, "y": y + half})]).max()  # fmt: skip
        edges = float(low["x"]), float(low["y"]), float(high["x"]), float(high["y"])
        return None if low.isna().any() else edges


def count_in_time(store: "Store", value: Filter, by: str, window: tuple[date, date]) -> TimeCounts:
    """The counts of a filter in lanes by "actor", "type" or "speaker", in bins that suit the
    `window` (both days inclusive)."""
    unit = unit_for((window[1] - window[0]).days + 1)
    counted = store.lane_counts(value, by, LANES + 1)
    names = [str(lane) for lane in counted["lane"] if lane][:LANES]
    bins = time_bins(store.bins(value, by, unit, names), unit, window)
    rest = int(bins.loc[bins["lane"] == "", "count"].sum())
    lanes = {name: name for name in names} | ({"": f"All others ({rest:,})"} if rest else {})
    return TimeCounts(unit, bins, lanes)


def count_on_map(store: "Store", value: Filter, bounds: Box) -> MapCounts:
    """The counts of a filter in squares that suit a map of `bounds`."""
    size = size_for(bounds)
    return MapCounts(*split_cells(store.cells(value, size, size * ROUGH), size), size)


def unit_for(days: float) -> str:
    """The finest bin of which `days` need at most `MOST_BINS`."""
    return next((unit for unit, wide in UNITS.items() if days / wide <= MOST_BINS), "year")


def size_for(bounds: Box) -> float:
    """The width of a map's cells in degrees: round, about `ACROSS` in a view of `bounds`."""
    wide = max(bounds[2] - bounds[0], (bounds[3] - bounds[1]) * 1.3)
    return next((size for size in SIZES if wide / size <= ACROSS), SIZES[-1])


def time_bins(found: pd.DataFrame, unit: str, window: tuple[date, date]) -> pd.DataFrame:
    """The rows of `Store.bins` with the days that they stand for. What lasts beyond the window, or
    has an open end there, ends at its edge."""
    first, last = (bin_of(pd.Timestamp(day), unit) for day in window)
    start, final = found["first"].fillna(first), found["last"].fillna(last)
    start, final = start.where(start >= first, first), final.where(final <= last, last)
    wide = (found["first"] != found["last"]).to_numpy()
    bins = found[["lane", "extent", "count"]].assign(
        start=start, end=end_of(final, unit), wide=wide
    )
    keys = ["lane", "start", "end", "wide", "extent"]
    return bins.groupby(keys, as_index=False, sort=True).agg(count=("count", "sum"))


def bin_of(day: pd.Timestamp, unit: str) -> pd.Timestamp:
    """The first day of a day's bin, as `queries.bin_start` has it."""
    if unit == "day":
        return day
    if unit == "week":
        return day - pd.Timedelta(days=day.weekday())
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    return pd.Timestamp(day.year, (day.month - 1) // months * months + 1, 1)


def end_of(start: pd.Series, unit: str) -> pd.Series:
    """The first day after the bins that begin on these days."""
    if unit in ("day", "week"):
        return start + pd.Timedelta(days=1 if unit == "day" else 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    return (start.dt.to_period("M") + months).dt.to_timestamp().astype(start.dtype)


def split_cells(found: pd.DataFrame, size: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Cells with their edges in degrees, and the middles of the coarser ones of areas."""
    exact = found[~found["rough"].astype(bool)]
    west, south = exact["x"] * size, exact["y"] * size
    cells = pd.DataFrame({"west": west, "south": south, "east": west + size,
                          "north": south + size, "count": exact["count"]})  # fmt: skip
    rough = found[found["rough"].astype(bool)]
    wide = size * ROUGH
    areas = pd.DataFrame({"longitude": (rough["x"] + 0.5) * wide,
                          "latitude": (rough["y"] + 0.5) * wide,
                          "count": rough["count"]})  # fmt: skip
    return cells.round(6).reset_index(drop=True), areas.round(6).reset_index(drop=True)
