"""Says how far an import is and stops it: asked between rows, and while the engine works."""

import threading
import time
from collections.abc import Callable
from typing import Any

import duckdb

from .model import Cancelled, Progress, Say, Stop

POLL = 0.1  # seconds between two looks at `stop` while the engine works
# How far each step brings the whole, as measured with 417,968 rows of GED.
STEPS = {
    "Reading the file": 0.45,
    "Taking it in": 0.60,
    "Checking the rows": 0.75,
    "Making the records": 0.88,
    "Writing the data set": 1.0,
}


class Pace:
    """The progress of one import. All calls come from the thread that imports."""

    def __init__(self, say: Say, stop: Stop) -> None:
        self._say, self._stop = say, stop
        self._began = time.monotonic()
        self._step, self._from, self._to = next(iter(STEPS)), 0.0, next(iter(STEPS.values()))
        self._rows = 0

    def check(self) -> None:
        """Raise Cancelled if the import is to stop."""
        if self._stop():
            raise Cancelled

    def start(self, step: str, rows: int) -> None:
        """Begin a step (a key of `STEPS`) with so many rows to do (an estimate while reading)."""
        names = list(STEPS)
        before = names.index(step) - 1
        self._from = STEPS[names[before]] if before >= 0 else 0.0
        self._step, self._to, self._rows = step, STEPS[step], rows
        self.at(0, rows)

    def at(self, done: int, rows: int) -> None:
        """Say that `done` of `rows` rows of this step are done. Raises Cancelled."""
        self.check()
        part = min(done / rows, 1.0) if rows else 0.0
        share = self._from + (self._to - self._from) * part
        gone = time.monotonic() - self._began
        left = gone * (1 - share) / share if share > 0.02 and gone > 0.5 else None
        self._say(Progress(self._step, done, rows, left, share))

    def run(self, con: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
        """All rows of a query, worked out as in `call`."""
        found: list[Any] = []
        self.call(con, lambda: found.extend(con.execute(sql).fetchall()))
        return found

    def call(self, con: duckdb.DuckDBPyConnection, ask: Callable[[], None]) -> None:
        """Have `ask` put its queries to `con` in another thread, and look after `stop` meanwhile;
        how far the engine is can only be guessed.

        Raises Cancelled (the query is broken off), and what `ask` raises.
        """
        failed: list[BaseException] = []

        def work() -> None:
            try:
                ask()
            except BaseException as error:
                failed.append(error)

        thread = threading.Thread(target=work, name="import-query")
        thread.start()
        try:
            self._wait(thread)
        except BaseException:
            while thread.is_alive():  # again, as a query that has not begun yet does not hear it
                con.interrupt()
                thread.join(POLL)
            raise
        if failed:
            raise failed[0]

    def _wait(self, thread: threading.Thread) -> None:
        began = time.monotonic()
        so_far = max(began - self._began, 0.1)
        expected = so_far * (self._to - self._from) / max(self._from, 0.1)
        thread.join(POLL)
        while thread.is_alive():
            part = min((time.monotonic() - began) / expected, 0.95)
            self.at(int(self._rows * part), self._rows)
            thread.join(POLL)
