"""The provenance of an export: which data, which version, which filter, which records."""

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from ... import APP
from ..dataset import Dataset, View
from ..filters import write_query
from .snapshot import MOST, Record, digest, digests, snapshot


@dataclass(frozen=True)
class Provenance:
    """What an export was made from.

    `sha256` is that of the data set's tables, `records_sha256` that of the records shown (over
    `digests`). `query` is the filter as in an address; `chosen` says that of what it lets through
    only some were chosen. `digests` and `records` are by event_id;
    `records` is empty above `MOST` records, both are where only the head of it was kept.
    """

    dataset: str
    version: str
    sha256: str
    query: dict[str, list[str]]
    filter_words: list[str]
    shown: int
    total: int
    not_on_map: int
    app: str
    made: str
    records_sha256: str
    digests: dict[str, str] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    chosen: bool = False

    def to_json(self) -> str:
        """All of it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def head(self) -> str:
        """The same without the records, for places with little room, as JSON."""
        known = {k: v for k, v in asdict(self).items() if k not in ("digests", "records")}
        return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def trace(view: View, dataset: Dataset, made: date, chosen: bool = False) -> Provenance:
    """The provenance of a view on the day `made`, whose records may be `chosen` ones."""
    ids = list(view.events["event_id"])
    records = snapshot(dataset, ids)
    short = digests(records)
    return Provenance(
        dataset=str(dataset.tables.package["name"]),
        version=str(dataset.tables.package["version"]),
        sha256=dataset.tables.sha256,
        query=write_query(view.filter.without_event()),
        filter_words=list(view.filter_words),
        shown=len(ids),
        total=view.total,
        not_on_map=view.off_map,
        app=APP,
        made=made.isoformat(),
        records_sha256=digest(short),
        digests=short,
        records=records if len(ids) <= MOST else {},
        chosen=chosen,
    )


def read_provenance(text: str) -> Provenance:
    """The provenance that `Provenance.to_json` or `head` wrote.

    Raises ValueError if it is no such JSON, or if the records do not match their SHA-256.
    """
    try:
        content: Any = json.loads(text)
        known = {f.name: content[f.name] for f in fields(Provenance) if f.name in content}
        found = Provenance(**known)
        whole = all(isinstance(getattr(found, f.name), _KINDS[f.name]) for f in fields(found))
    except (AttributeError, TypeError, ValueError) as error:
        raise ValueError("its provenance cannot be read") from error
    if not whole:
        raise ValueError("its provenance cannot be read: a part has the wrong type")
    lists = [*found.query.values(), found.filter_words]
    if not all(isinstance(v, list) and all(isinstance(t, str) for t in v) for v in lists):
        raise ValueError("its provenance cannot be read: its filter is no list of words")
    if found.digests and len(found.digests) != found.shown:
        raise ValueError("its provenance was changed: it counts other records than it holds")
    kept = not found.digests or digest(found.digests) == found.records_sha256
    if not kept or (found.records and digests(found.records) != found.digests):
        raise ValueError("its provenance was changed: the records do not match their SHA-256")
    return found


_KINDS: dict[str, type] = {
    **dict.fromkeys(("dataset", "version", "sha256", "app", "made", "records_sha256"), str),
    **dict.fromkeys(("shown", "total", "not_on_map"), int),
    **dict.fromkeys(("query", "digests", "records"), dict),
    "filter_words": list,
    "chosen": bool,
}
