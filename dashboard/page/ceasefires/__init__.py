"""The page of ceasefires: when each was to begin, who brokered it, who tells of which breach."""

import pandas as pd
import streamlit as st

from ...events.breaches import breaches, of_all_truces, told_truces
from ...events.dataset import Dataset, View
from ...figures.theme import THEMES
from ..frame import look
from ..layout import draw_credits
from ..probe import Screen
from ..templates import FOLDER, render
from .picture import draw_picture, shown_truces
from .told import article_card, rest, truce_cards

SHARE = 0.7  # of the width for the axes, the rest for the article's sentence
GAP = 16  # px


def draw_ceasefires(view: View, data: Dataset, screen: Screen) -> None:
    """The axes of the view's ceasefires, the article's sentence beside, each in words below."""
    st.html(FOLDER / "ceasefires.css")
    if view.events.empty:
        st.html(render("empty.html", words=" · ".join(view.filter_words)))
        return
    shown, accounts = shown_truces(view.filter.without_event(), data.tables.sha256)
    if shown.empty:
        known = told_truces(data.events, breaches(data.events, data.tables.claims))
        st.html(render("ceasefires_none.html", known=len(known), words=view.sentence))
    else:
        _draw(view, data, screen, shown, accounts)
    others = rest(view, shown)
    if any(others.values()):
        st.html(render("ceasefires_rest.html", **others))
    draw_credits(data)


def _draw(
    view: View, data: Dataset, screen: Screen, shown: pd.DataFrame, accounts: pd.DataFrame
) -> None:
    theme = THEMES[look()]
    said = of_all_truces(view.events, data.tables.claims)
    words = article_card(data, shown, accounts, said, theme)
    if screen.narrow:
        st.html(words)
        draw_picture(view, data, screen.width, bar=False)
    else:
        left, right = st.columns([SHARE, 1 - SHARE], gap="small")
        with left:
            draw_picture(view, data, int((screen.width - GAP) * SHARE), bar=True)
        right.html(words)
    st.html(render("ceasefires_cards.html", truces=truce_cards(data, shown, accounts, theme)))
