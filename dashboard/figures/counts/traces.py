"""The traces of bars of counts in one panel, and the legend's words for them."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..axes import axis_name
from ..legend import HASH, Entry
from ..panels import Panel
from ..text import plotly_text
from ..theme import SEVERAL, Theme, rgba
from .bands import Bands
from .bars import Bars, LaneBars
from .words import SPAN_HOVER, bin_hover

UNCHANGED = {"marker": {"opacity": 1}}  # Plotly would make all that is not clicked pale
SEPARATE_PX = 5  # a bar at least so wide has a fine gap to the next


def bar_traces(
    bars: LaneBars,
    index: int,
    panel: Panel,
    lanes: Mapping[str, str],
    unit: str,
    bands: Bands,
    theme: Theme,
    width: float,
) -> list[dict[str, Any]]:
    """The Plotly traces of the panel `index`; `width` is that of the whole axis in px."""
    axis = {"xaxis": axis_name(index), "yaxis": "y"}
    # An axis without a trace is not drawn, and the lanes' axis would move to another.
    traces: list[dict[str, Any]] = [{**axis, "type": "scatter", "x": [None], "y": [None]}]
    # Within a hover template "%{" would begin a variable.
    names = [plotly_text(label).replace("%{", "% {") for label in lanes.values()]
    for lane, rows in bars.periods.within(panel).by_lane():
        traces.append({**axis, **_hanging(rows, names[lane], lane + bands.base, bands, theme)})
    for lane, rows in bars.spans.within(panel).by_lane():
        base = lane + bands.lower
        traces.append({**axis, **_hanging(rows, names[lane], base, bands, theme, unit)})
    sure = bars.sure.within(panel)
    if len(sure):
        px = width * (panel.right - panel.left) / panel.days
        traces.append({**axis, **_bars(sure, bands, theme, px)})
    for lane, rows in sure.by_lane():
        traces.append({**axis, **_targets(rows, names[lane], lane, unit, bands)})
    return traces


def _stretch(rows: Bars, same: bool = False) -> dict[str, Any]:
    """Start and width of each bar. `same`: for a short message all are as wide as the narrowest,
    which of months leaves a gap of up to three days, as between the bars of any chart."""
    ms = (rows.end - rows.start).astype("int64") * 86_400_000
    return {"x": np.datetime_as_string(rows.start).tolist(), "offset": 0,
            "width": int(ms.min()) if same else ms.tolist()}  # fmt: skip


def _customdata(rows: Bars) -> list[list[Any]]:
    """["bin", first day, last day (inclusive), count] of each bar."""
    first = np.datetime_as_string(rows.start).tolist()
    last = np.datetime_as_string((rows.end - 1).astype("M8[D]")).tolist()
    return [["bin", a, b, n] for a, b, n in zip(first, last, rows.count.tolist(), strict=True)]


def _bars(rows: Bars, bands: Bands, theme: Theme, px: float) -> dict[str, Any]:
    """What is seen of the bars; what answers to the pointer is as tall as the band (`_targets`),
    for a bar of one record is too low to be hit."""
    narrowest = int((rows.end - rows.start).astype("int64").min()) * px
    line = {"width": 0.7 if narrowest >= SEPARATE_PX else 0, "color": theme.paper}
    return {
        "type": "bar",
        "name": "counts",
        **_stretch(rows, same=True),
        "base": (rows.lane + bands.base).round(bands.digits).tolist(),
        "y": (-bands.up(rows.count)).round(bands.digits).tolist(),
        "hoverinfo": "skip",
        "marker": {"color": rgba(theme.ink, 0.78), "line": line},
        "unselected": UNCHANGED,
    }


def _targets(rows: Bars, name: str, lane: int, unit: str, bands: Bands) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "count targets",
        **_stretch(rows, same=True),
        "base": lane,
        "y": [round(bands.base, bands.digits)] * len(rows),
        "customdata": _customdata(rows),
        "hovertemplate": f"<b>{name}</b><br>{bin_hover(unit)}<br>"
        "records: %{customdata[3]:,}<extra></extra>",
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "unselected": UNCHANGED,
    }


def _hanging(
    rows: Bars, name: str, base: float, bands: Bands, theme: Theme, unit: str = ""
) -> dict[str, Any]:
    """Doubts (hatched, dated less precisely than a `unit`) or, without a unit, periods (pale)."""
    words = "records that lasted throughout"
    if unit:
        words = f"records that may lie here, each dated across more than one {unit}"
    hatch = {"shape": "/", "fgcolor": rgba(theme.ink, 0.6), "size": 5, "solidity": 0.22}
    return {
        "type": "bar",
        "name": "count spans" if unit else "count periods",
        **_stretch(rows),
        "base": round(base, bands.digits),
        "y": bands.down(rows.count).round(bands.digits).tolist(),
        "customdata": _customdata(rows),
        "hovertemplate": f"<b>{name}</b><br>{SPAN_HOVER}<br>"
        f"{words}: %{{customdata[3]:,}}<extra></extra>",
        "marker": {
            "color": rgba(theme.ink, 0.09 if unit else 0.3),
            "line": {"width": 0},
            **({"pattern": hatch} if unit else {}),
        },
        "unselected": UNCHANGED,
    }


def count_entries(bars: LaneBars, unit: str) -> list[Entry]:
    """The legend's entries for what the bars show, with the number of records of each kind."""
    sure, spans, periods = (b.records for b in (bars.sure, bars.spans, bars.periods))
    entries = [
        (Entry(f"bar up: in one {unit} ({sure:,})", "square", SEVERAL), sure),
        (Entry(f"hatched, hanging: some time within ({spans:,})", HASH, SEVERAL), spans),
        (Entry(f"pale, hanging: throughout ({periods:,})", "square", ""), periods),
    ]
    scale = Entry("height: square root of the number", "line-ns-open", "")
    shown = [entry for entry, total in entries if total]
    return [*shown, scale] if shown else []
