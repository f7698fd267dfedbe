"""The map of counts as a Plotly figure: squares with counts, octagons for what is only roughly
known."""

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from ..map_base_svg import Path
from ..map_labels import Label
from ..map_marks import MapMarks
from ..map_svg import svg_map
from ..map_view import MapView, mercator
from ..theme import Theme, rgba
from .cells import NUMBER_PX, Octagons, Squares, make_octagons, make_squares
from .classes import number_tone
from .traces import UNCHANGED
from .words import ROUGH, short_count


def count_traces(
    cells: pd.DataFrame,
    rough: pd.DataFrame,
    view: MapView,
    size: tuple[float, float],
    theme: Theme,
) -> list[dict[str, Any]]:
    """The Plotly traces of `webgl_counts`' squares and octagons, to be laid over any SVG map (whose
    layout needs barmode "overlay"). The customdata of a square is ["box", west, south, east,
    north, count], of an octagon ["rough", count]."""
    squares = make_squares(cells, view, size)
    octagons = make_octagons(rough, view, size)
    tones = np.array([number_tone(s, theme) for s in squares.shade[squares.written].tolist()])
    numbers = [_numbers(squares, squares.written[tones == t], t) for t in (theme.ink, theme.paper)]
    made = [_squares(squares, shade, theme) for shade in np.unique(squares.shade).tolist()]
    return [*made, *numbers, _octagons(octagons, theme)]


def svg_counts(
    cells: pd.DataFrame,
    rough: pd.DataFrame,
    labels: Sequence[Label],
    base: Mapping[str, Path],
    view: MapView,
    size: tuple[float, float],
    theme: Theme,
) -> dict[str, Any]:
    """A Plotly figure (data, layout) of the counts; `base` as for `svg_map`."""
    figure = svg_map(MapMarks((), (), ()), labels, gpd.GeoSeries(), base, view, size, theme)
    towns = next(i for i, t in enumerate(figure["data"]) if t["name"] == "towns")
    figure["data"][towns:towns] = count_traces(cells, rough, view, size, theme)
    figure["layout"]["barmode"] = "overlay"
    return figure


def _squares(squares: Squares, shade: float, theme: Theme) -> dict[str, Any]:
    """The squares of one shade, as bars: the only marks with a height and a width of their own that
    answer to the pointer."""
    chosen = squares.shade == shade
    box, count = squares.box[chosen], squares.count[chosen]
    west, south, east, north = box.T
    base = mercator(south)
    wide = (east - west).round(4)
    return {
        "type": "bar",
        "name": "cells",
        "zorder": 1,  # Plotly draws bars under all lines and areas, the land among them
        "x": west.tolist(),
        "offset": 0,
        "width": float(wide[0]) if (wide == wide[0]).all() else wide.tolist(),
        "base": base.round(4).tolist(),
        "y": (mercator(north) - base).round(4).tolist(),
        "customdata": [
            ["box", *edges, n] for edges, n in zip(box.tolist(), count.tolist(), strict=True)
        ],
        "hovertemplate": "records: %{customdata[5]:,}<extra></extra>",
        "marker": {
            "color": rgba(theme.ink, shade),
            "line": {"width": 0.7 if squares.outlined else 0, "color": rgba(theme.ink, 0.43)},
        },
        "unselected": UNCHANGED,
    }


def _numbers(squares: Squares, chosen: np.ndarray, colour: str) -> dict[str, Any]:
    centre = squares.centre[chosen]
    return {
        "type": "scatter",
        "mode": "text",
        "name": "cell numbers",
        "zorder": 2,
        "x": centre[:, 0].round(4).tolist(),
        "y": mercator(centre[:, 1]).round(4).tolist(),
        "text": [short_count(n) for n in squares.count[chosen].tolist()],
        "textfont": {"size": NUMBER_PX, "color": colour},
        "hoverinfo": "skip",
        "unselected": {"textfont": {"color": colour}},
    }


def _octagons(octagons: Octagons, theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": "rough",
        "zorder": 3,
        "x": octagons.point[:, 0].tolist(),
        "y": mercator(octagons.point[:, 1]).round(4).tolist(),
        "customdata": [["rough", n] for n in octagons.count.tolist()],
        "hovertemplate": f"records: %{{customdata[1]:,}}<br>{ROUGH}<extra></extra>",
        "text": [short_count(n) for n in octagons.count.tolist()],
        "textfont": {"size": NUMBER_PX, "color": theme.ink},
        "marker": {
            "symbol": "octagon",
            "size": octagons.px.round(1).tolist(),
            "color": theme.paper,
            "opacity": 0.92,
            "line": {"width": 1.8, "color": theme.muted},
        },
        "unselected": UNCHANGED | {"textfont": {"color": theme.ink}},
    }
