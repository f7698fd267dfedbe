"""Numbers the sources of a view, the same in every picture, page and deck made of it."""

from dataclasses import dataclass

from .dataset import Dataset, View
from .dates import say_edtf


@dataclass(frozen=True)
class Citation:
    """A numbered source: `short` is publisher and day; `text` adds the title; `url` is as recorded
    ("" if the document has no address; `locator` then says where it is)."""

    number: int
    source_id: str
    short: str
    text: str
    url: str
    locator: str


@dataclass(frozen=True)
class Citations:
    """The sources of a view in the order of their numbers, from 1, and each record's numbers."""

    sources: tuple[Citation, ...]
    by_event: dict[str, tuple[int, ...]]

    def number(self, source_id: str) -> int:
        """The number of a source. Raises KeyError if the view does not rest on it."""
        return self.by_source[source_id]

    @property
    def by_source(self) -> dict[str, int]:
        """The number by source_id."""
        return {c.source_id: c.number for c in self.sources}


def cite(dataset: Dataset, view: View) -> Citations:
    """The sources that the records of the view rest on, those of the most records first, then in
    order of time: where a picture has room for only some, it has the first ones."""
    counts: dict[str, int] = {}
    for source_id in (s for ids in view.events["sources"] for s in ids):
        counts[source_id] = counts.get(source_id, 0) + 1
    ranked = sorted(counts, key=lambda s: -counts[s])  # stable: of equals the first met
    rows = dataset.tables.sources.set_index("source_id").loc[ranked]
    sources = []
    for number, (source_id, row) in enumerate(rows.iterrows(), 1):
        short = f"{row['publisher']}, {say_edtf(row['date']) or 'undated'}"
        text = f"{row['publisher']}: {row['title']}, {say_edtf(row['date']) or 'undated'}"
        sources.append(Citation(number, str(source_id), short, text, row["url"], row["locator"]))
    numbers = {c.source_id: c.number for c in sources}
    by_event = {
        event_id: tuple(sorted(numbers[s] for s in ids))
        for event_id, ids in zip(view.events["event_id"], view.events["sources"], strict=True)
    }
    return Citations(tuple(sources), by_event)
