"""The legend: only what the view shows, shape for type, colour for whose account, and the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .codes import code
from .map_view import DIPLOMACY, MapView
from .marks import Mark
from .text import plotly_text, width_px
from .theme import MARK_PX, SEVERAL, TEXT_PX, THIRD, Theme

HASH = "square-x-open"
HELD, OBLAST = "held", "oblast"  # areas, in the map's own colours

GROUP_LABELS = {THIRD: "third parties", SEVERAL: "more than one side"}
SIZE = TEXT_PX - 1
AXIS = "x90"  # its own pair of axes: x90 in px from the left end, y90 in rows from the top


@dataclass(frozen=True)
class Entry:
    """One line of the legend: what a symbol in a colour means."""

    label: str
    symbol: str
    colour: str  # a colour group, "" for neutral


def legend_entries(
    marks: Sequence[Mark],
    shown: set[str],
    types: Mapping[str, tuple[str, str]],
    sides: Mapping[str, str],
    breaches: bool = False,
) -> list[Entry]:
    """The entries that these marks need: their types, whose accounts, contested, doubt.

    `types` event_type -> (label, symbol); `shown` the event types in view; `sides` side -> label;
    `breaches` says that ticks of alleged breaches are drawn.
    """
    groups = {mark.colour for mark in marks}
    order = [*sides, THIRD, SEVERAL]
    entries = [Entry(label, symbol, "") for key, (label, symbol) in types.items() if key in shown]
    entries += [
        Entry(f"account: {GROUP_LABELS.get(g, sides.get(g, g))}", "square", g)
        for g in order
        if g in groups
    ]
    extra = {
        "hollow: contested": ("circle-open", any(m.hollow for m in marks)),
        "number: records on one spot": ("circle", any(m.kind == "pile" for m in marks)),
        "tick: first breach alleged": ("line-ns-open", breaches),
        "bar: throughout": ("line-ew-open", any(m.kind == "period" for m in marks)),
        "hatched: some time within": (HASH, any(m.kind == "span" for m in marks)),
    }
    return entries + [Entry(label, s, SEVERAL) for label, (s, used) in extra.items() if used]


def map_entries(where: MapView) -> list[Entry]:
    """What the map of a view shows besides records."""
    if where is DIPLOMACY:
        return [Entry("line: call between capitals", "line-ew-open", SEVERAL)]
    area = Entry("octagon: known only to that area", "octagon", SEVERAL)
    if not where.detailed:
        return [area]
    return [
        area,
        Entry("area held by Armenian forces 1994–2020 (Natural Earth)", HELD, ""),
        Entry("former NKAO, 1991", OBLAST, ""),
    ]


def entry_name(entry: Entry, look: str) -> str:
    """The words of an entry; in the look "grey" with the code of its side."""
    own = code(entry.colour, look)
    return f"{entry.label} ({own})" if own else entry.label


def flow(widths: Sequence[float], room: float) -> list[tuple[float, int]]:
    """Where entries of these widths stand, in lines of at most `room`: from the left, and line."""
    x, row, places = 0.0, 0, []
    for wide in widths:
        if x and x + wide > room:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += wide
    return places


def legend_flow(
    entries: Sequence[Entry], width: float, theme: Theme
) -> tuple[list[dict[str, Any]], int]:
    """The legend as one Plotly trace, set line by line into `width` px; and its number of rows."""
    places = flow([22 + width_px(entry.label, SIZE) for entry in entries], width)
    rows = places[-1][1] + 1 if places else 0
    colours = [theme.sides[e.colour] if e.colour else theme.muted for e in entries]
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "name": "legend",
        "xaxis": AXIS,
        "yaxis": "y90",
        "x": [x + 6 for x, _ in places],
        "y": [row + 0.5 for _, row in places],
        "text": ["\u00a0" + plotly_text(e.label) for e in entries],
        "textposition": "middle right",
        "textfont": {"size": SIZE, "color": theme.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {
            "symbol": [e.symbol for e in entries],
            "color": colours,
            "size": MARK_PX - 1,
            "line": {"width": 1.6, "color": colours},
        },
    }
    return ([trace] if entries else []), rows


def legend_axes(rows: int, width: float, share: float) -> dict[str, Any]:
    """The axes of the legend; `share` is its part of the plot's height, from the foot."""
    plain = {"visible": False, "fixedrange": True, "showgrid": False}
    return {
        "xaxis90": {**plain, "range": [0, width], "domain": [0, 1], "anchor": "y90"},
        "yaxis90": {**plain, "range": [max(rows, 1), 0], "domain": [0, share], "anchor": AXIS},
    }
