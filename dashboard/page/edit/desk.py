"""What a session has open for editing: the data set, the row, who edits, and what was told."""

import getpass
from dataclasses import dataclass, field

import streamlit as st

from ...events.faults import Fault

KEY = "edit-desk"
MAX_TEXT = 5_000  # characters that a field takes


@dataclass
class Desk:
    """One a session. `key` is the data set ("" while none is chosen); `table` is the list that is
    shown, `at` the table and the id of the row in the form, an empty id for a new row, which begins
    with the cells `fresh`; `back` is the record to which a claim leads back. `turn` tells the
    fields of one row from those of the next, `picks` one choice in the list from the next. `base`
    is the version that was drawn; `notice` is a fault and `told` what was done (Markdown both). Of
    what could not be saved, `typed` are the cells and `refused` the faults for which it was not;
    `packed` is a package that was handed over, `shown` the data set that was shown last."""

    who: str
    key: str = ""
    table: str = "events"
    at: tuple[str, str] | None = None
    fresh: dict[str, str] = field(default_factory=dict)
    back: str = ""
    turn: int = 0
    picks: int = 0
    base: int = 0
    notice: str = ""
    told: str = ""
    deleting: bool = False
    shown: str = ""
    packed: bytes = b""
    typed: dict[str, str] = field(default_factory=dict)
    refused: tuple[Fault, ...] = ()

    def widget(self, name: str) -> str:
        """The key of a widget about the row in the form."""
        return f"edit-{name}-{self.turn}"

    def open_set(self, key: str) -> None:
        """Edit another data set, from its records."""
        self.key, self.table, self.packed = key, "events", b""
        self.close()

    def show_table(self, table: str) -> None:
        """Show another list; the form stays."""
        self.table = table

    def open_row(self, table: str, key: str, back: str = "") -> None:
        """Put a row into the form."""
        self.close()
        self.at, self.back = (table, key), back

    def begin_row(self, table: str, back: str = "", **cells: str) -> None:
        """Put a new row, with these cells, into the form."""
        self.open_row(table, "", back)
        self.fresh = cells

    def keep_typed(self, cells: dict[str, str]) -> None:
        """Show the form once more, with what was typed and could not be saved."""
        self.typed = cells
        self.turn += 1

    def close(self) -> None:
        """Empty the form; what was told is taken away with it."""
        self.at, self.fresh, self.back, self.deleting = None, {}, "", False
        self.notice, self.told, self.typed, self.refused = "", "", {}, ()
        self.turn += 1
        self.picks += 1


def desk() -> Desk:
    """That of this session."""
    found: Desk = st.session_state.setdefault(KEY, Desk(_user()))
    return found


def _user() -> str:
    """Who is logged in; "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
