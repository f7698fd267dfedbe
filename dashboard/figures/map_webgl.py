"""The map in WebGL: pydeck on a base of our own; no tile, style or font comes from outside."""

from collections.abc import Sequence
from copy import copy
from functools import lru_cache

import geopandas as gpd
import pydeck as pdk

from .map_base_webgl import base_layers
from .map_labels import TOWN_PX, Label
from .map_layers import (
    PX,
    arcs_layer,
    areas_layer,
    colour,
    icons_layer,
    point,
    rings_layer,
    stacks_layer,
)
from .map_marks import MapMarks, PlaceMark
from .map_view import MapView
from .theme import TEXT_PX, THEMES, Theme, rgb

_FONT = pdk.types.String("Noto Sans, DejaVu Sans, sans-serif")
# As a distance field: plain glyphs are cut to their advance width, which takes the foot off a J.
_GLYPHS = {"sdf": True, "fontSize": 48, "buffer": 8, "radius": 10, "cutoff": 0.2, "smoothing": 0.18}


def webgl_map(
    marks: MapMarks,
    labels: Sequence[Label],
    areas: gpd.GeoSeries,
    view: MapView,
    size: tuple[float, float],
    theme: Theme,
    geo_url: str,
    version: str,
    selected: str = "",
    scale: float = 1.0,
    under: Sequence[pdk.Layer] = (),
) -> pdk.Deck:
    """A pydeck map of the marks, over the layers `under` (counts of another data set).

    `areas` boundary id -> shape (EPSG:4326); `geo_url` is where the server serves geo/; `version`
    goes into the ids of the layers that can be picked, since a pick is remembered by row.
    `selected` is the event_id to ring; `scale` enlarges marks and text.
    """
    single = [p for p in marks.places if p.records.count == 1]
    stacks = [p for p in marks.places if p.records.count > 1]
    rows = {
        "areas": areas_layer(marks.areas, areas, theme, version, selected),
        "arcs": arcs_layer(marks.arcs, theme, version, selected),
        "rings": rings_layer(marks.places, theme, selected, scale),
        "places": stacks_layer(stacks, theme, version, scale),
        "icons": icons_layer(single, marks.areas, theme, version, scale),
        "counts": _counts([*stacks, *marks.areas], theme, scale),
        "towns": _towns(labels, theme, scale),
        "labels": _labels(labels, theme, scale),
    }
    longitude, latitude = view.centre
    deck = copy(_blank(theme.name))
    deck.layers = [
        *base_layers(theme, geo_url),
        *under,
        *(layer for layer in rows.values() if layer),
    ]
    deck.initial_view_state = pdk.ViewState(
        longitude=longitude, latitude=latitude, zoom=view.zoom(*size), min_zoom=0, max_zoom=11
    )
    return deck


@lru_cache(maxsize=8)
def _blank(theme: str) -> pdk.Deck:
    """A map without layers. pydeck looks for Jupyter at each one that is made, which takes 5 ms.

    No map_provider and no map_style are given: None for the style would ask a tile host.
    """
    tooltip = {"text": "{name}\n{title}", "style": _tooltip(THEMES[theme])}
    return pdk.Deck([], map_provider=None, tooltip=tooltip)


def _tooltip(theme: Theme) -> dict[str, str]:
    return {
        "backgroundColor": theme.paper,
        "color": theme.ink,
        "fontSize": "12px",
        "border": f"1px solid {theme.line}",
        "maxWidth": "320px",
        "whiteSpace": "pre-line",
    }


def _counts(marks: Sequence[PlaceMark], theme: Theme, scale: float) -> pdk.Layer | None:
    paper = [*rgb(theme.paper), 255]
    rows = [
        {
            "p": point(m),
            "t": str(m.records.count),
            "c": colour(m.records, theme) if m.records.hollow else paper,
        }
        for m in marks
    ]
    if not rows:
        return None
    return pdk.Layer("TextLayer", rows, id="counts", get_position="p", get_text="t",
                     get_color="c", get_size=TEXT_PX * scale, font_family=_FONT,
                     font_weight=700)  # fmt: skip


def _towns(labels: Sequence[Label], theme: Theme, scale: float) -> pdk.Layer | None:
    rows = [{"p": point(label)} for label in labels if label.kind == "town"]
    if not rows:
        return None
    return pdk.Layer("ScatterplotLayer", rows, id="towns", get_position="p",
                     get_radius=TOWN_PX * scale, radius_units=PX,
                     get_fill_color=[*rgb(theme.muted)])  # fmt: skip


def _labels(labels: Sequence[Label], theme: Theme, scale: float) -> pdk.Layer | None:
    rows = [
        {
            "p": point(m),
            "t": m.text,
            "a": m.anchor,
            "o": [round(m.dx * scale, 1), round(m.dy * scale, 1)],
            "c": [*rgb(theme.label_tones[m.kind]), 255],
            "b": [*rgb(theme.land), 0 if m.kind == "country" else 170],
        }
        for m in labels
    ]
    if not rows:
        return None
    return pdk.Layer("TextLayer", rows, id="labels", get_position="p", get_text="t",
                     get_color="c", get_text_anchor="a", get_pixel_offset="o",
                     get_size=(TEXT_PX + 1) * scale, character_set=pdk.types.String("auto"),
                     font_family=_FONT, font_settings=_GLYPHS, background=True,
                     get_background_color="b")  # fmt: skip
