"""The ceasefires' axes as one picture, with title, filter, sources and version."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from ...events.breaches import told_in_view
from ...events.dataset import Dataset, View
from ...events.filters import Filter
from ...figures.breaches import MARGIN, breach_axes
from ...figures.breaches_axis import Axis, shared_axis
from ...figures.caption import Caption
from ...figures.theme import THEMES
from .. import cache
from ..frame import look
from ..ready import ReadyFigure
from ..timelines import caption, figure_config

TITLE = "Ceasefires, minute by minute"


def draw_picture(view: View, data: Dataset, width: int, bar: bool) -> None:
    """The picture `width` px wide; `bar` shows the bar with the download button."""
    value = view.filter.without_event()
    axis = _axis(value, data.tables.sha256, width)
    words = caption(view, data, width, explained(axis), TITLE)
    figure, drawn = _figure(value, data.tables.sha256, look(), width, words)
    config = figure_config(view, data, st.session_state.display.format, bar)
    name = f"ceasefires-{config['toImageButtonOptions']['filename']}"
    config["toImageButtonOptions"]["filename"] = name
    st.plotly_chart(figure, key="ceasefires", theme=None, config=config,
                    alt=f"{TITLE}: {drawn} The cards below say the same in words.")  # fmt: skip


def explained(axis: Axis) -> str:
    """What the marks mean, and how long the axes are."""
    return (
        f"Every axis is {axis.length} long; the line is the start. A mark is the first breach by "
        "the other side as one side tells it, hollow where contested; a band with an arrow: "
        "after that hour, no minute given"
    )


@lru_cache(maxsize=50)
def shown_truces(value: Filter, sha256: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ceasefires that a filter tells of and their accounts; not to be changed."""
    data, view = cache.shown(value, sha256)
    return told_in_view(view.events, data.events, data.tables.claims)


def _axis(value: Filter, sha256: str, width: int) -> Axis:
    return shared_axis(shown_truces(value, sha256)[1]["minutes"], width - MARGIN["l"] - MARGIN["r"])


@lru_cache(maxsize=50)
def _figure(
    value: Filter, sha256: str, theme: str, width: int, words: Caption
) -> tuple[ReadyFigure, str]:
    data, _ = cache.shown(value, sha256)
    shown, accounts = shown_truces(value, sha256)
    names = data.names["speaker"]
    symbol = data.symbols.get("breach", "circle")
    figure = breach_axes(shown, accounts, names, symbol, THEMES[theme], words, width)
    known = accounts[accounts["minutes"].notna()]
    told = "; ".join(
        f"{title}: "
        + ", ".join(
            f"{names[a.side]} {'after ' if a.at_earliest else ''}{a.local:%H:%M}"
            for a in known[known["truce"] == event_id].itertuples(index=False)
        )
        for event_id, title in shown[["event_id", "title"]].itertuples(index=False)
    )
    return ReadyFigure(figure), f"{told}."
