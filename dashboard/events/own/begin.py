"""Begins a data set of one's own: of these rows, or as a copy of a data package."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from ..dataset import DATA
from ..faults import DataError, Fault
from ..sets.names import folder_name
from .model import Rows
from .packages import copied_package, new_package
from .store import first, now
from .written import FILES, PACKAGE, file_bytes, key_faults, read_package_bytes, read_rows, whole

ALWAYS = ("categories", "sides")  # tables that a set has from the beginning


def new_set(workspace: Path, title: str, who: str, rows: Rows | None = None, at: str = "") -> Path:
    """A data set of these rows, or of none; returns its folder, whose name is its key.

    Types of events and sides are the curated ones where `rows` has none; `at` is now. Raises
    DataError if rows cannot be told apart.
    """
    curated, at = read_rows(read_files(DATA)), at or now()
    given = {name: found for name, found in (rows or {}).items() if found}
    all_rows = {name: curated[name] for name in ALWAYS} | given

    def package(key: str) -> dict[str, Any]:
        return new_package(key, title, who, at)

    return begin(workspace, title, package, all_rows, who, f"Begun: {title}", at)


def copy_of(workspace: Path, title: str, who: str, data_folder: Path, at: str = "") -> Path:
    """A data set that begins as a copy of the data package in a folder; returns its folder.

    Raises DataError if that cannot be read.
    """
    files, at = read_files(data_folder), at or now()
    given = read_package_bytes(files[PACKAGE])

    def package(key: str) -> dict[str, Any]:
        return copied_package(given, key, title, at)

    what = f"Begun as a copy of: {given.get('title', data_folder.name)}"
    return begin(workspace, title, package, read_rows(files), who, what, at)


def begin(workspace: Path, title: str, package: Callable[[str], dict[str, Any]], rows: Rows,
          who: str, what: str, at: str) -> Path:  # fmt: skip
    """A data set of these rows under a key made of its title, which no other has; `package` gives
    what is said of it under a key. Raises DataError if rows cannot be told apart."""
    from ..imports.write import workshop  # the importers take a second to load

    rows = whole(rows)
    broken = key_faults(rows)
    if broken:
        raise DataError(broken)
    for key in _keys(folder_name(title)):
        folder = workspace / key
        if folder.exists():
            continue
        with workshop(workspace) as aside:
            made = aside / "made"
            made.mkdir()
            first(made, file_bytes(package(key), rows), who, what, at)
            try:
                os.rename(made, folder)
            except OSError:
                if not folder.exists():  # else another process was faster
                    raise
                continue
        return folder
    raise AssertionError("there is always another key")


def read_files(folder: Path) -> dict[str, bytes]:
    """The bytes of a data package by the names of its files. Raises DataError if one is missing."""
    files, faults = {}, []
    for name in FILES:
        try:
            files[name] = (folder / name).read_bytes()
        except OSError as error:
            faults.append(Fault(name, 0, "", str(error.strerror), "a readable file"))
    if faults:
        raise DataError(faults)
    return files


def _keys(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))
