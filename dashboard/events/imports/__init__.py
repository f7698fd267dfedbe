"""Import of a file of any known form as a data set: every row of it is accepted or reported."""

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
    "preview",
    "run",
    "sweep",
    "trial",
]
