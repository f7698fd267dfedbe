"""Where an export comes from, kept with it, and what has changed in the data since."""

from .compare import Change, Difference, compare, say_difference
from .origin import Provenance, read_provenance, trace

__all__ = [
    "Change",
    "Difference",
    "Provenance",
    "compare",
    "read_provenance",
    "say_difference",
    "trace",
]
