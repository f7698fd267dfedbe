"""Caching as wrappers: what is read or built once for all sessions and shared, never changed."""

import gc

import geopandas as gpd
import pandas as pd
import streamlit as st

from ..events.boundaries import Boundaries
from ..events.dataset import Dataset, View, read_dataset
from ..events.filters import Filter


@st.cache_resource(show_spinner="Reading the records …")
def dataset() -> Dataset:
    """The curated data set. Raises DataError or ValueError with all faults of a broken one."""
    return read_dataset()


@st.cache_resource(show_spinner=False)
def boundaries() -> Boundaries:
    """The boundary layers, each read when first asked for."""
    return Boundaries()


@st.cache_resource(show_spinner=False, max_entries=500)
def view(value: Filter, sha256: str) -> View:
    """The view of a filter; `sha256` names the data it was made from."""
    return dataset().view(value)


@st.cache_resource(show_spinner=False)
def base_layers() -> dict[str, gpd.GeoDataFrame]:
    """The boundary layers that the SVG map draws."""
    names = ["countries", "districts", "lakes", "rivers", "nkao_1991", "control_1994_2020", "world"]
    return {name: boundaries().layer(name) for name in names}


@st.cache_resource(show_spinner=False)
def towns() -> pd.DataFrame:
    """Capitals and cities that a reader looks for first, shown where there is room."""
    places = dataset().tables.places
    known = places[places["kind"].isin(["capital", "city"]) & (places["latitude"] != "")]
    return pd.DataFrame(
        {
            "name": known["label"],
            "longitude": known["longitude"].astype(float),
            "latitude": known["latitude"].astype(float),
        }
    )


@st.cache_resource(show_spinner=False)
def freeze_start_up_objects() -> None:
    """Keep what lives as long as the process out of the collection that follows each rerun.

    Streamlit collects garbage after every run; over pandas, plotly and pydeck that alone costs
    about 70 ms of CPU. Once per process, after the imports and the first reading of the data.
    """
    gc.collect()
    gc.freeze()
