"""The rows of the dot plot of shares: figures that records state, and areas measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

GROUPS = {
    "claim": "Stated in the records",
    "sum": "Sums of the compilers, from published areas",
    "held": "Measured here: held 1994–2020",
    "whole": "Measured here: whole areas, held or not",
    "district": "Measured here: each of the seven districts, whole",
}


@dataclass(frozen=True)
class Row:
    """One reading. `low` and `high` are where a rough figure may lie, `tick` the published area of
    the same land; all in percent. `value` and `hover` are words, `side` is "" where nobody says it.
    """

    kind: str
    label: str
    percent: float
    low: float
    high: float
    tick: float | None
    value: str
    hover: str
    side: str
    hollow: bool


def say_percent(reading: Mapping[Any, Any]) -> str:
    """A stated figure as it was said: "some 20 %", "13.62 %"."""
    return f"{reading['rough']} {reading['percent']:g} %".strip()


def stated_rows(readings: pd.DataFrame, sides: Mapping[str, str]) -> list[Row]:
    """The rows of `events.readings`, in its order; `sides` are labels."""
    rows = []
    for told in readings.to_dict("records"):
        percent = say_percent(told)
        value = percent if pd.isna(told["km2"]) else f"{percent} · {told['km2']:,.0f} km²"
        who = f" ({sides.get(told['side'], told['side'])})" if told["side"] else ""
        hover = f"{told['label']}{who}: {value}. {told['counts']}"
        rows.append(Row(told["kind"], told["label"], told["percent"], told["low"], told["high"],
                         None, value, hover, told["side"],
                         bool(told["side"]) and told["contested"]))  # fmt: skip
    return rows


def measured_rows(areas: pd.DataFrame) -> list[Row]:
    """The rows of `events.areas` without the country, the largest first."""
    rows = []
    shown = areas[areas["kind"] != "country"]
    for row in shown.sort_values("percent", ascending=False).to_dict("records"):
        value = f"{row['percent']:.1f} % · {row['km2']:,.0f} km²"
        known = pd.notna(row["published_km2"])
        beside = f". Published area: {row['published_km2']:,.0f} km²" if known else ""
        hover = f"{row['label']}: {value}. {row['counts']}{beside}"
        rows.append(Row(row["kind"], row["label"], row["percent"], row["percent"], row["percent"],
                        row["published_percent"] if known else None, value, hover, "",
                        False))  # fmt: skip
    return rows


def lines_of(rows: Sequence[Row]) -> tuple[list[int], dict[int, str]]:
    """The line of each row, and the lines of the headings, groups in the order of `GROUPS`."""
    places, heads, line = [0] * len(rows), {}, 0
    for kind, words in GROUPS.items():
        group = [i for i, row in enumerate(rows) if row.kind == kind]
        if group:
            heads[line] = words
            for place, index in enumerate(group, line + 1):
                places[index] = place
            line += len(group) + 1
    return places, heads
