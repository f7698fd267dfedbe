"""The map of a sheet: the marks and labels of the screen's map, drawn as vectors."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..codes import code
from ..map_areas import shape_of
from ..map_labels import TOWN_PX, Label
from ..map_marks import ArcMark, PlaceMark, octagon_px, radius_px
from ..map_parts import MapBase, MapParts
from ..map_view import MapView, mercator
from .canvas import TEXT_PT, Box, Canvas
from .map_base import Frame, draw_base, outline
from .scale import PT
from .shapes import number, symbol


@dataclass(frozen=True)
class Lettering:
    """A text on the map that is left to somebody else: place in points, as `Canvas.text` takes
    it."""

    text: str
    x: float
    y: float
    anchor: str
    colour: str


def map_px(box: Box) -> tuple[float, float]:
    """Width and height of a box (points) in the px in which a map is laid out."""
    return (box[2] - box[0]) / PT, (box[3] - box[1]) / PT


def draw_map(
    canvas: Canvas, box: Box, parts: MapParts, base: MapBase, where: MapView, text: bool = True
) -> list[Lettering]:
    """Draw `parts` (made for `map_px` of this box); returns what was left unwritten, which is
    nothing where `text` is true."""
    frame = Frame(box, where.edges(*map_px(box)))
    clip = draw_base(canvas, frame, base, where)
    for mark in parts.marks.areas:
        _draw_area(canvas, frame, mark, base, clip)
    for arc in parts.marks.arcs:
        _draw_arc(canvas, frame, arc, clip)
    words: list[Lettering] = []
    for mark in [*parts.marks.places, *parts.marks.areas]:
        words += _draw_mark(canvas, frame, mark, text)
    for label in parts.labels:
        words += _draw_label(canvas, frame, label, text)
    canvas.rectangle(box, facecolor="none", edgecolor=canvas.theme.line, linewidth=0.8, zorder=9)
    return words


def _draw_area(canvas: Canvas, frame: Frame, mark: PlaceMark, base: MapBase, clip: Any) -> None:
    """A soft area; a country is not tinted: that would look like a claim."""
    shape = shape_of(mark, base.areas)
    if shape is None or mark.kind == "country":
        return
    colour = canvas.theme.sides[mark.records.colour]
    vertices, codes = outline(frame, [shapely.clip_by_rect(shape, *frame.degrees)])
    if len(vertices):
        canvas.path(vertices, codes, clip, facecolor=colour, alpha=0.12, linewidth=0, zorder=3)
        canvas.path(vertices, codes, clip, facecolor="none", edgecolor=colour, alpha=0.5,
                    linewidth=0.6, zorder=3)  # fmt: skip


def _draw_arc(canvas: Canvas, frame: Frame, arc: ArcMark, clip: Any) -> None:
    points = frame.place(arc.path[:, 0], mercator(arc.path[:, 1]))
    colour = canvas.theme.sides[arc.records.colour]
    (drawn,) = canvas.axes.plot(points[:, 0], points[:, 1], color=colour, linewidth=1.8, zorder=4)
    drawn.set_clip_path(clip)


def _draw_mark(canvas: Canvas, frame: Frame, mark: PlaceMark, text: bool) -> list[Lettering]:
    theme, records = canvas.theme, mark.records
    x, y = frame.place(np.array([mark.longitude]), mercator([mark.latitude]))[0]
    left, top, right, bottom = frame.box
    if not (left <= x <= right and top <= y <= bottom):
        return []
    colour = theme.sides[records.colour]
    if mark.stands:
        _draw_tie(canvas, frame, mark, colour)
    area = bool(mark.area) or not np.isnan(mark.radius_km)
    shape = "octagon" if area else records.symbol
    across = octagon_px(records.count) if area else 2 * radius_px(records.count)
    symbol(canvas, x, y, shape, across * PT * (1 if records.count > 1 else 0.85), colour,
           hollow=records.hollow)  # fmt: skip
    words = []
    if records.count > 1 or area:
        ink = colour if records.hollow else theme.paper
        words.append(Lettering(str(records.count), x, y, "middle", ink))
        if text:
            number(canvas, x, y, records.count, colour, records.hollow)
    own = code(records.colour, theme.name)
    if own and text:
        canvas.text(x + across / 2 * PT + 1, y + 5, own, color=colour, weight="bold")
    return [] if text else words


def _draw_tie(canvas: Canvas, frame: Frame, mark: PlaceMark, colour: str) -> None:
    """A line from a mark that was moved aside to a dot on its place."""
    longitudes, latitudes = zip((mark.longitude, mark.latitude), mark.stands or (), strict=True)
    points = frame.place(np.array(longitudes), mercator(latitudes))
    canvas.line(list(points[:, 0]), list(points[:, 1]), color=colour, linewidth=0.8, zorder=4.5)
    symbol(canvas, points[1, 0], points[1, 1], "circle", 2.4, colour, zorder=4.6)


def _draw_label(canvas: Canvas, frame: Frame, label: Label, text: bool) -> list[Lettering]:
    theme = canvas.theme
    x, y = frame.place(np.array([label.longitude]), mercator([label.latitude]))[0]
    if label.kind == "town":
        symbol(canvas, x, y, "circle", 2 * TOWN_PX * PT, theme.muted)
    if label.is_off:
        end = x + label.dx * PT + (-1 if label.dx > 0 else 1)
        canvas.line([x, end], [y, y + label.dy * PT], color=theme.ink, linewidth=0.5, zorder=4.4)
    x, y = x + label.dx * PT, y + label.dy * PT
    colour = theme.label_tones[label.kind]
    if not text:
        return [Lettering(label.text, x, y, label.anchor, colour)]
    halo = {} if label.kind == "country" else {"bbox": {
        "facecolor": theme.land, "alpha": 0.6, "linewidth": 0, "pad": 0.4}}  # fmt: skip
    side = {"start": "left", "end": "right", "middle": "center"}[label.anchor]
    canvas.text(x, y, label.text, size=TEXT_PT, ha=side, va="center", color=colour, **halo)
    return []
