"""The records by sides as one picture for a slide, with its title, filter, sources and version."""

from functools import lru_cache

import streamlit as st

from ...events.dataset import Dataset, View
from ...events.filters import Filter
from ...events.matrix import matrix
from ...figures.caption import Caption
from ...figures.claim_matrix import claim_matrix
from ...figures.theme import THEMES
from .. import cache, state
from ..frame import look, picked_ids
from ..probe import Screen
from ..ready import ReadyFigure
from ..reports import unless_gone
from ..timelines import caption, figure_config

TITLE = "Who says what"
EXPLAINED = "Filled: not contested; hollow: contested; a number: claims of that side"
MOST = 40  # records; more make no picture that can be read


def draw_picture(view: View, data: Dataset, order: str, screen: Screen) -> None:
    """The picture of up to `MOST` records; a click on a mark opens the claims of its record."""
    ids = list(matrix(data, view, order)["event_id"].unique())
    if len(view.events) > MOST:
        st.info(f"A picture holds {MOST} records at most; this view has {len(view.events)}. "
                "Narrow it by date, actor or type.", icon="ℹ️")  # fmt: skip
        return
    words = caption(view, data, screen.width, EXPLAINED, TITLE)
    key = f"claims-picture-{hash(view.filter.without_event())}-{st.session_state.picks}"

    def chosen() -> None:
        state.select(picked_ids(st.session_state[key].selection.points))

    value = view.filter.without_event()
    figure = _figure(value, data.tables.sha256, order, look(), screen.width, words)
    display = st.session_state.display
    st.plotly_chart(
        figure, key=key, theme=None, selection_mode="points",
        on_select=unless_gone(lambda: st.session_state.picks, chosen),
        config=figure_config(view, data, display.format, not screen.narrow),
        alt=f"{TITLE}: {view.sentence}. {len(ids)} records by sides; the table lists the same.",
    )  # fmt: skip


@lru_cache(maxsize=50)
def _figure(
    value: Filter, sha256: str, order: str, theme: str, width: int, words: Caption
) -> ReadyFigure:
    data, view = cache.shown(value, sha256)
    cells = matrix(data, view, order)
    rows = [*cells["event_id"].unique(), *view.events["event_id"]]
    named = view.events[["event_id", "date_label", "title"]].itertuples(index=False)
    records = {str(e): (str(date), str(title)) for e, date, title in named}
    records = {e: records[e] for e in rows}
    return ReadyFigure(
        claim_matrix(cells, records, data.names["speaker"], THEMES[theme], words, width)
    )
