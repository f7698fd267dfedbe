"""Connections to engines: a `Local` one for each call, a `Remote` one that all threads share."""

from collections.abc import Callable
from functools import lru_cache
from itertools import count
from threading import Lock
from typing import Any, Protocol

import duckdb
import ibis

from .stopping import note

MEMORY = "1200MB"  # of DuckDB with all its files; the server as a whole stays below 2 GiB
PARQUET = ".parquet"  # a table whose name ends so is a path (with *) that the engine reads
_numbers = count(1)


class Connection(Protocol):
    """How an engine is reached. `local`: in this process, so that it cannot be lost."""

    name: str
    local: bool

    def backend(self) -> Any:
        """An Ibis backend for the calling thread."""

    def table(self, name: str) -> Any:
        """The Ibis table of this name, for the calling thread."""

    def ping(self) -> None:
        """Ask the least there is; raises what its client raises if nothing answers."""

    def close(self) -> None:
        """Give the connection back. A local one cannot be used again, others open it anew."""


@lru_cache(maxsize=1)
def _database() -> duckdb.DuckDBPyConnection:
    """The one DuckDB of this process: its limit of memory holds for all files together."""
    # Not locked as an import's engine is: Ibis sets the time zone, and a data set may lie anywhere.
    settings: dict[str, Any] = {
        "memory_limit": MEMORY,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "python_enable_replacements": "false",
    }
    return duckdb.connect(config=settings)


class Local:
    """A DuckDB file, read only; without a `path` only Parquet files can be read."""

    name, local = "DuckDB", True

    def __init__(self, path: str) -> None:
        self._alias = f"data{next(_numbers)}" if path else "memory"
        if path:
            # Attached, not opened: a path that is open already would be opened as what it was,
            # even if the file has been replaced since.
            quoted = path.replace("'", "''")
            self._run(f"ATTACH '{quoted}' AS {self._alias} (READ_ONLY)")

    def backend(self) -> Any:
        return ibis.duckdb.from_connection(self._run(f"USE {self._alias}"))

    def table(self, name: str) -> Any:
        backend = self.backend()
        return backend.read_parquet(name) if name.endswith(PARQUET) else backend.table(name)

    def ping(self) -> None:
        self._run("SELECT 1")

    def close(self) -> None:
        if self._alias != "memory":
            self._run(f"DETACH {self._alias}")

    def _run(self, statement: str) -> duckdb.DuckDBPyConnection:
        # A connection takes one call at a time, and many sessions ask at once: a cursor each.
        cursor = note(_database().cursor())
        cursor.execute(statement).fetchall()
        return cursor


class Remote:
    """A connection opened when it is first needed, and again after it was lost.

    `connect` returns an Ibis backend and what closes it, `find` a table of it by name; `ping` asks
    it for a number.
    """

    local = False

    def __init__(
        self,
        name: str,
        connect: Callable[[], tuple[Any, Callable[[], None]]],
        find: Callable[[Any, str], Any],
        ping: Callable[[Any], Any],
    ) -> None:
        self.name, self._connect, self._find, self._ping = name, connect, find, ping
        self._lock = Lock()
        self._opened: tuple[Any, Callable[[], None]] | None = None
        self._tables: dict[str, Any] = {}

    def backend(self) -> Any:
        with self._lock:
            self._opened = self._opened or self._connect()
            return self._opened[0]

    def table(self, name: str) -> Any:
        backend = self.backend()
        tables = self._tables  # kept, as the columns of a table are a question of their own
        if name not in tables:
            tables[name] = self._find(backend, name)
        return tables[name]

    def ping(self) -> None:
        self._ping(self.backend())

    def close(self) -> None:
        with self._lock:
            opened, self._opened, self._tables = self._opened, None, {}
        if opened:
            opened[1]()
