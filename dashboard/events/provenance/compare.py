"""Says what has changed in the records of an export since it was made."""

from dataclasses import dataclass

from ..dataset import Dataset
from ..filters import read_query
from .origin import Provenance
from .snapshot import Record, digest, digests, snapshot

INSIDE = "Compared are the records that the file keeps inside; what it draws or prints is not."


@dataclass(frozen=True)
class Change:
    """A cell that differs: `old` or `new` is "" where it was empty or was not there."""

    file: str
    row: str
    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """What the data gives now under the export's filter, against what the export shows.

    `changed` holds the cells of each record that is in both, by event_id (without cells where the
    export kept none); `left` those of records that the filter no longer lets through; `gone` are
    records that are no longer in the data, `added` those that were not shown. `unknown` says that
    they differ while the export does not say how. `notes` are parts of the filter that no longer
    mean anything.
    """

    same: bool
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    left: dict[str, tuple[Change, ...]] | None = None
    changed: dict[str, tuple[Change, ...]] | None = None
    unknown: bool = False
    other_dataset: str = ""
    notes: tuple[str, ...] = ()


def compare(made: Provenance, dataset: Dataset) -> Difference:
    """Apply the export's filter to the data as it is now, and compare record by record."""
    name = str(dataset.tables.package["name"])
    other = name if name != made.dataset else ""
    value, notes = read_query(made.query, dataset.choices)
    ids = list(dataset.view(value).events["event_id"])
    if made.chosen and made.digests:
        ids = [i for i in ids if i in made.digests]
    now = digests(snapshot(dataset, ids))
    same = digest(now) == made.records_sha256 and not notes
    if same or not (made.digests or not made.shown):
        return Difference(same, unknown=not same, other_dataset=other, notes=tuple(notes))
    known = set(dataset.events["event_id"])
    missing = [i for i in made.digests if i not in now]
    left = [i for i in missing if i in known]
    both = [i for i in made.digests if i in now and now[i] != made.digests[i]]
    return Difference(
        same=False,
        added=tuple(i for i in now if i not in made.digests),
        gone=tuple(i for i in missing if i not in known),
        left=_changes(made, dataset, left),
        changed=_changes(made, dataset, both),
        other_dataset=other,
        notes=tuple(notes),
    )


def _changes(
    made: Provenance, dataset: Dataset, event_ids: list[str]
) -> dict[str, tuple[Change, ...]]:
    now = snapshot(dataset, event_ids)
    return {i: _cells(made.records.get(i), now[i]) for i in event_ids}


def _cells(old: Record | None, new: Record) -> tuple[Change, ...]:
    if old is None:
        return ()
    keys = [*old, *(k for k in new if k not in old)]
    different = [k for k in keys if old.get(k, "") != new.get(k, "")]
    return tuple(_change(k, old.get(k, ""), new.get(k, "")) for k in different)


def _change(key: str, old: str, new: str) -> Change:
    file, row, column = key.split(":", 2)
    return Change(file, row, column, old, new)


def say_difference(made: Provenance, found: Difference, titles: dict[str, str]) -> list[str]:
    """The comparison in lines of words; `titles` are those of the records there are now."""
    what = f"{', '.join(made.filter_words)}; {made.dataset} {made.version} ({made.sha256[:8]})"
    lines = [f"Made {made.made}: {made.shown} of {made.total} records, {what}"]
    if found.other_dataset:
        lines.append(f"It was made from another data set than this one ({found.other_dataset}).")
    lines += [f"Of its filter, {note}." for note in found.notes]
    if found.same:
        return [*lines, INSIDE, "The data gives the same records."]
    if found.unknown:
        return [*lines, "The data gives other records now; the file does not say which it had."]
    lines.append(INSIDE)
    lines += [f"added: {i} ({titles.get(i, '')})" for i in found.added]
    lines += [f"removed: {i} is no longer in the data" for i in found.gone]
    for word, part in (
        ("removed: no longer in this view:", found.left),
        ("changed:", found.changed),
    ):
        for event_id, cells in (part or {}).items():
            lines.append(f"{word} {event_id} ({titles.get(event_id, '')})")
            lines += [f"  {c.file}, {c.row}, {c.column}: “{c.old}” → “{c.new}”" for c in cells]
    return lines
