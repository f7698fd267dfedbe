"""A data set in an engine, asked through one filter: numbers, bins, cells, lists, records."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd

from ..filters import Filter
from . import queries
from .companions import BY_ACTOR, BY_CELL, BY_MONTH, CELL, COMPANIONS
from .engines import Engine, EngineError
from .months import MONTHLY, answers, by_months
from .numbers import Extent, Totals
from .rows import faults, rows
from .where import matching

_LANES = ("earliest", "latest", "extent", "event_type", "lane")
_CELLS = ("earliest", "latest", "longitude", "latitude", "place_precision", "contested")
TABLE = "events"
P = ParamSpec("P")
T = TypeVar("T")


def _asked(method: Callable[Concatenate["Store", P], T]) -> Callable[Concatenate["Store", P], T]:
    """The method as one question to the engine: see `Engine.ask`."""

    @wraps(method)
    def ask(self: "Store", *args: P.args, **kwargs: P.kwargs) -> T:
        return self.engine.ask(lambda: method(self, *args, **kwargs))

    return ask


class Store:
    """The table `events` of an engine, with its companion tables where it has them.

    Every question takes the whole filter and answers from the rows that it lets through; it raises
    EngineError if the engine does not answer or the table is none of events.
    """

    def __init__(self, engine: Engine, table: str = TABLE) -> None:
        self.engine, self.name = engine, table

    @cached_property
    def companions(self) -> frozenset[str]:
        """The companion tables that are there; they belong to the table of the usual name."""
        if self.name != TABLE:
            return frozenset()
        return frozenset(name for name in COMPANIONS if self.engine.has(name))

    @cached_property
    @_asked
    def extent(self) -> Extent:
        """The extent of all records."""
        return queries.extent(self._table())

    @cached_property
    def total(self) -> int:
        """How many records there are."""
        return self.totals(Filter()).count

    @_asked
    def totals(self, value: Filter) -> Totals:
        """The filter in numbers."""
        return queries.totals(self._cells(value))

    @_asked
    def lane_counts(self, value: Filter, by: str, most: int) -> pd.DataFrame:
        """The `most` lanes of the most records: lane ("" for none), count."""
        return queries.lane_counts(self._lanes(value, by), by, most)

    @_asked
    def bins(self, value: Filter, by: str, unit: str, lanes: Sequence[str]) -> pd.DataFrame:
        """Records by lane, first and last bin and extent (see `queries.bins`); `by` is "actor",
        "type" or "speaker", `unit` a key of `queries.UNITS`."""
        return queries.bins(self._lanes(value, by, unit in MONTHLY), by, unit, lanes)

    @_asked
    def cells(self, value: Filter, size: float, rough_size: float) -> pd.DataFrame:
        """Located records by cell (see `queries.cells`)."""
        whole = not (size / CELL) % 1 and not (rough_size / CELL) % 1
        return queries.cells(self._cells(value, whole), size, rough_size)

    @_asked
    def top(self, value: Filter, column: str, most: int) -> pd.DataFrame:
        """The values of a column with the most records: value, count."""
        return queries.top(self._events(value), column, most)

    @_asked
    def page(
        self, value: Filter, size: int, after: tuple[date | None, str] | None = None
    ) -> pd.DataFrame:
        """`size` records of the filter, newest first, with all columns; `after` is the key of the
        last one of the page before (see `queries.page`)."""
        if not self._by_actor(value):
            return rows(queries.page(self._events(value), size, after))
        keys = self._narrow(value).select("event_id", "earliest")
        found = queries.page(keys, size, after).to_pandas()
        return self.records(list(found["event_id"]), found["earliest"])

    @_asked
    def records(self, ids: Sequence[str], days: pd.Series | None = None) -> pd.DataFrame:
        """The records of these ids in this order, all columns; ids that are not there are left out.
        `days` are their first days, if known: the table is sorted by them, so that only a part of
        it is read."""
        table = self._table()
        found = table.filter(table.event_id.isin(list(ids)))
        if days is not None and len(days) and days.notna().all():
            first, last = (pd.Timestamp(day).date() for day in (days.min(), days.max()))
            found = found.filter(found.earliest.between(first, last))
        order = {key: place for place, key in enumerate(ids)}
        return rows(found).sort_values(
            "event_id", key=lambda key: key.map(order), ignore_index=True
        )

    @_asked
    def has(self, column: str, value: str) -> bool:
        """Whether a value occurs in a column, or in the lists of "actors" or "sources"."""
        table = self._table()
        lists = column in ("actors", "sources")
        found = table[column].contains(value) if lists else table[column] == value
        return bool(len(table.filter(found).select("event_id").limit(1).to_pandas()))

    def _table(self) -> Any:
        table = self.engine.table(self.name)
        wrong = faults(table)
        if wrong:
            raise EngineError(
                f"{self.engine.name}: {self.name} holds no events ({'; '.join(wrong)})"
            )
        return table

    def _events(self, value: Filter) -> Any:
        return matching(self._table(), value)

    def _by_actor(self, value: Filter) -> bool:
        """Whether the records of the filter's actors lie together in a table of their own, which
        has neither text nor sources."""
        return bool(value.actor and not (value.q or value.speaker) and BY_ACTOR in self.companions)

    def _narrow(self, value: Filter) -> Any:
        if self._by_actor(value):
            return matching(self.engine.table(BY_ACTOR), value, by_actor=True)
        return self._events(value)

    def _lanes(self, value: Filter, by: str, monthly: bool = True) -> Any:
        ready = monthly and by != "speaker" and answers(value, "type")
        if ready and BY_MONTH in self.companions:
            months = self.engine.table(BY_MONTH)
            return by_months(months, self._table(), value, _LANES, self.extent.closed)
        return self._events(value) if by == "speaker" else self._narrow(value)

    def _cells(self, value: Filter, whole: bool = True) -> Any:
        if whole and answers(value) and BY_CELL in self.companions:
            months = self.engine.table(BY_CELL)
            return by_months(months, self._table(), value, _CELLS, self.extent.closed)
        return self._narrow(value)
