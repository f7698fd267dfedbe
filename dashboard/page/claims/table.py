"""The table of records by sides in the browser, whose cells open a record's claims."""

from functools import cache
from typing import Any

import streamlit as st

from ...events.dataset import Dataset, View
from ...events.matrix import matrix
from ...figures.theme import Theme, colour_group
from .. import state
from ..templates import FOLDER

KEY = "claims-table"


@cache
def _component() -> Any:
    return st.components.v2.component(
        "claims_table",
        html='<div class="frame" role="region" aria-label="Records by sides" tabindex="0"></div>',
        css=(FOLDER / "claims.css").read_text("utf-8"),
        js=(FOLDER / "claims.js").read_text("utf-8"),
    )


def draw_table(view: View, data: Dataset, order: str, height: int, theme: Theme) -> None:
    """One row a record, one column a side; `height` in px, beyond which it scrolls."""

    def opened() -> None:
        event = st.session_state[KEY].opened
        if event in data.events.index:
            state.select([event])

    told = table_data(view, data, order, theme)
    _component()(key=KEY, data={**told, "open": view.filter.event, "height": height},
                 on_opened_change=opened)  # fmt: skip


def table_data(view: View, data: Dataset, order: str, theme: Theme) -> dict[str, Any]:
    """What the browser draws: the sides that speak, and each record with its cells by side."""
    cells = matrix(data, view, order)
    by_record: dict[str, dict[str, Any]] = {}
    for event_id, side, claims, contested, _, statement in cells.itertuples(index=False):
        told = {"claims": int(claims), "contested": bool(contested), "statement": statement}
        by_record.setdefault(event_id, {})[side] = told
    silent = [e for e in view.events["event_id"] if e not in by_record]
    names = data.names["speaker"]
    return {
        "caption": f"Who says what: {view.sentence}",
        "sides": [
            {"id": s, "label": label, "colour": theme.sides[colour_group((s,))]}
            for s, label in names.items()
            if s in set(cells["side"])
        ],
        "rows": [
            {
                "id": event_id,
                "date": data.events.at[event_id, "date_label"],
                "title": data.events.at[event_id, "title"],
                "cells": by_record.get(event_id, {}),
            }
            for event_id in [*by_record, *silent]
        ],
    }
