"""The filter as conditions on the `events` table: the same meaning as `filters.apply`."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import ibis

from ..filters import Filter
from ..table import fold


def matching(table: Any, value: Filter, by_actor: bool = False) -> Any:
    """The rows of an Ibis table that the filter lets through.

    `by_actor`: the table has a row for each record and actor (see `companions`); each record comes
    once, in the row of the first of its actors that are asked for.
    """
    conditions = [*_period(table, value), *_fields(table, value), *_box(table, value)]
    if value.actor and by_actor:
        conditions += [table.actor.isin(value.actor), ~_any_of(table.before, value.actor)]
    elif value.actor:
        conditions.append(_any_of(table.actors, value.actor))
    return table.filter(*conditions) if conditions else table


def _period(table: Any, value: Filter) -> list[Any]:
    """Spans that overlap the period; an open end overlaps all beyond it, no date at all nothing."""
    found = []
    if value.since:
        found.append((table.latest >= day(value.since)) | table.latest.isnull())
    if value.until:
        found.append((table.earliest <= day(value.until)) | table.earliest.isnull())
    if found:
        found.append(table.earliest.notnull() | table.latest.notnull())
    return found


def day(value: date) -> Any:
    """A day as a literal of the engine."""
    return ibis.literal(value, type="date")


def _fields(table: Any, value: Filter) -> list[Any]:
    found = []
    if value.type:
        found.append(table.event_type.isin(value.type))
    if value.country:
        found.append(table.country.isin(value.country))
    if value.speaker:
        found.append(_any_of(table.sources, value.speaker))
    if value.contested:
        found.append(table.contested.fill_null(False) == (value.contested == "yes"))
    if value.layer:  # imported records have no layer
        found.append(ibis.literal(False))
    found += [table.words.contains(word) for word in fold(value.q).split()]
    return found


def _box(table: Any, value: Filter) -> list[Any]:
    """Coordinates within the box; its west and south edges belong to it, east and north do not, so
    that boxes side by side share no record."""
    if not value.box:
        return []
    west, south, east, north = value.box
    return [
        table.longitude >= west,
        table.longitude < east,
        table.latitude >= south,
        table.latitude < north,
    ]


def _any_of(column: Any, values: tuple[str, ...]) -> Any:
    """Whether a list holds one of the values. Never by an overlap of lists: that is three times
    slower in DuckDB."""
    return reduce(or_, [column.contains(v) for v in values])
