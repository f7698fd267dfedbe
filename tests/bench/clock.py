"""A clock for benchmarks: how long each of several questions took."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Clock:
    """Milliseconds by the name of what was timed."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}

    def timed(self, name: str, question: Callable[[], T]) -> T:
        """What `question` returns; its time stands under `name`."""
        begun = time.perf_counter()
        answer = question()
        self.times[name] = (time.perf_counter() - begun) * 1000
        return answer
