"""Asks an engine without letting the page hang: a slow answer is awaited aside, a fault is said."""

import logging
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from functools import lru_cache, wraps
from typing import Any, TypeVar

from ..events.store.waiting import EngineError

WAIT = 2.5  # seconds for an answer; a reader is told within three
_POOL = ThreadPoolExecutor(16, thread_name_prefix="engine")
_ASKED: dict[Hashable, "Future[Any]"] = {}
_LOG = logging.getLogger(__name__)

T = TypeVar("T")


class Slow(Exception):
    """The engine is still at work; the same question asked again takes its answer."""


def within(key: Hashable, work: Callable[[], T]) -> T:
    """The result of `work`, which `key` names. Raises Slow if it takes longer than `WAIT`,
    EngineError if it fails."""
    future = _ASKED.get(key) or _ASKED.setdefault(key, _POOL.submit(work))
    try:
        found: T = future.result(WAIT)
    except Late as late:
        raise Slow from late
    except EngineError:
        _ASKED.pop(key, None)
        raise
    except Exception as error:  # each engine has its own
        _ASKED.pop(key, None)
        _LOG.exception("a question to an engine failed")
        lines = str(error).splitlines() or [type(error).__name__]
        raise EngineError(f"the records cannot be asked: {lines[0][:200]}") from error
    _ASKED.pop(key, None)
    return found


def asked(maxsize: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Keeps the answers of a function of hashable arguments that asks an engine (see `within`)."""

    def wrap(function: Callable[..., T]) -> Callable[..., T]:
        kept = lru_cache(maxsize)(function)

        @wraps(function)
        def call(*key: Hashable) -> T:
            return within((function.__qualname__, *key), lambda: kept(*key))

        return call

    return wrap
