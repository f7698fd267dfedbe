"""Caching as wrappers: what is read or built once for all sessions and shared, never changed.

What depends on the data is keyed by its SHA-256. Filters and frames are frozen values, which
`lru_cache` finds at once; Streamlit's own cache would hash each anew, 20 times a rerun.
"""

import gc
from functools import lru_cache

import streamlit as st

from ..events.boundaries import Boundaries
from ..events.check import check
from ..events.dataset import DATA, Dataset, View, read_dataset
from ..events.faults import DataError
from ..events.filters import Filter
from ..events.own import is_own
from ..events.sets.library import open_source, version, workspace
from ..events.sets.source import Curated, Source, Stored
from ..figures.map_parts import MapBase
from ..figures.map_svg import Path, outline
from ..figures.map_view import MapView
from ..handout.gather import LAYERS, map_base
from .patience import asked

FOLDER = DATA
_SOURCES: dict[str, Source] = {}  # by SHA-256, as the figures' caches are keyed


@st.cache_resource(show_spinner="Reading the records …")
def dataset() -> Dataset:
    """The records in `FOLDER`, checked. Raises DataError with all faults: a page that showed what
    is left of broken data would be believed."""
    faults = check(FOLDER)
    if faults:
        raise DataError(faults)
    return read_dataset(FOLDER)


def source(key: str) -> Source:
    """The data set with this key ("" are the curated records).

    Raises DataError if its files cannot be read or one's own have faults, EngineError if its engine
    does not answer.
    """
    if not key:
        opened: Source = Curated(dataset())
    elif is_own(workspace() / key):
        opened = _own_set(key, version(key, workspace()))
    else:
        opened = _stored_set(key, version(key, workspace()))
    _SOURCES[opened.sha256] = opened
    return opened


@lru_cache(maxsize=8)
def _own_set(key: str, saved: float) -> Source:
    return open_source(key, workspace())


@asked(16)
def _stored_set(key: str, imported: float) -> Stored:
    found = open_source(key, workspace())
    assert isinstance(found, Stored)  # others are asked for in `source`
    found.ask_ahead()
    return found


def shown(value: Filter, sha256: str) -> tuple[Dataset, View]:
    """What a filter shows, and the data set of its records; `sha256` names the data."""
    found = _SOURCES[sha256]
    return _curated(value, sha256) if found.about is None else _stored(value, sha256)


@lru_cache(maxsize=200)  # 0.15 MB each: more would be more than thirty readers go back to
def _curated(value: Filter, sha256: str) -> tuple[Dataset, View]:
    return _SOURCES[sha256].show(value)


@asked(24)  # each holds up to 2,000 records
def _stored(value: Filter, sha256: str) -> tuple[Dataset, View]:
    return _SOURCES[sha256].show(value)


def stored(sha256: str) -> Stored:
    """The imported data set with this SHA-256."""
    found = _SOURCES[sha256]
    assert isinstance(found, Stored)
    return found


@lru_cache(maxsize=8)
def boundaries() -> Boundaries:
    """The boundary layers, each read when first asked for."""
    return Boundaries()


@lru_cache(maxsize=8)
def base_paths() -> dict[str, Path]:
    """The boundary layers that the SVG map draws, as paths."""
    return {name: outline(boundaries().layer(name).geometry) for name in LAYERS}


@lru_cache(maxsize=32)
def base(names: str, where: MapView) -> MapBase:
    """What the map of a view is drawn on, with place names in the language chosen; towns are those
    of the curated records."""
    return map_base(boundaries(), dataset().tables.places, names, where)


@st.cache_resource(show_spinner=False)
def freeze_start_up_objects() -> None:
    """Keep what lives as long as the process out of every collection of garbage.

    Over pandas, plotly and pydeck one costs about 70 ms of CPU. Once per process, after the imports
    and the first reading of the data.
    """
    gc.collect()
    gc.freeze()
