"""What a mark says when pointed at: when, what, where, who says so; as plain, escaped lines."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..events.table import row_by_row
from .text import plotly_text, shorten

_USED = ["event_id", "title", "date_label", "place_label", "sides", "contested", "layer"]


def hover_lines(event: Mapping[Any, Any], sides: Mapping[str, str]) -> list[str]:
    """The lines for one event row, unescaped: title, date, place, accounts, state."""
    told = ", ".join(sides.get(s, s) for s in event["sides"]) or "no account"
    lines = [event["title"], event["date_label"], event["place_label"]]
    return [*filter(None, lines), f"Accounts: {told}", *_state(event)]


def _state(event: Mapping[Any, Any]) -> list[str]:
    """Contested or not, article or context; imported records (with no layer) state neither."""
    if not event["layer"]:
        return ["contested"] if event["contested"] else []
    state = "contested" if event["contested"] else "not contested"
    layer = "said in the article" if event["layer"] == "article" else "context"
    return [f"{state} · {layer}"]


def hover_texts(events: pd.DataFrame, sides: Mapping[str, str]) -> dict[str, str]:
    """Plotly hover text by event_id."""
    return {
        event["event_id"]: "<br>".join(
            [f"<b>{plotly_text(first)}</b>", *(plotly_text(shorten(t, 90)) for t in rest)]
        )
        for row in row_by_row(events, *_USED)
        for event in [dict(zip(_USED, row, strict=True))]
        for first, *rest in [hover_lines(event, sides)]
    }
