"""The list of versions of a data set of one's own: one line each, only ever added to.

The last whole line is the current version. A line without its end is what a killed process left: it
never counted, and is cut off before the next one is written.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from filelock import FileLock, Timeout

from ..disk import sync
from ..faults import DataError, Fault
from .model import Conflict, Version

HISTORY = "history.jsonl"
LOCK = ".lock"
PATIENCE = 10.0  # seconds until another process must have saved; it takes some milliseconds


def is_own(folder: Path) -> bool:
    """Whether a folder holds a data set of one's own."""
    return (folder / HISTORY).is_file()


def history(folder: Path) -> list[Version]:
    """All versions, the oldest first. Raises DataError if there is none or a line is unreadable."""
    try:
        whole = _whole(folder / HISTORY)
    except OSError as error:
        raise DataError([_fault(0, str(error.strerror or error))]) from error
    if not whole:
        raise DataError([_fault(0, "no version")])
    return [_read(line, number) for number, line in enumerate(whole.splitlines(), start=1)]


def last(folder: Path) -> Version:
    """The current version; errors as `history`."""
    return history(folder)[-1]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else saves meanwhile. Raises Conflict if another process does not get ready."""
    lock = FileLock(folder / LOCK, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout as error:
        raise Conflict(None) from error
    try:
        yield
    finally:
        lock.release()


def append(folder: Path, version: Version) -> None:
    """Add a version, whose files are kept already; to be called under the lock."""
    path = folder / HISTORY
    line = json.dumps(asdict(version), ensure_ascii=False) + "\n"
    new = not path.exists()
    with path.open("ab") as file:
        file.truncate(0 if new else len(_whole(path)))
        file.write(line.encode())
        file.flush()
        os.fsync(file.fileno())
    if new:
        sync(folder)


def _whole(path: Path) -> bytes:
    """The lines that have their end."""
    raw = path.read_bytes()
    return raw[: raw.rfind(b"\n") + 1]


@lru_cache(maxsize=4096)  # the same lines are read again after each save
def _read(line: bytes, number: int) -> Version:
    try:
        version = Version(**json.loads(line))
    except (TypeError, ValueError) as error:
        raise DataError([_fault(number, str(error))]) from error
    if version.number != number:
        raise DataError([_fault(number, f"version {version.number}")])
    return version


def _fault(row: int, value: str) -> Fault:
    return Fault(HISTORY, row, "", value, "one line for each version, numbered from 1")
