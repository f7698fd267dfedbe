"""Who says what of each record: one row a record and side, for a table of records by sides."""

from collections.abc import Sequence

import pandas as pd

from .dataset import Dataset, View
from .table import of_events

ORDERS = ("date", "contested")


def matrix(dataset: Dataset, view: View, order: str = "date") -> pd.DataFrame:
    """The accounts of the view's records, one row for each record and side that speaks of it.

    Columns: event_id, side, claims and contested (numbers of that side's claims, and of those that
    are contested), speaker (name) and statement (of its first claim, contested before others).
    Records stand in the order of time, or with "contested" those with most contested claims first,
    then those with most sides; sides in the order of sides.csv. A record without claims has no row.
    Raises ValueError if `order` is not in `ORDERS`.
    """
    if order not in ORDERS:
        raise ValueError(f"{order!r} is not one of {ORDERS}")
    claims = dataset.tables.claims[["event_id", "side", "speaker", "statement", "contested"]]
    claims = of_events(claims, view.events)
    claims = claims.assign(
        contested=claims["contested"] == "yes",
        speaker=claims["speaker"].map(dataset.actors.name),
        event=_places(claims["event_id"], list(view.events["event_id"])),
        place=_places(claims["side"], list(dataset.names["speaker"])),
    )
    first = claims.sort_values(["event", "place", "contested"], ascending=[True, True, False],
                               kind="stable")  # fmt: skip
    cells = first.groupby(["event", "place"], sort=True, as_index=False).agg(
        event_id=("event_id", "first"),
        side=("side", "first"),
        claims=("event_id", "size"),
        contested=("contested", "sum"),
        speaker=("speaker", "first"),
        statement=("statement", "first"),
    )
    if order == "contested":
        told = cells.groupby("event")
        cells = cells.assign(
            most=told["contested"].transform("sum"), sides=told["side"].transform("size")
        ).sort_values(["most", "sides", "event", "place"], ascending=[False, False, True, True])
    columns = ["event_id", "side", "claims", "contested", "speaker", "statement"]
    return cells[columns].reset_index(drop=True)


def _places(values: pd.Series, order: Sequence[str]) -> pd.Series:
    return values.map({value: place for place, value in enumerate(order)})
