"""One warm server that all faults share which a server must survive."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import served
from tests.faults.after import fresh
from tests.sessions import PATIENCE


@pytest.fixture(scope="package")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the shared server writes."""
    return tmp_path_factory.mktemp("faults") / "server.txt"


@pytest.fixture(scope="package")
def workspace(log: Path) -> Path:
    """The data sets that the shared server offers."""
    return log.parent / "workspace"


@pytest.fixture(scope="package")
def address(root: Path, log: Path, workspace: Path) -> Iterator[str]:
    """The shared server, which somebody has visited: it has its modules and its records."""
    with served(root, log, DASHBOARD_WORKSPACE=str(workspace)) as started:
        asyncio.run(fresh(started, within=PATIENCE))
        yield started
