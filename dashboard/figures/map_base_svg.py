"""The base of the SVG map: boundary layers as Plotly paths."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from .map_view import MapView, mercator
from .theme import Theme, rgba

Path = tuple[np.ndarray, np.ndarray]


def outline(shapes: Any) -> Path:
    """All rings and lines of the shapes (EPSG:4326) as one path: longitude and Mercator y (see
    `mercator`), float32, with NaN between the parts."""
    parts = shapely.get_parts(np.asarray(shapes, dtype=object))
    if len(parts) and shapely.get_dimensions(parts).max() == 2:
        parts = shapely.get_rings(parts)
    x: list[Any] = []
    y: list[Any] = []
    for part in parts:
        coordinates = shapely.get_coordinates(part)
        x += [coordinates[:, 0], [np.nan]]
        y += [mercator(coordinates[:, 1]), [np.nan]]
    both = [np.concatenate(c).astype("f4") if c else np.array([], "f4") for c in (x, y)]
    return both[0], both[1]


def trace(path: Path, name: str, **style: Any) -> dict[str, Any]:
    """A path as a Plotly trace that does not answer to the pointer."""
    return {"type": "scatter", "mode": "lines", "name": name, "x": path[0], "y": path[1],
            "hoverinfo": "skip", **style}  # fmt: skip


def base_traces(base: Mapping[str, Path], view: MapView, theme: Theme) -> list[dict[str, Any]]:
    """Land, what lay where when, water and borders; of the world only the land."""
    land = {"fill": "toself", "fillcolor": theme.land}
    border = {"line": {"color": theme.land_line, "width": 1.2}}
    if not view.detailed:
        return [trace(base["world"], "world", **land, **border)]
    hatch = {"shape": "/", "fgcolor": rgba(theme.held, 0.9), "bgcolor": rgba(theme.held, 0.25)}
    water = {"color": theme.water, "width": 1.4}
    return [
        trace(base["countries"], "countries", **land, line={"width": 0}),
        trace(base["districts"], "districts", line={"color": theme.district, "width": 0.6}),
        trace(base["control_1994_2020"], "held 1994-2020", fill="toself",
              fillpattern={**hatch, "size": 7, "solidity": 0.25},
              line={"color": theme.held, "width": 1}),
        trace(base["lakes"], "lakes", fill="toself", fillcolor=theme.water, line=water),
        trace(base["rivers"], "rivers", line=water),
        trace(base["countries"], "borders", **border),
        trace(base["nkao_1991"], "former NKAO",
              line={"color": theme.oblast, "width": 1.6, "dash": "dash"}),
    ]  # fmt: skip
