"""Holds floods of log lines: out of file handles a server wrote 132 MB in seconds."""

import logging
import time
from collections.abc import Callable

MOST, EACH = 60, 10.0  # lines in so many seconds, for each logger
# A filter holds its own logger alone, those below "streamlit" that a visitor sets off are named.
NAMES = ("asyncio", "uvicorn.error", "websockets.server", "streamlit", "streamlit.error_util",
         "streamlit.runtime.state.query_params")  # fmt: skip


class Held(logging.Filter):
    """Lets `most` records of a logger through in `each` seconds, and then says how many it held
    back; `clock` gives seconds."""

    def __init__(
        self, most: int = MOST, each: float = EACH, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.most, self.each, self.clock = most, each, clock
        self.began, self.passed, self.dropped = clock(), 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is written; the first of a new span carries the number left out."""
        now = self.clock()
        if now - self.began >= self.each:
            if self.dropped:
                left = f"[{self.dropped} lines were left out before this one] "
                record.msg = left + str(record.msg)
            self.began, self.passed, self.dropped = now, 0, 0
        if self.passed < self.most:
            self.passed += 1
            return True
        self.dropped += 1
        return False


def hold_floods() -> None:
    """Put a filter on each logger of the server, once."""
    for name in NAMES:
        logger = logging.getLogger(name)
        if not any(isinstance(f, Held) for f in logger.filters):
            logger.addFilter(Held())
