"""While an import runs: how far it is, and the way to stop it."""

import errno

import streamlit as st

from ...events.faults import DataError
from ...events.imports import Asked, DiskFull, Progress
from ...figures.text import clean_text, markdown_text
from .draft import Draft
from .jobs import Job
from .words import list_faults, say_left

EVERY = 0.5  # s between two looks


def draw_watch(job: Job) -> None:
    """The bar and the button. The whole page is drawn again when the import is over."""
    st.markdown(f"**Importing {markdown_text(job.options.title)}** from "
                f"{markdown_text(job.upload.path.name)}")  # fmt: skip
    _watch(job)
    st.caption(
        "The import goes on if you leave this page or close it; come back to see how it went."
    )


@st.fragment(run_every=EVERY)
def _watch(job: Job) -> None:
    if job.over:
        st.rerun()
    progress = job.progress
    told = markdown_text(say_progress(progress, job.stopping))
    st.progress(min(max(progress.share, 0.0), 1.0), told)
    st.button("Cancel", key="import-cancel", on_click=job.cancel, disabled=job.stopping)


def say_progress(progress: Progress, stopping: bool) -> str:
    """ "Reading the file: 120,000 of 417,968 rows, about 12 s left"."""
    if stopping:
        return "Stopping; nothing will be kept"
    rows = f": {progress.done:,} of {progress.total:,} rows" if progress.total else ""
    left = say_left(progress.seconds_left)
    return progress.step + rows + (f", {left}" if left else "")


def take_end(draft: Draft, job: Job) -> None:
    """What follows from an import that is over: a report stays; anything else leads back to the
    questions, with what was said before and why it ended."""
    mine = draft.upload is job.upload
    if draft.upload and not mine:  # another tab's: here, another file is being prepared
        draft.job = None
    elif job.report and job.report.folder:
        job.upload.remove()
        draft.upload = None
    elif not job.report:
        draft.job, draft.notice = None, say_end(job.error)
        if mine and isinstance(job.error, Asked):
            draft.asked.add(job.error.question)


def say_end(error: Exception | None) -> str:
    """Why an import ended without a report, in Markdown."""
    if error is None:
        return "The import was cancelled. Nothing of it was kept."
    if isinstance(error, Asked):
        return f"The import needs an answer first.\n\n{list_faults(error.faults)}"
    if isinstance(error, DataError):
        return f"Nothing was imported.\n\n{list_faults(error.faults)}"
    return f"Nothing was imported: {markdown_text(say_error(error))}"


def say_error(error: Exception) -> str:
    """An error of the disk in words; of any other, only its kind."""
    if isinstance(error, DiskFull):
        return clean_text(str(error))
    if isinstance(error, OSError):
        if error.errno == errno.ENOSPC:
            return "the disk is full."
        return clean_text(f"{error.strerror or error}.")
    return f"an error of the program ({type(error).__name__}); the server's log says more."
