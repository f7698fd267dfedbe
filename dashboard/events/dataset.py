"""One data set, read once: its tables, the event table and what filters and words need of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from .actors import Actors, read_actors
from .filters import Choices, Filter, apply
from .table import event_table, locations, of_events, on_map
from .tables import Tables, read_tables
from .truces import truces
from .words import count_off_map, say_count, say_filter

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class View:
    """What one filter shows: the event rows, their drawable places, and both in words.

    Every chart, table, count and export takes its rows from one View, so they cannot disagree.
    `crowd` is the number of records where they are too many to be drawn one by one: `events` and
    `locations` are then empty, and the charts show counts (see sets/crowd.py).
    """

    filter: Filter
    events: pd.DataFrame
    locations: pd.DataFrame
    total: int
    off_map: int
    filter_words: tuple[str, ...]
    count_words: tuple[str, ...]
    crowd: int = 0

    @property
    def shown(self) -> int:
        """How many records the filter lets through."""
        return self.crowd or len(self.events)

    @property
    def sentence(self) -> str:
        """The filter and the counts in one line."""
        return " · ".join([*self.filter_words, *self.count_words])


@dataclass(frozen=True)
class Dataset:
    """The tables of a data set and what is made of them once; nothing in it is ever changed.

    `span` is the first and last day of the time axis, where it is not that of `events`;
    `lane_names` are the labels of lanes, where they are not those of types and sides.
    """

    tables: Tables
    events: pd.DataFrame
    locations: pd.DataFrame
    truces: pd.DataFrame
    actors: Actors
    span: tuple[date | None, date | None] = (None, None)
    lane_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def lanes(self, by: str) -> Mapping[str, str]:
        """Labels of the lanes by "actor", "type" or "speaker", in their order: types, or sides."""
        return self.lane_names.get(by, self.names["type" if by == "type" else "speaker"])

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """Labels of ids by the name of the filter field: actor, type, speaker."""
        tables = self.tables
        return {
            "actor": self.actors.name,
            "type": dict(
                zip(tables.categories["event_type"], tables.categories["label"], strict=True)
            ),
            "speaker": dict(zip(tables.sides["side"], tables.sides["label"], strict=True)),
        }

    @cached_property
    def types(self) -> dict[str, tuple[str, str]]:
        """event_type -> (label, symbol), in the order of the categories."""
        table = self.tables.categories[["event_type", "label", "symbol"]]
        return {key: (label, symbol) for key, label, symbol in table.itertuples(index=False)}

    @cached_property
    def symbols(self) -> dict[str, str]:
        """event_type -> symbol."""
        return {key: symbol for key, (_, symbol) in self.types.items()}

    @cached_property
    def choices(self) -> Choices:
        """The values that occur in the records, in the order in which they are offered."""
        found = self.events["found_under"].explode().unique()
        types = self.tables.categories.sort_values("order", key=pd.to_numeric)["event_type"]
        sides = self.tables.sides.sort_values("order", key=pd.to_numeric)["side"]
        told = set(self.tables.claims["side"])
        return Choices(
            actor=self._by_side([a for a in self.actors.name if a in set(found)], list(sides)),
            type=[t for t in types if t in set(self.events["event_type"])],
            speaker=[s for s in sides if s in told],
            event=list(self.events["event_id"]),
        )

    def _by_side(self, ids: list[str], sides: list[str]) -> list[str]:
        """Actors grouped by side, each state or body before those that belong to it."""

        def place(actor: str) -> tuple[int, list[str]]:
            line = self.actors.lineage(actor)[::-1]
            return sides.index(self.actors.side[line[0]]), [self.actors.name[a] for a in line]

        return sorted(ids, key=place)

    @cached_property
    def ends(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first and the last day of `span`, where it has none of the records; NaT if they have
        none."""
        first, last = self.span
        return (
            pd.Timestamp(first) if first else self.events["earliest"].min(),
            pd.Timestamp(last) if last else self.events["latest"].max(),
        )

    @cached_property
    def _drawable(self) -> pd.DataFrame:
        return self.locations[on_map(self.locations)]

    def view(self, value: Filter) -> View:
        """The rows that the filter lets through and how they are said in words."""
        events = apply(self.events, value)
        drawable = of_events(self._drawable, events)
        off_map = count_off_map(events, drawable)
        return View(
            filter=value,
            events=events,
            locations=drawable,
            total=len(self.events),
            off_map=off_map,
            filter_words=tuple(say_filter(value, self.names)),
            count_words=tuple(say_count(len(events), len(self.events), off_map)),
        )


def read_dataset(folder: Path = DATA) -> Dataset:
    """The data set in `folder`.

    Raises DataError if a table cannot be read, ValueError if a date is not EDTF, KeyError if an
    id is unknown; `check` lists every fault.
    """
    tables = read_tables(folder)
    events = event_table(tables)
    return Dataset(
        tables=tables,
        events=events,
        locations=locations(events, tables.places),
        truces=truces(events, tables.claims),
        actors=read_actors(tables.actors),
    )
