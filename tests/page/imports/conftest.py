"""What the tests of the import page share: the page alone, small files, and waiting for imports."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.imports.write import LOCK
from dashboard.page.imports import jobs
from dashboard.page.imports.draft import KEY, Draft
from dashboard.page.imports.jobs import Job

PATIENCE = 60  # s for an import of a few rows on a busy computer
GED = """id,type_of_violence,conflict_name,side_a,side_b,where_prec,where_coordinates,country,\
latitude,longitude,date_prec,date_start,date_end,low,best,high
1,1,Govt - Group,Government of X,Group,1,Town,X,10.5,20.5,1,2020-09-27,2020-09-27,1,2,3
2,1,Govt - Group,Government of X,Group,1,Town,X,10.5,20.5,1,2020-09-28,2020-09-28,5,2,9
3,2,A - B,A,B,1,Hamlet,X,95.5,20.5,1,2020-09-29,2020-09-29,0,0,0
"""
OWN = "When;What;Lat;Lon\n07/11/2020;Talks;40,1;46,2\n08/11/2020;Clash;40,1;46,2\n"

ImportPage = Callable[[], AppTest]


def app(workspace: str) -> None:
    """The page alone; what it opens stands in the session."""
    from pathlib import Path

    import streamlit as st

    from dashboard.page.imports import draw_import

    def opened(key: str) -> None:
        st.session_state["opened"] = key

    draw_import(Path(workspace), opened)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder for data sets that does not exist yet."""
    return tmp_path / "datasets"


@pytest.fixture
def import_page(workspace: Path) -> ImportPage:
    """Opens the page, each time as another session."""
    place = str(workspace)
    return lambda: AppTest.from_function(app, default_timeout=120, args=(place,)).run()


def hand_over(page: AppTest, name: str, content: str | bytes) -> AppTest:
    """Choose a file in the field of the page."""
    raw = content.encode() if isinstance(content, str) else content
    return page.file_uploader[0].upload(name, raw).run()


def draft_of(page: AppTest) -> Draft:
    """What the session holds."""
    found: Draft = page.session_state[KEY]
    return found


def press(page: AppTest, key: str) -> AppTest:
    """Press a button."""
    return page.button(key=key).click().run()


def ended(job: Job | None) -> bool:
    """Wait until an import is over; none is."""
    return job is None or job._over.wait(PATIENCE)


def import_now(page: AppTest) -> AppTest:
    """Press Import, wait for the end, and look again."""
    press(page, "import-start")
    assert ended(draft_of(page).job)
    return page.run()


def answer(page: AppTest, kind: str, label: str, value: Any) -> AppTest:
    """Answer the question with this label; `kind` is the name of its widget."""
    widget = next(w for w in getattr(page, kind) if w.label == label)
    return widget.set_value(value).run()


def tables(page: AppTest, column: str) -> list[pd.DataFrame]:
    """The tables that have this column: "From" those of records, "Why" those of a report."""
    return [found.value for found in page.dataframe if column in found.value]


def markdown(page: AppTest) -> list[str]:
    """All that goes through Markdown."""
    kinds = (page.markdown, page.caption, page.error, page.warning, page.info, page.subheader)
    labels = [widget.label for kind in (page.button, page.checkbox) for widget in kind]
    return [element.value for kind in kinds for element in kind] + labels


def markup(page: AppTest) -> list[str]:
    """All that goes to the page as HTML."""
    return [element.proto.body for element in page.get("html")]


def said(page: AppTest) -> str:
    """All that stands on the page, as it is read."""
    return "\n".join([*(text.replace("\\", "") for text in markdown(page)), *markup(page)])


def left(workspace: Path) -> list[str]:
    """What lies in the workspace, hidden things included, but for the lock of all imports."""
    names = {path.name for path in workspace.iterdir()} if workspace.exists() else set()
    return sorted(names - {LOCK})


@dataclass
class Held:
    """An import that is held at its beginning until `go` or its `stop` is said."""

    started: int = 0
    go: bool = False


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Makes imports say some progress, then wait; nothing goes on after the test."""
    import threading

    from dashboard.events.imports import Cancelled, Progress

    state, real, opened = Held(), jobs.run_apart, threading.Event()

    def wait(path: Path, folder: Path, options: Any, say: Any, stop: Any) -> Any:
        state.started += 1
        say(Progress("Reading the file", 120_000, 417_968, 12.4, 0.3))
        while not opened.wait(0.01):
            if stop():
                raise Cancelled
            if state.go:
                return real(path, folder, options, say, stop)
        raise Cancelled

    monkeypatch.setattr(jobs, "run_apart", wait)
    yield state
    opened.set()
