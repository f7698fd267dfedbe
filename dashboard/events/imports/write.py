"""Makes a data set appear as a whole or not at all: built aside, put in place by one rename.

An import holds a lock on its own folder beside the data sets. The lock ends with the process, so a
folder without one is what a killed import has left.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from ..disk import sync
from ..sets.about import SIDECAR
from ..sets.names import WORKSHOP
from .history import line_of, write_history

try:
    import fcntl
except ImportError:  # Windows, where a folder with open files cannot be removed: that is the lock
    fcntl = None  # type: ignore[assignment]

LOCK = ".importing.lock"
PATIENCE = 30.0  # seconds until another import must have put its data set in place


def is_free(folder: Path) -> bool:
    """Whether a data set may be put at `folder`: there is nothing, or an empty folder, or one."""
    if folder.is_symlink() or not folder.exists():
        return not folder.is_symlink()
    return folder.is_dir() and ((folder / SIDECAR).is_file() or not any(folder.iterdir()))


@contextmanager
def workshop(workspace: Path) -> Iterator[Path]:
    """A locked folder beside the data sets of `workspace`, removed at the end with all in it."""
    workspace.mkdir(parents=True, exist_ok=True)
    place, lock = _make(workspace)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        _release(lock)


def _make(workspace: Path) -> tuple[Path, int]:
    while True:
        place = Path(tempfile.mkdtemp(prefix=WORKSHOP, dir=workspace))
        lock = _lock(place)
        # Another process may have swept the folder away in the moment before it was locked.
        if lock is not None and place.exists():
            return place, lock
        if lock is not None:
            _release(lock)


def put(made: Path, folder: Path) -> None:
    """Move the finished data set `made`, which lies in a workshop, to `folder`; the list of its
    imports goes on with a line for this one.

    A data set that is there is moved into the workshop first; `sweep` brings it back if the process
    is killed in between. Raises FileExistsError if something else is there, TimeoutError if another
    import does not get ready with the same.
    """
    line = line_of(made)
    with FileLock(folder.parent / LOCK, timeout=PATIENCE):
        sweep(folder.parent, running=made.parent)
        if not is_free(folder):
            raise FileExistsError(f"{folder} holds something else than a data set; name another")
        write_history(line, folder, made)
        for path in (*made.iterdir(), made):
            sync(path)
        _exchange(made, folder, made.parent / "old" / folder.name)
    sync(folder.parent)


def _exchange(made: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        old.parent.mkdir()
        os.rename(folder, old)
    try:
        os.rename(made, folder)
    except OSError:
        if old.exists():
            os.rename(old, folder)
        raise


def sweep(workspace: Path, running: Path | None = None) -> None:
    """Remove what killed imports left in `workspace`; running ones, and the workshop `running` of
    this one, are left alone.

    A data set that was about to be replaced by one of them is put back.
    """
    for place in workspace.glob(f"{WORKSHOP}*"):
        lock = _lock(place) if place != running else None
        if lock is None:
            continue
        try:
            for old in (place / "old").glob("*"):
                if not (workspace / old.name).exists():
                    os.rename(old, workspace / old.name)
            shutil.rmtree(place, ignore_errors=True)
        finally:
            _release(lock)


def _lock(folder: Path) -> int | None:
    """A lock on the folder, None if another has it or the folder is gone."""
    if fcntl is None:
        return -1
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _release(lock: int) -> None:
    if lock >= 0:
        os.close(lock)
