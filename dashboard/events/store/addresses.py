"""Addresses of engines: written, taken apart, and fit to be shown."""

from pathlib import Path
from urllib.parse import quote, unquote, urlsplit


def without_password(url: str) -> str:
    """An address as it may be shown: without a password, and of a file no more than its folder."""
    parts = urlsplit(url)
    if parts.scheme == "duckdb" and file_of(url):
        return "/".join(Path(file_of(url)).parts[-2:])
    return url.replace(f":{parts.password}@", ":…@") if parts.password else url


def duckdb_url(path: Path) -> str:
    """The address of a DuckDB file."""
    return f"duckdb:///{quote(path.resolve().as_posix().lstrip('/'), safe='/:')}"


def file_of(url: str) -> str:
    """The path in the address of a DuckDB file; "" if it names none."""
    path = unquote(urlsplit(url).path)
    if len(path) > 2 and path[2] == ":":  # /C:/... on Windows
        return path[1:]
    return "" if path == "/" else path
