"""500 edits at random on the 75 records: after each, what is kept is what was saved, and its faults
are named; undo and redo give the same bytes back."""

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.events.check import check
from dashboard.events.faults import DataError
from dashboard.events.own import (
    Rows,
    can_redo,
    can_undo,
    faults,
    history,
    layout,
    load,
    redo,
    save,
    undo,
)
from dashboard.events.own.checked import boundaries
from dashboard.events.own.store import contents
from tests.events.own.random_edits import random_edit

EDITS = int(os.environ.get("EDITS", "500"))


class Walk:
    """A data set that is edited; `seen` are the bytes of each state that edits led to, `at` is the
    one that is current."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.draft = folder, load(folder)
        self.seen, self.at = [contents(folder)], 0

    def step(self, chance: random.Random) -> None:
        """One edit, or one step back or forward."""
        kind = chance.choices(("edit", "undo", "redo"), (6, 2, 2))[0]
        if kind == "undo" and self.at:
            self.draft, self.at = undo(self.folder, "Aram"), self.at - 1
        elif kind == "redo" and self.at < len(self.seen) - 1:
            self.draft, self.at = redo(self.folder, "Aram"), self.at + 1
        else:
            self._edit(chance)

    def _edit(self, chance: random.Random) -> None:
        what, rows = self._made(chance)
        before = self.draft.version.number
        self.draft = save(self.folder, replace(self.draft, rows=rows), "Leyla", what)
        if self.draft.version.number > before:
            del self.seen[self.at + 1 :]
            self.seen.append(contents(self.folder))
            self.at += 1

    def _made(self, chance: random.Random) -> tuple[str, Rows]:
        while True:
            try:
                return random_edit(self.draft.rows, chance)
            except DataError as error:  # refused, and said why
                assert "an id that no other row" in str(error)

    def holds(self) -> bool:
        """What must hold after each step; says whether the set has faults."""
        assert contents(self.folder) == self.seen[self.at]
        assert load(self.folder) == self.draft
        place = layout(self.folder)
        assert {p.name: p.read_bytes() for p in place.iterdir()} == self.seen[self.at]
        found = faults(self.draft.package, self.draft.rows)
        assert found == check(place, boundaries())
        assert can_undo(self.folder) == (self.at > 0)
        assert can_redo(self.folder) == (self.at < len(self.seen) - 1)
        return bool(found)


@pytest.mark.parametrize("seed", [int(os.environ.get("EDITS_SEED", "75"))])
def test_nothing_is_lost_or_hidden_in_many_edits(copied: Path, seed: int) -> None:
    walk, chance, faulty = Walk(copied), random.Random(seed), 0
    for _ in range(EDITS):
        walk.step(chance)
        faulty += walk.holds()
    versions = history(copied)
    assert [v.number for v in versions] == list(range(1, len(versions) + 1))
    assert len(versions) > EDITS * 0.9 and faulty > EDITS * 0.5
    while can_undo(copied):
        undo(copied, "Aram")
        walk.at -= 1
        assert contents(copied) == walk.seen[walk.at]
    assert walk.at == 0
    assert check(layout(copied), boundaries()) == []
    while can_redo(copied):
        redo(copied, "Aram")
        walk.at += 1
        assert contents(copied) == walk.seen[walk.at]
    assert walk.at == len(walk.seen) - 1
