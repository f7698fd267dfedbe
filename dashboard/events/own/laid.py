"""The current version of a data set of one's own as plain files, as readers of tables need them."""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from .history import last, locked
from .model import Conflict
from .store import contents_of

LAID = "current-"  # folders of plain files, one for each version that was opened
ASIDE = ".laying-"
KEPT = 2  # of them: the last but one may still be read by another process


def layout(folder: Path) -> Path:
    """The folder that holds the current version as plain files; made anew if it does not.

    It is made inside the data set; if nothing can be written there (the disk is full or read-only,
    another process does not let go), in the system's temporary folder, where it stays until this
    process ends. Raises OSError if there is no room either, DataError as `load`.
    """
    version = last(folder)
    place, files = folder / f"{LAID}{version.number}", contents_of(folder, version)
    if _is(place, files):
        return place
    try:
        _lay(folder, place, files)
    except (OSError, Conflict):
        return _lay_elsewhere(version.sha256, files)
    return place


def _lay(folder: Path, place: Path, files: Mapping[str, bytes]) -> None:
    with locked(folder), tempfile.TemporaryDirectory(prefix=ASIDE, dir=folder) as aside:
        for left in set(folder.glob(f"{ASIDE}*")) - {Path(aside)}:  # by a process that was killed
            shutil.rmtree(left, ignore_errors=True)
        if not _is(place, files):
            made = _written(Path(aside), files)
            if place.exists():  # somebody has changed its files
                place.rename(Path(aside) / "old")
            made.rename(place)
        laid = sorted(folder.glob(f"{LAID}*"), key=lambda path: path.stat().st_mtime)
        for old in laid[:-KEPT]:
            if old != place:
                shutil.rmtree(old, ignore_errors=True)


def _lay_elsewhere(name: str, files: Mapping[str, bytes]) -> Path:
    place = Path(_elsewhere().name) / name
    if not _is(place, files):
        with tempfile.TemporaryDirectory(dir=place.parent) as aside:
            made = _written(Path(aside), files)
            with suppress(OSError):  # another thread was first
                made.rename(place)
    return place


@cache
def _elsewhere() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="records-")


def _written(aside: Path, files: Mapping[str, bytes]) -> Path:
    made = aside / "made"
    made.mkdir()
    for name, content in files.items():
        (made / name).write_bytes(content)
    return made


def _is(place: Path, files: Mapping[str, bytes]) -> bool:
    try:
        return all((place / name).read_bytes() == content for name, content in files.items())
    except OSError:
        return False
