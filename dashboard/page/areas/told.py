"""The readings in tables, and how the areas were measured, in words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ...events.areas import COUNTRY_KM2, FAR_OFF, PROJECTION, agreement
from ...events.dataset import Dataset
from ...events.dates import say_edtf
from ...figures.readings_rows import say_percent
from ...figures.text import web_address
from ..templates import render


def stated_table(data: Dataset, stated: pd.DataFrame) -> str:
    """Every figure that a record of the view states: what it counts, who says so, where; HTML."""
    listed = data.tables.sources.to_dict("records")
    sources = {str(row["source_id"]): _source(row) for row in listed}
    rows = [
        {
            **row,
            "percent": say_percent(row),
            "km2": _km2(row["km2"]),
            "side": data.names["speaker"].get(row["side"], ""),
            "sources": [sources[s] for s in row["sources"] if s in sources],
        }
        for row in stated.to_dict("records")
    ]
    return render("areas_stated.html", rows=rows, country=f"{COUNTRY_KM2:,}")


def measured_table(table: pd.DataFrame) -> str:
    """Every area measured, in km2 and percent, beside the published area; HTML."""
    rows = [
        {
            **row,
            "names": " / ".join(n for n in (row["name_az"], row["name_hy"]) if n),
            "percent": f"{row['percent']:.1f}",
            **{name: _km2(row[name]) for name in ("km2", "held_km2", "published_km2")},
            "difference": "" if pd.isna(row["difference"]) else _signed(row["difference"]),
        }
        for row in table.to_dict("records")
    ]
    return render("areas_measured.html", rows=rows, country=f"{COUNTRY_KM2:,}")


def method(table: pd.DataFrame) -> str:
    """How it was measured, and how far the areas are from published ones, all from the table."""
    found = agreement(table)
    return render(
        "areas_method.html",
        projection=PROJECTION,
        country=f"{COUNTRY_KM2:,}",
        totals=f"{found.totals:.1f}",
        district=f"{found.district:.0f}",
        far=[f"{label} {_signed(difference)}" for label, difference in found.far],
        limit=FAR_OFF,
    )


def _signed(percent: float) -> str:
    return f"{percent:+.1f} %".replace("-", "−")


def _km2(value: Any) -> str:
    return "" if pd.isna(value) else f"{value:,.0f}"


def _source(row: Mapping[Any, Any]) -> dict[str, str]:
    words = f"{row['publisher']}, {say_edtf(row['date']) or 'undated'}"
    return {"words": words, "url": web_address(row["url"])}
