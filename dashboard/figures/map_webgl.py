"""The map in WebGL: pydeck with a base of our own; no tile, style or font is fetched from outside."""

from typing import Any

import geopandas as gpd
import pandas as pd
import pydeck as pdk
from shapely.geometry import mapping

from .map_labels import radius_px, square_px
from .map_marks import MapMarks
from .map_view import MapView
from .symbols import atlas, icon
from .theme import TEXT_PX, Theme, rgb

SIMPLIFY = 0.01  # degrees, about 1 km: areas are drawn translucent, their borders by the base map
_FONT = pdk.types.String("Noto Sans, DejaVu Sans, sans-serif")
_PX = pdk.types.String("pixels")
_SEA = [[-180, -85], [180, -85], [180, 85], [-180, 85]]


def webgl_map(
    marks: MapMarks,
    labels: pd.DataFrame,
    areas: gpd.GeoSeries,
    view: MapView,
    size: tuple[float, float],
    theme: Theme,
    geo_url: str,
    version: str,
    selected: str = "",
    scale: float = 1.0,
) -> pdk.Deck:
    """A pydeck map of the marks.

    `labels` as made by `map_labels`; `areas` boundary id -> shape (EPSG:4326); `geo_url` is where
    the server serves geo/; `version` goes into the ids of the layers that can be picked, since a
    pick is remembered by row. `selected` is the event_id to ring; `scale` enlarges marks and text.
    """
    layers = [
        *_base(theme, geo_url),
        _areas(marks.areas, areas, theme, version, selected),
        _arcs(marks.arcs, theme, version, selected),
        _rings(marks.places, theme, selected, scale),
        _stacks(marks.places, theme, version, scale),
        _icons(_singles(marks.places), theme, f"records-{version}", scale),
        _icons(_squares(marks.areas), theme, f"numbers-{version}", scale),
        _counts(marks.places[marks.places["count"] > 1], theme, "counts", scale),
        _counts(marks.areas, theme, "area-counts", scale),
        _labels(labels, theme, scale),
    ]
    longitude, latitude = view.centre
    return pdk.Deck(
        [layer for layer in layers if layer],
        map_provider=None,  # and no map_style: None there would ask a tile host
        initial_view_state=pdk.ViewState(
            longitude=longitude, latitude=latitude, zoom=view.zoom(*size), min_zoom=0, max_zoom=11
        ),
        tooltip={
            "text": "{name}\n{title}",
            "style": {
                "backgroundColor": theme.paper,
                "color": theme.ink,
                "fontSize": "12px",
                "border": f"1px solid {theme.line}",
                "maxWidth": "320px",
                "whiteSpace": "pre-line",
            },
        },
    )


def _base(theme: Theme, geo_url: str) -> list[pdk.Layer]:
    """Sea, world, then the region in detail on its own sea, and what was drawn when."""
    west, south, east, north = 42.0, 37.8, 51.2, 43.2  # the clip of geo/countries.geojson
    frame = [[west, south], [east, south], [east, north], [west, north]]
    sea = {"get_polygon": "p", "get_fill_color": [*rgb(theme.sea)], "stroked": False}
    land = {"get_fill_color": [*rgb(theme.land)], "get_line_color": [*rgb(theme.land_line)]}
    return [
        pdk.Layer("PolygonLayer", [{"p": _SEA}], id="sea", **sea),
        _file("world", geo_url, **land, line_width_min_pixels=0.6),
        pdk.Layer("PolygonLayer", [{"p": frame}], id="region-sea", **sea),
        _file("countries", geo_url, **land, line_width_min_pixels=0),
        _file("districts", geo_url, filled=False, get_line_color=[*rgb(theme.district)],
              line_width_min_pixels=0.5),
        _file("control_1994_2020", geo_url, get_fill_color=[*rgb(theme.held), 95],
              get_line_color=[*rgb(theme.held)], line_width_min_pixels=1),
        _file("lakes", geo_url, get_fill_color=[*rgb(theme.water)], stroked=False),
        _file("rivers", geo_url, filled=False, get_line_color=[*rgb(theme.water)],
              line_width_min_pixels=1.2),
        _file("countries", geo_url, suffix="-border", filled=False,
              get_line_color=[*rgb(theme.land_line)], line_width_min_pixels=1.2),
        _file("nkao_1991", geo_url, filled=False, get_line_color=[*rgb(theme.oblast)],
              line_width_min_pixels=1.6, get_dash_array=[5, 3], dash_justified=True,
              extensions=[{"@@type": "PathStyleExtension", "dash": True}]),
    ]  # fmt: skip


def _file(name: str, geo_url: str, suffix: str = "", **style: Any) -> pdk.Layer:
    url = pdk.types.String(f"{geo_url}/{name}.geojson")
    return pdk.Layer("GeoJsonLayer", url, id=name + suffix, pickable=False, **style)


def _colour(group: str, theme: Theme, alpha: int = 255) -> list[int]:
    return [*rgb(theme.sides[group]), alpha]


def _row(mark: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """The short record that travels to the browser and comes back when it is picked."""
    return {"ids": list(mark["event_ids"]), "name": mark["name"], "title": mark["title"], **fields}


def _areas(
    found: pd.DataFrame, areas: gpd.GeoSeries, theme: Theme, version: str, selected: str
) -> pdk.Layer | None:
    features = []
    for mark in found.to_dict("records"):
        shape = _shape(mark, areas)
        chosen = selected in mark["event_ids"]
        line = _colour(mark["colour"], theme) if not chosen else [*rgb(theme.accent), 255]
        country = mark["kind"] == "country"
        line[3] = 255 if chosen else 0 if country else 120  # a country's border is the base map's
        fill = _colour(mark["colour"], theme, 8 if country else 30)
        features.append(
            {"type": "Feature", "geometry": shape, "properties": {}, "f": fill, "l": line,
             "w": 2.5 if chosen else 0.8, **_row(mark)}
        )  # fmt: skip
    if not features:
        return None
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id=f"areas-{version}",
        get_fill_color="f",
        get_line_color="l",
        get_line_width="w",
        line_width_units=_PX,
        pickable=True,
    )


def _shape(mark: dict[str, Any], areas: gpd.GeoSeries) -> dict[str, Any]:
    """The boundary of an area; for a place known only roughly, the disc of its radius."""
    if mark["area"] in areas.index:
        return dict(mapping(areas[mark["area"]].simplify(SIMPLIFY)))
    return disc(mark["longitude"], mark["latitude"], mark["radius_km"])


def disc(longitude: float, latitude: float, radius_km: float) -> dict[str, Any]:
    """A circle on the ground as a GeoJSON polygon (geodesic, by geopandas; WGS84)."""
    point = gpd.GeoSeries.from_xy([longitude], [latitude], crs=4326)
    local = point.to_crs(point.estimate_utm_crs())
    return dict(mapping(local.buffer(radius_km * 1000, quad_segs=12).to_crs(4326).iloc[0]))


def _arcs(arcs: pd.DataFrame, theme: Theme, version: str, selected: str) -> pdk.Layer | None:
    rows = [
        _row(
            mark,
            p=mark["path"].tolist(),
            c=[*rgb(theme.accent), 255]
            if selected in mark["event_ids"]
            else _colour(mark["colour"], theme, 210),
        )
        for mark in arcs.to_dict("records")
    ]
    if not rows:
        return None
    return pdk.Layer("PathLayer", rows, id=f"arcs-{version}", get_path="p", get_color="c",
                     get_width=2.5, width_units=_PX, cap_rounded=True, pickable=True)  # fmt: skip


def _rings(places: pd.DataFrame, theme: Theme, selected: str, scale: float) -> pdk.Layer | None:
    chosen = places[places["event_ids"].map(lambda ids: selected in ids).astype(bool)]
    rows = [
        {"p": [m["longitude"], m["latitude"]], "r": (radius_px(m["count"]) + 5) * scale}
        for m in chosen.to_dict("records")
    ]
    if not rows:
        return None
    return pdk.Layer("ScatterplotLayer", rows, id="rings", get_position="p", get_radius="r",
                     radius_units=_PX, filled=False, stroked=True, get_line_width=2.5,
                     line_width_units=_PX, get_line_color=[*rgb(theme.accent)])  # fmt: skip


def _stacks(places: pd.DataFrame, theme: Theme, version: str, scale: float) -> pdk.Layer | None:
    rows = [
        _row(
            m,
            p=[m["longitude"], m["latitude"]],
            r=radius_px(m["count"]) * scale,
            f=[*rgb(theme.paper), 235] if m["hollow"] else _colour(m["colour"], theme, 225),
            l=_colour(m["colour"], theme),
        )
        for m in places[places["count"] > 1].to_dict("records")
    ]
    if not rows:
        return None
    return pdk.Layer("ScatterplotLayer", rows, id=f"places-{version}", get_position="p",
                     get_radius="r", radius_units=_PX, get_fill_color="f", get_line_color="l",
                     stroked=True, get_line_width=2, line_width_units=_PX,
                     pickable=True)  # fmt: skip


def _singles(places: pd.DataFrame) -> pd.DataFrame:
    return places[places["count"] == 1].assign(px=2 * radius_px(1) + 5)


def _squares(areas: pd.DataFrame) -> pd.DataFrame:
    """The number of an area stands in a square: not the shape of a place. In its cell of 64 px the
    square of the atlas is 38 px wide."""
    return areas.assign(symbol="square", px=[square_px(n) * 64 / 38 for n in areas["count"]])


def _icons(marks: pd.DataFrame, theme: Theme, layer: str, scale: float) -> pdk.Layer | None:
    rows = [
        _row(
            m,
            p=[m["longitude"], m["latitude"]],
            i=icon(m["symbol"], m["hollow"]),
            c=_colour(m["colour"], theme),
            s=round(m["px"] * scale, 1),
        )
        for m in marks.to_dict("records")
    ]
    if not rows:
        return None
    picture, cells = atlas()
    return pdk.Layer("IconLayer", rows, id=layer, get_position="p", get_icon="i",
                     get_color="c", get_size="s", size_units=_PX, icon_mapping=cells,
                     icon_atlas=pdk.types.String(picture), pickable=True)  # fmt: skip


def _counts(marks: pd.DataFrame, theme: Theme, layer: str, scale: float) -> pdk.Layer | None:
    rows = [
        {
            "p": [m["longitude"], m["latitude"]],
            "t": str(m["count"]),
            "c": _colour(m["colour"], theme) if m["hollow"] else [*rgb(theme.paper), 255],
        }
        for m in marks.to_dict("records")
    ]
    if not rows:
        return None
    return pdk.Layer("TextLayer", rows, id=layer, get_position="p", get_text="t", get_color="c",
                     get_size=TEXT_PX * scale, font_family=_FONT, font_weight=700)  # fmt: skip


def _labels(labels: pd.DataFrame, theme: Theme, scale: float) -> pdk.Layer | None:
    tones = {"area": theme.ink, "place": theme.ink, "town": theme.muted, "country": theme.faint}
    rows = [
        {
            "p": [round(m["longitude"], 4), round(m["latitude"], 4)],
            "t": m["text"],
            "a": m["anchor"],
            "o": [round(m["dx"] * scale, 1), round(m["dy"] * scale, 1)],
            "c": [*rgb(tones[m["kind"]]), 255],
            "b": [*rgb(theme.land), 0 if m["kind"] == "country" else 170],
        }
        for m in labels.to_dict("records")
    ]
    if not rows:
        return None
    return pdk.Layer("TextLayer", rows, id="labels", get_position="p", get_text="t", get_color="c",
                     get_text_anchor="a", get_pixel_offset="o", get_size=(TEXT_PX + 1) * scale,
                     character_set=pdk.types.String("auto"), font_family=_FONT,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 10, "cutoff": 0.2, "smoothing": 0.18},
                     background=True, get_background_color="b")  # fmt: skip
