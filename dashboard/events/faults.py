"""A fault in the data, and the error that carries all faults of a data set at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where (file, row, column), what stands there, what is allowed.

    `row` is the line in the file as a spreadsheet counts it (the header is row 1);
    0 stands for the file as a whole.
    """

    file: str
    row: int
    column: str
    value: str
    allowed: str

    def __str__(self) -> str:
        where = f"{self.file}, row {self.row}" if self.row else self.file
        column = f", column {self.column}" if self.column else ""
        return f"{where}{column}: {self.value!r} - {self.allowed}"


class DataError(Exception):
    """The data cannot be used as it is; `faults` lists everything that was found, not the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[Any, ...]:
        """As it was made, so that it can be told by another process."""
        return type(self), (self.faults,)


class DateError(ValueError):
    """A date that cannot be read: `text` is the date, `allowed` says what would be right."""

    def __init__(self, text: str, allowed: str) -> None:
        self.text, self.allowed = text, allowed
        super().__init__(f"{text!r} is not a date that can be read: {allowed}")
