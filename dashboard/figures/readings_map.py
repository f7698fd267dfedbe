"""The map of the readings: the former oblast, the seven districts and the area held, with km2."""

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from .caption import Caption, frame, wrap
from .map_base_svg import Path, base_traces, outline, trace
from .map_marks import NAMES
from .map_view import MapView, mercator, place_labels, to_px
from .plain import plain
from .text import plotly_text
from .theme import TEXT_PX, Theme, rgba

VIEW = MapView("areas", "Areas", (45.45, 38.7, 47.75, 40.55))
LABEL_PX = 96  # the width at which a name breaks
MARGIN = {"l": 6, "r": 6, "t": 34, "b": 6}


def areas_map(
    areas: pd.DataFrame,
    shapes: gpd.GeoSeries,
    base: Mapping[str, Path],
    names: str,
    theme: Theme,
    caption: Caption,
    size: tuple[int, int],
) -> dict[str, Any]:
    """A Plotly figure (data, layout) of `size` px, to which the caption's foot is added below.

    `areas` as `events.areas`; `shapes` (EPSG:4326) the districts and the oblast by their `key` in
    it; `base` boundary layers as paths; `names` "both", "az" or "hy". A name that
    finds no room stands in the hover.
    """
    parts = frame(caption, theme, 1000, MARGIN, 0)
    margin = parts["margin"]
    size = (size[0] - MARGIN["l"] - MARGIN["r"], size[1] - MARGIN["t"] - MARGIN["b"])
    rows = areas.set_index("key").loc[list(shapes.index)]
    points = shapes.representative_point()
    line = {"color": theme.ink, "width": 1.1}
    return {
        "data": [
            *base_traces(base, VIEW, theme),
            trace(outline(shapes[rows["kind"] == "district"]), "the seven districts",
                  fill="toself", fillcolor=rgba(theme.ink, 0.05), line=line),
            _hovers(rows, points, theme),
        ],
        "layout": {
            **plain(theme),
            **_axes(size),
            "plot_bgcolor": theme.sea,
            "margin": margin, "height": size[1] + margin["t"] + margin["b"],
            "annotations": [*parts["annotations"], *_labels(rows, points, names, size, theme)],
        },
    }  # fmt: skip


def _axes(size: tuple[float, float]) -> dict[str, Any]:
    west, east, south, north = VIEW.edges(*size)
    bare = {"showgrid": False, "zeroline": False, "showticklabels": False, "ticks": "",
            "fixedrange": True}  # fmt: skip
    return {
        "xaxis": {**bare, "range": [west, east]},
        "yaxis": {**bare, "range": [south, north], "scaleanchor": "x"},
    }


def _hovers(rows: pd.DataFrame, points: gpd.GeoSeries, theme: Theme) -> dict[str, Any]:
    """A dot in each area that answers to the pointer with both names and all its numbers."""
    return {
        "type": "scatter", "mode": "markers", "name": "areas",
        "x": list(points.x), "y": list(mercator(points.y)),
        "marker": {"size": 6, "color": theme.ink},
        "hovertext": [_hover(row) for row in rows.to_dict("records")],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _hover(row: Mapping[Any, Any]) -> str:
    lines = [
        f"{row['name_az']} / {row['name_hy']}",
        f"measured {row['km2']:,.0f} km² = {row['percent']:.1f} %",
        f"of that held 1994–2020: {row['held_km2']:,.0f} km²",
        f"published {row['published_km2']:,.0f} km² ({row['difference']:+.1f} %)",
    ]
    return "<br>".join([f"<b>{plotly_text(row['label'])}</b>", *map(plotly_text, lines)])


def _lines(row: Any, name: str) -> list[str]:
    """Each name on lines of its own, then the measured area."""
    named = [line for part in row[name].split(" / ") for line in wrap(part, LABEL_PX)]
    return [*named, f"{row['km2']:,.0f} km²"]


def _labels(
    rows: pd.DataFrame,
    points: gpd.GeoSeries,
    names: str,
    size: tuple[float, float],
    theme: Theme,
) -> list[dict[str, Any]]:
    """Names and km2 beside the dots, where there is room, the largest area first."""
    order = rows["km2"].reset_index(drop=True).sort_values(ascending=False).index
    texts = ["\n".join(_lines(rows.iloc[i], NAMES[names])) for i in order]
    x, y = [points.x.iloc[i] for i in order], [points.y.iloc[i] for i in order]
    found = place_labels(texts, to_px(VIEW, x, y, *size), [3.0] * len(texts), size)
    anchors = {"start": "left", "end": "right", "middle": "center"}
    return [
        {"text": "<br>".join(plotly_text(line) for line in text.split("\n")), "x": lon,
         "y": float(mercator(lat)), "xanchor": anchors[place[0]], "yanchor": "middle",
         "xshift": place[1], "yshift": -place[2], "showarrow": False, "borderpad": 0,
         "bgcolor": rgba(theme.land, 0.75), "align": anchors[place[0]],
         "font": {"size": TEXT_PX, "color": theme.ink}}
        for text, lon, lat, place in zip(texts, x, y, found, strict=True)
        if place
    ]  # fmt: skip
