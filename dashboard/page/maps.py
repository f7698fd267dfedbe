"""The map: built once for a filter and a screen, in WebGL or as vectors, then drawn and linked."""

from functools import lru_cache

import streamlit as st

from ..events.dataset import Dataset, View
from ..events.filters import Filter
from ..events.sets.source import Source, Stored
from ..figures import alt
from ..figures.counts import count_layers, count_traces, fit_view
from ..figures.map_parts import MapParts, map_parts
from ..figures.map_svg import svg_map
from ..figures.map_view import VIEWS, MapView
from ..figures.map_webgl import webgl_map
from ..figures.scale import enlarge
from ..figures.text import markdown_text
from ..figures.theme import THEMES
from . import answers, cache, state
from .frame import STATIC, Frame, picked_ids
from .overlays import over, overlays
from .ready import ReadyDeck, ReadyFigure


@lru_cache(maxsize=150)
def _map_parts(value: Filter, sha256: str, names: str, where: MapView, frame: Frame) -> MapParts:
    data, view = cache.shown(value, sha256)
    base = cache.base(names, where)
    return map_parts(view, data.symbols, names, where, frame.laid_out, base)


@lru_cache(maxsize=100)
def _map(
    value: Filter, sha256: str, names: str, where: MapView, frame: Frame, webgl: bool,
    selected: str, picks: int, other: str,
) -> ReadyFigure | ReadyDeck:  # fmt: skip
    parts = _map_parts(value, sha256, names, where, frame)
    marks, labels = parts.marks, parts.labels
    look, areas = THEMES[frame.theme], cache.boundaries().simple_areas
    laid_over = over(value, cache.shown(value, sha256)[0])
    counts = answers.on_map(laid_over, other, where.bounds) if other else None
    if not webgl:
        figure = svg_map(
            marks,
            labels,
            areas,
            cache.base_paths(),
            where,
            frame.laid_out,
            look,
            selected,
            count_traces(counts.cells, counts.rough, where, frame.laid_out, look) if counts else (),
        )
        return ReadyFigure(enlarge(figure, frame.scale))
    version = f"{sha256[:8]}{other[:8]}-{abs(hash((value, names)))}-{picks}"
    size = (float(frame.width), float(frame.height))
    deck = webgl_map(
        marks,
        labels,
        areas,
        where,
        size,
        look,
        geo_url(),
        version,
        selected,
        frame.scale,
        count_layers(counts.cells, counts.rough, where, size, look, version, frame.scale)
        if counts
        else (),
    )
    return ReadyDeck(deck)


def map_of(view: View, source: Source) -> MapView:
    """What the map shows: the view chosen, or where imported records lie."""
    if isinstance(source, Stored):
        return fit_view(*answers.bounds(view.filter.without_event(), source.sha256))
    return VIEWS[st.session_state.display.map]


def geo_url() -> str:
    """Where this server serves geo/."""
    return f"/{st.get_option('server.baseUrlPath') or ''}".rstrip("/") + "/geo"


def draw_map(
    view: View, data: Dataset, names: str, where: MapView, frame: Frame, webgl: bool
) -> tuple[int, int]:
    """The map, in WebGL or as vectors; a click marks a record, a further one the next there.

    Returns the numbers of calls drawn and of located records outside the view.
    """
    value, sha256 = view.filter.without_event(), data.tables.sha256
    parts = _map_parts(value, sha256, names, where, frame)
    words = alt.alt_map(parts.marks, view.sentence, view.off_map)
    # A pick is remembered by row: another layer id for each pick drops it, and with it the
    # paleness that deck.gl gives to all that is not picked.
    picks = st.session_state.picks if webgl else 0
    over_sha = "".join(other.sha256 for other in overlays())
    figure = _map(value, sha256, names, where, frame, webgl, view.filter.event, picks, over_sha)

    def picked_webgl() -> None:
        for objects in st.session_state["map"].selection.objects.values():
            if objects:
                state.select(objects[0].get("ids", []))

    def picked_svg() -> None:
        points = st.session_state["map-svg"].selection.points
        if points:
            state.select(picked_ids(points))

    if webgl:
        st.pydeck_chart(figure, key="map", height=frame.height, on_select=picked_webgl,
                        selection_mode="single-object", alt=words)  # fmt: skip
    else:
        st.plotly_chart(figure, key="map-svg", theme=None, config={**STATIC, "scrollZoom": True},
                        on_select=picked_svg, selection_mode="points", alt=words)  # fmt: skip
    return len(parts.marks.arcs), parts.outside


def view_choice() -> None:
    """The choice of the map's view."""

    def label(key: str) -> str:
        return markdown_text(VIEWS[key].label)

    st.segmented_control("Map view", list(VIEWS), default=st.session_state.display.map,
                         key=state.key("map"), format_func=label, on_change=state.shown_as("map"),
                         label_visibility="collapsed", required=True)  # fmt: skip
