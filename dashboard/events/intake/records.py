"""Makes rows of what a person has accepted, and says what is wrong with them, field by field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..own import Rows, faults, find, new_claim_id, put
from ..own.structure import key_of
from ..sets.names import folder_name
from ..tables import NAMES, Tables, split_list
from .mentions import name_of
from .proposal import ARTICLE, LAYER, Proposal
from .vocabulary import Vocabulary

KEPT = ("categories", "sides")  # tables that a data set has from the beginning
UNKNOWN_DAY = "XXXX"  # EDTF: the page prints none
LONGEST = 300  # characters of the text that a summary quotes
MEDIA = "media"


@dataclass(frozen=True)
class Article:
    """What a person says of the article: who published it, when (None: not known), for which side
    the publisher speaks, and with whom it is linked."""

    publisher: str = ""
    title: str = ""
    day: date | None = None
    side: str = ""
    affiliation: str = ""
    url: str = ""

    @property
    def dated(self) -> str:
        """The day in EDTF."""
        return self.day.isoformat() if self.day else UNKNOWN_DAY


@dataclass(frozen=True)
class Entry:
    """A record as accepted: the number of its proposal, the cells of its row by column (without
    id, layer and sources), who says so (ids, ARTICLE for the article itself), contested or not."""

    number: int
    cells: Mapping[str, str]
    speakers: tuple[str, ...]
    contested: bool


@dataclass(frozen=True)
class Trouble:
    """What is wrong: at which proposal (0: at what is said of the article), in which column of
    which table, and what is allowed there."""

    number: int
    table: str
    column: str
    allowed: str


def rows_of(tables: Tables) -> Rows:
    """The tables as rows of text."""
    return {name: getattr(tables, name).to_dict("records") for name in NAMES}


def entry_for(one: Proposal, article: Article) -> Entry:
    """The record that a proposal suggests; its summary quotes the text and says whose it is."""
    quoted = one.text if len(one.text) <= LONGEST else one.text[: LONGEST - 1].rstrip() + "…"
    spoken = ARTICLE not in one.speakers and one.date and "/" not in one.date
    cells = {
        "date": one.date,
        "said": one.date if spoken else article.dated,
        "title": one.title,
        "summary": f"{article.publisher or 'The article'}: “{quoted}”",
        "event_type": one.event_type,
        "actors": ";".join(one.actors),
        "places": ";".join(one.places),
        "note": "",
    }
    return Entry(one.number, cells, one.speakers, one.contested)


def publisher_row(article: Article, words: Vocabulary, known: Rows) -> dict[str, str]:
    """The actor that speaks where the article does: a known one of that name, or a new one."""
    found = find(known, "actors", name_of(article.publisher, words)) if article.publisher else None
    name = folder_name(article.publisher or "the article")
    return found or {"actor_id": name, "name": article.publisher, "kind": MEDIA,
                     "side": article.side, "parent": ""}  # fmt: skip


def to_rows(
    entries: Iterable[Entry],
    article: Article,
    publisher: Mapping[str, str],
    known: Rows,
    base: Rows | None = None,
) -> tuple[Rows, dict[str, int]]:
    """The rows of a data set with these records added, and the numbers of the entries by event_id.

    Actors and places are taken from `known`, with what stands above them; `base` are the rows that
    are there already (None: a new data set). Nothing given is changed.
    """
    rows: Rows = base or {name: list(known[name]) if name in KEPT else [] for name in NAMES}
    source = _source(article, rows)
    if not find(rows, "sources", source["source_id"]):
        rows = put(rows, "sources", source)
    made: dict[str, int] = {}
    for entry in entries:
        speakers = tuple(publisher["actor_id"] if s == ARTICLE else s for s in entry.speakers)
        rows = _with_known(rows, "actors", [*split_list(entry.cells["actors"]), *speakers],
                           {**known, "actors": [*known["actors"], dict(publisher)]})  # fmt: skip
        rows = _with_known(rows, "places", split_list(entry.cells["places"]), known)
        event = {"event_id": _new_id(rows, entry), "layer": LAYER, **entry.cells,
                 "about_event": "", "sources": source["source_id"]}  # fmt: skip
        rows = put(rows, "events", event)
        for speaker in speakers:
            rows = put(rows, "claims", _claim(rows, event, speaker, source, entry))
        made[event["event_id"]] = entry.number
    return rows, made


def troubles(package: Mapping[str, Any], rows: Rows, made: Mapping[str, int]) -> list[Trouble]:
    """What is wrong with the new records and their article, by the rules of `check`; faults of rows
    that were there before are not told."""
    found = []
    for fault in faults(package, rows):
        table, at = fault.file.removesuffix(".csv"), fault.row - 2
        row = rows[table][at] if table in rows and 0 <= at < len(rows[table]) else {}
        number = made.get(row.get("event_id", ""), 0)
        if number or table in ("sources", "actors"):
            found.append(Trouble(number, table, fault.column, fault.allowed))
    return list(dict.fromkeys(found))


def _source(article: Article, rows: Rows) -> dict[str, str]:
    """The row of the article; that of a former intake of the same one."""
    same = ("publisher", "title", "date")
    row = {
        "source_id": "",
        "publisher": article.publisher,
        "title": article.title,
        "date": article.dated,
        "kind": "news",
        "url": article.url,
        "locator": "" if article.url else "text as pasted, no address given",
        "archive_url": "",
        "accessed": "",
        "affiliation": article.affiliation,
        "read": "whole",
    }
    for old in rows["sources"]:
        if all(old[column] == row[column] for column in same):
            return old
    wanted = folder_name(f"{article.publisher} {article.day or ''} {article.title[:30]}")
    return {**row, "source_id": _free(rows, "sources", wanted)}


def _with_known(rows: Rows, table: str, ids: Sequence[str], known: Rows) -> Rows:
    """The rows with those of `known` that have these ids, and with their parents."""
    waiting = list(ids)
    while waiting:
        key = waiting.pop(0)
        row = find(known, table, key)
        if row and not find(rows, table, key):
            rows = put(rows, table, row)
            if row.get("parent"):
                waiting.append(row["parent"])
    return rows


def _claim(rows: Rows, event: Mapping[str, str], speaker: str, source: Mapping[str, str],
           entry: Entry) -> dict[str, str]:  # fmt: skip
    actor = find(rows, "actors", speaker)
    return {
        "claim_id": new_claim_id(rows, event["event_id"]),
        "event_id": event["event_id"],
        "speaker": speaker,
        "side": actor["side"] if actor else "",
        "statement": event["summary"],
        "source_id": source["source_id"],
        "said": event["said"],
        "event_date": "",
        "contested": "yes" if entry.contested else "no",
    }


def _new_id(rows: Rows, entry: Entry) -> str:
    return _free(rows, "events", folder_name(entry.cells["title"] or f"record {entry.number}"))


def _free(rows: Rows, table: str, wanted: str) -> str:
    """The id, or with the first number that makes it one that no other row has."""
    taken = {row[key_of(table)] for row in rows[table]}
    made, number = wanted, 2
    while made in taken:
        made, number = f"{wanted}-{number}", number + 1
    return made
