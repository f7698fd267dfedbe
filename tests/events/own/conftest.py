"""What the tests of one's own data sets share: a workspace, and a copy of the curated records."""

from pathlib import Path

import pytest

from dashboard.events.dataset import DATA
from dashboard.events.own import copy_of

AT = "2026-11-24T10:00:00+00:00"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def copied(workspace: Path) -> Path:
    """A data set of one's own with the curated 75 records."""
    return copy_of(workspace, "My copy", "Leyla", DATA, AT)


def tables(folder: Path) -> dict[str, bytes]:
    """The bytes of the tables in a folder by name."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}
