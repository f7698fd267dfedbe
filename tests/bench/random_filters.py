"""Filters as readers choose them, drawn at random from what a data set holds."""

import random
from datetime import date, timedelta
from typing import Any

from dashboard.events.filters import Filter
from dashboard.events.store.store import Store

MOST = 40  # of the values with the most records
KINDS = (
    "dates", "dates type", "dates actor", "dates box", "type", "actor", "dates country", "box",
    "dates type actor", "dates speaker",
)  # fmt: skip


def draw_filters(store: Store, count: int, seed: int = 4) -> list[Filter]:
    """`count` different filters, the kinds in turn; equal arguments give equal filters."""
    chance, found = random.Random(seed), list[Filter]()
    values = {
        field: list(store.top(Filter(), column, MOST)["value"])
        for field, column in (
            ("type", "event_type"), ("actor", "actors"), ("country", "country"),
            ("speaker", "sources"),
        )
    }  # fmt: skip
    while len(found) < count:
        kind = KINDS[len(found) % len(KINDS)]
        value = Filter(**_parts(store, kind.split(), values, chance))
        if value not in found:
            found.append(value)
    return found


def _parts(
    store: Store, kinds: list[str], values: dict[str, list[str]], chance: random.Random
) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    for kind in kinds:
        if kind == "dates":
            parts["since"], parts["until"] = _period(store, chance)
        elif kind == "box":
            parts["box"] = _box(store, chance)
        else:
            known = values[kind]
            # Two of three ask for one value; lists are in the order of numbers of records.
            parts[kind] = tuple(chance.sample(known, min(len(known), chance.choice((1, 1, 2)))))
    return parts


def _period(store: Store, chance: random.Random) -> tuple[date, date]:
    """From a week to the whole span, as likely within each power of ten."""
    first, last = store.extent.first or date(2000, 1, 1), store.extent.last or date(2000, 12, 31)
    span = (last - first).days
    days = min(span, round(7 * (span / 7) ** chance.random()))
    since = first + timedelta(chance.randint(0, span - days))
    return since, since + timedelta(days)


def _box(store: Store, chance: random.Random) -> tuple[float, float, float, float]:
    """A box of 2 to 40 degrees around one of the places."""
    west, south, east, north = store.extent.bounds or (-180, -60, 180, 75)
    half = chance.uniform(1, 20)
    x, y = chance.uniform(west, east), chance.uniform(south, north)
    return (round(max(x - half, -180), 2), round(max(y - half, -90), 2),
            round(min(x + half, 180), 2), round(min(y + half, 90), 2))  # fmt: skip
