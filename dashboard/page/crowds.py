"""Charts of counts, for views of too many records to draw each; a click narrows the view."""

from datetime import date
from functools import lru_cache

import streamlit as st

from ..events.dataset import Dataset, View
from ..events.filters import Filter
from ..events.sets.crowd import MOST_MARKS
from ..events.sets.source import Stored
from ..figures.caption import Caption
from ..figures.counts import (
    alt_count_map,
    alt_count_timeline,
    count_classes,
    count_labels,
    count_timeline,
    svg_counts,
    swatches,
    webgl_counts,
)
from ..figures.map_view import MapView
from ..figures.scale import enlarge
from ..figures.theme import THEMES
from ..figures.timeline_parts import window, window_panels
from . import answers, cache, state
from .frame import STATIC, Frame
from .maps import geo_url
from .ready import ReadyDeck, ReadyFigure
from .templates import render
from .timelines import brushed_days, caption, figure_config, plot_width


def _days(data: Dataset, value: Filter) -> tuple[date, date]:
    first, last = window(data, value)
    return first.date(), last.date()


@lru_cache(maxsize=50)
def _timeline(
    value: Filter, sha256: str, by: str, frame: Frame, words: Caption
) -> tuple[ReadyFigure, str]:
    data, view = cache.shown(value, sha256)
    crowd = answers.in_time(value, sha256, by, _days(data, value))
    figure = count_timeline(
        crowd.bins, crowd.unit, crowd.lanes, window_panels(data, value), THEMES[frame.theme],
        words, plot_width(frame), round(frame.laid_out[1]),
    )  # fmt: skip
    alternative = alt_count_timeline(crowd.bins, crowd.unit, crowd.lanes, view.sentence)
    return ReadyFigure(enlarge(figure, frame.scale)), alternative


def draw_crowd_timeline(view: View, data: Dataset, source: Stored, frame: Frame, bar: bool) -> None:
    """Counts by lane and time; a click on a bar, or a box, sets the dates."""
    display, value = st.session_state.display, view.filter.without_event()
    undated = answers.totals(value, source.sha256).undated
    words = caption(view, data, frame.laid_out[0], _explained(undated, display.lanes))
    figure, alternative = _timeline(value, source.sha256, display.lanes, frame, words)

    def chosen() -> None:
        selection = st.session_state["crowd"].selection
        if selection.box:
            state.set_period(*brushed_days(selection.box[0]["x"]))
            return
        for point in selection.points:
            told = point.get("customdata") or []
            if len(told) >= 3:
                state.set_period(*(date.fromisoformat(day) for day in told[1:3]))
                return

    st.plotly_chart(figure, key="crowd", theme=None, alt=alternative, on_select=chosen,
                    config=figure_config(view, data, display.format, bar),
                    selection_mode=["points", "box"])  # fmt: skip


def _explained(undated: int, by: str) -> str:
    """What a reader must know of the counts: that none is left out, where each stands."""
    once = "" if by == "type" else ", each once in the lane of the one named first"
    rest = f"; {undated:,} with no date" if undated else ""
    return f"All records are counted{once}, none is left out{rest}"


@lru_cache(maxsize=50)
def _map(
    value: Filter, sha256: str, where: MapView, frame: Frame, webgl: bool, picks: int
) -> ReadyFigure | ReadyDeck:
    crowd = answers.on_map(value, sha256, where.bounds)
    base, look = cache.base("both", where), THEMES[frame.theme]
    labels = count_labels(
        crowd.rough, base.countries, base.towns, where, frame.laid_out, crowd.cells
    )
    if not webgl:
        figure = svg_counts(
            crowd.cells, crowd.rough, labels, cache.base_paths(), where, frame.laid_out, look
        )
        return ReadyFigure(enlarge(figure, frame.scale))
    version = f"{sha256[:8]}-{abs(hash((value, where)))}-{picks}"
    size = (float(frame.width), float(frame.height))
    return ReadyDeck(
        webgl_counts(
            crowd.cells, crowd.rough, labels, where, size, look, geo_url(), version, frame.scale
        )
    )


def draw_crowd_map(view: View, source: Stored, where: MapView, frame: Frame, webgl: bool) -> None:
    """Counts by square; a click on one narrows the view to it."""
    value = view.filter.without_event()
    crowd = answers.on_map(value, source.sha256, where.bounds)
    words = alt_count_map(crowd.cells, crowd.rough, view.sentence, view.off_map)
    picks = st.session_state.picks if webgl else 0
    figure = _map(value, source.sha256, where, frame, webgl, picks)

    def picked_webgl() -> None:
        for objects in st.session_state["crowd-map"].selection.objects.values():
            if objects and objects[0].get("box"):
                state.zoom(tuple(objects[0]["box"]))

    def picked_svg() -> None:
        for point in st.session_state["crowd-svg"].selection.points:
            box = [v for v in point.get("customdata") or [] if isinstance(v, int | float)]
            if len(box) >= 4:
                state.zoom((box[0], box[1], box[2], box[3]))
                return

    if webgl:
        st.pydeck_chart(figure, key="crowd-map", height=frame.height, on_select=picked_webgl,
                        selection_mode="single-object", alt=words)  # fmt: skip
    else:
        st.plotly_chart(figure, key="crowd-svg", theme=None, config={**STATIC, "scrollZoom": True},
                        on_select=picked_svg, selection_mode="points", alt=words)  # fmt: skip
    known = answers.totals(value, source.sha256)
    shades = swatches(count_classes(crowd.cells["count"]), THEMES[frame.theme])
    st.html(
        render(
            "crowd_note.html",
            where=where,
            present=st.session_state.display.present,
            size=f"{crowd.size:g}",
            rough=known.rough,
            nowhere=known.nowhere,
            shades=shades,
        )
    )


def zoom_out(view: View) -> None:
    """The way back from a narrower map."""
    if view.filter.box:
        st.button("‹ Whole map", on_click=state.zoom, args=(None,), key="whole-map",
                  width="stretch")  # fmt: skip


def about_note(view: View, source: Stored) -> str:
    """What stands beside the map where no record is marked, as HTML."""
    return render("about_set.html", about=source.about, total=f"{view.total:,}",
                  shown=f"{view.shown:,}", crowd=view.crowd, most=f"{MOST_MARKS:,}")  # fmt: skip
