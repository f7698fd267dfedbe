"""Keeps the bytes of files by their SHA-256, each written as a whole and on the disk for good."""

import os
import tempfile
import zlib
from hashlib import sha256
from pathlib import Path

from ..disk import sync
from ..faults import DataError, Fault

FOLDER = "objects"


def keep(folder: Path, content: bytes) -> str:
    """Keep `content` in the data set in `folder`; returns its SHA-256."""
    digest = sha256(content).hexdigest()
    place = folder / FOLDER / digest
    if place.exists():
        return digest
    place.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".writing-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(zlib.compress(content))
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync(place.parent)
    return digest


def fetch(folder: Path, digest: str) -> bytes:
    """The bytes with this SHA-256. Raises DataError if they are missing or not what they were."""
    try:
        content = zlib.decompress((folder / FOLDER / digest).read_bytes())
    except (OSError, zlib.error) as error:
        raise DataError([_fault(digest, str(error))]) from error
    if sha256(content).hexdigest() != digest:
        raise DataError([_fault(digest, "other bytes")])
    return content


def sweep(folder: Path) -> None:
    """Remove what killed processes left half written; nobody may be writing meanwhile."""
    for left in (folder / FOLDER).glob(".writing-*"):
        left.unlink(missing_ok=True)


def _fault(digest: str, value: str) -> Fault:
    return Fault(f"{FOLDER}/{digest[:12]}…", 0, "", value, "the bytes that were kept here")
