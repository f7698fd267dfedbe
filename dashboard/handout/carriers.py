"""Puts the provenance into a file, in the place that its format has for it, and reads it again."""

import base64
import json
import zlib
from collections.abc import Callable
from pathlib import Path

from ..events.provenance import Provenance, read_provenance
from . import office, pdf, png
from .sidecar import read_bundle, read_sidecar, sidecar_of

XML = "urn:conflict-dashboard:provenance"
JSON_MEMBER = "provenance"


def stamp(content: bytes, form: str, provenance: Provenance) -> bytes:
    """The file with its provenance inside. Raises KeyError for a form that holds none (CSV, RIS,
    BibTeX and CSL-JSON have a file beside them, see `sidecar`)."""
    return STAMPS[form](content, provenance)


def read_stamp(path: Path) -> Provenance:
    """The provenance of an export.

    Raises ValueError, with the file's name, if it cannot be read, carries none, or was changed.
    """
    form = "".join(path.suffixes[-1:]).lower().lstrip(".")
    try:
        beside = sidecar_of(path)
        if beside.exists():
            return read_sidecar(path)
        return READERS[form](path.read_bytes())
    except KeyError as error:
        raise ValueError(f"{path.name}: no provenance is known for .{form} files") from error
    except OSError as error:
        raise ValueError(f"{path.name}: it cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def pack(provenance: Provenance) -> str:
    """The whole provenance as compressed text of plain ASCII."""
    return base64.b64encode(zlib.compress(provenance.to_json().encode(), 9)).decode()


def unpack(text: str) -> Provenance:
    """The reverse of `pack`. Raises ValueError if the text was not packed so."""
    try:
        raw = zlib.decompress(base64.b64decode(text, validate=True)).decode()
    except (zlib.error, ValueError) as error:
        raise ValueError("its provenance cannot be read") from error
    return read_provenance(raw)


def _stamp_svg(content: bytes, provenance: Provenance) -> bytes:
    element = f'<provenance xmlns="{XML}">{pack(provenance)}</provenance>'
    at = content.rindex(b"</svg>")
    return content[:at] + f"<metadata>{element}</metadata>".encode() + content[at:]


def _read_svg(content: bytes) -> Provenance:
    start = f'<provenance xmlns="{XML}">'.encode()
    if start not in content:
        raise ValueError("it carries no provenance")
    text = content.split(start, 1)[1].split(b"<", 1)[0]
    return unpack(text.decode("ascii", "replace"))


def _stamp_json(content: bytes, provenance: Provenance) -> bytes:
    """A top-level member; the formats that are JSON objects leave room for such."""
    told = {**json.loads(content), JSON_MEMBER: json.loads(provenance.to_json())}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _read_json(content: bytes) -> Provenance:
    try:
        found = json.loads(content)
    except ValueError as error:
        raise ValueError("it is no JSON") from error
    if not isinstance(found, dict) or JSON_MEMBER not in found:
        raise ValueError("it carries no provenance")
    return read_provenance(json.dumps(found[JSON_MEMBER]))


def _stamp_parquet(content: bytes, provenance: Provenance) -> bytes:
    import pyarrow as pa  # only this format needs it
    import pyarrow.parquet as pq

    table = pq.read_table(pa.BufferReader(content))
    about = {**(table.schema.metadata or {}), b"provenance": provenance.to_json().encode()}
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata(about), sink)
    return bytes(sink.getvalue().to_pybytes())


def _read_parquet(content: bytes) -> Provenance:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        about = pq.read_schema(pa.BufferReader(content)).metadata or {}
    except pa.ArrowException as error:
        raise ValueError("it is no Parquet file") from error
    if b"provenance" not in about:
        raise ValueError("it carries no provenance")
    return read_provenance(about[b"provenance"].decode())


STAMPS: dict[str, Callable[[bytes, Provenance], bytes]] = {
    "png": lambda content, made: png.write(content, pack(made)),
    "pdf": lambda content, made: pdf.write(content, made.to_json(), made.head()),
    "svg": _stamp_svg,
    "pptx": lambda content, made: office.write(content, "pptx", XML, pack(made), made.head()),
    "docx": lambda content, made: office.write(content, "docx", XML, pack(made), made.head()),
    "xlsx": lambda content, made: office.write(content, "xlsx", XML, pack(made), made.head()),
    "json": _stamp_json,
    "geojson": _stamp_json,
    "timelinejs": _stamp_json,
    "parquet": _stamp_parquet,
}


def _read_office(content: bytes) -> Provenance:
    packed, head = office.read(content, XML)
    return unpack(packed) if packed else read_provenance(head)


READERS: dict[str, Callable[[bytes], Provenance]] = {
    "png": lambda content: unpack(png.read(content)),
    "pdf": lambda content: read_provenance(pdf.read(content)),
    "svg": _read_svg,
    "pptx": _read_office,
    "docx": _read_office,
    "xlsx": _read_office,
    "json": _read_json,
    "geojson": _read_json,
    "parquet": _read_parquet,
    "zip": read_bundle,
}
