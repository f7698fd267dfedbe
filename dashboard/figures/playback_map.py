"""The map of a playback: base and places as SVG paths in px, with the records of each place."""

from typing import Any

import numpy as np
import shapely

from ..events.dataset import View
from .map_areas import shape_of
from .map_base_svg import outline
from .map_marks import PlaceMark, map_marks
from .map_parts import MapBase, Points
from .map_view import MapView, latitude, to_px
from .theme import Theme

Size = tuple[float, float]  # px
LAYERS = ("countries", "control_1994_2020", "lakes", "rivers", "nkao_1991")  # the lowest first
ROOM = 0.05  # of the view, beyond its edges: so that no border is drawn along them


def playback_map(
    view: View, base: MapBase, where: MapView, size: Size, theme: Theme, names: str
) -> dict[str, Any]:
    """The base as `shapes` with their look, `words` on it, and `places`: each with its name, its
    middle, the ids of its records, and its `path` if it is no point.

    An area is never a point. A country is outlined and not filled, which would look like a claim.
    `names` is "both", "az" or "hy"; what lies outside the map is left out.
    """
    marks = map_marks(view.events, view.locations, {}, names)
    found = [*(_area(mark, base, where, size) for mark in marks.areas),
             *(_point(mark, where, size) for mark in marks.places)]  # fmt: skip
    look = _looks(theme)
    shapes = [{"path": _path(base.layers[name].geometry, where, size), **look[name]}
              for name in LAYERS]  # fmt: skip
    return {
        "width": size[0],
        "height": size[1],
        "sea": theme.sea,
        "shapes": shapes,
        "words": [
            *_words(base.countries, where, size),
            *_words(base.towns, where, size, town=True),
        ],
        "places": [place for place in found if place],
    }


def _looks(theme: Theme) -> dict[str, dict[str, Any]]:
    line = {"fill": "none", "width": 1.0, "dash": ""}
    return {
        "countries": {**line, "fill": theme.land, "line": theme.land_line},
        "control_1994_2020": {**line, "fill": theme.held, "line": "none", "opacity": 0.4},
        "lakes": {**line, "fill": theme.water, "line": "none"},
        "rivers": {**line, "line": theme.water},
        "nkao_1991": {**line, "line": theme.oblast, "width": 1.4, "dash": "5 3"},
    }


def _path(shapes: Any, where: MapView, size: Size) -> str:
    """The shapes as the `d` of an SVG path, as far as the map shows them; "" if it does not."""
    west, east, south, north = where.edges(*size)
    across, up = (east - west) * ROOM, (north - south) * ROOM
    frame = west - across, latitude(south - up), east + across, latitude(north + up)
    cut = shapely.clip_by_rect(np.asarray(shapes, dtype=object), *frame)
    x, y = outline(cut[~shapely.is_empty(cut)])
    px = np.round((x - west) / (east - west) * size[0], 1)
    py = np.round((north - y) / (north - south) * size[1], 1)
    parts, pen = [], "M"
    for a, b in zip(px.tolist(), py.tolist(), strict=True):
        if a != a:  # NaN ends a part
            pen = "M"
            continue
        parts.append(f"{pen}{a:g} {b:g}")
        pen = "L"
    return "".join(parts)


def _within(x: float, y: float, size: Size) -> bool:
    return 0 <= x <= size[0] and 0 <= y <= size[1]


def _place(mark: PlaceMark, x: float, y: float, path: str = "") -> dict[str, Any]:
    return {"name": mark.name, "x": round(x, 1), "y": round(y, 1), "path": path,
            "country": mark.kind == "country", "ids": list(mark.records.event_ids)}  # fmt: skip


def _point(mark: PlaceMark, where: MapView, size: Size) -> dict[str, Any] | None:
    ((x, y),) = to_px(where, [mark.longitude], [mark.latitude], *size)
    return _place(mark, float(x), float(y)) if _within(x, y, size) else None


def _area(mark: PlaceMark, base: MapBase, where: MapView, size: Size) -> dict[str, Any] | None:
    shape = shape_of(mark, base.areas)
    path = _path([shape], where, size) if shape is not None else ""
    if shape is None or not path:
        return None
    middle = shape.intersection(shapely.box(*where.bounds)).representative_point()
    if middle.is_empty:
        return None
    ((x, y),) = to_px(where, [middle.x], [middle.y], *size)
    return _place(mark, float(x), float(y), path)


def _words(points: Points, where: MapView, size: Size, town: bool = False) -> list[dict[str, Any]]:
    """The names that stand on the map, with their px."""
    said: list[dict[str, Any]] = []
    for text, (longitude, lat) in points.items():
        ((x, y),) = to_px(where, [longitude], [lat], *size)
        if _within(x, y, size):
            said.append(
                {"text": text, "x": round(float(x), 1), "y": round(float(y), 1), "town": town}
            )
    return said
