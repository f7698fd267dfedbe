"""Does before the server answers what the first visitor would else wait for, or miss."""

import logging
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from ..events.faults import DataError
from ..events.sets.library import asks_engine, workspace
from ..events.sets.names import WORKSHOP

# What the page of records is made of; other pages are loaded when one of them is opened.
MODULES = ("address", "layout", "maps", "records", "routes", "sidebar", "timelines")


def warm() -> None:
    """Tidy the workspace, load the page's modules and read the records. Faults in the data are the
    page's to say."""
    said = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    before = said.level
    said.setLevel(logging.ERROR)  # it would warn that no page is drawn, and none is
    try:
        _tidy(workspace())
        for name in MODULES:
            import_module(f"{__package__}.{name}")
        from . import cache

        if asks_engine(workspace()):
            import_module("dashboard.events.store.store")

        with suppress(DataError):
            cache.dataset()
            cache.boundaries()
    finally:
        said.setLevel(before)


def _tidy(place: Path) -> None:
    """Remove what killed imports left in the workspace, and put back what one had moved aside."""
    if any(place.glob(f"{WORKSHOP}*")):
        from ..events.imports import sweep  # engines and all: rarely needed

        with suppress(OSError):  # a workspace that cannot be written is shown as it is
            sweep(place)
