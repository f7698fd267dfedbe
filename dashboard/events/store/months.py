"""Answers a filter of dates from counts by month, and from records at the ends of its period.

A month is counted as a whole if it lies within the period. What is left are records of the month
in which the period begins or ends, longer ones that reach into it, and those that lack a day:
`events` has them near each other, as it is sorted by date, or few. All together are exactly the
records of the period.
"""

from dataclasses import fields, replace
from datetime import date, timedelta
from functools import reduce
from typing import Any

from ibis.expr.types import Table

from ..filters import Filter
from .companions import number_of
from .where import day, matching

MONTHLY = ("month", "quarter", "year")  # bins that are made of whole months


def answers(value: Filter, *more: str) -> bool:
    """Whether the filter asks for nothing but dates, and at most the fields `more`."""
    known = {"since", "until", "event", *more}
    return not any(getattr(value, f.name) for f in fields(value) if f.name not in known)


def by_months(
    months: Any, events: Any, value: Filter, columns: tuple[str, ...], closed: bool
) -> Any:
    """`columns` and `n` of the records of a filter.

    `months` is a companion by month, `events` the records; `closed`: all have both days.
    """
    first = _next_month(value.since - timedelta(days=1)) if value.since else None
    last = _this_month(value.until + timedelta(days=1)) if value.until else None  # exclusive
    found = matching(events, value)
    if first and last and first >= last:  # no whole month in it
        return found.select(*columns, n=number_of(found))
    whole = matching(months, replace(value, since=None, until=None))
    parts = []
    if first:
        whole = whole.filter(whole.earliest >= day(first))
        parts.append(found.filter(found.earliest < day(first), found.latest.notnull()))
    if last:
        whole = whole.filter(whole.earliest < day(last))
        parts.append(found.filter(found.earliest >= day(last), found.latest.notnull()))
    if not closed:  # apart, so that each condition passes over most of the table
        parts.append(found.filter(found.earliest.isnull()))
        parts.append(found.filter(found.latest.isnull(), found.earliest.notnull()))
    return reduce(Table.union, [p.select(*columns, n=number_of(p)) for p in (whole, *parts)])


def _this_month(value: date) -> date:
    return value.replace(day=1)


def _next_month(value: date) -> date:
    return (value.replace(day=28) + timedelta(days=4)).replace(day=1)
