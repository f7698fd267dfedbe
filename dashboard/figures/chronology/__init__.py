"""The records of a view in order of time as a Word document, with its figures and sources."""

from .document import chronology

__all__ = ["chronology"]
