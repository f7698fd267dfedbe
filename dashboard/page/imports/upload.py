"""A file that was handed over: kept in the workspace while it is needed, not in memory."""

import re
import weakref
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from ...events.imports.write import workshop
from ...figures.text import clean_text

BLOCK = 1 << 20  # bytes
LONGEST = 100  # letters of a file's name


class Handed(Protocol):
    """What a browser hands over; `name` is whatever the browser says."""

    name: str

    def read(self, size: int = -1, /) -> bytes: ...


class Upload:
    """The file at `path`, in a locked folder of its own, which a later import sweeps away if this
    process is killed. It is removed with the last reference to it: that of a session, or of the
    import that reads it."""

    def __init__(self, path: Path, held: ExitStack) -> None:
        self.path, self.size = path, path.stat().st_size
        self._remove = weakref.finalize(self, held.close)

    def remove(self) -> None:
        """Remove it now."""
        self._remove()


def keep(file: Handed, workspace: Path) -> Upload:
    """Copy a file into the workspace. Raises OSError, and then nothing of it is left."""
    with ExitStack() as held:
        path = held.enter_context(workshop(workspace)) / safe_name(file.name)
        with path.open("wb") as out:
            while block := file.read(BLOCK):
                out.write(block)
        held.enter_context(path.open("rb"))  # Windows knows no other lock
        return Upload(path, held.pop_all())


def safe_name(name: str) -> str:
    """The name as one that every file system takes and that leads nowhere else."""
    last = re.split(r"[/\\]", clean_text(name))[-1]
    plain = re.sub(r"[^\w .()+-]", "_", last).strip(" .")
    return plain[-LONGEST:].strip(" .") or "file"
