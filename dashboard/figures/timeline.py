"""The detail timeline: records in lanes, as precisely as they are dated and no more."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from .axes import axis_name, panel_titles, time_axes
from .caption import Caption, frame
from .hover import hover_texts
from .legend import legend_axes, legend_entries, legend_flow
from .marks import LANE_PAD, ONE_LINE, POINTS, Lane, Layout, Mark
from .text import plotly_text
from .theme import FONT, MARK_PX, TEXT_PX, Theme, rgba
from .truce_strip import STRIP_ROWS, truce_strip

LEAST_ROWS = 12  # so that a single record does not fill the figure
MARGIN = {"l": 118, "r": 10, "t": 42, "b": 8}


def timeline(
    layout: Layout,
    events: pd.DataFrame,
    truces: pd.DataFrame,
    sides: Mapping[str, str],
    types: Mapping[str, tuple[str, str]],
    theme: Theme,
    caption: Caption,
    height: int,
    selected: str = "",
) -> dict[str, Any]:
    """A Plotly figure (data, layout) of the marks in `layout`.

    `truces` as made by events.truces; `sides` side -> label; `types` event_type -> (label,
    symbol); `height` in px, `selected` the event_id to ring.
    """
    hover = hover_texts(events, sides)
    shown = truces[truces["event_id"].isin(events["event_id"])]
    strip, strip_shapes, strip_notes = truce_strip(shown, layout, sides, theme)
    entries = legend_entries(layout.marks, set(events["event_type"]), types, sides)
    legend, rows = legend_flow(entries, layout.width, theme)
    data: list[dict[str, Any]] = []
    for index, _ in enumerate(layout.panels):
        data += _panel_traces(layout, index, hover, theme, selected)
    foot = frame(caption, theme, height, MARGIN, rows)
    low, high = foot.pop("share")
    notes = [
        *foot.pop("annotations"),
        *panel_titles(layout.panels, theme, 1.0, layout.width),
        *strip_notes,
    ]
    top = STRIP_ROWS if strip_shapes else 0.3
    return {
        "data": [*data, *strip, *legend],
        "layout": {
            **time_axes(layout.panels, theme, layout.width),
            **legend_axes(rows, layout.width, low),
            "yaxis": _lane_axis(layout.lanes, layout.height, top, theme, bool(strip_shapes))
            | {"domain": [high, 1]},
            "shapes": [*_bands(layout.lanes, theme), *strip_shapes],
            "annotations": notes,
            "height": height,
            "paper_bgcolor": theme.paper,
            "plot_bgcolor": theme.paper,
            "font": {"family": FONT, "size": TEXT_PX, "color": theme.ink},
            "hoverlabel": {"bgcolor": theme.paper, "font": {"color": theme.ink, "family": FONT}},
            "hovermode": "closest",
            "dragmode": "select",
            "selectdirection": "h",
            "barmode": "overlay",
            "showlegend": False,
            **foot,
        },
    }


def _panel_traces(
    layout: Layout, index: int, hover: dict[str, str], theme: Theme, selected: str
) -> list[dict[str, Any]]:
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
    labelled = [m for m in [*points, *own] if m.label]
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


def _labels(marks: Sequence[Mark], theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "name": "labels",
        "x": [m.begins.isoformat() for m in marks],
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


def _lane_axis(
    lanes: list[Lane], height: float, top: float, theme: Theme, strip: bool
) -> dict[str, Any]:
    centres = [lane.top + lane.rows / 2 for lane in lanes]
    texts = [_wrap(lane.label) for lane in lanes]
    if strip:
        centres, texts = [-STRIP_ROWS / 2, *centres], ["Ceasefires", *texts]
    return {
        "range": [max(height, LEAST_ROWS), -top],
        "tickvals": centres,
        "ticktext": texts,
        "tickfont": {"size": TEXT_PX, "color": theme.ink},
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "side": "left",
    }


def _wrap(label: str, limit: int = ONE_LINE) -> str:
    lines = [""]
    for word in plotly_text(label).split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > limit:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _bands(lanes: list[Lane], theme: Theme) -> list[dict[str, Any]]:
    band = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "layer": "below"}
    return [
        {
            **band,
            "y0": lane.top - LANE_PAD / 2,
            "y1": lane.top + lane.rows + LANE_PAD / 2,
            "fillcolor": theme.band,
            "line": {"width": 0},
        }
        for lane in lanes[::2]
    ]
