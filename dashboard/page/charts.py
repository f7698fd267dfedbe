"""Overview, timeline and map: figures built once for a filter and a screen, then drawn and linked."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from ..events.dataset import Dataset, View
from ..events.dates import say_day
from ..events.filters import Filter
from ..figures import alt
from ..figures import theme as themes
from ..figures.caption import Caption, wrap
from ..figures.map_areas import area_points
from ..figures.map_labels import map_labels
from ..figures.map_marks import MapMarks, capitals_only, map_marks
from ..figures.map_svg import svg_map
from ..figures.map_view import VIEWS
from ..figures.map_webgl import webgl_map
from ..figures.marks import Layout, lay_out
from ..figures.overview import overview
from ..figures.panels import Panel, make_panels
from ..figures.scale import enlarge
from ..figures.timeline import MARGIN, timeline
from . import cache, state
from .periods import window

STATIC = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False}
ROW_PX = 11.5  # the least height of a row that carries a label


@dataclass(frozen=True)
class Frame:
    """Sizes in px and the look that figures are built for; part of what they are cached by."""

    theme: str
    width: int
    height: int
    labels: bool = True
    scale: float = 1.0

    @property
    def laid_out(self) -> tuple[float, float]:
        """Width and height in px for which things are laid out, before they are enlarged."""
        return self.width / self.scale, self.height / self.scale


def types(data: Dataset) -> dict[str, tuple[str, str]]:
    """event_type -> (label, symbol), in the order of the categories."""
    table = data.tables.categories[["event_type", "label", "symbol"]]
    return {key: (label, symbol) for key, label, symbol in table.itertuples(index=False)}


def symbols(data: Dataset) -> dict[str, str]:
    """event_type -> symbol."""
    return {key: symbol for key, (_, symbol) in types(data).items()}


def _plot_width(frame: Frame) -> float:
    return max(frame.laid_out[0] - MARGIN["l"] - MARGIN["r"], 120)


def _panels(data: Dataset, first: pd.Timestamp, last: pd.Timestamp) -> tuple[Panel, ...]:
    days = data.events["earliest"].dropna()
    return make_panels(first, last, data.tables.periods, list(days))


@st.cache_resource(show_spinner=False)
def _overview(sha256: str, frame: Frame) -> tuple[dict[str, Any], tuple[Panel, ...], str]:
    data = cache.dataset()
    panels = _panels(data, *window(data, Filter()))
    look = themes.THEMES[frame.theme]
    figure = overview(data.events, panels, look, _plot_width(frame), frame.height)
    return figure, panels, alt.alt_overview(data.events)


def draw_overview(data: Dataset, frame: Frame) -> tuple[Panel, ...]:
    """The strip over the whole span; a box dragged on it sets the dates, clearing it all dates."""
    figure, panels, words = _overview(data.tables.sha256, frame)
    key = f"overview{st.session_state.brush}"

    def brushed() -> None:
        box = st.session_state[key].selection.box
        days = _days(box[0]["x"]) if box else (None, None)
        state.set_period(*days, brushed=True)

    st.plotly_chart(figure, key=key, theme=None, config=STATIC, alt=words, on_select=brushed,
                    selection_mode="box")  # fmt: skip
    return panels


def _days(ends: list[Any]) -> tuple[Any, Any]:
    """The days that a dragged box touches, both inclusive."""
    first, last = sorted(pd.Timestamp(end) for end in ends)
    return first.date(), last.date()


@st.cache_resource(show_spinner=False, max_entries=300)
def _layout(value: Filter, sha256: str, lanes: str, frame: Frame) -> Layout:
    data, view = cache.dataset(), cache.view(value, sha256)
    panels = _panels(data, *window(data, value))
    names = data.names["type"] if lanes == "type" else data.names["speaker"]
    rows = (frame.laid_out[1] - (176 if frame.labels else 280)) / ROW_PX
    width = _plot_width(frame)
    return lay_out(view.events, panels, lanes, names, symbols(data), width, rows, frame.labels)


@st.cache_resource(show_spinner=False, max_entries=300)
def _timeline(
    value: Filter, sha256: str, lanes: str, frame: Frame, caption: Caption, selected: str
) -> tuple[dict[str, Any], str]:
    data, view = cache.dataset(), cache.view(value, sha256)
    layout = _layout(value, sha256, lanes, frame)
    figure = timeline(
        layout, view.events, data.truces, data.names["speaker"], types(data),
        themes.THEMES[frame.theme], caption, round(frame.laid_out[1]), selected,
    )  # fmt: skip
    return enlarge(figure, frame.scale), alt.alt_timeline(layout, view.events, view.sentence)


def draw_timeline(
    view: View, data: Dataset, lanes: str, frame: Frame, picture: str, bar: bool
) -> None:
    """The detail; a click marks a record, a box sets the dates. `picture` is "png" or "svg";
    `bar` shows the download button."""
    value = view.filter.without_event()
    words = caption(view, data, frame.laid_out[0])
    figure, alternative = _timeline(
        value, data.tables.sha256, lanes, frame, words, view.filter.event
    )
    config: dict[str, Any] = {
        "displaylogo": False,
        **({} if bar else {"displayModeBar": False}),
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoom2d", "pan2d", "autoScale2d",
                                   "resetScale2d", "zoomIn2d", "zoomOut2d"],
        "toImageButtonOptions": {"format": picture, "scale": 3 if picture == "png" else 1,
                                 "filename": file_name(view, data)},
    }  # fmt: skip

    def chosen() -> None:
        selection = st.session_state["timeline"].selection
        if selection.box:
            state.set_period(*_days(selection.box[0]["x"]))
        elif selection.points:
            state.select(_ids(selection.points))

    st.plotly_chart(figure, key="timeline", theme=None, config=config, alt=alternative,
                    on_select=chosen, selection_mode=["points", "box"])  # fmt: skip


def _ids(points: list[Any]) -> list[str]:
    """The records of the points that were hit; a map's point stands for several."""
    for point in points:
        found = point.get("customdata")
        if found:
            return [found] if isinstance(found, str) else [i for i in found if isinstance(i, str)]
    return []


def caption(view: View, data: Dataset, width: float) -> Caption:
    """The words in the timeline's picture; the day of making comes from the session's start."""
    sources = {s for ids in view.events["sources"] for s in ids}
    foot = (
        f"{len(sources)} sources, listed with each record · {data.tables.version} · "
        f"made {say_day(st.session_state.day)} · {data.tables.package['title']}"
    )
    words = wrap(view.sentence, width * 0.94, 12)
    line = words[0] + (" …" if len(words) > 1 else "")
    return Caption("Timeline of records", line, tuple(wrap(foot, width - 16, 10)))


def file_name(view: View, data: Dataset) -> str:
    """A telling file name: data set, filter, day."""
    parts = [data.tables.package["name"], *view.filter_words, f"{st.session_state.day}"]
    words = "_".join(parts).lower().replace("–", "-")
    plain = "".join(c if c.isalnum() and c.isascii() else "-" for c in words.replace("_", " "))
    return "-".join(p for p in plain.split("-") if p)[:110]


@st.cache_resource(show_spinner=False, max_entries=300)
def _map_parts(
    value: Filter, sha256: str, names: str, key: str, frame: Frame
) -> tuple[MapMarks, pd.DataFrame]:
    data, view = cache.dataset(), cache.view(value, sha256)
    marks = map_marks(view.events, view.locations, symbols(data), names)
    land = cache.boundaries().layer("countries" if key == "region" else "world")
    shown = land if key == "region" else land[land["id"].isin(["TUR", "RUS", "USA", "FRA", "KAZ"])]
    if key != "region":
        marks = capitals_only(marks)
    areas = area_points(marks.areas, cache.boundaries().areas, marks.places, VIEWS[key])
    marks = replace(marks, areas=areas)
    return marks, map_labels(marks, shown, VIEWS[key], frame.laid_out, cache.towns())


@st.cache_resource(show_spinner=False, max_entries=100)
def _map(
    value: Filter, sha256: str, names: str, key: str, frame: Frame, webgl: bool, selected: str,
    picks: int,
) -> Any:  # fmt: skip
    marks, labels = _map_parts(value, sha256, names, key, frame)
    look, areas = themes.THEMES[frame.theme], cache.boundaries().areas
    if not webgl:
        figure = svg_map(
            marks, labels, areas, cache.base_layers(), VIEWS[key], look, frame.laid_out, selected
        )
        return enlarge(figure, frame.scale)
    version = f"{sha256[:8]}-{abs(hash((value, names)))}-{picks}"
    size = (float(frame.width), float(frame.height))
    url = f"/{st.get_option('server.baseUrlPath') or ''}".rstrip("/") + "/geo"
    return webgl_map(
        marks, labels, areas, VIEWS[key], size, look, url, version, selected, frame.scale
    )


def draw_map(
    view: View, data: Dataset, names: str, key: str, frame: Frame, webgl: bool
) -> MapMarks:
    """The map, in WebGL or as vectors; a click marks a record, a further one the next there."""
    value, sha256 = view.filter.without_event(), data.tables.sha256
    marks, _ = _map_parts(value, sha256, names, key, frame)
    words = alt.alt_map(marks, view.sentence, view.off_map)
    # A pick is remembered by row: another layer id for each pick drops it, and with it the
    # paleness that deck.gl gives to all that is not picked.
    picks = st.session_state.picks if webgl else 0
    figure = _map(value, sha256, names, key, frame, webgl, view.filter.event, picks)

    def picked_webgl() -> None:
        for objects in st.session_state["map"].selection.objects.values():
            if objects:
                state.select(objects[0].get("ids", []))

    def picked_svg() -> None:
        points = st.session_state["map-svg"].selection.points
        if points:
            state.select(_ids(points))

    if webgl:
        st.pydeck_chart(figure, key="map", height=frame.height, on_select=picked_webgl,
                        selection_mode="single-object", alt=words)  # fmt: skip
    else:
        st.plotly_chart(figure, key="map-svg", theme=None, config={**STATIC, "scrollZoom": True},
                        on_select=picked_svg, selection_mode="points", alt=words)  # fmt: skip
    return marks
