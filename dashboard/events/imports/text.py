"""The lines of a text file as UTF-8 bytes, whatever its encoding and its line ends are."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from ..faults import Fault
from .model import Unusable

HEAD = 1 << 20  # bytes at the beginning that are looked at before a file is read
LONGEST = 4_000_000  # bytes of a line or record; what is longer is no record of an event
MARKS = (  # the long ones first, as two of them begin like a short one
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Stands before each run of bytes that the encoding does not know. A lone surrogate, as it can be in
# no text: with it the line is no UTF-8, and is rejected like a line of bad UTF-8.
_MARK = "\udcff"
_MARKED = _MARK.encode("utf-8", "surrogatepass")


def _show(error: UnicodeError) -> tuple[str, int]:
    """The bytes that cannot be decoded as \\xNN, marked."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return _MARK + "".join(f"\\x{byte:02x}" for byte in bad), error.end


codecs.register_error("import-mark", _show)


def encoding_of(path: Path, head: bytes, given: str) -> str:
    """The encoding: what the byte order mark says, else what was given, else UTF-8.

    Raises Unusable if there is no encoding of the name given.
    """
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    try:
        "".encode(given or "utf-8")
        return codecs.lookup(given or "utf-8").name
    except (LookupError, ValueError) as error:
        allowed = "no encoding of this name; for example utf-8, cp1252, cp1251, cp1256, utf-16"
        raise Unusable([Fault(path.name, 0, "", given, allowed)]) from error


def decoded(line: bytes) -> str:
    """The line for people: bytes that are no text, and NUL, as \\xNN."""
    plain = line.replace(_MARKED, b"").decode("utf-8", "backslashreplace")
    return plain.replace("\0", "\\x00")


def is_text(line: bytes) -> bool:
    """Whether the bytes are UTF-8."""
    if line.isascii():
        return True
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class Lines:
    """The lines of a file, one after the other, without their ends; to be closed.

    A line of more than `LONGEST` bytes is cut, so that its length tells.
    """

    def __init__(self, path: Path, encoding: str, head: bytes) -> None:
        self._file: BinaryIO = path.open("rb", buffering=1 << 20)
        self._text: io.TextIOWrapper | None = None
        # Only old Macintosh files have no line feed at all; in others, a carriage return may stand
        # inside a cell.
        old = b"\r" in head and b"\n" not in head
        if encoding != "utf-8" or old:
            self._text = io.TextIOWrapper(
                self._file, encoding, "import-mark", newline=None if old else "\n"
            )

    def __enter__(self) -> "Lines":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[bytes]:
        read = self._encoded if self._text else self._file.readline
        long = False
        first = True
        while line := read(LONGEST + 2):
            ended = line.endswith(b"\n")
            if first:
                line, first = line.removeprefix(codecs.BOM_UTF8), False
            if not long:
                yield line.rstrip(b"\r\n") if ended else line.rstrip(b"\r")
            long = not ended

    def _encoded(self, most: int) -> bytes:
        assert self._text
        return self._text.readline(most).encode("utf-8", "surrogatepass")
