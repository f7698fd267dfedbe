"""What a session has said of the file that it imports, and the handles of what runs for it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from ...events.imports import Options
from ...events.sets.names import folder_name
from .jobs import Job
from .upload import Upload
from .words import title_of

KEY = "import-draft"
READS = ("form", "encoding", "sheet")  # options that decide which columns there are


@dataclass
class Draft:
    """One a session, changed by its widgets. `mapping` is that of a table of no known form (None:
    as proposed); `asked` are the questions (of QUESTIONS) that the file has raised; `notice` is a
    fault in words (Markdown); `deleting` and `reporting` are keys of data sets in the list; `turn`
    tells the widgets of one file from those of the next."""

    upload: Upload | None = None
    options: Options = field(default_factory=Options)
    mapping: dict[str, str] | None = None
    job: Job | None = None
    asked: set[str] = field(default_factory=set)
    notice: str = ""
    replace: bool = False
    deleting: str = ""
    reporting: str = ""
    turn: int = 0

    def take(self, upload: Upload) -> None:
        """Begin with a file that was handed over."""
        self.clear()
        self.upload = upload
        self.options = Options(title=title_of(upload.path.name))

    def clear(self) -> None:
        """Back to the beginning; the file is removed unless an import still reads it."""
        if self.upload and not (self.job and not self.job.over):
            self.upload.remove()
        self.upload, self.job, self.options, self.mapping = None, None, Options(), None
        self.asked, self.notice, self.replace = set(), "", False
        self.turn += 1

    def folder(self, workspace: Path) -> Path:
        """The folder that the data set will have."""
        return workspace / folder_name(self.options.title)

    def key(self, name: str) -> str:
        """The key of a widget about the present file."""
        return f"import-{name}-{self.turn}"

    def told(self, name: str, *forgets: str) -> Callable[[], None]:
        """The callback of the widget of an option: takes its value, and forgets what was said of
        the columns if they are read anew (`forgets` names further options that then fall away)."""

        def change() -> None:
            value = st.session_state[self.key(name)]
            value = value.strip() if isinstance(value, str) else value
            changes: dict[str, Any] = {other: getattr(Options(), other) for other in forgets}
            self.options = replace(self.options, **changes | {name: value})
            self.notice = ""
            if name in READS:
                self.mapping = None
                self.asked -= {"mapping", "day_month"}
            if name == "title":
                self.replace = False

        return change


def draft() -> Draft:
    """That of this session."""
    found: Draft = st.session_state.setdefault(KEY, Draft())
    return found


def today() -> date:
    """The day of this session's start."""
    day: date = st.session_state.setdefault("day", date.today())
    return day
