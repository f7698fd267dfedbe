"""What all tests share: the project's root, and fast tests before the browser's."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


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
