"""A data set as the page asks it: curated records in memory, or records in an engine."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from ..dataset import Dataset, View
from ..filters import Box, Choices, Filter
from ..store.numbers import Totals
from ..table import on_map
from ..words import count_off_map, say_count, say_filter
from .about import About
from .crowd import MOST_MARKS, count_on_map
from .small import small_dataset, symbols_of

if TYPE_CHECKING:  # loads the engines, which not every server needs
    from ..store.store import Store

KEPT = 64  # filters whose numbers are kept
OFFERED = 500  # values of a field in a list to choose from; a link may name any
WORLD: Box = (-180.0, -60.0, 180.0, 75.0)


class Curated:
    """Records with their claims, all in memory: the curated ones, whose key is "", or a data set of
    one's own. `sha256` names their version."""

    about = None

    def __init__(self, data: Dataset, key: str = "") -> None:
        self.data, self.key = data, key
        self.title = str(data.tables.package["title"])
        self.sha256 = data.tables.sha256
        self.choices = data.choices

    def show(self, value: Filter) -> tuple[Dataset, View]:
        """What a filter shows, and the data set that its records belong to."""
        return self.data, self.data.view(value)


class Stored:
    """Records in an engine: drawn one by one up to `MOST_MARKS`, as counts above."""

    def __init__(self, key: str, about: About, store: "Store") -> None:
        self.key, self.about, self.store = key, about, store
        self._kept: dict[Filter, Totals] = {}
        self.title, self.sha256 = about.title, about.version or about.sha256

    @cached_property
    def types(self) -> dict[str, str]:
        """event_type -> symbol, the type with the most records first."""
        return symbols_of(list(self.store.top(Filter(), "event_type", OFFERED)["value"]))

    @cached_property
    def choices(self) -> Choices:
        """The values with the most records, in the order of their labels."""
        return Choices(
            actor=Offered(self.store, "actors"),
            type=list(self.types),
            speaker=Offered(self.store, "sources"),
            event=Offered(self.store, "event_id", none=True),
            country=Offered(self.store, "country"),
        )

    @cached_property
    def _none(self) -> Dataset:
        return self._dataset(self.store.page(Filter(), 0))

    def _dataset(self, rows: pd.DataFrame) -> Dataset:
        return small_dataset(rows, self.about, self.types, self.span)

    def ask_ahead(self) -> None:
        """Ask for what each view needs, so that opening waits for it and drawing does not."""
        _ = self.choices, self.store.total, self.store.extent, self._none

    @property
    def span(self) -> tuple[date | None, date | None]:
        """First and last known day of all records."""
        return self.store.extent.first, self.store.extent.last

    @property
    def bounds(self) -> Box:
        """West, south, east, north of all coordinates; of the world if there are none."""
        return self.store.extent.bounds or WORLD

    def bounds_of(self, view: View) -> Box:
        """What a map of a view has to show: its box; else the places of its records, or of a crowd
        chosen by who, where or words the squares that it fills; else all records."""
        value, places = view.filter, view.locations
        if value.box:
            return value.box
        if not view.crowd and len(places):
            at = places[["longitude", "latitude"]]
            return tuple(float(edge) for edge in (*at.min(), *at.max()))  # type: ignore[return-value]
        if view.crowd and (value.actor or value.country or value.speaker or value.q):
            return count_on_map(self.store, value, self.bounds).bounds or self.bounds
        return self.bounds

    def show(self, value: Filter, most: float = MOST_MARKS) -> tuple[Dataset, View]:
        """What a filter shows, and a data set of its records; above `most` neither has any."""
        totals = self.totals(value)
        crowd = totals.count if totals.count > most else 0
        data = self._none if crowd else self._dataset(self.store.page(value, totals.count))
        drawable = data.locations[on_map(data.locations)]
        off_map = totals.nowhere if crowd else count_off_map(data.events, drawable)
        return data, View(
            filter=value,
            events=data.events,
            locations=drawable,
            total=self.store.total,
            off_map=off_map,
            filter_words=tuple(say_filter(value, {"actor": {}, "type": {}, "speaker": {}})),
            count_words=tuple(say_count(totals.count, self.store.total, off_map)),
            crowd=crowd,
        )

    def whole(self, value: Filter) -> tuple[Dataset, View]:
        """As `show`, with all records of the filter, however many they are."""
        return self.show(value, float("inf"))

    def record(self, event_id: str) -> Dataset:
        """A data set of one record; of none if there is no such id."""
        return self._dataset(self.store.records([event_id]))

    def totals(self, value: Filter) -> Totals:
        """The filter in numbers; the last answers are kept, as a view and its notes ask alike."""
        if value not in self._kept:
            self._kept[value] = self.store.totals(value)
            while len(self._kept) > KEPT:
                self._kept.pop(next(iter(self._kept)), None)
        return self._kept[value]


class Offered(Sequence[str]):
    """The values of a column to choose from, in alphabetical order. Any value that occurs in the
    column counts as contained; `none` offers none."""

    def __init__(self, store: "Store", column: str, none: bool = False) -> None:
        found = [] if none else list(store.top(Filter(), column, OFFERED)["value"])
        self.values, self._store, self._column = sorted(map(str, found)), store, column

    def __contains__(self, value: object) -> bool:
        return value in self.values or self._store.has(self._column, str(value))

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, index: int) -> str:  # type: ignore[override]
        return self.values[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)


Source = Curated | Stored
