"""Who says so in imported records: the data set, and the sources that it names."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from .about import About


def claims(
    rows: pd.DataFrame, about: About
) -> list[tuple[str, str, str, str, str, str, str, str, str]]:
    """The data set's own account of each record, and that it names these sources."""
    own, found = about.publisher, []
    named = f"Named as a source by {own}."
    for row in rows.to_dict("records"):
        event_id, contested = row["event_id"], "yes" if row["contested"] else ""
        told = [(own, _estimate(row)), *((s, named) for s in dict.fromkeys(row["sources"]))]
        for number, (who, statement) in enumerate(told, 1):
            claim = f"{event_id}--{number}"
            found.append((claim, event_id, who, who, statement, who, "", "", contested))
    return found


def _estimate(row: Mapping[Any, Any]) -> str:
    """What the data set counts; what it does not state is not said."""
    low, best, high = (row[k] for k in ("deaths_low", "deaths_best", "deaths_high"))
    if pd.isna(best):
        return "Recorded; no number of deaths is stated."
    between = (
        f" (between {int(low):,} and {int(high):,})" if pd.notna(low) and pd.notna(high) else ""
    )
    return f"Deaths: {int(best):,} by its best estimate{between}."


def sources(rows: pd.DataFrame, sides: Sequence[str], about: About) -> list[tuple[str, ...]]:
    """The data set first, with the citation that its terms ask for; then what it names."""
    cited, who = about.citation or about.title, about.publisher
    own = (who, who, cited, "", "data", "", about.file, "", about.accessed, "", "whole")
    named = [
        (s, s, f"named as a source by {about.publisher}", "", "", "", "", "", "", "", "")
        for s in sides[1:]
    ]
    return [own, *named]


def texts(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as text, "" where nothing is known, as provenance keeps and compares them."""
    texts = {
        column: [_text(value) for value in rows[column].tolist()]
        for column in rows.columns
        if column not in ("words", "lane")
    }
    return pd.DataFrame({**texts, "places": place_ids(rows)}, dtype=object)


def _text(value: Any) -> str:
    if isinstance(value, list | tuple | np.ndarray):
        return ";".join(map(str, value))
    return "" if pd.isna(value) else str(value)


def place_ids(rows: pd.DataFrame) -> list[str]:
    """An id for each place: what it is called and where it lies; "" where neither is known."""
    columns = (rows[c] for c in ("place_label", "latitude", "longitude", "place_precision"))
    return [
        f"{label or ''}@{north:.5f},{east:.5f}#{precision}"
        if pd.notna(north) and pd.notna(east)
        else label or ""
        for label, north, east, precision in zip(*columns, strict=True)
    ]
