"""The map as a Plotly figure: vectors only, for machines without WebGL and for vector downloads."""

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np

from .map_areas import shape_of
from .map_base_svg import Path, base_traces, outline, trace
from .map_labels import TOWN_PX, Label
from .map_marks import ArcMark, MapMarks, PlaceMark, Records, octagon_px, radius_px
from .map_view import MapView, mercator
from .text import plotly_text
from .theme import FONT, TEXT_PX, Theme, rgba


def svg_map(
    marks: MapMarks,
    labels: Sequence[Label],
    areas: gpd.GeoSeries,
    base: Mapping[str, Path],
    view: MapView,
    size: tuple[float, float],
    theme: Theme,
    selected: str = "",
    under: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """A Plotly figure (data, layout) with the marks, labels and picks of the WebGL map, over the
    traces `under`.

    `base` holds the boundary layers by name as paths (see `outline`); drawn in Web Mercator, x in
    degrees of longitude. `size` is width and height in px; `selected` is the event_id to ring.
    """
    west, east, south, north = view.edges(*size)
    plain = {"visible": False, "showgrid": False, "zeroline": False}
    return {
        "data": [
            *base_traces(base, view, theme),
            *under,
            *(_area(mark, areas, theme, selected) for mark in marks.areas),
            *(_arc(arc, theme, selected) for arc in marks.arcs),
            _towns(labels, theme),
            _rings(marks.places, theme, selected),
            _places(marks, theme),
        ],
        "layout": {
            "xaxis": {**plain, "range": [west, east]},
            "yaxis": {**plain, "range": [south, north], "scaleanchor": "x"},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "height": size[1],
            "annotations": _labels(labels, theme),
            "showlegend": False,
            "dragmode": "pan",
            "hovermode": "closest",
            "paper_bgcolor": theme.sea,
            "plot_bgcolor": theme.sea,
            "font": {"family": FONT, "size": TEXT_PX, "color": theme.ink},
            "hoverlabel": {"bgcolor": theme.paper, "font": {"color": theme.ink, "family": FONT}},
        },
    }


def _hover(name: str, records: Records) -> str:
    lines = "<br>".join(plotly_text(line) for line in records.title.splitlines())
    return f"<b>{plotly_text(name)}</b><br>{lines}"


def _area(mark: PlaceMark, areas: gpd.GeoSeries, theme: Theme, selected: str) -> dict[str, Any]:
    """A soft area. A country is outlined only when marked: tinted it would look like a claim."""
    chosen = selected in mark.records.event_ids
    colour = theme.sides[mark.records.colour]
    line = {"color": rgba(colour, 0.5), "width": 0.8}
    if chosen:
        line = {"color": theme.accent, "width": 2.5}
    shape = shape_of(mark, areas)
    if shape is None or (mark.kind == "country" and not chosen):
        return trace((np.array([]), np.array([])), plotly_text(mark.name))
    return trace(
        outline([shape]),
        plotly_text(mark.name),
        fill="toself",
        fillcolor=rgba(colour, 0.12),
        line=line,
    )


def _arc(arc: ArcMark, theme: Theme, selected: str) -> dict[str, Any]:
    chosen = selected in arc.records.event_ids
    colour = theme.accent if chosen else theme.sides[arc.records.colour]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": plotly_text(arc.name),
        "x": arc.path[:, 0],
        "y": mercator(arc.path[:, 1]),
        "line": {"width": 2.5, "color": colour},
        "customdata": [list(arc.records.event_ids)] * len(arc.path),
        "text": [_hover(arc.name, arc.records)] * len(arc.path),
        "hovertemplate": "%{text}<extra></extra>",
    }


def _dots(name: str, marks: Sequence[PlaceMark | Label], **marker: Any) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [m.longitude for m in marks],
        "y": mercator([m.latitude for m in marks]),
        "hoverinfo": "skip",
        "marker": marker,
    }


def _towns(labels: Sequence[Label], theme: Theme) -> dict[str, Any]:
    towns = [label for label in labels if label.kind == "town"]
    return _dots("towns", towns, size=2 * TOWN_PX, color=theme.muted)


def _rings(places: Sequence[PlaceMark], theme: Theme, selected: str) -> dict[str, Any]:
    chosen = [p for p in places if selected in p.records.event_ids]
    size = [2 * radius_px(p.records.count) + 10 for p in chosen]
    line = {"width": 2.5}
    return _dots("selected", chosen, symbol="circle-open", size=size, color=theme.accent, line=line)


def _places(marks: MapMarks, theme: Theme) -> dict[str, Any]:
    """Areas as badges with their number, then places; the number where it is more than one."""
    badges = [(a, "octagon", octagon_px(a.records.count)) for a in marks.areas]
    points = [(p, p.records.symbol, 2 * radius_px(p.records.count)) for p in marks.places]
    both = [*badges, *points]
    chosen = [mark for mark, _, _ in both]
    colours = [theme.sides[m.records.colour] for m in chosen]
    hollow = [m.records.hollow for m in chosen]
    inside = [theme.paper if h else c for h, c in zip(hollow, colours, strict=True)]
    figures = [c if h else theme.paper for h, c in zip(hollow, colours, strict=True)]
    dots = _dots(
        "places",
        chosen,
        symbol=[symbol for _, symbol, _ in both],
        size=[px for _, _, px in both],
        color=inside,
        opacity=1,
        line={"width": 1.8, "color": colours},
    )
    shown = [True] * len(badges) + [p.records.count > 1 for p in marks.places]
    return {
        **dots,
        "mode": "markers+text",
        "customdata": [list(m.records.event_ids) for m in chosen],
        "hoverinfo": "text",
        "hovertext": [_hover(m.name, m.records) for m in chosen],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "text": [str(m.records.count) if s else "" for m, s in zip(chosen, shown, strict=True)],
        "textfont": {"size": TEXT_PX, "color": figures},
    }


def _labels(labels: Sequence[Label], theme: Theme) -> list[dict[str, Any]]:
    """The labels as annotations: they alone can be shifted by px."""
    anchors = {"start": "left", "end": "right", "middle": "center"}
    return [
        {
            "text": "<br>".join(plotly_text(line) for line in m.text.split("\n")),
            "x": m.longitude,
            "y": float(mercator(m.latitude)),
            "xanchor": anchors[m.anchor],
            "yanchor": "middle",
            "xshift": m.dx,
            "yshift": -m.dy,
            "borderpad": 0,
            "bgcolor": rgba(theme.land, 0 if m.kind == "country" else 0.6),
            "showarrow": False,
            "align": "left" if m.anchor == "start" else "right",
            "font": {"size": TEXT_PX, "color": theme.label_tones[m.kind]},
        }
        for m in labels
    ]
