"""Import of a file of any known form as a data set: every row of it is accepted or reported."""

from .apart import make_ready, preview_apart, run_apart
from .history import HISTORY, Imported, history, is_unchanged
from .model import (
    QUESTIONS,
    Asked,
    Cancelled,
    DiskFull,
    Options,
    Preview,
    Progress,
    Report,
    Say,
    Stop,
    Unusable,
)
from .running import run
from .shown import preview, trial
from .write import is_free, sweep

__all__ = [
    "HISTORY",
    "QUESTIONS",
    "Asked",
    "Cancelled",
    "DiskFull",
    "Imported",
    "Options",
    "Preview",
    "Progress",
    "Report",
    "Say",
    "Stop",
    "Unusable",
    "history",
    "is_free",
    "is_unchanged",
    "make_ready",
    "preview",
    "preview_apart",
    "run",
    "run_apart",
    "sweep",
    "trial",
]
