"""Takes a file from the browser: says what is taken, what becomes of it, and keeps it on disk."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ...events.formats import FORMS
from ...figures.text import markdown_text
from .draft import Draft
from .upload import keep
from .watch import say_error


def draw_choice(now: Draft, workspace: Path) -> None:
    """The field for a file. Its ending does not matter, so none is asked for."""
    key = now.key("file")
    labels = [form.label for name, form in FORMS.items() if name != "columns"]
    st.caption(f"Recognised by what stands in the file: {', '.join(map(markdown_text, labels))}. "
               "Of any other table, CSV or Excel, you say which column is what. The file may be "
               "packed (ZIP, gzip).")  # fmt: skip
    st.file_uploader("File with records", key=key, on_change=_take, args=(now, workspace, key))
    most = int(st.get_option("server.maxUploadSize"))
    st.caption("The file stays on the computer on which this page runs; nothing is sent to any "
               "other. Data sets are kept in the folder below until you delete them. A file of "
               f"more than {most:,} MB is imported on the command line:")  # fmt: skip
    st.code(
        f"python -m dashboard import FILE --out {workspace / 'NAME'}",
        language=None,
        wrap_lines=True,
    )


def _take(now: Draft, workspace: Path, key: str) -> None:
    file: UploadedFile | None = st.session_state[key]
    if file is None:
        return
    try:
        now.take(keep(file, workspace))
    except OSError as error:
        now.clear()
        now.notice = f"The file could not be kept: {markdown_text(say_error(error))}"
    finally:
        _forget(file)


def _forget(file: UploadedFile) -> None:
    """Streamlit would keep the bytes in memory until the session ends (its issue 9218)."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
