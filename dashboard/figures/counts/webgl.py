"""The map of counts in WebGL: squares with counts, octagons for what is only roughly known."""

import base64
from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import pydeck as pdk

from ..map_labels import Label
from ..map_layers import PX
from ..map_marks import MapMarks
from ..map_view import MapView
from ..map_webgl import webgl_map
from ..symbols import CELL, PATHS
from ..theme import Theme, rgb
from .cells import NUMBER_PX, Octagons, Squares, make_octagons, make_squares
from .classes import number_tone
from .words import ROUGH, say_count, short_count

_ON_TOP = ("towns", "labels")
_RING = "[[box[0],box[1]],[box[2],box[1]],[box[2],box[3]],[box[0],box[3]]]"
_FONT = pdk.types.String("Noto Sans, DejaVu Sans, sans-serif")
_OCTAGON = 48  # px of the octagon in its cell of `CELL` px
_ICON = 2 * CELL  # px of its picture: sharp on fine screens too


def count_layers(
    cells: pd.DataFrame,
    rough: pd.DataFrame,
    view: MapView,
    size: tuple[float, float],
    theme: Theme,
    version: str,
    scale: float = 1.0,
) -> list[pdk.Layer]:
    """The layers of `webgl_counts` without base and labels, to be laid under those of single
    records. The picked row of a square has `box` (west, south, east, north)."""
    laid_out = (size[0] / scale, size[1] / scale)
    squares = make_squares(cells, view, laid_out)
    octagons = make_octagons(rough, view, laid_out)
    zoom = view.zoom(*size)
    made = [
        _squares(squares, theme, version),
        _numbers(squares, theme, NUMBER_PX * scale, zoom),
        _octagons(octagons, theme, version, scale),
        _octagon_numbers(octagons, theme, scale),
    ]
    return [layer for layer in made if layer]


def webgl_counts(
    cells: pd.DataFrame,
    rough: pd.DataFrame,
    labels: Sequence[Label],
    view: MapView,
    size: tuple[float, float],
    theme: Theme,
    geo_url: str,
    version: str,
    scale: float = 1.0,
) -> pdk.Deck:
    """A pydeck map of counts.

    `cells` has the columns west, south, east, north (degrees) and count: records with exact or
    near places. `rough` has longitude, latitude and count: records known only to a district or
    larger, gathered on a coarser grid. The rest as for `webgl_map`.
    """
    deck = webgl_map(MapMarks((), (), ()), labels, gpd.GeoSeries(), view, size, theme, geo_url,
                     version, scale=scale)  # fmt: skip
    below = [layer for layer in deck.layers if layer.id not in _ON_TOP]
    above = [layer for layer in deck.layers if layer.id in _ON_TOP]
    deck.layers = [*below, *count_layers(cells, rough, view, size, theme, version, scale), *above]
    deck.initial_view_state.min_zoom = min(0, view.zoom(*size))
    return deck


def _squares(squares: Squares, theme: Theme, version: str) -> pdk.Layer | None:
    """Each row is short: thousands of them travel to the browser."""
    alphas = (squares.shade * 255).round().astype(int).tolist()
    rows = [
        {"a": alpha, "box": box, "name": say_count(count), "title": ""}
        for alpha, box, count in zip(alphas, squares.box.tolist(), squares.count.tolist(),
                                     strict=True)
    ]  # fmt: skip
    if not rows:
        return None
    ink = rgb(theme.ink)
    return pdk.Layer("PolygonLayer", rows, id=f"cells-{version}", get_polygon=_RING,
                     get_fill_color=f"[{ink[0]},{ink[1]},{ink[2]},a]", stroked=squares.outlined,
                     get_line_color=[*ink, 110], get_line_width=0.7, line_width_units=PX,
                     pickable=True)  # fmt: skip


def _numbers(squares: Squares, theme: Theme, px: float, zoom: float) -> pdk.Layer | None:
    """Numbers inside squares; when the map is zoomed out they shrink with them."""
    centre = squares.centre[squares.written].round(4).tolist()
    tones = {s: [*rgb(number_tone(s, theme)), 255] for s in np.unique(squares.shade).tolist()}
    rows = [
        {"p": at, "t": short_count(int(squares.count[i])), "c": tones[float(squares.shade[i])]}
        for at, i in zip(centre, squares.written, strict=True)
    ]
    if not rows:
        return None
    return pdk.Layer("TextLayer", rows, id="cell-numbers", get_position="p", get_text="t",
                     get_color="c", get_size=round(px / 2**zoom, 6),
                     size_units=pdk.types.String("common"), size_max_pixels=px,
                     font_family=_FONT)  # fmt: skip


def _octagons(octagons: Octagons, theme: Theme, version: str, scale: float) -> pdk.Layer | None:
    px = (octagons.px * CELL / _OCTAGON * scale).round(1).tolist()
    rows = [
        {"i": "o", "p": p, "s": s, "name": say_count(n), "title": ROUGH}
        for p, s, n in zip(octagons.point.tolist(), px, octagons.count.tolist(), strict=True)
    ]
    if not rows:
        return None
    whole = {"x": 0, "y": 0, "width": _ICON, "height": _ICON, "mask": False}
    return pdk.Layer("IconLayer", rows, id=f"rough-{version}", get_position="p", get_icon="i",
                     get_size="s", size_units=PX, icon_mapping={"o": whole},
                     icon_atlas=pdk.types.String(_octagon(theme)), pickable=True)  # fmt: skip


def _octagon(theme: Theme) -> str:
    """The octagon with its outline as a picture (a data URI)."""
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_ICON}" height="{_ICON}" '
        f'viewBox="0 0 {CELL} {CELL}"><path d="{PATHS["octagon"]}" fill="{theme.paper}" '
        f'fill-opacity="0.92" stroke="{theme.muted}" stroke-width="4" '
        'stroke-linejoin="round"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(picture.encode()).decode()


def _octagon_numbers(octagons: Octagons, theme: Theme, scale: float) -> pdk.Layer | None:
    counts = [short_count(n) for n in octagons.count.tolist()]
    rows = [{"p": p, "t": t} for p, t in zip(octagons.point.tolist(), counts, strict=True)]
    if not rows:
        return None
    return pdk.Layer("TextLayer", rows, id="rough-numbers", get_position="p", get_text="t",
                     get_color=[*rgb(theme.ink), 255], get_size=NUMBER_PX * scale,
                     font_family=_FONT)  # fmt: skip
