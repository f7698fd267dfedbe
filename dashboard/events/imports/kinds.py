"""What a file is, told from its first bytes and never from its name; and what lies packed in it."""

import codecs
import gzip
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ..faults import DataError, Fault
from .text import HEAD, encoding_of

LARGEST = 1 << 34  # bytes that a packed file may come to: 16 GiB, far above any export
LARGEST_BOOK = 1 << 30  # bytes of an unpacked workbook, which is read into memory as a whole
DENSEST = 200  # times that an archive may grow: tables grow 5 to 30 times, bombs 1,000 times
SMALL = 100_000_000  # bytes up to which nobody asks how much it has grown
ZIP, GZIP, OLD_OFFICE = b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STRANGE = {
    b"PK\x05\x06": "a ZIP file that holds nothing",
    b"%PDF": "a PDF, which holds pages and no table",
    b"PAR1": "a Parquet file, which is not among the forms that are read",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "an SQLite database, which is not among the forms that are read",
}
TABLES = (".csv", ".tsv", ".txt", ".json", ".geojson", ".xlsx", ".xls", ".ods")


def refuse(path: Path, value: str, why: str) -> DataError:
    """The error for a file that cannot be read as a whole."""
    return DataError([Fault(path.name, 0, "", value, why)])


def kind_of(path: Path, encoding: str = "") -> str:
    """What the file is: package, workbook, zip, gzip, json or text.

    `encoding` is what was said of it, if anything. Raises DataError for what holds no table: an
    empty file, a web page, a picture, rubbish.
    """
    if path.is_dir():
        if (path / "datapackage.json").is_file():
            return "package"
        raise refuse(path, "", "a folder can be read only if it holds a datapackage.json")
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise refuse(path, "", "the file is empty")
    for start, what in STRANGE.items():
        if head.startswith(start):
            raise refuse(path, "", f"this is {what}")
    if head.startswith(OLD_OFFICE):
        return "workbook"
    if head.startswith(GZIP):
        return "gzip"
    if head.startswith(ZIP):
        return _packed(path)
    return _written(path, head, encoding)


def _packed(path: Path) -> str:
    with opened(path) as archive:
        names, size = set(archive.namelist()), sum(i.file_size for i in archive.infolist())
    if "[Content_Types].xml" not in names and "mimetype" not in names:
        return "zip"
    _hold(path, size, LARGEST_BOOK)
    return "workbook"


def _hold(path: Path, size: int, largest: int) -> None:
    """Raise DataError if an archive comes to more than any table does. `size`: bytes so far."""
    if size > largest:
        raise refuse(path, f"{size:,} bytes", f"the archive holds more than {largest:,} bytes")
    if size > max(SMALL, DENSEST * path.stat().st_size):
        why = f"the archive grows to more than {DENSEST} times its size, as no table does"
        raise refuse(path, f"{size:,} bytes", why)


def _written(path: Path, head: bytes, given: str) -> str:
    encoding = encoding_of(path, head, given)
    if encoding == "utf-8" and _is_rubbish(head):
        raise refuse(path, "", "this is no text; if it is UTF-16 after all, name the encoding")
    start = head.decode(encoding, "ignore").strip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        return "json"
    if start.startswith("<"):
        raise refuse(path, start[:40], "a web page or XML, not a table; save the table itself")
    return "text"


def _is_rubbish(head: bytes) -> bool:
    """Whether more than one byte in twenty is one that no text has."""
    sample = head[:4096]
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    return odd > len(sample) / 20


def opened(path: Path) -> zipfile.ZipFile:
    """The archive at `path`. Raises DataError if it is broken."""
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise refuse(path, "", f"a ZIP file that is broken or cut off ({error})") from error


def unpack(path: Path, kind: str, work: Path, stop: Callable[[], None]) -> Path:
    """The file or folder that lies in an archive (`kind` "zip" or "gzip"), unpacked into `work`.

    A ZIP holds a data package or one table. `stop` is called now and then and may raise. Raises
    DataError if the archive is broken, too large, or holds something else.
    """
    into = work / "unpacked"
    into.mkdir()
    try:
        if kind == "gzip":
            return _unpack_gzip(path, into, stop)
        with opened(path) as archive:
            return _unpack_zip(path, archive, into, stop)
    except (zipfile.BadZipFile, EOFError, zlib.error, gzip.BadGzipFile, RuntimeError) as error:
        raise refuse(path, "", f"the archive is broken, cut off or locked ({error})") from error


def _unpack_gzip(path: Path, into: Path, stop: Callable[[], None]) -> Path:
    target = into / (path.name.removesuffix(".gz") or "table")
    with gzip.open(path) as source, target.open("wb") as out:
        _copy(path, source, out, stop)
    return target


def _unpack_zip(path: Path, archive: zipfile.ZipFile, into: Path, stop: Callable[[], None]) -> Path:
    files = [i for i in archive.infolist() if not i.is_dir() and "__MACOSX" not in i.filename]
    described = [i for i in files if i.filename.rpartition("/")[2] == "datapackage.json"]
    if described:
        folder = described[0].filename.rpartition("/")[0]
        chosen = [i for i in files if i.filename.rpartition("/")[0] == folder]
    else:
        chosen = [i for i in files if i.filename.lower().endswith(TABLES)]
        if len(chosen) != 1:
            names = ", ".join(i.filename for i in files[:5])
            raise refuse(path, names, "an archive can be read if it holds one table")
    for member in chosen:
        # Only the last part of the name: others could point out of the folder.
        target = into / member.filename.rpartition("/")[2]
        with archive.open(member) as source, target.open("wb") as out:
            _copy(path, source, out, stop)
    return into if described else target


def _copy(
    path: Path, source: IO[bytes] | gzip.GzipFile, out: IO[bytes], stop: Callable[[], None]
) -> None:
    size = 0
    while block := source.read(1 << 20):
        stop()
        size += len(block)
        _hold(path, size, LARGEST)
        out.write(block)
