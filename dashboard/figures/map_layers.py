"""The layers of the WebGL map that show records: areas, arcs, rings, stacks and single records."""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import pydeck as pdk
from shapely.geometry import mapping

from .map_areas import shape_of
from .map_labels import Label
from .map_marks import ArcMark, PlaceMark, Records, octagon_px, radius_px
from .symbols import atlas, icon
from .theme import Theme, rgb

PX = pdk.types.String("pixels")


def colour(records: Records, theme: Theme, alpha: int = 255) -> list[int]:
    """Red, green, blue and opacity of those who give an account, 0 to 255."""
    return [*rgb(theme.sides[records.colour]), alpha]


def _row(name: str, records: Records, **fields: Any) -> dict[str, Any]:
    """The short record that travels to the browser and comes back when it is picked."""
    return {"ids": list(records.event_ids), "name": name, "title": records.title, **fields}


def point(mark: PlaceMark | Label) -> list[float]:
    """Longitude and latitude to about 10 m."""
    return [round(mark.longitude, 4), round(mark.latitude, 4)]


def areas_layer(
    found: Sequence[PlaceMark],
    areas: gpd.GeoSeries,
    theme: Theme,
    version: str,
    selected: str,
) -> pdk.Layer | None:
    """Soft areas. A country is outlined only when marked: tinted it would look like a claim."""
    features = []
    for mark in found:
        chosen = selected in mark.records.event_ids
        shape = shape_of(mark, areas)
        if shape is None or (mark.kind == "country" and not chosen):
            continue
        features.append(
            {
                "type": "Feature",
                "geometry": dict(mapping(shape)),
                "properties": {},
                "f": colour(mark.records, theme, 30),
                "l": [*rgb(theme.accent), 255] if chosen else colour(mark.records, theme, 120),
                "w": 2.5 if chosen else 0.8,
                **_row(mark.name, mark.records),
            }
        )
    if not features:
        return None
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id=f"areas-{version}",
        get_fill_color="f",
        get_line_color="l",
        get_line_width="w",
        line_width_units=PX,
        pickable=True,
    )


def arcs_layer(
    arcs: Sequence[ArcMark], theme: Theme, version: str, selected: str
) -> pdk.Layer | None:
    accent = [*rgb(theme.accent), 255]
    rows = [
        _row(
            arc.name,
            arc.records,
            p=arc.path.tolist(),
            c=accent if selected in arc.records.event_ids else colour(arc.records, theme, 210),
        )
        for arc in arcs
    ]
    if not rows:
        return None
    return pdk.Layer("PathLayer", rows, id=f"arcs-{version}", get_path="p", get_color="c",
                     get_width=2.5, width_units=PX, cap_rounded=True, pickable=True)  # fmt: skip


def rings_layer(
    places: Sequence[PlaceMark], theme: Theme, selected: str, scale: float
) -> pdk.Layer | None:
    rows = [
        {"p": point(p), "r": (radius_px(p.records.count) + 5) * scale}
        for p in places
        if selected in p.records.event_ids
    ]
    if not rows:
        return None
    return pdk.Layer("ScatterplotLayer", rows, id="rings", get_position="p", get_radius="r",
                     radius_units=PX, filled=False, stroked=True, get_line_width=2.5,
                     line_width_units=PX, get_line_color=[*rgb(theme.accent)])  # fmt: skip


def stacks_layer(
    places: Sequence[PlaceMark], theme: Theme, version: str, scale: float
) -> pdk.Layer | None:
    paper = [*rgb(theme.paper), 235]
    rows = [
        _row(
            p.name,
            p.records,
            p=point(p),
            r=radius_px(p.records.count) * scale,
            f=paper if p.records.hollow else colour(p.records, theme, 225),
            l=colour(p.records, theme),
        )
        for p in places
    ]
    if not rows:
        return None
    return pdk.Layer("ScatterplotLayer", rows, id=f"places-{version}", get_position="p",
                     get_radius="r", radius_units=PX, get_fill_color="f", get_line_color="l",
                     stroked=True, get_line_width=2, line_width_units=PX,
                     pickable=True)  # fmt: skip


def icons_layer(
    single: Sequence[PlaceMark],
    areas: Sequence[PlaceMark],
    theme: Theme,
    version: str,
    scale: float,
) -> pdk.Layer | None:
    """Single records in the shape of their type; an area's number in an octagon, which is no place.

    In its cell of 64 px the octagon of the atlas is 48 px wide.
    """
    sized = [(p, p.records.symbol, 2 * radius_px(1) + 5) for p in single]
    sized += [(a, "octagon", octagon_px(a.records.count) * 64 / 48) for a in areas]
    rows = [
        _row(
            mark.name,
            mark.records,
            p=point(mark),
            i=icon(symbol, mark.records.hollow),
            c=colour(mark.records, theme),
            s=round(px * scale, 1),
        )
        for mark, symbol, px in sized
    ]
    if not rows:
        return None
    picture, cells = atlas()
    return pdk.Layer("IconLayer", rows, id=f"records-{version}", get_position="p", get_icon="i",
                     get_color="c", get_size="s", size_units=PX, icon_mapping=cells,
                     icon_atlas=pdk.types.String(picture), pickable=True)  # fmt: skip
