"""The page that imports a file: choose it, look at it, answer, import, read the report."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ...events.imports import make_ready
from ..templates import FOLDER as FRAGMENTS
from . import jobs
from .datasets import draw_datasets
from .draft import Draft, draft
from .jobs import Job
from .outcome import draw_outcome, of_report
from .prepare import draw_prepare
from .receive import draw_choice
from .shelf import shelved
from .watch import draw_watch, take_end

__all__ = ["draw_import"]

Opened = Callable[[str], None]


def draw_import(workspace: Path, opened: Opened) -> None:
    """Draw the page. `workspace` is the folder of the data sets; `opened` is called, in a callback,
    with the key of the one that is to be shown."""
    workspace = workspace.absolute()
    make_ready()
    st.html(FRAGMENTS / "imports.css")
    st.html('<div class="cd-head"><h1>Import a file</h1></div>')
    now = draft()
    now.job = now.job or jobs.running(workspace)
    if now.job and now.job.over:
        take_end(now, now.job)
    if now.notice:
        st.error(now.notice)
    if now.job and not now.job.over:
        draw_watch(now.job)
    elif now.job:
        _draw_end(now, now.job, opened)
    elif now.upload:
        draw_prepare(now, now.upload, workspace)
    else:
        draw_choice(now, workspace)
    draw_datasets(now, workspace, opened)


def _draw_end(now: Draft, job: Job, opened: Opened) -> None:
    """The report, and where to go from it."""
    assert job.report
    report = job.report

    def go_on() -> None:
        if report.folder and shelved(report.folder):
            st.button("Open these records", key="import-open", on_click=_open,
                      args=(now, opened, report.folder.name))  # fmt: skip
        elif now.upload:
            st.button("Back to the answers", key="import-back", on_click=_again, args=(now,))
        st.button("Import another file", key="import-next", on_click=now.clear)

    draw_outcome(of_report(job.options.title, report), "now", go_on)


def _open(now: Draft, opened: Opened, key: str) -> None:
    now.clear()
    opened(key)


def _again(now: Draft) -> None:
    now.job = None
