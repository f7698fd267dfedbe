"""The memory of the browser and of the server while they work, read from /proc (Linux only)."""

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

EVERY = 0.5  # s; each look costs some ms


@dataclass
class Memory:
    """The highest memory of each kind of process, in MiB.

    A page that several processes share counts in parts (PSS), so nothing counts twice. `marks`
    says which of this program's descendants to count: kind -> a piece of the command line; what a
    process starts is counted with it.
    """

    marks: dict[str, str]
    peaks: dict[str, float] = field(default_factory=dict)
    _over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Memory":
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            for kind, used in used_memory(self.marks).items():
                self.peaks[kind] = max(self.peaks.get(kind, 0), used)


def used_memory(marks: dict[str, str]) -> dict[str, float]:
    """MiB in use now, for each kind of process."""
    children = _children()
    used = {}
    for kind, mark in marks.items():
        heads = [pid for pid in _family(os.getpid(), children) if mark in _command(pid)]
        counted = {pid for head in heads for pid in _family(head, children)}
        used[kind] = sum(map(_pss, counted)) / 1024
    return used


def descendants(mark: str) -> list[int]:
    """Processes that this one started, or those did, with this piece in their command line."""
    return [pid for pid in _family(os.getpid(), _children()) if mark in _command(pid)]


def _children() -> dict[int, list[int]]:
    """Each process and those that it started."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            children.setdefault(_parent(int(entry.name)), []).append(int(entry.name))
    return children


def _family(head: int, children: dict[int, list[int]]) -> list[int]:
    """A process and all that it started."""
    found = [head]
    for pid in found:
        found.extend(children.get(pid, ()))
    return found


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[1])
    except OSError:  # it has just ended
        return 0


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
    except OSError:
        return ""


def _pss(pid: int) -> int:
    """KiB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
