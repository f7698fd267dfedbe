"""What the tests of the core share: the data set, read once, and a copy of it to be broken."""

import shutil
from pathlib import Path

import pytest

from dashboard.events.dataset import DATA, Dataset, read_dataset
from tests.data_copy import Copy


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return read_dataset()


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """The data of the project in a folder that the test may change."""
    return Copy(Path(shutil.copytree(DATA, tmp_path / "data")))
