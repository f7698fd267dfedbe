"""Each side's account of a record, in words: for cards, decks and documents alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from .dataset import Dataset
from .dates import say_edtf


@dataclass(frozen=True)
class Claim:
    """One speaker's account. Dates are in words, "" where not known; `source` is the publisher and
    the day in words; `url` is as recorded, not yet known to be safe to link."""

    claim_id: str
    statement: str
    speaker: str
    said: str
    event_date: str
    contested: bool
    source_id: str
    source: str
    url: str


@dataclass(frozen=True)
class Account:
    """The claims of one side: its id, its label, and what its speakers say, in the file's order."""

    side: str
    label: str
    claims: tuple[Claim, ...]


def accounts(dataset: Dataset, event_id: str) -> tuple[Account, ...]:
    """The claims of a record grouped by side, in the order of sides.csv; () if there are none."""
    claims = dataset.tables.claims[dataset.tables.claims["event_id"] == event_id]
    sources = dataset.tables.sources.set_index("source_id")
    order = list(dataset.names["speaker"])
    groups = sorted(claims.groupby("side"), key=lambda g: order.index(str(g[0])))
    return tuple(
        Account(
            side=str(side),
            label=dataset.names["speaker"][str(side)],
            claims=tuple(_claim(row, dataset, sources) for row in group.to_dict("records")),
        )
        for side, group in groups
    )


def _claim(row: Mapping[Any, Any], dataset: Dataset, sources: pd.DataFrame) -> Claim:
    source = sources.loc[row["source_id"]]
    return Claim(
        claim_id=row["claim_id"],
        statement=row["statement"],
        speaker=dataset.actors.name.get(row["speaker"], row["speaker"]),
        said=say_edtf(row["said"]),
        event_date=say_edtf(row["event_date"]),
        contested=row["contested"] == "yes",
        source_id=row["source_id"],
        source=f"{source['publisher']}, {say_edtf(source['date']) or 'undated'}",
        url=source["url"],
    )
