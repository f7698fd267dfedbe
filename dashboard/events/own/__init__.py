"""Data sets of one's own: records, claims, actors, places and sources that somebody edits by hand.

A data set is a folder of the workspace with a list of its versions (history.jsonl) and the bytes of
their files by SHA-256 (objects/). Nothing that was saved is ever changed or lost; see history and
objects for how that is kept when a process is killed.
"""

from .begin import copy_of, new_set
from .checked import faults
from .edits import Reference, drop, find, new_claim_id, put, references
from .history import history, is_own, last
from .laid import layout
from .model import Conflict, Draft, Rows, Version
from .packs import pack, unpack
from .steps import next_redo, next_undo
from .store import can_redo, can_undo, load, redo, save, title_of, undo

__all__ = [
    "Conflict",
    "Draft",
    "Reference",
    "Rows",
    "Version",
    "can_redo",
    "can_undo",
    "copy_of",
    "drop",
    "faults",
    "find",
    "history",
    "is_own",
    "last",
    "layout",
    "load",
    "new_claim_id",
    "new_set",
    "next_redo",
    "next_undo",
    "pack",
    "put",
    "redo",
    "references",
    "save",
    "title_of",
    "undo",
    "unpack",
]
