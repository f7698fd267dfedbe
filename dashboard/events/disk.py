"""Has what was written reach the disk before anything is said to be kept."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Have the file or folder written to the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such thing for folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
