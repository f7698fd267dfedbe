"""The page of claims: who says what of each record, who says otherwise, and how the view leans."""

import streamlit as st

from ...events.balance import balance, say_lean
from ...events.dataset import Dataset, View
from ...figures.theme import THEMES
from .. import state
from ..cards import card
from ..downloads import csv_button, form_button
from ..frame import look
from ..layout import draw_credits
from ..probe import Screen
from ..templates import render
from .picture import draw_picture
from .table import draw_table
from .weights import draw_weights

FORMS = ("Table", "Picture")
SORTED = {"date": "By date", "contested": "Most contested first"}


def draw_claims(view: View, data: Dataset, screen: Screen) -> None:
    """Table or picture of the view's records by sides; the claims of the chosen record below."""
    if view.events.empty:
        st.html(render("empty.html", words=" · ".join(view.filter_words)))
        return
    found = balance(data, view)
    lean = say_lean(found, data.names["speaker"])
    st.html(render("claims_head.html", found=found, lean=lean))
    form, order = _choices(view, data), st.session_state.display.order
    if form == FORMS[0]:
        room = screen.height - (560 if view.filter.event else 420)
        draw_table(view, data, order, max(room, 300), THEMES[look()])
    else:
        draw_picture(view, data, order, screen)
    _below(view, data, screen)
    draw_credits(data)


def _choices(view: View, data: Dataset) -> str:
    """The order of the records, and table or picture; the same rows as files."""
    sort, form, table, excel = st.columns([3, 2, 1, 1], vertical_alignment="center")
    with sort:
        st.segmented_control("Sorted", list(SORTED), default=st.session_state.display.order,
                             key=state.key("order"), on_change=state.shown_as("order"),
                             format_func=SORTED.__getitem__, required=True,
                             label_visibility="collapsed")  # fmt: skip
    with form:
        shown = st.segmented_control("Shown as", FORMS, default=FORMS[0], key="claims-form",
                                     required=True, label_visibility="collapsed")  # fmt: skip
    with table:
        csv_button(view, data, "CSV (zip)", "claims-csv")
    with excel:
        form_button(view, data, "xlsx", "Excel", "claims-xlsx")
    return shown or FORMS[0]


def _below(view: View, data: Dataset, screen: Screen) -> None:
    """The chosen record's claims beside each other, and the balance in numbers."""
    event, theme = view.filter.event, THEMES[look()]
    chosen = event if event in data.events.index else ""
    if not chosen:
        draw_weights(view, data, theme)
        return
    if screen.narrow:
        st.html(card(data, chosen, theme))
        draw_weights(view, data, theme)
        return
    left, right = st.columns([0.66, 0.34], gap="small")
    with left:
        st.html(card(data, chosen, theme))
    with right:
        draw_weights(view, data, theme)
