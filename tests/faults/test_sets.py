"""Files of a data set that are hurt under a server: the page says it, and the others are well."""

import asyncio
from pathlib import Path

import pytest

from tests.faults.after import WHOLE, fresh, survived
from tests.faults.sets import CLOSED, GONE, HURTS, Hurt, make
from tests.sessions import PATIENCE, opened

pytestmark = pytest.mark.long


@pytest.fixture
def folder(workspace: Path, request: pytest.FixtureRequest) -> Path:
    """A whole data set, which the shared server can open."""
    hurt: Hurt = request.getfixturevalue("hurt")
    number = list(HURTS.values()).index(hurt)
    return make(workspace, f"set{number}", hurt.own)


@pytest.mark.parametrize("hurt", HURTS.values(), ids=HURTS)
def test_a_data_set_that_is_hurt_is_said(address: str, folder: Path, hurt: Hurt) -> None:
    query = f"dataset={folder.name}"

    async def hurts() -> None:
        async with asyncio.timeout(PATIENCE), opened(address, query) as session:
            await session.run()
            before = session.texts
            assert not session.exceptions and GONE not in before
            assert ("<b>75 of 75" if hurt.own else "<b>30 of 30") in before
            hurt.harm(folder)
            await session.run()  # it may go on with what it has read, or say that this is gone
            assert not session.exceptions
            assert GONE in session.texts or hurt.words == CLOSED
        later = await fresh(address, query)
        assert not later.exceptions
        assert hurt.words in later.texts
        assert ("Show the curated records" if hurt.words == CLOSED else WHOLE) in later.texts
        assert "Traceback" not in later.texts and str(folder.parent) not in later.texts
        await survived(address)

    asyncio.run(hurts())
