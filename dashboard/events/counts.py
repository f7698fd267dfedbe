"""A view in numbers, counted once for the page, the deck and the document."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain

from .dataset import Dataset, View


@dataclass(frozen=True)
class Counts:
    """How many records a view shows, and how they are told.

    `one_sided` are records with accounts of one side only, `several_sided` of more than one;
    mediators, UN, NGOs and courts are sides like the others. `records` and `claims` are by side, in
    the order of sides.csv, without the sides that have none; a record with the accounts of several
    sides counts for each.
    """

    shown: int
    total: int
    off_map: int
    contested: int
    one_sided: int
    several_sided: int
    records: dict[str, int]
    claims: dict[str, int]


def count(dataset: Dataset, view: View) -> Counts:
    """The numbers of a view."""
    events, told = view.events, dataset.tables.claims
    sides = [len(sides) for sides in events["sides"]]
    records = Counter(chain.from_iterable(events["sides"]))
    shown = set(events["event_id"])
    claims = Counter(
        side for event, side in zip(told["event_id"], told["side"], strict=True) if event in shown
    )
    order = [side for side in dataset.names["speaker"] if side in claims]
    return Counts(
        shown=len(events),
        total=view.total,
        off_map=view.off_map,
        contested=int(events["contested"].sum()),
        one_sided=sum(count == 1 for count in sides),
        several_sided=sum(count > 1 for count in sides),
        records={side: records[side] for side in order},
        claims={side: claims[side] for side in order},
    )
