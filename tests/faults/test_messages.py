"""What a session may send: each hurts at most the session that sends it."""

import asyncio

import pytest

from tests.faults.after import idle, survived
from tests.faults.messages import FAULTS, Fault
from tests.sessions import PATIENCE, opened


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_message_that_no_browser_sends(address: str, fault: Fault) -> None:
    async def sent() -> None:
        async with asyncio.timeout(PATIENCE), opened(address) as session:
            await session.run()
            await fault(session)
            await idle(address)
            await survived(address)  # while the session that sent it is still there

    asyncio.run(sent())
