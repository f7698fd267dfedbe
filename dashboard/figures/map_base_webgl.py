"""The base of the WebGL map: boundary files that the browser takes from this server."""

from typing import Any

import pydeck as pdk

from .map_view import DETAIL
from .theme import Theme, rgb

_WORLD = (-180.0, -85.0, 180.0, 85.0)


def base_layers(theme: Theme, geo_url: str) -> list[pdk.Layer]:
    """Sea, world, then the region in detail on its own sea, and what lay where when.

    By address and under fixed ids, they travel once and stay while the marks on them change.
    """
    land: dict[str, Any] = {
        "get_fill_color": [*rgb(theme.land)],
        "get_line_color": [*rgb(theme.land_line)],
    }
    line: dict[str, Any] = {"filled": False}
    return [
        _sea("sea", _WORLD, theme),
        _file("world", geo_url, **land, line_width_min_pixels=0.6),
        _sea("region-sea", DETAIL, theme),
        _file("countries", geo_url, **land, line_width_min_pixels=0),
        _file("districts", geo_url, **line, get_line_color=[*rgb(theme.district)],
              line_width_min_pixels=0.5),
        _file("control_1994_2020", geo_url, get_fill_color=[*rgb(theme.held), 95],
              get_line_color=[*rgb(theme.held)], line_width_min_pixels=1),
        _file("lakes", geo_url, get_fill_color=[*rgb(theme.water)], stroked=False),
        _file("rivers", geo_url, **line, get_line_color=[*rgb(theme.water)],
              line_width_min_pixels=1.2),
        _file("countries", geo_url, suffix="-border", **line,
              get_line_color=[*rgb(theme.land_line)], line_width_min_pixels=1.2),
        _file("nkao_1991", geo_url, **line, get_line_color=[*rgb(theme.oblast)],
              line_width_min_pixels=1.6, get_dash_array=[5, 3], dash_justified=True,
              extensions=[{"@@type": "PathStyleExtension", "dash": True}]),
    ]  # fmt: skip


def _file(name: str, geo_url: str, suffix: str = "", **style: Any) -> pdk.Layer:
    url = pdk.types.String(f"{geo_url}/{name}.geojson")
    return pdk.Layer("GeoJsonLayer", url, id=name + suffix, pickable=False, **style)


def _sea(layer: str, bounds: tuple[float, float, float, float], theme: Theme) -> pdk.Layer:
    west, south, east, north = bounds
    ring = [[west, south], [east, south], [east, north], [west, north]]
    return pdk.Layer("PolygonLayer", [{"p": ring}], id=layer, get_polygon="p", stroked=False,
                     get_fill_color=[*rgb(theme.sea)])  # fmt: skip
