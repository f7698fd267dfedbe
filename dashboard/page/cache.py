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
from ..figures.map_parts import MapBase
from ..figures.map_svg import Path, outline
from ..figures.map_view import VIEWS
from ..handout.gather import LAYERS, map_base

FOLDER = DATA


@st.cache_resource(show_spinner="Reading the records …")
def dataset() -> Dataset:
    """The records in `FOLDER`, checked. Raises DataError with all faults: a page that showed what
    is left of broken data would be believed."""
    faults = check(FOLDER)
    if faults:
        raise DataError(faults)
    return read_dataset(FOLDER)


@lru_cache(maxsize=8)
def boundaries() -> Boundaries:
    """The boundary layers, each read when first asked for."""
    return Boundaries()


@lru_cache(maxsize=500)
def view(value: Filter, sha256: str) -> View:
    """The view of a filter; `sha256` names the data it was made from."""
    return dataset().view(value)


@lru_cache(maxsize=8)
def base_paths() -> dict[str, Path]:
    """The boundary layers that the SVG map draws, as paths."""
    return {name: outline(boundaries().layer(name).geometry) for name in LAYERS}


@lru_cache(maxsize=8)
def base(names: str, key: str, sha256: str) -> MapBase:
    """What the map of a view is drawn on, with place names in the language chosen."""
    return map_base(boundaries(), dataset().tables.places, names, VIEWS[key])


@st.cache_resource(show_spinner=False)
def freeze_start_up_objects() -> None:
    """Keep what lives as long as the process out of the collection that follows each rerun.

    Streamlit collects garbage after every run; over pandas, plotly and pydeck that alone costs
    about 70 ms of CPU. Once per process, after the imports and the first reading of the data.
    """
    gc.collect()
    gc.freeze()
