"""The base of a sheet's map: boundary layers as paths, cut to the frame."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from matplotlib.path import Path

from ..map_parts import MapBase
from ..map_view import MapView, latitude, mercator
from .canvas import Box, Canvas


@dataclass(frozen=True)
class Frame:
    """Where a map stands (`box` in points) and what it shows: `edges` are west, east (degrees),
    south, north (Mercator degrees, see `mercator`)."""

    box: Box
    edges: Box

    def place(self, longitude: Any, y: Any) -> np.ndarray:
        """Points on the page, shape (n, 2), of longitudes and Mercator degrees."""
        west, east, south, north = self.edges
        left, top, right, bottom = self.box
        across = left + (np.asarray(longitude) - west) / (east - west) * (right - left)
        down = top + (north - np.asarray(y)) / (north - south) * (bottom - top)
        return np.column_stack([across, down])

    @property
    def degrees(self) -> Box:
        """West, south, east, north in degrees, with a margin that keeps cut edges out of sight."""
        west, east, south, north = self.edges
        margin = 0.02 * (east - west)
        low, high = latitude(south - margin), latitude(north + margin)
        return west - margin, low, east + margin, high


def outline(frame: Frame, shapes: Iterable[Any]) -> tuple[np.ndarray, np.ndarray]:
    """Vertices (points on the page) and matplotlib codes of all rings and lines of the shapes
    (EPSG:4326)."""
    parts = shapely.get_parts(np.asarray(list(shapes), dtype=object))
    while len(parts) and shapely.get_type_id(parts).max() > 3:
        parts = shapely.get_parts(parts)
    if len(parts) and shapely.get_dimensions(parts).max() == 2:
        parts = shapely.get_rings(parts[shapely.get_dimensions(parts) == 2])
    pieces, codes = [], []
    for part in parts:
        coordinates = shapely.get_coordinates(part)
        if len(coordinates) < 2:
            continue
        pieces.append(frame.place(coordinates[:, 0], mercator(coordinates[:, 1])))
        kind = np.full(len(coordinates), Path.LINETO, dtype=np.uint8)
        kind[0] = Path.MOVETO
        codes.append(kind)
    if not pieces:
        return np.empty((0, 2)), np.empty(0, dtype=np.uint8)
    return np.concatenate(pieces), np.concatenate(codes)


def draw_base(canvas: Canvas, frame: Frame, base: MapBase, where: MapView) -> Any:
    """Sea, land, what lay where when, water and borders; returns the patch to which all that lies
    on it is cut."""
    theme = canvas.theme
    clip = canvas.rectangle(frame.box, facecolor=theme.sea, zorder=1)

    def layer(name: str, order: float, **style: Any) -> None:
        cut = shapely.clip_by_rect(base.layers[name].geometry.to_numpy(), *frame.degrees)
        vertices, codes = outline(frame, shapely.simplify(cut, frame.degrees[2] * 2e-5))
        if len(vertices):
            canvas.path(vertices, codes, clip, zorder=order, **style)

    land = {"facecolor": theme.land, "linewidth": 0}
    if not where.detailed:
        layer("world", 1.1, **land | {"edgecolor": theme.land_line, "linewidth": 0.4})
        return clip
    layer("world", 1.05, **land | {"edgecolor": theme.land_line, "linewidth": 0.4})
    west, south, east, north = base.layers["countries"].total_bounds
    corners = frame.place(np.array([west, east]), mercator([north, south]))
    canvas.rectangle((*corners[0], *corners[1]), facecolor=theme.sea, zorder=1.07).set_clip_path(
        clip
    )  # the region in detail covers the world's outline
    layer("countries", 1.1, **land)
    layer("districts", 1.2, facecolor="none", edgecolor=theme.district, linewidth=0.5)
    layer("control_1994_2020", 1.3, facecolor=theme.held, alpha=0.35, linewidth=0)
    layer("control_1994_2020", 1.4, facecolor="none", edgecolor=theme.held, linewidth=0.8)
    layer("lakes", 1.5, facecolor=theme.water, linewidth=0)
    layer("rivers", 1.6, facecolor="none", edgecolor=theme.water, linewidth=0.9)
    layer("countries", 1.7, facecolor="none", edgecolor=theme.land_line, linewidth=0.9)
    layer("nkao_1991", 1.8, facecolor="none", edgecolor=theme.oblast, linewidth=1.3,
          linestyle=(0, (4, 2)))  # fmt: skip
    return clip
