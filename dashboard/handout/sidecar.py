"""The provenance beside a file that has no room for it, and the bundle that holds both."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

from ..events.provenance import Provenance, read_provenance

ENDING = ".provenance.json"
MEMBER = "provenance.json"


def sidecar_of(path: Path) -> Path:
    """Where the provenance of a file lies: `records.csv.provenance.json` beside `records.csv`."""
    return path.with_name(path.name + ENDING)


def sidecar(files: dict[str, bytes], provenance: Provenance) -> str:
    """The provenance as JSON, with the SHA-256 of each of the files that it is for."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    told = {"files": hashes, **json.loads(provenance.to_json())}
    return json.dumps(told, ensure_ascii=False, indent=1)


def read_sidecar(path: Path) -> Provenance:
    """The provenance beside `path`. Raises ValueError if it cannot be read or if the file was
    changed since it was written."""
    text = sidecar_of(path).read_text("utf-8")
    return _checked(text, {path.name: path.read_bytes()})


def bundle(files: dict[str, bytes], provenance: Provenance) -> bytes:
    """A ZIP of the files with their provenance; equal content gives equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**files, MEMBER: sidecar(files, provenance).encode()}.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content,
                             zipfile.ZIP_DEFLATED)  # fmt: skip
    return buffer.getvalue()


def read_bundle(content: bytes) -> Provenance:
    """The provenance in a bundle. Raises ValueError if there is none or a file was changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            files = {n: package.read(n) for n in package.namelist() if n != MEMBER}
            text = package.read(MEMBER).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError("it is no bundle with a provenance") from error
    return _checked(text, files)


def _checked(text: str, files: dict[str, bytes]) -> Provenance:
    found = read_provenance(text)
    hashes = json.loads(text).get("files", {})
    for name, content in files.items():
        if hashes.get(name, "") != hashlib.sha256(content).hexdigest():
            raise ValueError(f"{name} was changed after it was made")
    return found
