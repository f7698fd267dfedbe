"""What the page asks of an engine, each answer kept for all sessions; `sha256` names the data set.

Each may raise Slow or EngineError (see `patience`).
"""

from datetime import date

import pandas as pd

from ..events.dataset import Dataset
from ..events.filters import Box, Filter
from ..events.sets.crowd import (
    MapCounts,
    TimeCounts,
    count_in_time,
    count_on_map,
    time_bins,
)
from ..events.store.numbers import Totals
from . import cache
from .patience import asked

PER_PAGE = 50
Key = tuple[date | None, str]


@asked(100)
def totals(value: Filter, sha256: str) -> Totals:
    """A filter in numbers."""
    return cache.stored(sha256).totals(value)


@asked(100)
def in_time(value: Filter, sha256: str, by: str, days: tuple[date, date]) -> TimeCounts:
    """The counts of a filter in lanes, over these days (both inclusive)."""
    return count_in_time(cache.stored(sha256).store, value, by, days)


@asked(100)
def on_map(value: Filter, sha256: str, bounds: Box) -> MapCounts:
    """The counts of a filter on a map of `bounds`."""
    return count_on_map(cache.stored(sha256).store, value, bounds)


@asked(100)
def bounds(value: Filter, sha256: str) -> Box:
    """What a map of a filter has to show (see `Stored.bounds_of`)."""
    return cache.stored(sha256).bounds_of(cache.shown(value, sha256)[1])


@asked(50)
def all_lanes(value: Filter, sha256: str, days: tuple[date, date], unit: str) -> pd.DataFrame:
    """The counts of a filter of all lanes together, as `count_strip` takes them."""
    return time_bins(cache.stored(sha256).store.bins(value, "type", unit, ()), unit, days)


@asked(100)
def page(value: Filter, sha256: str, after: Key | None) -> pd.DataFrame:
    """`PER_PAGE` records of a filter, newest first, after the one with this key."""
    return cache.stored(sha256).store.page(value, PER_PAGE, after)


@asked(200)
def record(sha256: str, event_id: str) -> Dataset:
    """One record, wherever it is in the data set."""
    return cache.stored(sha256).record(event_id)
