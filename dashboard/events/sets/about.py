"""What is said of an imported data set beside its records: origin, licence, citation, counts."""

import json
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..faults import DataError, Fault

SIDECAR = "dataset.json"
RECORDS = "events.duckdb"


@dataclass(frozen=True)
class About:
    """The sidecar of an imported data set. `sha256` is that of the file that was imported,
    `version` that of all that the records depend on: the file and what was said of it. Days are ISO
    text; `citation` holds the day of access where the terms of the data ask for it."""

    name: str
    title: str
    form: str
    sha256: str
    file: str = ""
    bytes: int = 0
    read: int = 0
    accepted: int = 0
    rejected: int = 0
    repaired: int = 0
    licence: str = ""
    citation: str = ""
    warning: str = ""
    accessed: str = ""
    imported: str = ""

    version: str = ""

    @property
    def publisher(self) -> str:
        """Who compiled it, in short: what stands in for a speaker."""
        return _PUBLISHERS.get(self.form, self.title)


_PUBLISHERS = {"ged": "UCDP GED", "acled": "ACLED", "gdelt": "GDELT"}


def read_about(path: Path) -> About:
    """The sidecar `path`. Raises DataError if it is missing, no JSON, or lacks a field."""
    known = {f.name: f for f in fields(About)}
    try:
        content: dict[str, Any] = dict(json.loads(path.read_text("utf-8")))
        given = {name: content[name] for name in known if name in content}
        about = About(**{**given, "version": _version(content)})
    except (OSError, TypeError, ValueError) as error:
        allowed = "a readable JSON object with name, title, form and sha256"
        raise DataError([Fault(path.name, 0, "", str(error), allowed)]) from error
    wrong = [n for n, f in known.items() if not isinstance(getattr(about, n), f.type)]  # type: ignore[arg-type]
    if wrong:
        allowed = "text, or a whole number for counts"
        raise DataError([Fault(path.name, 0, n, str(getattr(about, n)), allowed) for n in wrong])
    return about


def _version(content: dict[str, Any]) -> str:
    """The SHA-256 of a sidecar but for the time of the import: the same file read with other
    answers gives other records."""
    said = {name: value for name, value in content.items() if name != "imported"}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
