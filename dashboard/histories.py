"""The history command: every import, or every version, that a data set of the workspace has had."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from .codes import FAULTS, OK, USAGE
from .events import own
from .events.imports import history, is_unchanged
from .events.sets.library import is_stored


def tell_history(options: argparse.Namespace) -> int:
    """Print a line for each, the oldest first; 1 if the records are not those that were written."""
    folder: Path = options.data
    if own.is_own(folder):
        print(*_of_versions(folder), sep="\n")
        return OK
    if not is_stored(folder):
        print(f"{folder.name}: it is no data set of a workspace; name one with --data",
              file=sys.stderr)  # fmt: skip
        return USAGE
    imports = history(folder)
    print(*(each.sentence for each in imports), sep="\n")
    same = is_unchanged(folder)
    last = imports[-1].number
    if same is None:
        print(f"whether the records are those of import {last} is not known: it kept no SHA-256")
    elif same:
        print(f"the records are those that import {last} wrote")
    else:
        print(f"the records are NOT those that import {last} wrote: the file has been changed")
    return FAULTS if same is False else OK


def _of_versions(folder: Path) -> Iterator[str]:
    for version in own.history(folder):
        at = version.at[:16].replace("T", " ")
        yield (
            f"version {version.number}, {at} UTC, {version.who or 'somebody'}: {version.what} "
            f"(SHA-256 {version.sha256})"
        )
