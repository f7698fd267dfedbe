"""An engine over the network that is down, silent or mad: the page says so, and the curated records
are there all the time."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.browser.server import HOST, free_port, served
from tests.faults.after import WHOLE, fresh, survived
from tests.sessions import PATIENCE, opened

pytestmark = pytest.mark.long

SAID = 3.0  # s in which the page says that an engine does not answer, as promised
ROOM = 2.0  # s for the page around it


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """The port of a server that does this with each call."""
    with socket.create_server((HOST, 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    answer(listener.accept()[0])

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


KEPT: list[socket.socket] = []  # calls that are never answered, so that nobody hangs up


def rubbish(call: socket.socket) -> None:
    """An answer that is none, at once."""
    with suppress(OSError), call:
        call.recv(65_536)
        body = bytes(range(256)) * 40
        call.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


def cut(call: socket.socket) -> None:
    """Half of an answer, and the end."""
    with suppress(OSError), call:
        call.recv(65_536)
        call.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf")


@contextmanager
def refused() -> Iterator[int]:
    """A port where nobody listens."""
    yield free_port()


FAULTS = {
    "engine refuses": (refused, "cannot be reached"),
    "engine hangs": (lambda: listening(KEPT.append), "does not answer in time"),
    "engine answers rubbish": (lambda: listening(rubbish), ""),
    "engine answers half": (lambda: listening(cut), ""),
}


@pytest.mark.parametrize(("fault", "words"), FAULTS.values(), ids=FAULTS)
def test_an_engine_that_fails_is_said(
    root: Path, tmp_path: Path, fault: Callable, words: str
) -> None:
    async def ask(address: str) -> None:
        await fresh(address, within=PATIENCE)
        async with asyncio.timeout(PATIENCE), opened(address, "dataset=engine") as session:
            await session.run()  # imports the driver, which the page does not wait for
            async with asyncio.timeout(PATIENCE):
                while "These records cannot be shown." not in session.texts:
                    assert "still being asked" in session.texts
                    await fresh(address)  # the others do not wait with it
                    await session.run()
            assert not session.exceptions and "Traceback" not in session.texts
            assert words in session.texts
            session.change("Show the curated records", True)
            assert WHOLE in (await session.run()).texts
        with_said = await fresh(address, "dataset=engine", within=SAID + ROOM)
        assert not with_said.exceptions
        await survived(address)

    with fault() as port:
        url = f"clickhouse://{HOST}:{port}/default"
        workspace = str(tmp_path / "workspace")
        log = tmp_path / "server.txt"
        with served(root, log, EVENTS_URL=url, DASHBOARD_WORKSPACE=workspace) as address:
            asyncio.run(ask(address))
