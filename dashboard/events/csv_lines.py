"""CSV whose rows end with LF and whose cells may hold any text, a carriage return included."""

import csv
from typing import Any, Protocol, TextIO


class Writer(Protocol):
    """What `csv.writer` gives."""

    def writerow(self, row: Any) -> Any: ...
    def writerows(self, rows: Any) -> Any: ...


class LfLines:
    """Stands between a CSV writer, whose rows end with CRLF, and a file, where they end with LF.

    A writer quotes only the line breaks that end its own rows. Told to end them with LF, it leaves
    a CR bare, and readers take what follows for another row.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, row: str) -> int:
        """Write one row."""
        return self._file.write(row.removesuffix("\r\n") + "\n")


def csv_writer(file: TextIO) -> Writer:
    """A writer of rows into a text file that was opened with `newline=""` or "\\n"."""
    return csv.writer(LfLines(file), lineterminator="\r\n")
