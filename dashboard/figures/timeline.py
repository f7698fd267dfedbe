"""The detail timeline: records in lanes, as precisely as they are dated and no more."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from .axes import axis_name, panel_titles, time_axes
from .caption import Caption, caption_layout
from .hover import hover_texts
from .legend import legend_traces
from .marks import LANE_PAD, Lane, Layout, Mark
from .text import plotly_text
from .theme import FONT, MARK_PX, TEXT_PX, Theme, rgba
from .truce_strip import STRIP_ROWS, truce_strip

MARGIN = {"l": 118, "r": 10, "t": 58, "b": 30}


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
    legend = legend_traces(layout.marks, events, types, sides, theme)
    data: list[dict[str, Any]] = []
    for index, _ in enumerate(layout.panels):
        data += _panel_traces(layout, index, hover, theme, selected)
    foot = caption_layout(caption, theme, height, MARGIN, len(legend))
    notes = [*foot.pop("annotations"), *panel_titles(layout.panels, theme, 1.0), *strip_notes]
    top = STRIP_ROWS if strip_shapes else 0.3
    return {
        "data": [*data, *strip, *legend],
        "layout": {
            **time_axes(layout.panels, theme, layout.width),
            "yaxis": _lane_axis(layout.lanes, layout.height, top, theme, bool(strip_shapes)),
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
            **foot,
        },
    }


def _panel_traces(
    layout: Layout, index: int, hover: dict[str, str], theme: Theme, selected: str
) -> list[dict[str, Any]]:
    panel = layout.panels[index]
    inside = [m for m in layout.marks if m.begins <= panel.end and m.ends >= panel.first]
    points = [m for m in inside if m.kind == "point" and panel.first <= m.begins < panel.end]
    bars = [m for m in inside if m.kind != "point" and m.ends > panel.first and m.begins < panel.end]
    own = [m for m in bars if m.begins >= panel.first]
    ringed = [m for m in points if m.event_id == selected]
    framed = [m for m in bars if m.event_id == selected]
    axis = {"xaxis": axis_name(index), "yaxis": "y", "showlegend": False}
    traces = []
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
        "mode": "markers",
        "name": "records",
        "x": [m.begins.isoformat() for m in marks],
        "y": [m.row + 0.5 for m in marks],
        "customdata": [m.event_id for m in marks],
        "text": [hover.get(m.event_id, "") for m in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": [m.symbol + "-open" if m.hollow else m.symbol for m in marks],
            "color": [theme.sides[m.colour] for m in marks],
            "size": MARK_PX,
            "line": {"width": 1.8, "color": [theme.sides[m.colour] for m in marks]},
        },
    }


def _bars(marks: Sequence[Mark], hover: dict[str, str], theme: Theme) -> dict[str, Any]:
    """Periods as solid bars, doubtful moments as hatched, translucent ones; contested hollow."""
    colours = [theme.sides[m.colour] for m in marks]
    alphas = [0.04 if m.hollow else 0.14 if m.kind == "span" else 0.45 for m in marks]
    return {
        "type": "bar",
        "orientation": "h",
        "name": "records over time",
        **_extent(marks),
        "width": 0.72,
        "customdata": [m.event_id for m in marks],
        "hovertext": [hover.get(m.event_id, "") for m in marks],
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
    frame = {"type": "bar", "orientation": "h", "width": 0.95, "hoverinfo": "skip"}
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
            "size": MARK_PX + 11,
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
        "textfont": {"size": TEXT_PX, "color": theme.ink},
        "hoverinfo": "skip",
    }


def _pad(mark: Mark) -> str:
    """No-break spaces keep the label off its mark: half the mark's width is about two of them."""
    text, space = plotly_text(mark.label), "\u00a0\u00a0"
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
        "range": [max(height, 1), -top],
        "tickvals": centres,
        "ticktext": texts,
        "tickfont": {"size": TEXT_PX, "color": theme.ink},
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "side": "left",
    }


def _wrap(label: str, limit: int = 17) -> str:
    lines = [""]
    for word in plotly_text(label).split():
        if lines[-1] and len(lines[-1]) + len(word) >= limit:
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
