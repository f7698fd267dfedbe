"""Ceasefires minute by minute: one axis each, all of one length, a mark for each side's account."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from .axes import axis_name
from .breaches_axis import Axis, axis_pair, say_hour, say_start, shared_axis
from .caption import Caption, frame, wrap
from .plain import plain
from .text import plotly_text, shorten, width_px
from .theme import TEXT_PX, Theme, colour_group, rgba

ROW_PX = 25
HEAD_PX = 12.5
TICKS_PX = 34  # two lines: the local clock, UTC
GAP_PX = 12
MARGIN = {"l": 34, "r": 34, "t": 34, "b": 8}
MARK = 12  # px


def breach_axes(
    truces: pd.DataFrame,
    accounts: pd.DataFrame,
    names: Mapping[str, str],
    symbol: str,
    theme: Theme,
    caption: Caption,
    width: int,
) -> dict[str, Any]:
    """A Plotly figure (data, layout), as high as its accounts need.

    `truces` (event_id, title, local, utc), in the order in which they stand below each other;
    `accounts` as `events.breaches`, those without an hour are not drawn; `names` labels of sides;
    `symbol` that of a breach, hollow where contested; `width` in px.
    """
    drawn = accounts[accounts["minutes"].notna() & accounts["truce"].isin(truces["event_id"])]
    axis = shared_axis(drawn["minutes"], width)
    parts = frame(caption, theme, 1000, MARGIN, 0)
    blocks = [
        _Block(t, drawn[drawn["truce"] == t["event_id"]], wrap(_headline(t), width - 12, HEAD_PX))
        for t in truces.to_dict("records")
    ]
    plot = sum(b.height for b in blocks) + GAP_PX * (len(blocks) - 1)
    layout: dict[str, Any] = {
        **plain(theme), "shapes": [], "annotations": parts["annotations"],
        "margin": parts["margin"],
        "height": plot + parts["margin"]["t"] + parts["margin"]["b"],
    }  # fmt: skip
    top = plot
    for index, block in enumerate(blocks):
        domain = (top - block.height + TICKS_PX) / plot, (top - block.head) / plot
        start = block.truce["local"], block.truce["utc"]
        layout |= axis_pair(index, axis, start, domain, block.rows, theme)
        layout["shapes"] += _shapes(index, block, axis, theme)
        layout["annotations"].append(_head(block.words, top / plot, theme))
        top -= block.height + GAP_PX
    marks = [_marks(i, b, axis, names, symbol, theme, width) for i, b in enumerate(blocks)]
    return {"data": marks, "layout": layout}


@dataclass(frozen=True)
class _Block:
    """A ceasefire with its accounts and the lines above its axis."""

    truce: Mapping[Any, Any]
    accounts: pd.DataFrame
    words: list[str]

    @property
    def rows(self) -> int:
        return max(len(self.accounts), 1)

    @property
    def head(self) -> int:
        return 15 * len(self.words) + 4

    @property
    def height(self) -> int:
        return self.head + ROW_PX * self.rows + TICKS_PX


def _headline(truce: Mapping[Any, Any]) -> str:
    return f"{truce['title']} · from {say_start(truce['local'], truce['utc'])}"


def _head(words: list[str], y: float, theme: Theme) -> dict[str, Any]:
    return {"text": "<br>".join(f"<b>{plotly_text(w)}</b>" for w in words), "x": 0, "y": y,
            "xshift": 4 - MARGIN["l"], "xref": "paper", "yref": "paper", "xanchor": "left",
            "yanchor": "top", "align": "left", "showarrow": False,
            "font": {"size": TEXT_PX + 1, "color": theme.ink}}  # fmt: skip


def _shapes(index: int, block: _Block, axis: Axis, theme: Theme) -> list[dict[str, Any]]:
    """The start, and a band that ends in an arrow over all that an account leaves open."""
    where = {"xref": axis_name(index), "yref": axis_name(index).replace("x", "y")}
    shapes = [{**where, "type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": block.rows - 0.5,
               "line": {"color": theme.ink, "width": 2}}]  # fmt: skip
    tip = axis.last - (axis.last - axis.first) * 0.02
    for row, account in enumerate(block.accounts.to_dict("records")):
        if account["at_earliest"]:
            colour = theme.sides[colour_group((account["side"],))]
            band = {**where, "line": {"width": 0}, "layer": "below"}
            top, foot = row - 0.34, row + 0.34
            shapes += [
                {**band, "type": "rect", "x0": account["minutes"], "x1": tip, "y0": top,
                 "y1": foot, "fillcolor": rgba(colour, 0.22)},
                {**band, "type": "path", "fillcolor": rgba(colour, 0.7),
                 "path": f"M {tip},{top} L {axis.last},{row} L {tip},{foot} Z"},
            ]  # fmt: skip
    return shapes


def _marks(
    index: int,
    block: _Block,
    axis: Axis,
    names: Mapping[str, str],
    symbol: str,
    theme: Theme,
    width: int,
) -> dict[str, Any]:
    """One mark an account on a row of its own, with its hour and side beside it."""
    told = block.accounts.to_dict("records")
    colours = [theme.sides[colour_group((a["side"],))] for a in told]
    labels = [f"{say_hour(a['local'], a['at_earliest'])}: {names.get(a['side'], a['side'])}"
              for a in told]  # fmt: skip
    spot = [_place(a["minutes"], text, axis, width) for a, text in zip(told, labels, strict=True)]
    return {
        "type": "scatter", "mode": "markers+text", "name": plotly_text(block.truce["title"]),
        "xaxis": axis_name(index), "yaxis": axis_name(index).replace("x", "y"),
        "x": [a["minutes"] for a in told], "y": list(range(len(told))),
        "customdata": [a["event_id"] for a in told], "cliponaxis": False,
        "marker": {
            "symbol": [f"{symbol}-open" if a["contested"] else symbol for a in told],
            # What has no minute has no point either: only its band, and its words in it.
            "opacity": [0 if a["at_earliest"] else 1 for a in told],
            "size": MARK, "color": colours, "line": {"width": 2, "color": colours},
        },
        "text": [f"\u00a0\u00a0{plotly_text(text)}\u00a0\u00a0" for text in labels],
        "textposition": spot, "textfont": {"size": TEXT_PX, "color": theme.ink},
        "hovertext": [
            f"<b>{plotly_text(text)}</b><br>{plotly_text(shorten(a['statement'], 110))}"
            for a, text in zip(told, labels, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _place(minutes: float, text: str, axis: Axis, width: int) -> str:
    """Beside which end of a mark its words have room."""
    room = (axis.last - minutes) / (axis.last - axis.first) * (width - MARGIN["l"] - MARGIN["r"])
    return "middle right" if width_px(text, TEXT_PX) + 2 * MARK < room else "middle left"
