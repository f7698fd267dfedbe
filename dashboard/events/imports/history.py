"""The list of imports of a data set: a line each, only ever added to, in the data set's folder.

It moves with the folder: an import that replaces a data set takes over its lines as they are.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ..faults import DataError, Fault
from ..sets.about import RECORDS, SIDECAR

HISTORY = "imports.jsonl"


@dataclass(frozen=True)
class Imported:
    """One import: when it was (UTC, ISO 8601) and by which version of this program; the file with
    its bytes and SHA-256; its rows; the SHA-256 of the records as they were written ("" if they are
    of a time when that was not kept)."""

    number: int
    imported: str
    app: str
    title: str
    form: str
    file: str
    bytes: int
    sha256: str
    read: int
    accepted: int
    rejected: int
    repaired: int
    records_sha256: str = ""

    @property
    def sentence(self) -> str:
        """The import in a line."""
        at = f"{self.imported[:16].replace('T', ' ')} UTC" if self.imported else "at unknown time"
        return (
            f"import {self.number}, {at}: {self.file} (SHA-256 {self.sha256}), "
            f"{self.read:,} rows read, {self.accepted:,} accepted, {self.rejected:,} rejected, "
            f"{self.repaired:,} changed or doubtful"
        )


def history(folder: Path) -> list[Imported]:
    """The imports of a data set, the oldest first; of one from before this list, that which its
    sidecar tells. Raises DataError with every line that cannot be read."""
    lines = _lines(folder).splitlines()
    found, faults = [], []
    for number, line in enumerate(lines, start=1):
        try:
            found.append(Imported(**json.loads(line)))
        except (TypeError, ValueError) as error:
            faults.append(Fault(HISTORY, number, "", str(error), "one import as a JSON object"))
    if faults:
        raise DataError(faults)
    return found


def is_unchanged(folder: Path) -> bool | None:
    """Whether the records are those that the last import wrote; None if its SHA-256 is not known.
    Errors as `history`."""
    wrote = history(folder)[-1].records_sha256
    return digest(folder / RECORDS) == wrote if wrote else None


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def line_of(made: Path) -> dict[str, Any]:
    """What is written of the import that has made the folder, but for its number."""
    return _told(made) | {"records_sha256": digest(made / RECORDS)}


def write_history(line: dict[str, Any], before: Path, made: Path) -> None:
    """Write into `made` the lines of the data set `before`, if there is one, and one more."""
    lines = _lines(before)
    number = lines.count(b"\n") + 1
    (made / HISTORY).write_bytes(lines + _line(number, line))


def _lines(folder: Path) -> bytes:
    path = folder / HISTORY
    if path.is_file():
        return path.read_bytes()
    return _line(1, _told(folder)) if (folder / SIDECAR).is_file() else b""


def _told(folder: Path) -> dict[str, Any]:
    """The sidecar, as far as it tells of the import; what it does not tell is empty."""
    try:
        content = json.loads((folder / SIDECAR).read_text("utf-8"))
    except ValueError:
        content = {}
    said = content if isinstance(content, dict) else {}
    empty = {f.name: f.type() for f in fields(Imported) if f.name != "number"}  # type: ignore[operator]
    return empty | {name: said[name] for name in empty if name in said}


def _line(number: int, told: dict[str, Any]) -> bytes:
    imported = Imported(number, **told)
    return (json.dumps(asdict(imported), ensure_ascii=False) + "\n").encode()
