"""Loads and saves a data set of one's own: each save is a version, and none is ever lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from ..faults import DataError, Fault
from . import objects
from .history import append, history, last, locked
from .model import Conflict, Draft, Version
from .packages import adopted_package
from .steps import next_redo, next_undo, standing
from .written import FILES, PACKAGE, file_bytes, key_faults, read_package_bytes, read_rows, whole


def load(folder: Path) -> Draft:
    """The current version. Raises DataError if it cannot be read."""
    return _draft(folder, last(folder))


def title_of(folder: Path) -> str:
    """The title of the current version; errors as `load`."""
    package = read_package_bytes(objects.fetch(folder, last(folder).files[PACKAGE]))
    return str(package.get("title", folder.name))


def save(folder: Path, draft: Draft, who: str, what: str, at: str = "") -> Draft:
    """Keep `draft`, which began from the current version, as a new version; `at` is now.

    What has not changed is no new version. Raises Conflict if somebody saved meanwhile, DataError
    if rows cannot be told apart.
    """
    rows = whole(draft.rows)
    broken = key_faults(rows)
    if broken:
        raise DataError(broken)
    files = file_bytes(draft.package, rows)
    with locked(folder):
        version = last(folder)
        if version.number != draft.version.number:
            raise Conflict(version)
        kept = _keep(folder, files)
        if kept != version.files:
            version = _next(version, kept, who, what, at)
            append(folder, version)
    return replace(draft, rows=rows, version=version)


def first(folder: Path, files: Mapping[str, bytes], who: str, what: str, at: str) -> None:
    """Make the first version in a folder that nobody else knows yet."""
    kept = _keep(folder, files)
    append(folder, Version(1, at, who, what, _digest(kept), kept))


def undo(folder: Path, who: str, at: str = "") -> Draft:
    """Take back the last edit that counts: byte for byte as before it. Raises Conflict if there is
    none (any more)."""
    with locked(folder):
        versions = history(folder)
        edit = next_undo(versions)
        if edit is None:
            raise Conflict(versions[-1])
        before = standing(versions)[0][-2]
        what = f"Undone: {edit.what}"
        version = _next(versions[-1], before.files, who, what, at, edit.number)
        append(folder, version)
    return _draft(folder, version)


def redo(folder: Path, who: str, at: str = "") -> Draft:
    """Do the edit again that was undone last; errors as `undo`."""
    with locked(folder):
        versions = history(folder)
        _, undone = standing(versions)
        if not undone:
            raise Conflict(versions[-1])
        edit, undoing = undone[-1]
        what = f"Done again: {edit.what}"
        version = _next(versions[-1], edit.files, who, what, at, undoing.number)
        append(folder, version)
    return _draft(folder, version)


def can_undo(folder: Path) -> bool:
    """Whether there is an edit to take back."""
    return next_undo(history(folder)) is not None


def can_redo(folder: Path) -> bool:
    """Whether there is an edit to do again."""
    return next_redo(history(folder)) is not None


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of each file of the current version, by name."""
    return contents_of(folder, last(folder))


def contents_of(folder: Path, version: Version) -> dict[str, bytes]:
    """The same of a version."""
    missing = [name for name in FILES if name not in version.files]
    if missing:
        raise DataError([Fault(name, 0, "", "", "this file must be there") for name in missing])
    return {name: objects.fetch(folder, version.files[name]) for name in FILES}


def now() -> str:
    """The time, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _draft(folder: Path, version: Version) -> Draft:
    files = contents_of(folder, version)
    package = read_package_bytes(files[PACKAGE])
    return Draft(adopted_package(package, "Records"), read_rows(files), version)


def _keep(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    objects.sweep(folder)
    return {name: objects.keep(folder, files[name]) for name in FILES}


def _next(
    before: Version, kept: dict[str, str], who: str, what: str, at: str, undoes: int = 0
) -> Version:
    return Version(before.number + 1, at or now(), who, what, _digest(kept), kept, undoes)


def _digest(kept: Mapping[str, str]) -> str:
    """One hash for all files, from theirs in their order."""
    return sha256("".join(kept[name] for name in FILES).encode()).hexdigest()
