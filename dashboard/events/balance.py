"""From which side a view is told: its claims, its sources, and a sentence where one outweighs."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from .dataset import Dataset, View
from .table import of_events

FEWEST = 3  # claims below which no share is worth a sentence
LEAN = 1.5
NO_SIDE = ""  # of sources that are linked with none, or whose side is not known


@dataclass(frozen=True)
class Balance:
    """A view's claims and sources in numbers, by side in the order of sides.csv, without the sides
    that have none; `NO_SIDE` comes last.

    `claims` are by the side of the speaker, `read_in` the same claims by the side with which the
    publisher of their source is linked, `sources` the documents in which they were read, by the
    same. `one_sided` are records with the accounts of one side only, `shown` all of the view.
    """

    claims: dict[str, int]
    read_in: dict[str, int]
    sources: dict[str, int]
    one_sided: int
    shown: int

    @property
    def claims_in_all(self) -> int:
        """How many claims the view has."""
        return sum(self.claims.values())

    @property
    def sources_in_all(self) -> int:
        """In how many documents they were read."""
        return sum(self.sources.values())


def balance(dataset: Dataset, view: View) -> Balance:
    """The balance of a view. A data set whose sources name no side has them all under `NO_SIDE`."""
    claims = dataset.tables.claims
    claims = of_events(claims, view.events)
    documents = dataset.tables.sources.set_index("source_id").reindex(columns=["side"]).fillna("")
    linked = claims["source_id"].map(documents["side"])
    order = [*dataset.names["speaker"], NO_SIDE]
    read = linked.groupby(claims["source_id"]).first()
    return Balance(
        claims=_counted(claims["side"], order),
        read_in=_counted(linked, order),
        sources=_counted(read, order),
        one_sided=int((view.events["sides"].map(len) == 1).sum()),
        shown=len(view.events),
    )


def _counted(values: pd.Series, order: list[str]) -> dict[str, int]:
    counts = values.value_counts()
    return {side: int(counts[side]) for side in order if side in counts}


def say_lean(found: Balance, labels: Mapping[str, str]) -> list[str]:
    """Sentences for a view that leans: where one side has `LEAN` times as many of its claims as the
    next, or publishers linked with one side so many of those read, and that is a third of all or
    more. None below `FEWEST` claims. `labels` are those of the sides."""
    by = _lean(found.claims, found.claims_in_all, labels, "are by {}", "by {}")
    read = _lean(found.read_in, found.claims_in_all, labels,
                 "were read in sources linked with {}", "with {}")  # fmt: skip
    return [*by, *read]


def _lean(
    counts: Mapping[str, int], total: int, labels: Mapping[str, str], first: str, second: str
) -> list[str]:
    known = sorted(((n, labels[s]) for s, n in counts.items() if s in labels), key=lambda k: -k[0])
    if total < FEWEST or not known:
        return []
    (most, side), (less, other) = [*known, (0, "")][:2]
    if most < LEAN * less or 3 * most < total:
        return []
    after = f", {less} {second.format(other)}, the next" if less else ""
    return [f"Of {total} claims {most} {first.format(side)}{after}."]
