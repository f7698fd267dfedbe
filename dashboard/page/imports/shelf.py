"""The imported data sets of a workspace: which there are, how large, and how one is removed."""

from dataclasses import dataclass
from pathlib import Path

from ...events.faults import DataError
from ...events.imports import Imported, history
from ...events.imports.write import workshop
from ...events.sets.about import SIDECAR, About, read_about


@dataclass(frozen=True)
class Shelved:
    """A data set: its key (the name of its folder), what is said of it (None: that cannot be read),
    its bytes on disk, and its imports, the oldest first."""

    key: str
    folder: Path
    about: About | None
    size: int
    imports: tuple[Imported, ...] = ()

    @property
    def title(self) -> str:
        """Its title, or its key if that cannot be read."""
        return self.about.title if self.about else self.key


def shelved(folder: Path) -> Shelved | None:
    """The data set in a folder; None if it holds none."""
    try:
        if not (folder / SIDECAR).is_file():
            return None
        size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
        return Shelved(folder.name, folder, _about(folder), size, _imports(folder))
    except OSError:
        return None  # it was removed or is being replaced


def _about(folder: Path) -> About | None:
    try:
        return read_about(folder / SIDECAR)
    except DataError:
        return None


def _imports(folder: Path) -> tuple[Imported, ...]:
    try:
        return tuple(history(folder))
    except DataError:
        return ()


def all_shelved(workspace: Path) -> list[Shelved]:
    """The data sets of a workspace by title."""
    folders = [path for path in workspace.glob("*") if not path.name.startswith(".")]
    found = [item for item in map(shelved, folders) if item]
    return sorted(found, key=lambda item: (item.title.casefold(), item.key))


def remove(item: Shelved) -> None:
    """Remove a data set: by one rename, so that no half of it can be opened. Raises OSError."""
    with workshop(item.folder.parent) as aside:
        item.folder.rename(aside / item.key)
