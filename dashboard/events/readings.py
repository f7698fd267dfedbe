"""The published figures for the share of Azerbaijan, as the records state them."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from .dataset import Dataset, View
from .table import of_events

ROUGH = "some|about|almost"


@dataclass(frozen=True)
class Stated:
    """Where a figure stands: `keys` are the claims that state it, the fullest first, or for a sum
    of the compilers the record in whose note it stands.

    `percent` and `km2` ("" if none) are as they are written there: a text that does not hold
    `percent` does not count. `counts` says what is counted, as far as it is said; `by` is added to
    the speaker's name, or names a sum. `article` marks the figure of the article; `sources` are
    those of a sum.
    """

    keys: tuple[str, ...]
    percent: str
    counts: str
    km2: str = ""
    by: str = ""
    article: bool = False
    sources: tuple[str, ...] = ()


_FIGURES, _ARTICLE = "share-of-azerbaijan-held-figures", "article-some-20-percent-claim"
STATED = (
    Stated((f"{_ARTICLE}--1",), "20", "Karabakh with the land around it; no sum is given",
           article=True),
    Stated((f"{_FIGURES}--1", f"{_ARTICLE}--2"), "20",
           "Internationally recognised territory that the speaker calls occupied; no sum is given"),
    Stated((f"{_FIGURES}--5",), "20", "Not said in the excerpt that was read", by="1995"),
    Stated((f"{_FIGURES}--4", f"{_ARTICLE}--5"), "16",
           "Territory that Azerbaijan lost; no sum is given", by="quoted by CBS News"),
    Stated((f"{_FIGURES}--6",), "16", "The oblast and seven districts", by="2020"),
    Stated((f"{_FIGURES}--2", f"{_ARTICLE}--4"), "13.62",
           "Area under Armenian control; cited from memory, the page was not read", "11,797",
           by="2003"),
    Stated((f"{_FIGURES}--3", f"{_ARTICLE}--3"), "13.3",
           "An area of 11,500 of 86,600 km²", "11,500", by="2016"),
    Stated((_FIGURES,), "16.6",
           "Azerbaijani list: the whole oblast and whole districts, Kalbajar in its enlarged "
           "boundaries of 1992, so that part of the oblast counts twice", "14,393",
           by="Azerbaijani list", sources=("vk-figures", "kalb-area")),
    Stated((_FIGURES,), "13.9",
           "The oblast, and the seven districts as held (77 percent of Agdam, 33 of Fuzuli)",
           "12,022", by="Oblast, and districts as held", sources=("alchetron",)),
    Stated((_FIGURES,), "13.5",
           "The same without the 300 km² of the oblast that Azerbaijan kept",
           by="As held, less 300 km²", sources=("alchetron",)),
)  # fmt: skip
COLUMNS = ["kind", "label", "side", "percent", "low", "high", "rough", "km2", "counts", "text",
           "event_id", "sources", "contested", "article"]  # fmt: skip


def readings(data: Dataset, view: View) -> pd.DataFrame:
    """One row for each figure that a record of the view states, the largest first in each kind.

    Columns: kind ("claim", or "sum" of the compilers), label (who says so, or which sum), side (""
    for a sum), percent (of Azerbaijan), low and high (equal to `percent`, or for a rough figure
    what would be called so: see `_spread`), rough (the word for it, ""), km2 (NaN if none is
    stated), counts,
    text (the statement, or the note), event_id, sources (ids), contested, article (whether it is
    the article's own figure). A text that no longer holds its figure gives no row.
    """
    texts = _texts(data, view)
    rows = [row for stated in STATED if (row := _row(stated, texts, data))]
    table = pd.DataFrame(rows, columns=COLUMNS)
    table["km2"] = table["km2"].astype(float)
    return table.sort_values(["kind", "percent", "article"], ascending=[True, False, False],
                             kind="stable").reset_index(drop=True)  # fmt: skip


def _texts(data: Dataset, view: View) -> dict[str, dict[Any, Any]]:
    """The claims of the view's records by their id, and the notes by that of their record."""
    claims = of_events(data.tables.claims, view.events)
    notes = view.events[["event_id", "note", "contested"]].to_dict("records")
    texts = {str(row["event_id"]): {**row, "text": row["note"]} for row in notes}
    told = claims.to_dict("records")
    return texts | {str(row["claim_id"]): {**row, "text": row["statement"]} for row in told}


def _row(stated: Stated, texts: dict[str, dict[Any, Any]], data: Dataset) -> dict[str, Any] | None:
    pattern = rf"(?i)(?:\b({ROUGH}) )?(?<![\d.,]){re.escape(stated.percent)} percent"
    for key in stated.keys:
        found = re.search(pattern, texts[key]["text"]) if key in texts else None
        if not found:
            continue
        told, rough = texts[key], (found[1] or "").lower()
        low, high = _spread(stated.percent, rough)
        known = bool(stated.km2) and stated.km2 in told["text"]
        who = data.actors.name.get(told.get("speaker", ""), "")
        label = ", ".join(part for part in (who.split(" (")[0], stated.by) if part)
        return {
            "kind": "claim" if who else "sum",
            "label": label,
            "side": told.get("side", ""),
            "percent": float(stated.percent), "low": low, "high": high, "rough": rough,
            "km2": float(stated.km2.replace(",", "")) if known else float("nan"),
            "counts": stated.counts,
            "text": told["text"] if who else "",
            "event_id": told["event_id"],
            "sources": (told["source_id"],) if who else stated.sources,
            "contested": told["contested"] in ("yes", True),
            "article": stated.article,
        }  # fmt: skip
    return None


def _spread(percent: str, rough: str) -> tuple[float, float]:
    """From where to where a rough figure may lie at least: what rounds to it at its last digit; for
    "almost" up to one unit of that digit below it."""
    value, unit = float(percent), 10.0 ** -len(percent.partition(".")[2])
    if not rough:
        return value, value
    return (value - unit, value) if rough == "almost" else (value - unit / 2, value + unit / 2)
