"""A process that is killed while it saves loses at most the edit under way."""

import multiprocessing
import random
import sys
from contextlib import suppress
from dataclasses import replace
from multiprocessing.context import ForkServerContext
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.events.check import check
from dashboard.events.own import history, layout, load, put, save
from dashboard.events.own.checked import boundaries
from dashboard.events.own.objects import FOLDER, fetch
from tests.events.own.keeps_saving import keep_saving


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> ForkServerContext:
    """Starts a process without loading everything anew."""
    # A new process runs the main module anew, which may be the page that a test before this ran.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.events.own.keeps_saving"])
    return context


def killed(folder: Path, processes: ForkServerContext, after: int, more: int) -> int:
    """Let it save until it has said `after` numbers and this process has counted up to `more`: that
    is somewhere within the next save; kill it; return the last number that it said."""
    heard, said = processes.Pipe(duplex=False)
    process = processes.Process(target=keep_saving, args=(folder, said), daemon=True)
    process.start()
    said.close()
    last = 0
    for _ in range(after):
        last = heard.recv()
    for _ in range(more):
        pass
    process.kill()
    process.join()
    with suppress(EOFError):
        while True:
            last = heard.recv()
    return last


@pytest.mark.parametrize("times", [20, pytest.param(200, marks=pytest.mark.long)])
def test_at_most_the_edit_under_way_is_lost(
    times: int, copied: Path, processes: ForkServerContext
) -> None:
    chance = random.Random(75)
    for _ in range(times):
        before = load(copied).version.number
        after = chance.randrange(1, 12)
        last = killed(copied, processes, after, chance.randrange(2_000_000))
        assert before + after <= last <= load(copied).version.number <= last + 1
        assert check(layout(copied), boundaries()) == []
    versions = history(copied)
    assert [v.number for v in versions] == list(range(1, len(versions) + 1))
    for digest in {digest for version in versions for digest in version.files.values()}:
        assert fetch(copied, digest)


def test_after_a_kill_the_next_save_goes_on_and_sweeps(
    copied: Path, processes: ForkServerContext
) -> None:
    killed(copied, processes, 2, 10_000)
    (copied / FOLDER / ".writing-left").write_bytes(b"half")
    draft = load(copied)
    row = {**draft.rows["events"][0], "note": "goes on"}
    rows = put(draft.rows, "events", row, row["event_id"])
    assert save(copied, replace(draft, rows=rows), "Aram", "on").version.number == (
        draft.version.number + 1
    )
    assert not list((copied / FOLDER).glob(".*"))
