"""What a session has said of an article, what was proposed, and what was decided of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from secrets import randbelow
from typing import Any

import streamlit as st

from ...events.intake import (
    Article,
    Entry,
    Proposal,
    Trouble,
    Vocabulary,
    day_first_in,
    entry_for,
    propose,
    publisher_row,
    rows_of,
    to_rows,
    troubles,
    vocabulary,
)
from ...events.own import Rows
from ...events.own.structure import package
from .. import cache

KEY = "intake-draft"
ACCEPTED, DROPPED, SAVED = "accepted", "dropped", "saved"


@dataclass
class Intake:
    """One a session. `text` is the article's, `proposals` what was proposed of it; `states` says of
    a decided one whether it is ACCEPTED, DROPPED or SAVED, `entries` hold the records of those that
    were accepted or are being mended. `at` is the one shown, `mending` whether its fields are open,
    `faults` what is wrong with it. `added` are actors that the reader has named. `turn` tells the
    widgets of one proposal from those of the next; `notice` is a fault, `told` what was done."""

    text: str = ""
    article: Article = field(default_factory=Article)
    day_first: bool | None = None
    proposals: tuple[Proposal, ...] = ()
    states: dict[int, str] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    added: list[dict[str, str]] = field(default_factory=list)
    at: int = 1
    mending: bool = False
    faults: tuple[Trouble, ...] = ()
    turn: int = 0
    notice: str = ""
    told: str = ""
    kept_in: str = ""

    def widget(self, name: str) -> str:
        """The key of a widget about the proposal that is shown."""
        return f"intake-{name}-{self.turn}"

    @property
    def words(self) -> Vocabulary:
        """The names that are looked for, with the offices of the article's day."""
        return _words(cache.dataset().tables.sha256, self.article.day)

    @property
    def known(self) -> Rows:
        """The actors and places that may be chosen: the curated ones, and those named here."""
        rows = rows_of(cache.dataset().tables)
        return {**rows, "actors": [*rows["actors"], *self.added]}

    @property
    def publisher(self) -> dict[str, str]:
        """The actor that speaks where the article does."""
        return publisher_row(self.article, self.words, self.known)

    @property
    def shown(self) -> Proposal:
        """The proposal that is shown."""
        return self.proposals[self.at - 1]

    @property
    def accepted(self) -> list[Entry]:
        """The records that are accepted and not saved yet, in the order of the text."""
        return [self.entries[n] for n in sorted(self.states) if self.states[n] == ACCEPTED]

    def start(self) -> None:
        """Propose records of the text as it stands now."""
        self.day_first = day_first_in(self.text) if self.day_first is None else self.day_first
        found = propose(self.text, self.words, self.article.day, self.day_first)
        self.proposals, self.states, self.entries = tuple(found), {}, {}
        self.go(1)
        self.notice = "" if found else "In this text no known name, date or speaker was found."

    def forget(self) -> None:
        """Back to the beginning, with an empty text."""
        self.text, self.article, self.day_first, self.proposals = "", Article(), None, ()
        self.states, self.entries, self.added, self.kept_in = {}, {}, [], ""
        self.go(1)
        self.notice = self.told = ""

    def go(self, number: int) -> None:
        """Show another proposal."""
        self.at = min(max(number, 1), max(len(self.proposals), 1))
        self.mending, self.faults, self.turn = False, (), self.turn + 1

    def entry(self) -> Entry:
        """The record that the shown proposal becomes if it is accepted as it stands."""
        return self.entries.get(self.at) or entry_for(self.shown, self.article)

    def accept(self, entry: Entry) -> None:
        """Accept a record; if it has faults, they are shown at its fields instead."""
        others = [e for e in self.accepted if e.number != entry.number]
        rows, made = to_rows([*others, entry], self.article, self.publisher, self.known)
        found = [t for t in troubles(package(), rows, made) if t.number == entry.number]
        self.entries[entry.number] = entry
        self.told = self.notice = ""
        if found:
            self.states.pop(entry.number, None)
            self.mending, self.faults, self.turn = True, tuple(found), self.turn + 1
            return
        self.states[entry.number] = ACCEPTED
        self.next()

    def drop(self) -> None:
        """Leave the shown proposal out."""
        self.states[self.at] = DROPPED
        self.told = self.notice = ""
        self.next()

    def next(self) -> None:
        """Show the next one that is not decided: after this one, or else from the beginning."""
        order = [*range(self.at + 1, len(self.proposals) + 1), *range(1, self.at + 1)]
        self.go(next((n for n in order if n not in self.states), self.at))

    def about(self, **changes: Any) -> None:
        """Say something else of the article."""
        self.article = replace(self.article, **changes)


def intake() -> Intake:
    """That of this session."""
    if KEY not in st.session_state:
        # Fields of a session that is gone must not show its text: this one does not know of it.
        turn = randbelow(10**6) if st.session_state.get("resumed") else 0
        st.session_state[KEY] = Intake(turn=turn)
    found: Intake = st.session_state[KEY]
    return found


@lru_cache(maxsize=8)
def _words(_: str, day: Any) -> Vocabulary:
    return vocabulary(cache.dataset().tables, day)


def label(rows: Rows, table: str) -> Mapping[str, str]:
    """Names by id: of actors, or of places."""
    key, name = {"actors": ("actor_id", "name"), "places": ("place_id", "label")}[table]
    return {row[key]: row[name] for row in rows[table]}
