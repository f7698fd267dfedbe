"""What an import is asked for and what it answers, for the page and the command line alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from ..faults import DataError, Fault

SHOWN = 1_000  # faults that a report carries; all of them are in report.csv
SAMPLE = 20  # rows that a preview shows
QUESTIONS = ("encoding", "sheet", "mapping", "day_month")  # what a file may leave open


class Cancelled(Exception):
    """The import was stopped by the one who started it; nothing of it is left."""


class Unusable(DataError):
    """What was said of the file does not fit it: a column, a tab or an encoding is not there."""


class DiskFull(OSError):
    """There was no room for the import; the message names the folder and the bytes needed."""


class Asked(DataError):
    """The file leaves something open that must be said, not guessed.

    `question` is one of QUESTIONS, `choices` what can be answered, if that is a list.
    """

    def __init__(
        self, question: str, faults: Sequence[Fault], choices: tuple[str, ...] = ()
    ) -> None:
        self.question, self.choices = question, choices
        super().__init__(faults)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.question, self.faults, self.choices)


@dataclass(frozen=True)
class Options:
    """What is said about a file beside what stands in it; all of it may be left out.

    `form`: key of formats.FORMS ("": recognised by content). `encoding`: Python's name for it
    ("": UTF-8, or what the byte order mark says). `day_first`: the order of 07/11/2020. `mapping`:
    column of the events table -> raw column, for the form "columns" (empty: proposed by the usual
    names). `sheet`: of a workbook. `title`, `licence` and `citation` stand for those of the form;
    {accessed} in the citation is replaced with the day of access.
    """

    form: str = ""
    encoding: str = ""
    day_first: bool | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    licence: str = ""
    citation: str = ""
    accessed: date | None = None  # None: the day of the import
    sheet: str = ""


@dataclass(frozen=True)
class Progress:
    """How far an import is: `done` of `total` rows in `step` (words for a person).

    While the file is read, `total` is an estimate. `share` (0 to 1) and `seconds_left` (None: not
    known yet) are of the whole import.
    """

    step: str
    done: int
    total: int
    seconds_left: float | None
    share: float = 0.0


@dataclass(frozen=True)
class Preview:
    """The beginning of a file, as it would be read.

    `rows`: up to `SAMPLE` raw rows, all text ("" where empty), indexed by line. `question` (one of
    QUESTIONS or ""): what must be said before the import. `faults`: why the file cannot be read
    at all, if so; then `rows` is empty. `encoding` and `delimiter` are "" if it is no text.
    `mapping`: the proposal for a table of no known form. `sheets`: the tabs of a workbook that hold
    anything; `sheet` the one that is read. `day_first`: the order of day and month, if the dates
    settle it.
    """

    form: str
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    rows: pd.DataFrame
    question: str = ""
    faults: tuple[Fault, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    day_first: bool | None = None


@dataclass(frozen=True)
class Report:
    """What became of the rows: `read` = `accepted` + `rejected`, always.

    `repaired` counts the accepted rows that were changed or are doubtful. `faults` are the first
    `SHOWN` rejections and repairs. `folder` holds the data set, or is None if nothing was accepted.
    """

    form: str
    read: int
    accepted: int
    rejected: int
    repaired: int
    sha256: str
    faults: tuple[Fault, ...]
    folder: Path | None


Say = Callable[[Progress], None]
Stop = Callable[[], bool]
