"""A data set of one's own as a ZIP file: the data package of its current version, and back."""

import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from ..faults import DataError, Fault
from .begin import begin
from .checked import faults
from .packages import adopted_package
from .store import contents, now
from .written import FILES, PACKAGE, key_faults, read_package_bytes, read_rows

MOST = 50_000_000  # bytes, unpacked
STAMP = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is packed


def pack(folder: Path) -> bytes:
    """The current version as a ZIP of CSV tables and datapackage.json; equal versions give equal
    bytes. Raises DataError if it cannot be read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents(folder).items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpack(workspace: Path, content: bytes, who: str, at: str = "", mend: bool = False) -> Path:
    """The data package in a ZIP file as a data set of one's own; returns its folder.

    Raises DataError with all faults; with `mend` it is taken with those that can be mended in it,
    and only refused if its tables cannot be read or rows have no id of their own.
    """
    files = _files(content)
    package = adopted_package(read_package_bytes(files[PACKAGE]), "Imported records")
    rows = read_rows(files)
    found = key_faults(rows) if mend else faults(package, rows)
    if found:
        raise DataError(found)
    what = f"Taken from a data package: {package['title']}"
    return begin(workspace, package["title"], lambda key: package, rows, who, what, at or now())


def _files(content: bytes) -> dict[str, bytes]:
    """The files of a data package, which may stand in a folder of the archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = {PurePosixPath(each.filename): each for each in archive.infolist()}
            at = [path for path in entries if path.name == PACKAGE]
            if not at:
                allowed = f"a ZIP file with {PACKAGE} and the tables beside it"
                raise DataError([Fault(PACKAGE, 0, "", "", allowed)])
            folder = min(at, key=lambda path: len(path.parts)).parent
            wanted = [entries[folder / name] for name in FILES if folder / name in entries]
            if sum(entry.file_size for entry in wanted) > MOST:
                size = f"more than {MOST:,} bytes"
                raise DataError([Fault("", 0, "", size, f"at most {MOST:,} bytes when unpacked")])
            return {PurePosixPath(e.filename).name: _read(archive, e) for e in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
            OSError, ValueError) as error:  # fmt: skip
        allowed = "a readable ZIP file without a password"
        raise DataError([Fault("", 0, "", str(error), allowed)]) from error


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What an entry holds; no more than it says, as that may be untrue."""
    with archive.open(entry) as file:
        return file.read(entry.file_size)
