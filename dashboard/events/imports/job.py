"""What is known of an import once its rows are judged; all that is written is written from it."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from .load import Loaded
from .model import Options
from .prepare import Plan
from .source import Source


@dataclass(frozen=True)
class Job:
    """An import of the file `path` as the data set `folder`.

    `con` holds the tables raw, found and made (see apply); `sha256` is that of the file.
    """

    path: Path
    folder: Path
    options: Options
    sha256: str
    con: duckdb.DuckDBPyConnection
    source: Source
    loaded: Loaded
    plan: Plan
