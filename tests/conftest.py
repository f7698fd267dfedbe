"""What all tests share: the project's root, and fast tests before the browser's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def no_workspace_of_a_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees the data sets that somebody has imported on this computer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_WORKSPACE", str(tmp_path_factory.mktemp("workspace")))
        patch.delenv("EVENTS_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds app.py."""
    return ROOT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run tests/browser last.

    Faults in the core then show within seconds, and the event loop that the browser keeps
    running in the main thread cannot disturb any other test.
    """
    browser = ROOT / "tests" / "browser"
    items.sort(key=lambda item: item.path.is_relative_to(browser))
