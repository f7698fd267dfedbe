"""A view as files for other programs: the same rows that the page shows, in each of their forms."""

from collections.abc import Callable
from dataclasses import dataclass

from ..dataset import Dataset, View
from .excel import to_xlsx
from .parquet import to_parquet
from .plain import claims_csv, raw_claims_csv, raw_csv, to_csv, to_geojson, to_json
from .references import to_bibtex, to_csl, to_ris
from .rows import COLUMNS, claims, records, sources
from .timelinejs import to_timelinejs


@dataclass(frozen=True)
class Format:
    """A form: how it is made, the ending of its file, its MIME type, what it is called, and how it
    is made with text as it is, where `make` changes what a spreadsheet would run."""

    make: Callable[[View, Dataset], str | bytes]
    ending: str
    mime: str
    label: str
    raw: Callable[[View, Dataset], str | bytes] | None = None

    def content(self, view: View, dataset: Dataset, raw: bool = False) -> str | bytes:
        """The view in this form; with text as it is if `raw`."""
        return (self.raw if raw and self.raw else self.make)(view, dataset)

    @property
    def is_text(self) -> bool:
        """Whether it can be printed."""
        return self.ending not in ("xlsx", "parquet")


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    "csv": Format(to_csv, "csv", "text/csv", "Records (CSV)", raw_csv),
    "claims": Format(claims_csv, "claims.csv", "text/csv", "Claims (CSV)", raw_claims_csv),
    "json": Format(to_json, "json", "application/json", "Records and claims (JSON)"),
    "geojson": Format(to_geojson, "geojson", "application/geo+json", "GeoJSON"),
    "xlsx": Format(to_xlsx, "xlsx", XLSX, "Excel"),
    "parquet": Format(to_parquet, "parquet", "application/vnd.apache.parquet", "Parquet"),
    "timelinejs": Format(to_timelinejs, "timeline.json", "application/json", "TimelineJS (JSON)"),
    "ris": Format(to_ris, "ris", "application/x-research-info-systems", "Sources (RIS)"),
    "bibtex": Format(to_bibtex, "bib", "application/x-bibtex", "Sources (BibTeX)"),
    "csl": Format(to_csl, "csl.json", "application/vnd.citationstyles.csl+json",
                  "Sources (CSL-JSON)"),
}  # fmt: skip

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Format",
    "claims",
    "claims_csv",
    "records",
    "sources",
    "to_bibtex",
    "to_csl",
    "to_csv",
    "to_geojson",
    "to_json",
    "to_parquet",
    "to_ris",
    "to_timelinejs",
    "to_xlsx",
]
