"""What the tests of the page share: the data set, and the page without a browser.

AppTest runs the script but draws nothing, so what the browser would report stands in the session.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import Dataset, read_dataset
from dashboard.events.filters import Filter
from dashboard.page import cache, state
from dashboard.page.display import Display
from dashboard.page.probe import Screen

DESK = Screen(webgl=False, width=1080, height=900)

OpenPage = Callable[..., AppTest]


class Session(dict[str, Any]):
    """A session without Streamlit: keys are attributes too."""

    def __getattr__(self, name: str) -> Any:
        return self[name]

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return read_dataset()


@pytest.fixture
def open_page(root: Path) -> OpenPage:
    """Opens the page at an address, on a screen; `from_` stands for the parameter `from`."""

    def opened(screen: Screen = DESK, **query: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(root / "dashboard/page/main.py"), default_timeout=120)
        at.session_state["screen"] = asdict(screen)
        for name, value in query.items():
            at.query_params[name.rstrip("_")] = value
        return at.run()

    return opened


def go(at: AppTest, **query: str) -> AppTest:
    """Back or forward in the browser's history, to these parameters."""
    at.query_params.clear()
    for name, value in query.items():
        at.query_params[name] = value
    at.session_state["went"] = True
    return at.run()


@pytest.fixture
def other_data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Makes the page read its records from another folder; nothing of it is left in the caches."""

    def read_from(folder: Path) -> None:
        st.cache_resource.clear()
        monkeypatch.setattr(cache, "FOLDER", folder)

    yield read_from
    st.cache_resource.clear()


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    made = Session(
        filter=Filter(), base=Filter(), display=Display(), notes=[], stack=(),
        generation=0, overview=0, boxed=False, picks=0,
    )  # fmt: skip
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=made, query_params={}))
    return made
