"""The small form is known to the imports in these tests."""

import pytest

from dashboard.events import formats
from tests.events.imports.workbench import SMALL


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.FORMS, SMALL.name, SMALL)
