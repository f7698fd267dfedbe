"""The map as a Plotly figure: vectors only, for machines without WebGL and for vector downloads."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .map_labels import radius_px, square_px
from .map_marks import MapMarks
from .map_view import MapView, mercator
from .map_webgl import disc
from .text import plotly_text
from .theme import FONT, TEXT_PX, Theme, rgba


def svg_map(
    marks: MapMarks,
    labels: pd.DataFrame,
    areas: gpd.GeoSeries,
    base: dict[str, gpd.GeoDataFrame],
    view: MapView,
    theme: Theme,
    size: tuple[float, float],
    selected: str = "",
) -> dict[str, Any]:
    """A Plotly figure (data, layout) with the marks, labels and picks of the WebGL map.

    `base` holds the boundary layers by name (EPSG:4326); drawn in Web Mercator, x in degrees of
    longitude. `size` is width and height in px; `selected` is the event_id to ring.
    """
    west, east, south, north = view.edges(*size)
    plain = {"visible": False, "showgrid": False, "zeroline": False}
    return {
        "data": [
            *_base(base, view, theme),
            *_areas(marks.areas, areas, theme, selected),
            *_arcs(marks.arcs, theme, selected),
            *_places(_sized(marks), theme, selected),
        ],
        "layout": {
            "xaxis": {**plain, "range": [west, east]},
            "yaxis": {
                **plain,
                "range": [south, north],
                "scaleanchor": "x",
            },
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


def rings(shapes: Any) -> tuple[np.ndarray, np.ndarray]:
    """All rings and lines of the shapes as one path: x and Mercator y, NaN between the parts."""
    parts = shapely.get_parts(np.asarray(shapes, dtype=object))
    if len(parts) and shapely.get_dimensions(parts).max() == 2:
        parts = shapely.get_rings(parts)
    x, y = [], []
    for part in parts:
        coordinates = shapely.get_coordinates(part)
        x += [coordinates[:, 0], [np.nan]]
        y += [mercator(coordinates[:, 1]), [np.nan]]
    join = [np.concatenate(c).astype("f4") if c else np.array([], "f4") for c in (x, y)]
    return join[0], join[1]


def _path(shapes: Any, name: str, **style: Any) -> dict[str, Any]:
    x, y = rings(shapes)
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y,
            "hoverinfo": "skip", **style}  # fmt: skip


def _base(base: dict[str, gpd.GeoDataFrame], view: MapView, theme: Theme) -> list[dict[str, Any]]:
    land = {"fill": "toself", "fillcolor": theme.land}
    border = {"line": {"color": theme.land_line, "width": 1.2}}
    if view.key != "region":
        return [_path(base["world"].geometry, "world", **land, **border)]
    held = {"shape": "/", "fgcolor": rgba(theme.held, 0.9), "bgcolor": rgba(theme.held, 0.25)}
    water = {"color": theme.water, "width": 1.4}
    return [
        _path(base["countries"].geometry, "countries", **land, line={"width": 0}),
        _path(base["districts"].geometry, "districts", line={"color": theme.district, "width": 0.6}),
        _path(base["control_1994_2020"].union_all(), "held 1994-2020", fill="toself",
              fillpattern={**held, "size": 7, "solidity": 0.25},
              line={"color": theme.held, "width": 1}),
        _path(base["lakes"].geometry, "lakes", fill="toself", fillcolor=theme.water, line=water),
        _path(base["rivers"].geometry, "rivers", line=water),
        _path(base["countries"].geometry, "borders", **border),
        _path(base["nkao_1991"].geometry, "former NKAO",
              line={"color": theme.oblast, "width": 1.6, "dash": "dash"}),
    ]  # fmt: skip


def _hover(mark: dict[str, Any]) -> str:
    lines = "<br>".join(plotly_text(line) for line in mark["title"].splitlines())
    return f"<b>{plotly_text(mark['name'])}</b><br>{lines}"


def _areas(
    found: pd.DataFrame, areas: gpd.GeoSeries, theme: Theme, selected: str
) -> list[dict[str, Any]]:
    traces = []
    for mark in found.to_dict("records"):
        known = mark["area"] in areas.index
        shape = (
            areas[mark["area"]]
            if known
            else shapely.geometry.shape(
                disc(mark["longitude"], mark["latitude"], mark["radius_km"])
            )
        )
        chosen = selected in mark["event_ids"]
        colour = theme.sides[mark["colour"]]
        line = (
            {"color": theme.accent, "width": 2.5}
            if chosen
            else {"color": rgba(colour, 0.5), "width": 0.8}
        )
        fill = rgba(colour, 0.05 if mark["kind"] == "country" else 0.12)
        traces.append(
            _path([shape.simplify(0.01)], mark["name"], fill="toself", fillcolor=fill, line=line)
        )
    return traces


def _arcs(arcs: pd.DataFrame, theme: Theme, selected: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": mark["name"],
            "x": mark["path"][:, 0],
            "y": mercator(mark["path"][:, 1]),
            "line": {
                "width": 2.5,
                "color": theme.accent
                if selected in mark["event_ids"]
                else theme.sides[mark["colour"]],
            },
            "customdata": [list(mark["event_ids"])] * len(mark["path"]),
            "text": [_hover(mark)] * len(mark["path"]),
            "hovertemplate": "%{text}<extra></extra>",
        }
        for mark in arcs.to_dict("records")
    ]


def _places(places: pd.DataFrame, theme: Theme, selected: str) -> list[dict[str, Any]]:
    marks = places.to_dict("records")
    if not marks:
        return []
    chosen = [m for m in marks if selected in m["event_ids"]]
    where = {"x": places["longitude"], "y": mercator(places["latitude"])}
    colours = [theme.sides[m["colour"]] for m in marks]
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "selected",
            "x": [m["longitude"] for m in chosen],
            "y": mercator([m["latitude"] for m in chosen]),
            "hoverinfo": "skip",
            "marker": {
                "symbol": "circle-open",
                "size": [2 * radius_px(m["count"]) + 10 for m in chosen],
                "color": theme.accent,
                "line": {"width": 2.5},
            },
        },
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": "places",
            **where,
            "customdata": [list(m["event_ids"]) for m in marks],
            "hovertext": [_hover(m) for m in marks],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "text": [
                str(m["count"]) if m["count"] > 1 or m["symbol"] == "square" else "" for m in marks
            ],
            "textfont": {
                "size": TEXT_PX,
                "color": [
                    c if m["hollow"] else theme.paper for c, m in zip(colours, marks, strict=True)
                ],
            },
            "marker": {
                "symbol": [m["symbol"] for m in marks],
                "size": [m["px"] for m in marks],
                "color": [
                    theme.paper if m["hollow"] else c for c, m in zip(colours, marks, strict=True)
                ],
                "opacity": 1,
                "line": {"width": 1.8, "color": colours},
            },
        },
    ]
    return traces if chosen else traces[1:]


def _sized(marks: MapMarks) -> pd.DataFrame:
    """Areas as squares with their number, then places, each with its size in px."""
    areas = marks.areas.assign(symbol="square", px=[square_px(n) for n in marks.areas["count"]])
    places = marks.places.assign(px=[2 * radius_px(n) for n in marks.places["count"]])
    return pd.concat([t for t in (areas, places) if len(t)] or [places])


def _labels(labels: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    """The labels as annotations: they alone can be shifted by px."""
    tones = {"area": theme.ink, "place": theme.ink, "town": theme.muted, "country": theme.faint}
    anchors = {"start": "left", "end": "right", "middle": "center"}
    return [
        {
            "text": "<br>".join(plotly_text(line) for line in m["text"].split("\n")),
            "x": m["longitude"],
            "y": float(mercator(m["latitude"])),
            "xanchor": anchors[m["anchor"]],
            "yanchor": "middle",
            "xshift": m["dx"],
            "yshift": -m["dy"],
            "borderpad": 0,
            "showarrow": False,
            "align": "left" if m["anchor"] == "start" else "right",
            "font": {"size": TEXT_PX, "color": tones[m["kind"]]},
        }
        for m in labels.to_dict("records")
    ]
