"""Asks what may never answer, for a limited time."""

import os
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

LONGEST = "EVENTS_SECONDS"
T = TypeVar("T")


class EngineError(Exception):
    """The engine cannot be asked; the message says which one, what for and why."""


class LateError(EngineError):
    """It has not answered in time, so its connection is of no more use."""


def longest() -> float:
    """The seconds that a question may take: `EVENTS_SECONDS`, else 30. Raises EngineError."""
    text = os.environ.get(LONGEST, "").strip() or "30"
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise EngineError(f"{LONGEST}={text!r}: a number of seconds above 0")
    return seconds


def within(seconds: float, question: Callable[[], T], late: str) -> T:
    """What `question` returns or raises; LateError(late) if that takes longer.

    No client can be interrupted in the middle of a call, so it is then left behind in a thread
    that does not keep the process alive.
    """
    answers: SimpleQueue[tuple[bool, T | BaseException]] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put((True, question()))
        except BaseException as error:
            answers.put((False, error))

    Thread(target=ask, daemon=True, name="question").start()
    try:
        answered, answer = answers.get(timeout=seconds)
    except Empty:
        raise LateError(late) from None
    if answered:
        return answer  # type: ignore[return-value]
    raise answer  # type: ignore[misc]
