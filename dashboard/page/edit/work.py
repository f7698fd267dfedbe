"""The version that is edited, with its faults, and the one way in which the page saves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ...events.faults import DataError, Fault
from ...events.own import Conflict, Draft, Rows, Version, faults, history, load, save
from ...events.own.structure import key_of
from ...figures.text import markdown_text
from ..imports.words import list_faults
from .desk import Desk

Change = Callable[[Draft], Draft]


@dataclass(frozen=True)
class Work:
    """The current version of the data set in `folder`, all its faults, and all its versions."""

    folder: Path
    draft: Draft
    faults: tuple[Fault, ...]
    versions: tuple[Version, ...]

    @property
    def rows(self) -> Rows:
        return self.draft.rows

    def row_of(self, fault: Fault) -> tuple[str, str]:
        """The table and the id of the row at fault; no id if it is none of a row."""
        table, at = fault.file.removesuffix(".csv"), fault.row - 2
        rows = self.rows.get(table, [])
        return table, rows[at][key_of(table)] if 0 <= at < len(rows) else ""

    def faults_of(self, table: str, key: str) -> list[Fault]:
        """The faults of a row; none of a new one."""
        return [each for each in self.faults if key and self.row_of(each) == (table, key)]


def read_work(folder: Path) -> Work:
    """What is current. Raises DataError if it cannot be read."""
    versions = history(folder)
    draft, found = _read(folder, versions[-1].number, versions[-1].sha256)
    return Work(folder, draft, found, tuple(versions))


@lru_cache(maxsize=16)
def _read(folder: Path, number: int, sha256: str) -> tuple[Draft, tuple[Fault, ...]]:
    draft = load(folder)
    return draft, tuple(faults(draft.package, draft.rows))


def keep(desk: Desk, folder: Path, change: Change, what: str) -> bool:
    """Save `change` of what is current as a version; whether it was. Why not stands on the desk,
    and what was typed stays in its fields."""

    def work() -> None:
        draft = load(folder)
        if draft.version.number != desk.base:
            raise Conflict(draft.version)
        save(folder, change(draft), desk.who, what)

    return attempt(desk, work)


def attempt(desk: Desk, work: Callable[[], object]) -> bool:
    """Do what may fail; whether it did not."""
    desk.notice, desk.told, desk.refused = "", "", ()
    try:
        work()
    except Conflict as conflict:
        desk.notice = _conflict(conflict)
    except DataError as error:
        desk.notice, desk.refused = f"Not saved:\n\n{list_faults(error.faults)}", error.faults
    except KeyError as error:
        desk.notice = f"Not saved: {markdown_text(str(error.args[0]))}."
    except OSError as error:
        desk.notice = f"Not saved: {markdown_text(error.strerror or str(error))}."
    return not desk.notice


def rows_changed(change: Callable[[Rows], Rows]) -> Change:
    """A change of the rows alone."""
    return lambda draft: replace(draft, rows=change(draft.rows))


def _conflict(conflict: Conflict) -> str:
    newer = conflict.newer
    if not newer:
        return "Not saved: another program is saving these records. Save once more."
    who = markdown_text(newer.who or "Somebody")
    return (f"Not saved: {who} saved version {newer.number:d} meanwhile "
            f"({markdown_text(newer.what)}). What you typed is still in its fields: look at the "
            "records as they are now, then save once more.")  # fmt: skip
