"""The balance of a view in numbers: claims and sources of each side."""

import streamlit as st

from ...events.balance import NO_SIDE, balance
from ...events.dataset import Dataset, View
from ...figures.theme import Theme, colour_group
from ..templates import render


def draw_weights(view: View, data: Dataset, theme: Theme) -> None:
    """One line a side: its claims, the claims read in documents linked with it, those documents."""
    found = balance(data, view)
    most = max([*found.claims.values(), *found.read_in.values()], default=1)
    labels = {**data.names["speaker"], NO_SIDE: "Linked with no side, or not known"}
    counts = (found.claims, found.read_in, found.sources)
    rows = [
        {
            "label": label,
            "colour": theme.sides[colour_group((side,))],
            "claims": found.claims.get(side, 0),
            "read_in": found.read_in.get(side, 0),
            "sources": found.sources.get(side, 0),
            "share": round(100 * found.claims.get(side, 0) / most),
            "speaks": side != NO_SIDE,
        }
        for side, label in labels.items()
        if any(side in each for each in counts)
    ]
    st.html(render("claims_weights.html", rows=rows, found=found))
