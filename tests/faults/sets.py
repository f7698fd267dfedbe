"""What may happen to the files of a data set under a server that has it open, and the words that a
reader must then find on its page."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from dashboard.events.dataset import DATA
from dashboard.events.own import copy_of
from dashboard.events.sets.about import RECORDS, SIDECAR
from tests.events.sets.conftest import write_set
from tests.events.store.synthetic import make_rows

CLOSED = "events.duckdb cannot be opened"  # the page shows nothing else, and the way back
GONE = "cannot be read"  # the page shows the curated records in its place


class Hurt(NamedTuple):
    """What is done to the folder of a data set, and what its page says then."""

    own: bool
    harm: Callable[[Path], object]
    words: str


def make(workspace: Path, key: str, own: bool) -> Path:
    """A data set in the workspace: 30 imported records, or one's own copy of the curated ones."""
    if not own:
        return write_set(workspace / key, make_rows(30), title="Odd", sha256=key.ljust(64, "0"))
    return copy_of(workspace, key, "Leyla", DATA)


def _replaced(name: str, content: bytes) -> Callable[[Path], None]:
    """Another file in its place, as an import or a save would put it, so that it is read anew."""

    def harm(folder: Path) -> None:
        new = folder / "new"
        new.write_bytes(content)
        os.replace(new, folder / name)
        _touched(folder)

    return harm


def _cut(name: str) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        content = (folder / name).read_bytes()
        _replaced(name, content[: len(content) // 2])(folder)

    return harm


def _touched(folder: Path) -> None:
    """A later time on the file that tells the version, whatever the file system's clock."""
    for name in (SIDECAR, "history.jsonl"):
        if (folder / name).exists():
            later = (folder / name).stat().st_mtime + 10
            os.utime(folder / name, (later, later))


def _without(name: str) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        (folder / name).unlink()
        _touched(folder)

    return harm


def _without_objects(folder: Path) -> None:
    shutil.rmtree(folder / "objects")
    for path in folder.iterdir():  # what stands ready to be read, made of them
        if path.is_dir():
            shutil.rmtree(path)
    _touched(folder)


HURTS = {
    "records overwritten with rubbish": Hurt(False, _replaced(RECORDS, b"\xff" * 50_000), CLOSED),
    "records cut in half": Hurt(False, _cut(RECORDS), CLOSED),
    "records emptied": Hurt(False, _replaced(RECORDS, b""), CLOSED),
    "records deleted": Hurt(False, _without(RECORDS), CLOSED),
    "description torn": Hurt(False, _cut(SIDECAR), GONE),
    "description of something else": Hurt(
        False, _replaced(SIDECAR, json.dumps([1]).encode()), GONE
    ),
    "whole data set deleted": Hurt(False, shutil.rmtree, GONE),
    "history torn": Hurt(True, _cut("history.jsonl"), GONE),
    "history of rubbish": Hurt(True, _replaced("history.jsonl", b"\xff\n{}\n"), GONE),
    "history deleted": Hurt(True, _without("history.jsonl"), GONE),
    "versions deleted": Hurt(True, _without_objects, GONE),
    "whole set of one's own deleted": Hurt(True, shutil.rmtree, GONE),
}
