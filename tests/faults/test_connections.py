"""What reaches a server beside its sessions is refused, and nobody else is touched."""

import asyncio

import pytest

from tests.faults.after import survived
from tests.faults.connections import FAULTS, Fault


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_connection_that_no_browser_makes(address: str, fault: Fault) -> None:
    async def made() -> None:
        await fault(address)
        await survived(address)

    asyncio.run(made())
