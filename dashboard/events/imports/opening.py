"""Opens any file as a source: the right reader by what the file is."""

from collections.abc import Callable
from pathlib import Path

from .delimited import open_delimited
from .documents import open_json, open_package
from .kinds import kind_of, refuse, unpack
from .sheets import open_workbook
from .source import Source


def open_source(
    path: Path, work: Path, encoding: str, sheet: str, stop: Callable[[], None]
) -> Source:
    """The table in the file or folder `path`; what is packed is unpacked into the folder `work`.

    `stop` is called now and then and may raise. Raises DataError if there is no table in it.
    """
    kind, inner = kind_of(path, encoding), path
    if kind in ("zip", "gzip"):
        inner = unpack(path, kind, work, stop)
        kind = kind_of(inner, encoding)
    if kind == "package":
        return open_package(inner, path)
    if kind == "workbook":
        return open_workbook(inner, sheet)
    if kind == "json":
        return open_json(inner, encoding)
    if kind == "text":
        return open_delimited(inner, encoding)
    raise refuse(path, inner.name, "an archive inside an archive; unpack it first")
