"""Import of a file of any known form as a data set: every row of it is accepted or reported."""

from .apart import make_ready, preview_apart, run_apart
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
from .write import DATABASE, SIDECAR, is_free, sweep

__all__ = [
    "DATABASE",
    "QUESTIONS",
    "SIDECAR",
    "Asked",
    "Cancelled",
    "DiskFull",
    "Options",
    "Preview",
    "Progress",
    "Report",
    "Say",
    "Stop",
    "Unusable",
    "is_free",
    "make_ready",
    "preview",
    "preview_apart",
    "run",
    "run_apart",
    "sweep",
    "trial",
]
