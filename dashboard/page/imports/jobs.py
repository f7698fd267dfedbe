"""Imports that run beside the page: each in a thread, one at a time in a workspace.

They belong to the server, not to a tab: a reload, a second tab or a closed one leaves them as they
are, and every tab sees the one that runs.
"""

import logging
import threading
from pathlib import Path

from ...events.faults import DataError
from ...events.imports import Cancelled, Options, Progress, Report, run_apart
from .upload import Upload

_LOG = logging.getLogger(__name__)
_START = Progress("Starting", 0, 0, None)


class Job:
    """One import. `progress` says how far it is; when `over`, there is a `report`, an `error`, or
    it was cancelled and there is neither."""

    def __init__(self, upload: Upload, folder: Path, options: Options) -> None:
        self.upload, self.folder, self.options = upload, folder, options
        self.progress = _START
        self.report: Report | None = None
        self.error: Exception | None = None
        self._stop, self._over = threading.Event(), threading.Event()

    @property
    def over(self) -> bool:
        """Whether it has ended, however."""
        return self._over.is_set()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask it to stop; it leaves nothing behind."""
        self._stop.set()

    def work(self) -> None:
        """Import; to be called once. Never raises: the page must learn that it is over."""
        try:
            self.report = run_apart(
                self.upload.path, self.folder, self.options, self._say, self._stop.is_set
            )
        except Cancelled:
            pass
        except (DataError, OSError) as error:
            self.error = error
        except Exception as error:
            _LOG.exception("the import into %s failed", self.folder.name)
            self.error = error
        finally:
            self._over.set()

    def _say(self, progress: Progress) -> None:
        self.progress = progress


_LOCK = threading.Lock()
_RUNNING: dict[Path, Job] = {}


def running(workspace: Path) -> Job | None:
    """The import that runs in this workspace, if any."""
    return _RUNNING.get(workspace)


def begin(workspace: Path, upload: Upload, folder: Path, options: Options) -> Job:
    """Start an import, unless one runs in this workspace already: then that one is returned."""
    with _LOCK:
        job = _RUNNING.get(workspace)
        if job is None:
            job = _RUNNING[workspace] = Job(upload, folder, options)
            threading.Thread(
                target=_serve, args=(workspace, job), name=f"import {folder.name}", daemon=True
            ).start()
    return job


def _serve(workspace: Path, job: Job) -> None:
    """Run a job, then let go of it, and so of the upload if no session needs it any more."""
    job.work()
    with _LOCK:
        del _RUNNING[workspace]
