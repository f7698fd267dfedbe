"""Data files of a view: each with its provenance inside, or in a file beside it."""

from datetime import date

from ..events.dataset import Dataset, View
from ..events.export import FORMATS
from ..events.provenance import trace
from .carriers import STAMPS, stamp
from .sidecar import bundle, sidecar

BUNDLE = "application/zip"


def data_file(view: View, dataset: Dataset, form: str, made: date, raw: bool = False) -> bytes:
    """The view in the form `form` (a key of `FORMATS`), stamped where the form can hold it; `raw`
    is that of `Format.content`."""
    content = FORMATS[form].content(view, dataset, raw)
    file = content.encode() if isinstance(content, str) else content
    return stamp(file, form, trace(view, dataset, made)) if form in STAMPS else file


def beside(view: View, dataset: Dataset, form: str, made: date, name: str, raw: bytes) -> str:
    """The sidecar of the file `name` with the content `raw`; "" where the form needs none."""
    return "" if form in STAMPS else sidecar({name: raw}, trace(view, dataset, made))


def data_bundle(view: View, dataset: Dataset, forms: tuple[str, ...], made: date) -> bytes:
    """A ZIP of the view in several forms that cannot hold their provenance, with one for all."""
    files = {}
    for form in forms:
        name = {"csv": "records", "claims": "records"}.get(form, "sources")
        files[f"{name}.{FORMATS[form].ending}"] = data_file(view, dataset, form, made)
    return bundle(files, trace(view, dataset, made))
