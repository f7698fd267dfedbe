"""The traces of a timeline's panel: points, bars, doubts, the marked record, labels, open ends."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from .axes import axis_name
from .lanes import POINTS, Layout, Mark
from .text import plotly_text
from .theme import MARK_PX, TEXT_PX, Theme, rgba


def panel_traces(
    layout: Layout, index: int, hover: dict[str, str], theme: Theme, selected: str
) -> list[dict[str, Any]]:
    """The Plotly traces of the panel `index`; `hover` is the text by event_id, `selected` the
    event_id to ring."""
    panel = layout.panels[index]
    inside = [m for m in layout.marks if m.begins <= panel.end and m.ends >= panel.first]
    points = [m for m in inside if m.kind in POINTS and panel.first <= m.begins < panel.end]
    bars = [m for m in inside if m.kind not in POINTS and m.ends > panel.first]
    bars = [m for m in bars if m.begins < panel.end]
    own = [m for m in bars if m.begins >= panel.first]
    ringed = [m for m in points if selected in m.event_ids]
    framed = [m for m in bars if selected in m.event_ids]
    axis = {"xaxis": axis_name(index), "yaxis": "y"}
    # An axis without a trace is not drawn, and the lanes' axis would move to another.
    traces: list[dict[str, Any]] = [{**axis, "type": "scatter", "x": [None], "y": [None]}]
    if bars:
        traces.append({**axis, **_bars(bars, hover, theme)})
    if framed:
        traces.append({**axis, **_frames(framed, theme)})
    if ringed:
        traces.append({**axis, **_rings(ringed, theme)})
    if points:
        traces.append({**axis, **_points(points, hover, theme)})
    labelled = [(m, m.begins) for m in points if m.label]
    shares = [(m, m.label_at / layout.width) for m in bars if m.label]
    labelled += [(m, panel.moment(s)) for m, s in shares if panel.left <= s < panel.right]
    if labelled:
        traces.append({**axis, **_labels(labelled, theme)})
    ends = [*(m for m in own if m.opens), *(m for m in bars if m.closes and m.ends <= panel.end)]
    if ends:
        traces.append({**axis, **_open_ends(ends, theme)})
    return traces


def _points(marks: Sequence[Mark], hover: dict[str, str], theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": "records",
        "cliponaxis": False,
        "x": [m.begins.isoformat() for m in marks],
        "y": [m.row + 0.5 for m in marks],
        "customdata": [list(m.event_ids) for m in marks],
        "hovertext": [_hover(m, hover) for m in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "text": [str(len(m.event_ids)) if m.kind == "pile" else "" for m in marks],
        "textfont": {
            "size": TEXT_PX - 1,
            "color": [theme.sides[m.colour] if m.hollow else theme.paper for m in marks],
        },
        "marker": {
            "symbol": [m.symbol + "-open" if m.hollow else m.symbol for m in marks],
            "color": [theme.sides[m.colour] for m in marks],
            "size": [MARK_PX + 6 if m.kind == "pile" else MARK_PX for m in marks],
            "opacity": 1,
            "line": {"width": 1.8, "color": [theme.sides[m.colour] for m in marks]},
        },
    }


def _hover(mark: Mark, hover: dict[str, str]) -> str:
    """A record in full; of a pile the titles, and how to get at them."""
    if len(mark.event_ids) == 1:
        return hover[mark.event_ids[0]]
    titles = [hover[i].split("<br>", 1)[0] for i in mark.event_ids[:8]]
    more = [f"and {len(mark.event_ids) - 8} more"] if len(mark.event_ids) > 8 else []
    return "<br>".join([*titles, *more, "Click to read them one after the other"])


def _bars(marks: Sequence[Mark], hover: dict[str, str], theme: Theme) -> dict[str, Any]:
    """Periods as solid bars, doubtful moments as hatched, translucent ones; contested hollow."""
    colours = [theme.sides[m.colour] for m in marks]
    alphas = [0.04 if m.hollow else 0.14 if m.kind == "span" else 0.45 for m in marks]
    return {
        "type": "bar",
        "orientation": "h",
        "name": "records over time",
        **_extent(marks),
        "width": 0.9,
        "customdata": [list(m.event_ids) for m in marks],
        "hovertext": [_hover(m, hover) for m in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [rgba(c, a) for c, a in zip(colours, alphas, strict=True)],
            "line": {"color": [rgba(c, 0.9) for c in colours], "width": 1.1},
            "pattern": {
                "shape": ["/" if m.kind == "span" else "" for m in marks],
                "fgcolor": [rgba(c, 0.35) for c in colours],
                "size": 6,
                "solidity": 0.18,
            },
        },
    }


def _extent(marks: Sequence[Mark]) -> dict[str, Any]:
    return {
        "base": [m.begins.isoformat() for m in marks],
        "x": [(m.ends - m.begins) / pd.Timedelta(milliseconds=1) for m in marks],
        "y": [m.row + 0.5 for m in marks],
    }


def _frames(marks: Sequence[Mark], theme: Theme) -> dict[str, Any]:
    clear = {"color": "rgba(0,0,0,0)", "line": {"color": theme.accent, "width": 2.5}}
    frame = {"type": "bar", "orientation": "h", "width": 1.05, "hoverinfo": "skip"}
    return {**frame, **_extent(marks), "name": "selected", "marker": clear}


def _rings(marks: Sequence[Mark], theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "selected",
        "cliponaxis": False,
        "x": [m.begins.isoformat() for m in marks],
        "y": [m.row + 0.5 for m in marks],
        "hoverinfo": "skip",
        "marker": {
            "symbol": "circle-open",
            "size": [MARK_PX + (15 if m.kind == "pile" else 11) for m in marks],
            "color": theme.accent,
            "line": {"width": 2.5, "color": theme.accent},
        },
    }


def _labels(labelled: Sequence[tuple[Mark, pd.Timestamp]], theme: Theme) -> dict[str, Any]:
    marks = [mark for mark, _ in labelled]
    return {
        "type": "scatter",
        "mode": "text",
        "name": "labels",
        "x": [at.isoformat() for _, at in labelled],
        "y": [m.row + 0.5 for m in marks],
        "text": [_pad(m) for m in marks],
        "textposition": [
            "middle left" if m.label_side == "left" else "middle right" for m in marks
        ],
        "textfont": {"size": TEXT_PX - 1, "color": theme.ink},
        "hoverinfo": "skip",
    }


def _pad(mark: Mark) -> str:
    """No-break spaces keep the label off its mark: half the mark's width is about two of them."""
    text, space = plotly_text(mark.label), "\u00a0\u00a0\u00a0"
    if mark.label_side == "inside":
        return "\u00a0" + text
    return text + space if mark.label_side == "left" else space + text


def _open_ends(marks: Sequence[Mark], theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "open ends",
        "x": [(m.begins if m.opens else m.ends).isoformat() for m in marks],
        "y": [m.row + 0.5 for m in marks],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {
            "symbol": ["triangle-left" if m.opens else "triangle-right" for m in marks],
            "size": 9,
            "color": [theme.sides[m.colour] for m in marks],
        },
    }
