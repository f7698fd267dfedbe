"""Ends a question to DuckDB that takes too long; the connection lives on."""

from collections.abc import Callable
from contextvars import ContextVar
from threading import Event, Thread
from typing import TypeVar

import duckdb

from .waiting import LateError

AGAIN = 0.1  # seconds: a question of several queries may just have begun the next one
T = TypeVar("T")
_ASKED: ContextVar[list[duckdb.DuckDBPyConnection] | None] = ContextVar("asked", default=None)


def note(cursor: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The cursor, which belongs to the question that this thread asks."""
    cursors = _ASKED.get()
    if cursors is not None:
        cursors.append(cursor)
    return cursor


def stopped(seconds: float, question: Callable[[], T], late: str) -> T:
    """What `question` returns or raises; after so many seconds its cursors (see `note`) are
    interrupted, and it ends with LateError(late)."""
    cursors: list[duckdb.DuckDBPyConnection] = []
    over, before = Event(), _ASKED.set(cursors)

    def watch() -> None:
        waiting = seconds
        while not over.wait(waiting):
            for cursor in tuple(cursors):
                cursor.interrupt()
            waiting = AGAIN

    Thread(target=watch, daemon=True, name="limit").start()
    try:
        return question()
    except duckdb.InterruptException as error:
        raise LateError(late) from error
    finally:
        over.set()
        _ASKED.reset(before)
