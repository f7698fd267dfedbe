"""The answers of a store computed the plain way: pandas, `filters.apply`, one record at a time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.events.filters import Filter, apply
from dashboard.events.store.numbers import Totals

_PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


class Plain:
    """The questions of a `Store`, over a frame with the columns of the schema."""

    def __init__(self, rows: pd.DataFrame) -> None:
        self.rows = rows.assign(
            earliest=rows["earliest"].astype("datetime64[us]"),
            latest=rows["latest"].astype("datetime64[us]"),
            latitude=rows["latitude"].astype(float),
            longitude=rows["longitude"].astype(float),
            contested=[value is True for value in rows["contested"]],
            found_under=[frozenset(actors) for actors in rows["actors"]],
            sides=rows["sources"],
            layer="",
        )

    def of(self, value: Filter) -> pd.DataFrame:
        """The rows that the filter lets through."""
        found = apply(self.rows, replace(value, country=()))
        return found[found["country"].isin(value.country)] if value.country else found

    def totals(self, value: Filter) -> Totals:
        rows = self.of(value)
        nowhere = rows["latitude"].isna() | rows["longitude"].isna()
        rough = ~nowhere & ~rows["place_precision"].isin(["exact", "near"])
        undated = rows["earliest"].isna() & rows["latest"].isna()
        numbers = (undated, nowhere, rough, rows["contested"])
        return Totals(len(rows), *(int(each.sum()) for each in numbers))

    def lane_counts(self, value: Filter, by: str, most: int) -> list[tuple[str, int]]:
        return _largest(Counter(lanes(self.of(value), by)), most)

    def bins(self, value: Filter, by: str, unit: str, own: Sequence[str]) -> Counter[tuple]:
        rows = self.of(value)
        rows = rows[rows["earliest"].notna() | rows["latest"].notna()]
        named = [lane if lane in own else "" for lane in lanes(rows, by)]
        ends = (_start(rows[end], unit) for end in ("earliest", "latest"))
        return Counter(zip(named, *ends, rows["extent"], strict=True))

    def cells(self, value: Filter, size: float, rough_size: float) -> Counter[tuple]:
        rows = self.of(value)
        rows = rows[rows["latitude"].notna() & rows["longitude"].notna()]
        rough = ~rows["place_precision"].isin(["exact", "near"])
        side = np.where(rough, rough_size, size)
        x, y = (np.floor(rows[c] / side).astype(int) for c in ("longitude", "latitude"))
        return Counter(zip(rough.tolist(), x.tolist(), y.tolist(), strict=True))

    def top(self, value: Filter, column: str, most: int) -> list[tuple[str, int]]:
        found = self.of(value)[column]
        counts = Counter(v for values in found for v in values) if column in (
            "actors", "sources") else Counter(found)  # fmt: skip
        return _largest(Counter({k: n for k, n in counts.items() if k and pd.notna(k)}), most)

    def order(self, value: Filter) -> list[str]:
        """The ids of all records, newest first, those without a first day last."""
        rows = self.of(value)
        keys = zip(rows["earliest"], rows["event_id"], strict=True)
        return [i for _, i in sorted(keys, key=lambda k: (pd.isna(k[0]), _newest(k[0]), k[1]))]


def lanes(rows: pd.DataFrame, by: str) -> list[str]:
    """The lane of each row: its first actor, its type or the source named first, "" for none."""
    if by == "type":
        return [kind or "" for kind in rows["event_type"]]
    named = rows["actors" if by == "actor" else "sources"]
    return [values[0] if len(values) else "" for values in named]


def _start(days: pd.Series, unit: str) -> list[date | None]:
    """The first day of each day's bin."""
    starts = days.dt.to_period(_PERIODS[unit]).dt.start_time
    return [None if pd.isna(start) else start.date() for start in starts]


def _largest(counts: Counter[str], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]


def _newest(day: pd.Timestamp) -> int:
    return 0 if pd.isna(day) else -day.toordinal()
