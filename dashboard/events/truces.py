"""Ceasefires as windows: from their hour of effect, with each side's first alleged breach."""

import pandas as pd

from .breaches import told_about
from .dates import read_date
from .table import plain_text


def truces(events: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """One row for every ceasefire whose hour of effect is known.

    Columns: event_id, title, begins (local wall clock), breaches (tuple of (side that alleges
    it, local wall clock, statement), the first of each side, in order of time) and held_until
    (the first breach that any side alleges, or NaT: when a truce ended is itself contested).
    """
    known = events[(events["event_type"] == "ceasefire") & events["clock"].notna()]
    rows = []
    for event_id, title, begins in known[["event_id", "title", "clock"]].itertuples(index=False):
        breaches = _first_breaches(event_id, events, claims)
        until = breaches[0][1] if breaches else pd.NaT
        rows.append((event_id, title, begins, breaches, until))
    columns = ["event_id", "title", "begins", "breaches", "held_until"]
    return plain_text(pd.DataFrame(rows, columns=columns))


def _first_breaches(
    truce: str, events: pd.DataFrame, claims: pd.DataFrame
) -> tuple[tuple[str, pd.Timestamp, str], ...]:
    told = told_about(truce, events, claims)
    told = told[told["event_date"] != ""]
    first: dict[str, tuple[str, pd.Timestamp, str]] = {}
    for side, text, statement in told[["side", "event_date", "statement"]].itertuples(index=False):
        clock = read_date(text).clock
        if clock and (side not in first or pd.Timestamp(clock) < first[side][1]):
            first[side] = (side, pd.Timestamp(clock), statement)
    return tuple(sorted(first.values(), key=lambda breach: breach[1]))
