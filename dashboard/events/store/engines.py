"""Opens the engine that an address names, and asks it.

| address | engine |
| --- | --- |
| `duckdb:///folder/events.duckdb` | DuckDB, in this process, read only (the default) |
| `duckdb://` | DuckDB over the Parquet files that stand in place of the table's name |
| `clickhouse://user:password@host:8443/db?secure=true` | ClickHouse |
| `clickhouse:///?interface=chdb&path=/folder` | ClickHouse's engine in this process (chdb) |
| `sc://host:50051` | Spark Connect: Spark or Sail |
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from . import servers
from .addresses import duckdb_url, file_of, without_password
from .connections import Connection, Local
from .stopping import stopped
from .waiting import EngineError, LateError, longest, within

__all__ = ["Engine", "EngineError", "close_engine", "duckdb_url", "open_engine", "without_password"]
T = TypeVar("T")


@dataclass(frozen=True)
class Engine:
    """An open engine."""

    url: str
    connection: Connection

    @property
    def name(self) -> str:
        """What the engine is called."""
        return self.connection.name

    def backend(self) -> Any:
        """An Ibis backend for the calling thread."""
        return self.connection.backend()

    def has(self, name: str) -> bool:
        """Whether it holds this table. (Ibis 12 cannot list the tables of DuckDB 2.)"""
        try:
            self.table(name)
        except EngineError:
            return False
        return True

    def table(self, name: str) -> Any:
        """An Ibis table; raises EngineError if it is not there."""
        return self.ask(lambda: self.connection.table(name), f"the table {name} cannot be read")

    def ask(self, question: Callable[[], T], failed: str = "the question failed") -> T:
        """What `question` returns. It is asked once more over a new connection if the old one is
        lost, as servers end those that are idle. Raises EngineError: what `failed`, and why."""
        try:
            return self._limited(question)
        except EngineError:
            raise
        except Exception as error:  # each engine has its own
            if self._alive():
                raise EngineError(f"{self.name}: {failed} ({reason(error)})") from error
        self.connection.close()
        try:
            return self._limited(question)
        except EngineError:
            raise
        except Exception as error:
            raise EngineError(f"{self.name}: {failed} ({reason(error)})") from error

    def _limited(self, question: Callable[[], T]) -> T:
        seconds = longest()
        if self.connection.local:
            said = f"{self.name}: no answer after {seconds:g} seconds, so the question was ended; "
            return stopped(seconds, question, said + "a narrower filter is faster")
        try:
            return within(seconds, question, servers.late(self.url))
        except LateError:
            self.connection.close()
            raise

    def _alive(self) -> bool:
        try:
            within(servers.WAIT, self.connection.ping, "")
        except Exception:  # each engine has its own
            return False
        return True


_OPENED: dict[str, tuple[object, Engine]] = {}  # by address, with what tells its versions apart


def open_engine(url: str) -> Engine:
    """The engine at an address (see above), the same one for the same address, until its file is
    replaced.

    Raises EngineError if the scheme is unknown, its packages are not installed, or it is down.
    """
    scheme = urlsplit(url).scheme
    if scheme not in _CONNECT:
        raise EngineError(f"{without_password(url)}: begin with {', '.join(_CONNECT)}")
    try:
        version = _version(url)
        if url in _OPENED and _OPENED[url][0] == version:
            return _OPENED[url][1]
        close_engine(url)
        engine = Engine(url, _CONNECT[scheme](url))
        engine.backend()
    except EngineError:
        raise
    except ImportError as error:
        packages = f"requirements-{_PACKAGES[scheme]}.txt"
        raise EngineError(f"{scheme}: its packages are not installed; see {packages}") from error
    except Exception as error:  # each engine has its own
        place = without_password(url)
        why = reason(error).replace(file_of(url) or place, place)  # where a server keeps its files
        raise EngineError(f"{place} cannot be opened: {why}") from error
    _OPENED[url] = version, engine
    return engine


def close_engine(url: str) -> None:
    """Give back what an address holds open, such as a file that is to be replaced."""
    _, engine = _OPENED.pop(url, (None, None))
    if engine:
        engine.connection.close()


def _version(url: str) -> object:
    """Tells a file from another that has taken its place."""
    if urlsplit(url).scheme != "duckdb" or not file_of(url):
        return None
    found = Path(file_of(url)).stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def reason(error: Exception) -> str:
    """What an engine says in its first line."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:200]


_CONNECT: dict[str, Callable[[str], Connection]] = {
    "duckdb": lambda url: Local(file_of(url)),
    "clickhouse": servers.clickhouse,
    "sc": servers.spark,
}
_PACKAGES = {"duckdb": "run-time", "clickhouse": "clickhouse", "sc": "spark"}
