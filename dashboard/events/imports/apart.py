"""Reads a file in a process of its own, bounded in memory and in silence: none can take the server
with it, whatever a reader makes of it."""

import atexit
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pandas as pd

from ..faults import DataError, Fault
from .model import Cancelled, Options, Preview, Progress, Report, Say, Stop
from .write import sweep

ROOT = Path(__file__).resolve().parents[3]
COMMAND = (sys.executable, "-m", "dashboard.events.imports.worker")
MEMORY = 3 << 30  # bytes that a reader may take; the largest JSON that is read comes near it
SILENT = 120.0  # seconds without a word, after which a reader is taken for lost
POLL = 0.1  # seconds between two looks at `stop`


def run_apart(path: Path, folder: Path, options: Options, say: Say, stop: Stop) -> Report:
    """`run`, in a process of its own. Raises what `run` raises, and DataError if the file needed
    more than `MEMORY`, or its reader died or fell silent; then too nothing is left behind."""
    call = (path.absolute(), folder.absolute(), options)  # it works in another folder
    try:
        report: Report = _ask("run", call, path, say, stop)
    except BaseException:
        sweep(folder.absolute().parent)  # a process that was ended could not tidy up
        raise
    return report


def preview_apart(path: Path, encoding: str = "", form: str = "", sheet: str = "") -> Preview:
    """`preview`, in a process of its own; a reader that dies is among the faults."""
    call = (path.absolute(), encoding, form, sheet)
    try:
        shown: Preview = _ask("preview", call, path, lambda progress: None, lambda: False)
    except DataError as error:
        return Preview(form, encoding, "", (), pd.DataFrame(), "", error.faults)
    return shown


def make_ready() -> None:
    """Have a process waiting for the next file, as it takes a second to start."""
    with _LOCK:
        if _WAITING and _WAITING[-1].poll() is None:
            return
        _WAITING[:] = [_start()]


def _ask(name: str, call: tuple[Any, ...], path: Path, say: Say, stop: Stop) -> Any:
    """The answer of the function `name` of the worker."""
    process = _take()
    said: queue.SimpleQueue[Any] = queue.SimpleQueue()
    assert process.stdin and process.stdout
    try:
        with suppress(BrokenPipeError):  # it has died: its silence says so below
            pickle.dump((name, call, MEMORY), process.stdin)
            process.stdin.flush()
        threading.Thread(target=_listen, args=(process.stdout, said), daemon=True).start()
        return _answer(process, said, path, say, stop)
    finally:
        process.kill()
        process.wait()
        process.stdin.close()


def _listen(stream: Any, said: "queue.SimpleQueue[Any]") -> None:
    """Pass on what a worker says; None at its end."""
    with stream, suppress(EOFError, pickle.UnpicklingError, OSError):
        while True:
            said.put(pickle.load(stream))
    said.put(None)


def _answer(
    process: "subprocess.Popen[bytes]", said: "queue.SimpleQueue[Any]", path: Path, say: Say,
    stop: Stop,
) -> Any:  # fmt: skip
    heard = time.monotonic()
    while True:
        if stop():
            raise Cancelled
        try:
            word = said.get(timeout=POLL)
        except queue.Empty:
            if time.monotonic() - heard > SILENT:
                raise _lost(path, f"reading it took more than {SILENT:.0f} s") from None
            continue
        heard = time.monotonic()
        if word is None:
            raise _lost(path, f"its reader stopped ({_how(process.wait())})")
        if isinstance(word, Progress):
            say(word)
        elif isinstance(word, MemoryError):
            raise _lost(path, f"reading it takes more than {MEMORY >> 20:,} MB of memory")
        elif isinstance(word, BaseException):
            raise word
        else:
            return word[0]


def _how(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"code {code}"


def _lost(path: Path, why: str) -> DataError:
    allowed = f"{why}; nothing was imported. Save it as CSV, or in smaller parts"
    return DataError([Fault(path.name, 0, "", "", allowed)])


_LOCK = threading.Lock()
_WAITING: list["subprocess.Popen[bytes]"] = []


def _take() -> "subprocess.Popen[bytes]":
    with _LOCK:
        while _WAITING:
            process = _WAITING.pop()
            if process.poll() is None:
                return process
    return _start()


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@atexit.register
def _end() -> None:
    for process in _WAITING:
        process.kill()
        process.wait()
