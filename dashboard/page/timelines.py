"""Overview and timeline: built once for a filter and a screen, then drawn and linked."""

from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from ..events.dataset import Dataset, View
from ..events.dates import say_day
from ..events.filters import Filter
from ..figures import alt
from ..figures.caption import Caption, wrap
from ..figures.lanes import ONCE, Layout
from ..figures.overview import overview
from ..figures.panels import Panel
from ..figures.scale import enlarge
from ..figures.text import width_px
from ..figures.theme import TEXT_PX, THEMES
from ..figures.timeline import MARGIN, timeline
from ..figures.timeline_parts import timeline_layout, window_panels
from . import cache, state
from .frame import STATIC, Frame, picked_ids
from .ready import ReadyFigure
from .reports import unless_gone

TITLE = "Timeline of records"
ROW_PX = 11.5  # the least height of a row that carries a label


def plot_width(frame: Frame) -> float:
    """The width of the time axis in px, before it is enlarged."""
    return max(frame.laid_out[0] - MARGIN["l"] - MARGIN["r"], 120)


@lru_cache(maxsize=50)
def _overview(sha256: str, frame: Frame) -> tuple[ReadyFigure, tuple[Panel, ...], str]:
    data, _ = cache.shown(Filter(), sha256)
    panels = window_panels(data, Filter())
    look = THEMES[frame.theme]
    figure = overview(data.events, panels, look, plot_width(frame), frame.height)
    return ReadyFigure(figure), panels, alt.alt_overview(data.events)


def draw_overview(data: Dataset, frame: Frame) -> tuple[Panel, ...]:
    """The strip over the whole span; a box dragged on it sets the dates, clearing it all dates."""
    figure, panels, words = _overview(data.tables.sha256, frame)
    key = f"overview-{st.session_state.overview}"

    def brushed() -> None:
        box = st.session_state[key].selection.box
        state.brush(brushed_days(box[0]["x"]) if box else None)

    st.plotly_chart(figure, key=key, theme=None, config=STATIC, alt=words,
                    on_select=unless_gone(lambda: st.session_state.overview, brushed),
                    selection_mode="box")  # fmt: skip
    return panels


def brushed_days(ends: list[Any]) -> tuple[Any, Any]:
    """The days that a dragged box touches, both inclusive."""
    first, last = sorted(pd.Timestamp(end) for end in ends)
    return first.date(), last.date()


@lru_cache(maxsize=150)
def _layout(value: Filter, sha256: str, lanes: str, frame: Frame) -> Layout:
    data, view = cache.shown(value, sha256)
    rows = (frame.laid_out[1] - (176 if frame.labels else 280)) / ROW_PX
    return timeline_layout(data, view, lanes, plot_width(frame), rows, frame.labels)


@lru_cache(maxsize=150)
def _timeline(
    value: Filter, sha256: str, lanes: str, frame: Frame, caption: Caption, selected: str
) -> tuple[ReadyFigure, str]:
    data, view = cache.shown(value, sha256)
    layout = _layout(value, sha256, lanes, frame)
    figure = timeline(
        layout, view.events, data.truces, data.names["speaker"], data.types,
        THEMES[frame.theme], caption, round(frame.laid_out[1]), selected,
    )  # fmt: skip
    return ReadyFigure(enlarge(figure, frame.scale)), alt.alt_timeline(
        layout, view.events, view.sentence
    )


def draw_timeline(
    view: View, data: Dataset, lanes: str, frame: Frame, picture: str, bar: bool
) -> None:
    """The detail; a click marks a record, a box (a tool of its bar) sets the dates.

    `picture` is "png" or "svg"; `bar` shows the bar with the download button.
    """
    value = view.filter.without_event()
    once = ONCE if lanes in data.lane_names else ""
    words = caption(view, data, frame.laid_out[0], once)
    figure, alternative = _timeline(
        value, data.tables.sha256, lanes, frame, words, view.filter.event
    )

    def chosen() -> None:
        selection = st.session_state["timeline"].selection
        if selection.box:
            state.set_period(*brushed_days(selection.box[0]["x"]))
        elif selection.points:
            state.select(picked_ids(selection.points))

    st.plotly_chart(figure, key="timeline", theme=None, alt=alternative,
                    config=figure_config(view, data, picture, bar),
                    on_select=chosen, selection_mode=["points", "box"])  # fmt: skip


def figure_config(view: View, data: Dataset, picture: str, bar: bool) -> dict[str, Any]:
    """Plotly's bar with the box tool and the camera, or (`bar` false) none."""
    return {
        "displaylogo": False,
        **({} if bar else {"displayModeBar": False}),
        "modeBarButtonsToRemove": ["lasso2d", "zoom2d", "pan2d", "autoScale2d",
                                   "resetScale2d", "zoomIn2d", "zoomOut2d"],
        "toImageButtonOptions": {"format": picture, "scale": 3 if picture == "png" else 1,
                                 "filename": file_name(view, data)},
    }  # fmt: skip


def caption(
    view: View, data: Dataset, width: float, explained: str = "", title: str = TITLE
) -> Caption:
    """The words in a chart's picture; the day of making comes from the session's start."""
    cited = data.tables.package.get("citation", "")
    sources = {s for ids in view.events["sources"] for s in ids}
    listed = cited or f"{len(sources) or 'all'} sources, listed with each record"
    foot = " · ".join(
        [
            *([explained] if explained else []),
            f"{listed} · {data.tables.version} · made {say_day(st.session_state.day)}",
            data.tables.package["title"],
        ]
    )
    room = width * 0.94 - width_px(f"{title} · ", TEXT_PX + 2)
    words = wrap(view.sentence, room, TEXT_PX + 2)
    line = words[0] + (" …" if len(words) > 1 else "")
    return Caption(title, line, tuple(wrap(foot, width - 16, 10)))


def file_name(view: View, data: Dataset) -> str:
    """A telling file name: data set, filter, day."""
    parts = [data.tables.package["name"], *view.filter_words, f"{st.session_state.day}"]
    words = "_".join(parts).lower().replace("–", "-")
    plain = "".join(c if c.isalnum() and c.isascii() else "-" for c in words.replace("_", " "))
    return "-".join(p for p in plain.split("-") if p)[:110]
