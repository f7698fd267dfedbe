"""Faults of a whole server: killed, stopped in a run, without a place to write, with a twin."""

import asyncio
import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from dashboard.events.own import load, put, save
from tests.browser.server import Server, free_port, served_on
from tests.faults.after import WHOLE, fresh, survived
from tests.faults.sets import make
from tests.sessions import PATIENCE, opened

pytestmark = pytest.mark.long

STOP = 5  # s in which a server that is told to stop has stopped, as promised


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a data set of one's own."""
    make(tmp_path / "workspace", "Mine", own=True)
    return tmp_path / "workspace"


@pytest.fixture
def server(root: Path, tmp_path: Path, workspace: Path) -> Iterator[Server]:
    """A server of this test alone, which somebody has visited."""
    log = tmp_path / "server.txt"
    with served_on(free_port(), root, log, DASHBOARD_WORKSPACE=str(workspace)) as started:
        asyncio.run(fresh(started.address, within=PATIENCE))
        yield started


def test_killed_and_started_again(root: Path, tmp_path: Path, workspace: Path) -> None:
    """The reader's address holds the filter, so the page that comes back is the page that was."""
    port, log, query = free_port(), tmp_path / "server.txt", "from=2020-09-27&actor=russia"
    place = {"DASHBOARD_WORKSPACE": str(workspace)}

    async def look(address: str, kill: Server | None = None) -> str:
        async with opened(address, query) as session:
            await session.run()
            assert not session.exceptions and session.query == query
            if kill:
                kill.kill()
                with pytest.raises(ConnectionClosed):
                    await session.ended()
        return session.texts

    with served_on(port, root, log, **place) as server:
        before = asyncio.run(look(server.address, server))
    with served_on(port, root, log, **place) as server:
        assert asyncio.run(look(server.address)) == before
        asyncio.run(survived(server.address))


def test_told_to_stop_in_the_midst_of_runs(server: Server) -> None:
    async def stop() -> None:
        async with opened(server.address) as one, opened(server.address) as other:
            for session in (one, other):
                await session.socket.send(session.request().SerializeToString())
            server.process.send_signal(signal.SIGTERM)
            await asyncio.to_thread(server.process.wait, STOP)

    asyncio.run(stop())
    assert server.process.returncode is not None


def test_the_workspace_deleted_under_the_server(server: Server, workspace: Path) -> None:
    key = next(workspace.iterdir()).name

    async def delete() -> None:
        async with opened(server.address, f"dataset={key}") as session:
            await session.run()
            shutil.rmtree(workspace)
            await session.run()
            assert f"dataset={key} was deleted" in session.texts
            assert WHOLE in session.texts and not session.exceptions
        await survived(server.address)

    asyncio.run(delete())


def test_a_workspace_that_nobody_can_write(root: Path, tmp_path: Path) -> None:
    """A file stands where the folder should be, so not even the system's owner can write there."""
    place = tmp_path / "file"
    place.write_text("no folder")
    log = tmp_path / "server.txt"
    with served_on(free_port(), root, log, DASHBOARD_WORKSPACE=str(place)) as server:

        async def write() -> None:
            async with opened(server.address, "view=edit") as session:
                await session.run()
                assert not session.exceptions
                session.change("Your name in the history", "Leyla")
                session.change("Title of the data set *", "My records")
                session.change("Begin", True)
                await session.run()
                assert not session.exceptions
                assert "Not saved: " in session.texts
            await survived(server.address)

        asyncio.run(write())


def test_two_servers_on_one_workspace(server: Server, root: Path, workspace: Path) -> None:
    """What one process saves, both show next."""
    folder = next(workspace.iterdir())
    log, query = workspace.parent / "twin.txt", f"dataset={folder.name}"
    with served_on(free_port(), root, log, DASHBOARD_WORKSPACE=str(workspace)) as twin:

        async def both() -> None:
            async with opened(server.address, query) as one, opened(twin.address, query) as other:
                assert (await one.run()).texts == (await other.run()).texts
                before, draft = one.texts, load(folder)
                row = draft.rows["events"][0] | {"title": "The twins both read this"}
                rows = put(draft.rows, "events", row, row["event_id"])
                save(folder, replace(draft, rows=rows), "Leyla", "Another title")
                assert (await one.run()).texts == (await other.run()).texts != before
            await survived(server.address)
            await survived(twin.address)

        asyncio.run(both())


@pytest.mark.parametrize("years", [-30, 50], ids=["clock set back", "clock set ahead"])
def test_the_clock_is_moved(root: Path, tmp_path: Path, years: int) -> None:
    """Under an open page: `sitecustomize` lets the server read another time from then on."""
    moved, log = tmp_path / "moved", tmp_path / "server.txt"
    (tmp_path / "sitecustomize.py").write_text(
        "import os, time\n"
        "real = time.time\n"
        f"time.time = lambda: real() + {years} * 31_556_952 * os.path.exists({str(moved)!r})\n"
    )
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    place = {"PYTHONPATH": path, "DASHBOARD_WORKSPACE": str(tmp_path / "workspace")}
    with served_on(free_port(), root, log, **place) as server:

        async def move() -> None:
            async with opened(server.address, "actor=russia") as session:
                before = (await session.run()).texts
                moved.touch()
                assert (await session.run()).texts == before
                assert not session.exceptions
            await survived(server.address)

        asyncio.run(move())
