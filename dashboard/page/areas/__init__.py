"""The page of areas: what "some 20 percent" may count, measured and as others have stated it."""

import streamlit as st

from ...events.areas import OBLAST
from ...events.dataset import Dataset, View
from ...events.readings import readings
from ..layout import draw_credits
from ..probe import Screen
from ..templates import FOLDER, render
from .measured import measured
from .pictures import draw_map, draw_plot
from .told import measured_table, method, stated_table

SHARE = 0.6  # of the width for the dot plot, the rest for the map
GAP = 16  # px
MAP_PX = 430  # height of the map without its caption


def draw_areas(view: View, data: Dataset, screen: Screen) -> None:
    """Dot plot and map of the readings, both tables, and the method with its error.

    The filter bears on the figures that records state; the areas are those of `geo/`.
    """
    st.html(FOLDER / "areas.css")
    if OBLAST not in set(data.tables.places.get("area", ())):
        st.html(render("areas_elsewhere.html"))
        return
    table, stated = measured(), readings(data, view)
    st.html(render("areas_head.html", stated=len(stated), words=view.sentence))
    if screen.narrow:
        draw_plot(view, data, stated, table, screen.width, bar=False)
        draw_map(view, data, table, (screen.width, 400), bar=False)
    else:
        wide = screen.width - GAP
        left, right = st.columns([SHARE, 1 - SHARE], gap="small")
        with left:
            draw_plot(view, data, stated, table, int(wide * SHARE), bar=True)
        with right:
            draw_map(view, data, table, (int(wide * (1 - SHARE)), MAP_PX), bar=True)
            st.html(method(table))
    if len(stated):
        st.html(stated_table(data, stated))
    st.html(measured_table(table))
    if screen.narrow:
        st.html(method(table))
    draw_credits(data)
