"""The filter: one frozen value, read from a URL, written to a URL, applied to the event table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

import pandas as pd

from .table import fold

LISTS = ("actor", "type", "speaker")
LAYERS = ("article", "context")
CONTESTED = ("yes", "no")
MAX_TEXT = 100


@dataclass(frozen=True)
class Filter:
    """What to show. Both ends of the period are inclusive; an empty field filters nothing.

    The URL names are those of the fields, with `from` for `since` and `to` for `until`.
    `event` marks one record and filters nothing.
    """

    since: date | None = None
    until: date | None = None
    actor: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    layer: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    contested: str = ""
    q: str = ""
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
    event: Sequence[str]


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
        contested=_one("contested", _known("contested", CONTESTED, query, notes), notes),
        q=text[:MAX_TEXT].strip(),
        event=_one("event", _known("event", choices.event, query, notes), notes),
    )
    return value, notes


def _known(
    name: str, allowed: Sequence[str], query: Mapping[str, Sequence[str]], notes: list[str]
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


def write_query(value: Filter) -> dict[str, list[str]]:
    """The URL parameters of a filter: what is empty is not written; lists repeat the name."""
    query: dict[str, list[str]] = {}
    for field in fields(value):
        content = getattr(value, field.name)
        name = {"since": "from", "until": "to"}.get(field.name, field.name)
        if content:
            query[name] = list(content) if isinstance(content, tuple) else [str(content)]
    return query


def apply(events: pd.DataFrame, value: Filter) -> pd.DataFrame:
    """The rows of the event table that the filter lets through, in the same order.

    An event is in when its span overlaps the period; an open end overlaps everything beyond it.
    A record with no date at all is in only where no period is asked for.
    """
    keep = pd.Series(True, index=events.index)
    if value.since or value.until:
        keep &= events["earliest"].notna() | events["latest"].notna()
    if value.since:
        keep &= ~(events["latest"] < pd.Timestamp(value.since))
    if value.until:
        keep &= ~(events["earliest"] > pd.Timestamp(value.until))
    if value.actor:
        keep &= events["found_under"].map(lambda ids: not ids.isdisjoint(value.actor)).astype(bool)
    if value.speaker:
        wanted = set(value.speaker)
        keep &= events["sides"].map(lambda sides: not wanted.isdisjoint(sides)).astype(bool)
    if value.type:
        keep &= events["event_type"].isin(value.type)
    if value.layer:
        keep &= events["layer"].isin(value.layer)
    if value.contested:
        keep &= events["contested"] == (value.contested == "yes")
    for word in fold(value.q).split():
        keep &= events["words"].str.contains(word, regex=False)
    return events[keep]
