"""What must hold after any fault: the server is well, and the next reader is not touched."""

import asyncio
import http.client
from contextlib import suppress
from urllib.parse import urlsplit

from tests.sessions import PATIENCE, Session, opened

FRESH = 2.0  # s in which the next reader has the page, as promised
WHOLE = "75 of 75 records"  # what the default view says


def health(address: str) -> int:
    """What the server answers when it is asked whether it is well."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=FRESH)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status
    finally:
        connection.close()


async def fresh(address: str, query: str = "", within: float = FRESH) -> Session:
    """A new reader's page, drawn to its end within the time that is promised."""
    async with asyncio.timeout(within), opened(address, query) as session:
        return await session.run()


async def idle(address: str) -> None:
    """Wait until the server has worked off what it was asked, and a new reader's page is quick."""
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(TimeoutError):
                await fresh(address)
                return


async def survived(address: str, within: float = FRESH) -> None:
    """Raise AssertionError or TimeoutError unless the server is as if nothing had been."""
    assert await asyncio.to_thread(health, address) == 200
    session = await fresh(address, within=within)
    assert not session.exceptions
    assert WHOLE in session.texts
