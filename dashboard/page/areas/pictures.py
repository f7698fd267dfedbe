"""The readings as two pictures, each with title, filter, sources and version."""

from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from ...events.areas import OBLAST
from ...events.boundaries import CREDIT
from ...events.dataset import Dataset, View
from ...figures.caption import Caption
from ...figures.readings import dot_plot
from ...figures.readings_map import areas_map
from ...figures.readings_rows import say_percent
from ...figures.theme import THEMES
from .. import cache
from ..frame import look
from ..ready import ReadyFigure
from ..timelines import caption, figure_config
from .measured import measured

PLOT, MAP = "Shares of Azerbaijan", "The areas of the readings"
OF_COUNTRY = "In percent of 86,600 km²"
PLOT_EXPLAINED = (
    f"{OF_COUNTRY}. ◇ stated in a record, in the colour of its side; ■ sum of the compilers; "
    "● measured here; │ published area of the same land. A grey bar is what a rough figure may "
    "mean at least, or the way from a measured to a published area"
)
MAP_EXPLAINED = (
    "Dashed: former oblast (NKAO, 1991). Hatched: area held by Armenian forces 1994–2020. "
    "Outlined: the seven districts without land of the oblast, with measured km²"
)


def draw_plot(
    view: View, data: Dataset, stated: pd.DataFrame, table: pd.DataFrame, width: int, bar: bool
) -> None:
    """The dot plot `width` px wide; `bar` shows the bar with the download button."""
    words = caption(view, data, width, f"{PLOT_EXPLAINED}. {CREDIT}", PLOT)
    figure = dot_plot(stated, table, data.names["speaker"], THEMES[look()], words, width)
    named = ", ".join(f"{r['label']} {say_percent(r)}" for r in stated.to_dict("records"))
    held = ", ".join(
        f"{label} {percent:.1f} %"
        for label, percent, kind in table[["label", "percent", "kind"]].itertuples(index=False)
        if kind in ("held", "whole")
    )
    st.plotly_chart(ReadyFigure(figure), key="areas-plot", theme=None,
                    config=_config(view, data, "shares", bar),
                    alt=f"{PLOT}, {OF_COUNTRY}. Stated: {named or 'none in this view'}. "
                        f"Measured: {held}. The tables below list all of them.")  # fmt: skip


def draw_map(
    view: View, data: Dataset, table: pd.DataFrame, size: tuple[int, int], bar: bool
) -> None:
    """The map of `size` px without the foot of its caption."""
    words = caption(view, data, size[0], f"{MAP_EXPLAINED}. {CREDIT}", MAP)
    figure = _map(look(), st.session_state.display.names, size, words)
    rows = table[table["kind"] == "district"]
    named = ", ".join(f"{n} {a:,.0f} km²" for n, a in zip(rows["label"], rows["km2"], strict=True))
    st.plotly_chart(figure, key="areas-map", theme=None, config=_config(view, data, "map", bar),
                    alt=f"{MAP}: the former oblast, the area held 1994–2020, and {named}. "
                        "The tables below list all of them.")  # fmt: skip


@lru_cache(maxsize=20)
def _map(theme: str, names: str, size: tuple[int, int], words: Caption) -> ReadyFigure:
    layers = [cache.boundaries().layer(name) for name in ("seven_districts", OBLAST)]
    shapes = pd.concat([layer.set_index("id").geometry for layer in layers])
    return ReadyFigure(areas_map(measured(), shapes, cache.base_paths(), names,
                                 THEMES[theme], words, size))  # fmt: skip


def _config(view: View, data: Dataset, name: str, bar: bool) -> dict[str, Any]:
    config = figure_config(view, data, st.session_state.display.format, bar)
    told = config["toImageButtonOptions"]
    return {**config, "toImageButtonOptions": {**told, "filename": f"{name}-{told['filename']}"}}
