"""The filter: one frozen value, read from a URL, written to a URL, applied to the event table."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np
import pandas as pd

from .table import each, fold

LAYERS = ("article", "context")
CONTESTED = ("yes", "no")
MAX_TEXT = 100

Box = tuple[float, float, float, float]  # west, south, east, north in WGS84 degrees


@dataclass(frozen=True)
class Filter:
    """What to show. Both ends of the period are inclusive; an empty field filters nothing.

    The URL names are those of the fields, with `from` for `since` and `to` for `until`.
    `box` lets through what has its (first) coordinates within; its west and south edges belong to
    it, its east and north edges do not. `event` marks one record and filters nothing.
    """

    since: date | None = None
    until: date | None = None
    actor: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    layer: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    contested: str = ""
    q: str = ""
    box: Box | None = None
    event: str = ""

    def without_event(self) -> "Filter":
        """The same filter with no record marked: what figures and counts depend on."""
        return replace(self, event="")


@dataclass(frozen=True)
class Choices:
    """The values a filter may take in one data set; a value outside them is dropped with a note."""

    actor: Sequence[str]
    type: Sequence[str]
    speaker: Sequence[str]
    event: Container[str]
    country: Sequence[str] = ()


def read_query(query: Mapping[str, Sequence[str]], choices: Choices) -> tuple[Filter, list[str]]:
    """The filter of a URL's parameters (each with all its values) and notes on what was dropped.

    A value that is not known is dropped with a note and filters nothing; so are both ends of a
    period that ends before it begins. Both layers together are the same as none.
    """
    notes: list[str] = []
    since, until = (_day(name, query, notes) for name in ("from", "to"))
    if since and until and since > until:
        notes.append(f"from={since} is after to={until}; both were left out")
        since = until = None
    layer = _known("layer", LAYERS, query, notes)
    text = " ".join(query.get("q", ())).strip()
    if len(text) > MAX_TEXT:
        notes.append(f"q is longer than {MAX_TEXT} characters and was cut")
    value = Filter(
        since=since,
        until=until,
        actor=_known("actor", choices.actor, query, notes),
        type=_known("type", choices.type, query, notes),
        layer=layer if len(layer) < len(LAYERS) else (),
        speaker=_known("speaker", choices.speaker, query, notes),
        country=_known("country", choices.country, query, notes),
        contested=_one("contested", _known("contested", CONTESTED, query, notes), notes),
        q=text[:MAX_TEXT].strip(),
        box=_box(query, notes),
        event=_one("event", _known("event", choices.event, query, notes), notes),
    )
    return value, notes


def _known(
    name: str, allowed: Container[str], query: Mapping[str, Sequence[str]], notes: list[str]
) -> tuple[str, ...]:
    """The values that are allowed, each once, in the order given; an empty value says nothing."""
    values = [v for v in dict.fromkeys(query.get(name, ())) if v]
    unknown = [v for v in values if v not in allowed]
    notes.extend(f"{name}={v} is not known here and was left out" for v in unknown)
    return tuple(v for v in values if v in allowed)


def _one(name: str, values: Sequence[str], notes: list[str]) -> str:
    """The first of the values; more than one is noted, as only one can be chosen."""
    notes.extend(f"{name}={v} was left out, as only one can be chosen" for v in values[1:])
    return values[0] if values else ""


def _day(name: str, query: Mapping[str, Sequence[str]], notes: list[str]) -> date | None:
    day = _one(name, [v for v in dict.fromkeys(query.get(name, ())) if v], notes)
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        notes.append(f"{name}={day} is not a day such as 2020-11-07 and was left out")
        return None


def _box(query: Mapping[str, Sequence[str]], notes: list[str]) -> Box | None:
    text = _one("box", [v for v in dict.fromkeys(query.get("box", ())) if v], notes)
    if not text:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        west = east = south = north = 0.0
    if -180 <= west < east <= 180 and -90 <= south < north <= 90:
        return west, south, east, north
    notes.append(f"box={text} is not west,south,east,north in degrees and was left out")
    return None


def write_query(value: Filter) -> dict[str, list[str]]:
    """The URL parameters of a filter: what is empty is not written; lists repeat the name."""
    query: dict[str, list[str]] = {}
    for field in fields(value):
        content = getattr(value, field.name)
        name = {"since": "from", "until": "to"}.get(field.name, field.name)
        if field.name == "box" and content:
            query[name] = [",".join(f"{edge:.10g}" for edge in content)]
        elif content:
            query[name] = list(content) if isinstance(content, tuple) else [str(content)]
    return query


def apply(events: pd.DataFrame, value: Filter) -> pd.DataFrame:
    """The rows of the event table that the filter lets through, in the same order.

    An event is in when its span overlaps the period; an open end overlaps everything beyond it.
    A record with no date at all is in only where no period is asked for.
    """
    keep = np.ones(len(events), bool)
    if value.since or value.until:
        keep &= (events["earliest"].notna() | events["latest"].notna()).to_numpy()
    if value.since:
        keep &= ~(events["latest"].to_numpy() < np.datetime64(value.since))
    if value.until:
        keep &= ~(events["earliest"].to_numpy() > np.datetime64(value.until))
    if value.actor:
        keep &= each(events["found_under"], lambda ids: not ids.isdisjoint(value.actor))
    if value.speaker:
        wanted = set(value.speaker)
        keep &= each(events["sides"], lambda sides: not wanted.isdisjoint(sides))
    for name, allowed in (("event_type", value.type), ("layer", value.layer)):
        if allowed:
            keep &= each(events[name], allowed.__contains__)
    if value.country:  # the curated records are not told apart by country
        there = "country" in events
        keep &= each(events["country"], value.country.__contains__) if there else False
    if value.box:
        west, south, east, north = value.box
        longitude, latitude = (events[name].to_numpy() for name in ("longitude", "latitude"))
        keep &= (longitude >= west) & (longitude < east) & (latitude >= south) & (latitude < north)
    if value.contested:
        keep &= events["contested"].to_numpy() == (value.contested == "yes")
    words = fold(value.q).split()
    if words:
        keep &= each(events["words"], lambda text: all(word in text for word in words))
    return events.copy(deep=False) if keep.all() else events[keep]
