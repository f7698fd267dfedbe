"""Records by sides as a picture: a mark where a side gives an account, hollow where contested."""

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd

from .caption import Caption, frame, wrap
from .plain import plain
from .text import fitted, plotly_text
from .theme import TEXT_PX, Theme, colour_group

ROW_PX = 19
MARK = 11  # px
TITLE_PX = 400  # room for date and title
NARROW_PX = 150
LABEL_LINES = 4
LINE_PX = 14


def claim_matrix(
    cells: pd.DataFrame,
    records: Mapping[str, tuple[str, str]],
    sides: Mapping[str, str],
    theme: Theme,
    caption: Caption,
    width: int,
) -> dict[str, Any]:
    """A Plotly figure of `cells` (see events.matrix), as high as its records need.

    `records` event_id -> (date in words, title), in the order of the rows, those without a cell
    too; `sides` side -> label, in the order of the columns, of which those that occur are drawn;
    `width` in px. A number stands beside a mark where a side has more than one claim.
    """
    found = set(cells["side"])
    columns = {side: label for side, label in sides.items() if side in found}
    left = TITLE_PX if width > 2.2 * TITLE_PX else NARROW_PX
    room = (width - left - 12) / max(len(columns), 1)
    heads = [wrap(label, room - 8)[:LABEL_LINES] for label in columns.values()]
    lines = max(map(len, heads), default=1)
    margin = {"l": left, "r": 12, "t": 34 + lines * LINE_PX, "b": 8}
    parts = frame(caption, theme, 1000, margin, 0)
    parts.pop("share")
    plot = max(len(records), 1) * ROW_PX
    height = plot + parts["margin"]["t"] + parts["margin"]["b"]
    parts["annotations"][0]["yshift"] = margin["t"] - 1
    return {
        "data": [_marks(cells, list(records), list(columns), columns, theme)],
        "layout": {
            "xaxis": {
                "range": [-0.5, max(len(columns), 1) - 0.5], "side": "top", "fixedrange": True,
                "tickvals": list(range(len(columns))), "zeroline": False, "gridcolor": theme.line,
                "ticktext": ["<br>".join(map(plotly_text, head)) for head in heads],
                "tickfont": {"size": TEXT_PX, "color": theme.ink}, "ticks": "", "tickangle": 0,
            },
            "yaxis": {
                "range": [max(len(records), 1) - 0.5, -0.5], "fixedrange": True, "zeroline": False,
                "tickvals": list(range(len(records))), "gridcolor": theme.line, "ticks": "",
                "ticktext": [plotly_text(fitted(" · ".join(r), TEXT_PX, left - 14))
                             for r in records.values()],
                "tickfont": {"size": TEXT_PX, "color": theme.ink},
            },
            "height": height,
            **plain(theme),
            **parts,
        },
    }  # fmt: skip


def _marks(
    cells: pd.DataFrame,
    rows: list[str],
    columns: list[str],
    labels: Mapping[str, str],
    theme: Theme,
) -> dict[str, Any]:
    told = cells[["claims", "contested", "speaker", "statement", "side"]].itertuples(index=False)
    colours = [theme.sides[colour_group((side,))] for side in cells["side"]]
    hollow = [bool(n) for n in cells["contested"]]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [columns.index(side) for side in cells["side"]],
        "y": [rows.index(event) for event in cells["event_id"]],
        "customdata": list(cells["event_id"]),
        "marker": {
            "size": MARK,
            "color": [theme.paper if n else c for n, c in zip(hollow, colours, strict=True)],
            "line": {"width": 2.2, "color": colours},
        },
        "text": [f"  {n}" if n > 1 else "" for n in cells["claims"]],
        "textposition": "middle right",
        "textfont": {"size": TEXT_PX - 1, "color": theme.ink},
        "hovertext": [
            f"<b>{plotly_text(labels[side])}</b>, {plotly_text(speaker)}<br>"
            f"{_lines(statement)}{_more(claims)}"
            for claims, _, speaker, statement, side in told
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _lines(statement: str) -> str:
    return "<br>".join(map(plotly_text, textwrap.wrap(statement, 60)))


def _more(claims: int) -> str:
    return f"<br>and {claims - 1} more of that side" if claims > 1 else ""
