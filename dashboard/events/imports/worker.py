"""The process that reads one file and ends: `apart` starts it, asks it by its standard input and
hears it by its standard output, as pickles. Not to be started by hand."""

import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

from ..faults import DataError
from .model import Cancelled
from .running import run
from .shown import preview

try:
    import resource
except ImportError:  # Windows: there only the engine's own limit holds
    resource = None  # type: ignore[assignment]

IDLE = 900.0  # seconds that it waits for a call; then its memory is of more use to others
Say = Callable[[Any], None]


def main() -> None:
    """Answer one call, with ever so many words about its progress before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which then ends it
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between the words
    patience = threading.Timer(IDLE, os._exit, [0])
    patience.daemon = True
    patience.start()
    try:
        name, call, memory = pickle.load(sys.stdin.buffer)
    except EOFError:  # the server ended, nobody asked
        return
    patience.cancel()
    threading.Thread(target=_end_with_server, daemon=True).start()

    def say(word: Any) -> None:
        pickle.dump(word, out)
        out.flush()

    _bound(memory)
    say(answer(name, call, say))


def answer(name: str, call: tuple[Any, ...], say: Say) -> Any:
    """What the function gives, in a tuple of one, or the error that it raises."""
    do: dict[str, Callable[..., Any]] = {
        "run": lambda path, folder, options: run(path, folder, options, say, lambda: False),
        "preview": preview,
    }
    try:
        return (do[name](*call),)
    except (DataError, OSError, Cancelled, MemoryError) as error:
        return error
    except Exception as error:
        traceback.print_exc()
        return RuntimeError(type(error).__name__)


def _bound(memory: int) -> None:
    """Let this process take so many bytes and no more; an error is better than a slow server."""
    if resource and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_server() -> None:
    """Nothing more is written to standard input: it ends when the server does."""
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
