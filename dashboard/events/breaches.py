"""What each account says of the breach of a ceasefire, and when, counted from the truce's start."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from .dates import read_date
from .table import of_events

# How an account in claims.csv says that its hour is only the earliest possible one (see data/).
NO_MINUTE = "no minute given"


def told_about(truce: str, events: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The claims of the records of type "breach" that are about the ceasefire `truce`."""
    about = events[(events["about"] == truce) & (events["event_type"] == "breach")]
    return of_events(claims, about)


def breaches(events: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """One row for every account of a breach of a ceasefire whose hour of effect is known.

    Columns: truce and event_id (the ceasefire, the record of breaches), claim_id, side, speaker
    (id), local (wall clock, NaT if the account names no hour), utc (the same moment, NaT without
    hour or offset), minutes (after the start, NaN without an hour; below 0 is before it),
    at_earliest (the account says "after" that hour and names no minute), statement, source_id and
    contested. Truces in order of time, in each the accounts by their hour, those without one last.
    """
    rows = []
    for truce, begins in truces_with_hour(events)[["event_id", "date"]].itertuples(index=False):
        for claim in told_about(truce, events, claims).to_dict("records"):
            rows.append({"truce": truce, **_account(claim, begins)})
    table = pd.DataFrame(
        rows, columns=["truce", *_account(dict.fromkeys(map(str, claims.columns), ""), "")]
    )
    for column in ("local", "utc"):
        table[column] = pd.to_datetime(table[column]).astype("datetime64[us]")
    table["minutes"] = table["minutes"].astype(float)
    order = {truce: place for place, truce in enumerate(table["truce"].unique())}
    return table.sort_values(
        ["truce", "minutes"], key=lambda c: c.map(order) if c.name == "truce" else c, kind="stable"
    ).reset_index(drop=True)


def truces_with_hour(events: pd.DataFrame) -> pd.DataFrame:
    """The rows of the event table that are ceasefires with an hour of effect, in order of time."""
    known = events[(events["event_type"] == "ceasefire") & events["clock"].notna()]
    return known.sort_values("clock", kind="stable")


def told_truces(events: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """The ceasefires of which `accounts` (see `breaches`) tell: event_id, title, note, actors,
    local and utc (when each was to begin, NaT where the offset is not stated), in order of time."""
    known = truces_with_hour(events)
    known = known[known["event_id"].isin(accounts["truce"])]
    table = known[["event_id", "title", "note", "actors"]].assign(
        local=known["clock"], utc=pd.to_datetime(known["date"].map(in_utc))
    )
    return table.reset_index(drop=True)


def told_in_view(
    shown: pd.DataFrame, events: pd.DataFrame, claims: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ceasefires that a view of the event table (`shown` of `events`) tells of, as
    `told_truces`, and their accounts, as `breaches`.

    A ceasefire is in if its record or a record of its breaches is shown, and then with all of its
    accounts: part of them would be one side's.
    """
    accounts = breaches(events, claims)
    ids = set(shown["event_id"])
    told = set(accounts.loc[accounts["event_id"].isin(ids), "truce"])
    known = told_truces(events, accounts)
    known = known[known["event_id"].isin(ids | told)].reset_index(drop=True)
    return known, accounts[accounts["truce"].isin(known["event_id"])].reset_index(drop=True)


def of_all_truces(events: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that the article makes of breaches in general: those that name no hour, of its
    records of type "breach"."""
    said = events[(events["layer"] == "article") & (events["event_type"] == "breach")]
    return claims[claims["event_id"].isin(said["event_id"]) & (claims["event_date"] == "")]


def broker_words(note: str) -> str:
    """The sentences of a record's note that speak of who brokered it; "" if none does."""
    sentences = re.split(r"(?<=[.!?])\s+", note)
    return " ".join(s for s in sentences if re.search(r"\bbroker", s, re.IGNORECASE))


def in_utc(text: str) -> datetime | None:
    """The moment of an EDTF time with its offset as a UTC wall clock; None if either is missing.

    Raises DateError if the text is not EDTF.
    """
    if read_date(text).clock is None:
        return None
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else None


def _account(claim: Mapping[Any, Any], begins: str) -> dict[str, object]:
    told = claim["event_date"]
    local, utc = read_date(told).clock, in_utc(told)
    kept = ("claim_id", "side", "speaker", "statement", "source_id")
    return {
        "event_id": claim["event_id"],
        **{name: claim[name] for name in kept},
        "local": local,
        "utc": utc,
        "minutes": _minutes(begins, told),
        "at_earliest": local is not None and NO_MINUTE in claim["statement"],
        "contested": claim["contested"] == "yes",
    }


def _minutes(begins: str, told: str) -> float | None:
    """From one time to another, by UTC where both state it, else by the local clock."""
    pairs = (in_utc(begins), in_utc(told)), (read_date(begins).clock, read_date(told).clock)
    for start, moment in pairs:
        if start and moment:
            return (moment - start).total_seconds() / 60
    return None
