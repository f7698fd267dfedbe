"""Counts along the time axis: the whole span of a data set, and another set laid over a view."""

from typing import Any

import streamlit as st

from ..events.dataset import Dataset, View
from ..events.faults import DataError
from ..events.filters import Filter
from ..events.sets.crowd import unit_for
from ..events.sets.source import Source, Stored
from ..events.store.waiting import EngineError
from ..figures.counts import alt_count_timeline, count_strip
from ..figures.panels import DAY, Panel
from ..figures.theme import THEMES
from ..figures.timeline_parts import window, window_panels
from . import answers, cache, state
from .frame import STATIC, Frame
from .ready import ReadyFigure
from .reports import unless_gone
from .templates import render
from .timelines import brushed_days, plot_width


def _strip(
    value: Filter, sha256: str, panels: tuple[Panel, ...], frame: Frame, label: str
) -> tuple[dict[str, Any], str]:
    """The counts of a data set on the axes of `panels`: a figure and its text."""
    first, last = panels[0].first.date(), (panels[-1].end - DAY).date()
    # Panels of years and of weeks side by side: months suit both.
    unit = unit_for((last - first).days + 1) if len(panels) == 1 else "month"
    bins = answers.all_lanes(value, sha256, (first, last), unit)
    look, wide = THEMES[frame.theme], plot_width(frame)
    figure = count_strip(bins, unit, panels, look, label, wide, frame.height)
    return figure, alt_count_timeline(bins, unit, {"": label}, label)


def draw_whole(source: Source, data: Dataset, frame: Frame) -> tuple[Panel, ...]:
    """The strip over the whole span of an imported data set; a box dragged on it sets the dates."""
    panels = window_panels(data, Filter())
    figure, words = _strip(Filter(), source.sha256, panels, frame, "All records")
    figure = {**figure, "layout": {**figure["layout"], "dragmode": "select"}}
    key = f"overview-{st.session_state.overview}"

    def brushed() -> None:
        box = st.session_state[key].selection.box
        state.brush(brushed_days(box[0]["x"]) if box else None)

    st.plotly_chart(ReadyFigure(figure), key=key, theme=None, config=STATIC, alt=words,
                    on_select=unless_gone(lambda: st.session_state.overview, brushed),
                    selection_mode="box")  # fmt: skip
    return panels


def overlays(say: bool = False) -> list[Stored]:
    """The data set whose counts are laid over the view, if one is chosen and can be opened; `say`
    shows why it cannot."""
    key = st.session_state.display.overlay
    try:
        found = cache.source(key) if key else None
    except (DataError, EngineError) as error:
        if say:
            st.error("The counts of the other data set cannot be shown.", icon="⚠️")
            st.code(str(error), language=None)
        return []
    return [found] if isinstance(found, Stored) else []


def over(value: Filter, data: Dataset) -> Filter:
    """The part of a filter that means the same in another data set: dates (those of the view's time
    axis), place and words."""
    first, last = window(data, value)
    return Filter(since=first.date(), until=last.date(), q=value.q, box=value.box)


def draw_overlay(other: Stored, view: View, data: Dataset, frame: Frame) -> None:
    """The counts of another data set in the dates of the view, with its own name and number."""
    value, panels = over(view.filter, data), window_panels(data, view.filter)
    figure, words = _strip(value, other.sha256, panels, frame, other.about.publisher)
    st.plotly_chart(ReadyFigure(figure), key="overlay-strip", theme=None, config=STATIC,
                    alt=words)  # fmt: skip
    count = answers.totals(value, other.sha256).count
    st.html(render("overlay_note.html", title=other.title, count=f"{count:,}"))
