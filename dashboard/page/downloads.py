"""Download buttons for a view's records, claims and sources, each made on a click only."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from ..events.dataset import Dataset, View
from ..events.export import FORMATS
from ..handout.files import BUNDLE, data_bundle, data_file

TABLES = ("csv", "claims")
REFERENCES = ("ris", "bibtex", "csl")
SINGLE = ("xlsx", "json", "geojson", "parquet", "timelinejs")


def csv_button(view: View, data: Dataset, label: str, key: str) -> None:
    """Records and claims as CSV; in a ZIP, since CSV has no room for where it comes from."""
    make = partial(data_bundle, view, data, TABLES, st.session_state.day)
    about = "records.csv, records.claims.csv and provenance.json"
    _button(label, make, f"{_name(data)}.csv.zip", BUNDLE, key, about)


def form_button(view: View, data: Dataset, form: str, label: str, key: str) -> None:
    """A form that holds its provenance."""
    made = FORMATS[form]
    make = partial(data_file, view, data, form, st.session_state.day)
    about = f"The {len(view.events)} records of this view"
    _button(label, make, f"{_name(data)}.{made.ending}", made.mime, key, about)


def draw_downloads(view: View, data: Dataset) -> None:
    """All forms, in rows of four."""
    columns = st.columns(4)
    with columns[0]:
        csv_button(view, data, "CSV (zip)", "data-csv")
    for index, form in enumerate(SINGLE, 1):
        with columns[index % 4]:
            form_button(view, data, form, FORMATS[form].label, f"data-{form}")
    with columns[(len(SINGLE) + 1) % 4]:
        make = partial(data_bundle, view, data, REFERENCES, st.session_state.day)
        _button("Sources (zip)", make, f"{_name(data)}.sources.zip", BUNDLE, "data-references",
                "RIS, BibTeX and CSL-JSON for reference managers")  # fmt: skip
    st.caption("Each file says which data, version and filter it was made from: "
               "`python -m dashboard verify FILE` tells what has changed since.")  # fmt: skip


def _button(
    label: str, make: Callable[[], bytes], name: str, mime: str, key: str, about: str
) -> None:
    st.download_button(label, make, name, mime, key=key, help=about, on_click="ignore",
                       width="stretch")  # fmt: skip


def _name(data: Dataset) -> str:
    return f"{data.tables.package['name']}-{data.tables.version.split('(')[1][:8]}"
