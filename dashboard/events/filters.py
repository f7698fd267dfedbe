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
    """The filter of a URL's parameters (each with all its values) and notes on what was dropped."""
    notes: list[str] = []

    def known(name: str, allowed: Sequence[str]) -> tuple[str, ...]:
        values = dict.fromkeys(query.get(name, ()))
        notes.extend(f"{name}={v} is not known here and was left out" for v in values if v not in allowed)
        return tuple(v for v in values if v in allowed)

    since, until = (_day(name, query, notes) for name in ("from", "to"))
    if since and until and since > until:
        notes.append(f"from={since} is after to={until}; both were left out")
        since = until = None
    contested, event = known("contested", CONTESTED)[:1], known("event", choices.event)[:1]
    layer = known("layer", LAYERS)
    text = " ".join(query.get("q", ())).strip()
    if len(text) > MAX_TEXT:
        notes.append(f"q is longer than {MAX_TEXT} characters and was cut")
    value = Filter(
        since,
        until,
        *(known(name, getattr(choices, name)) for name in ("actor", "type")),
        layer if len(layer) < len(LAYERS) else (),
        known("speaker", choices.speaker),
        *(contested or ("",)),
        text[:MAX_TEXT],
        *(event or ("",)),
    )
    return value, notes


def _day(name: str, query: Mapping[str, Sequence[str]], notes: list[str]) -> date | None:
    values = [v for v in query.get(name, ()) if v]
    try:
        return date.fromisoformat(values[0]) if values else None
    except ValueError:
        notes.append(f"{name}={values[0]} is not a day such as 2020-11-07 and was left out")
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
