"""Shares of Azerbaijan as a dot plot: figures that the records state, beside measured areas."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from .caption import Caption, frame, wrap
from .plain import plain
from .readings_rows import Row, lines_of, measured_rows, say_percent, stated_rows
from .text import fitted, plotly_text, width_px
from .theme import TEXT_PX, Theme, colour_group, rgba

ROW_PX = 21
NARROW_ROW_PX = 30  # for two lines
MARK = 11  # px
DOT = 9  # px, of a measured area: smaller, so that the published one beside it can be seen
LABEL_PX = 300
NARROW_LABEL_PX = 136
LAST = 21.0  # percent that the axis reaches at least
MARGIN = {"r": 10, "t": 50, "b": 26}


def dot_plot(
    readings: pd.DataFrame,
    areas: pd.DataFrame,
    sides: Mapping[str, str],
    theme: Theme,
    caption: Caption,
    width: int,
) -> dict[str, Any]:
    """A Plotly figure (data, layout) of `readings` and `areas` (see events), as high as its rows
    need; `sides` are labels; `width` in px. The country itself is not drawn."""
    left = LABEL_PX if width > 2 * LABEL_PX else NARROW_LABEL_PX
    wide = left == LABEL_PX
    rows = [*stated_rows(readings, sides), *measured_rows(areas)]
    places, heads = lines_of(rows)
    parts = frame(caption, theme, 1000, {**MARGIN, "l": left}, 0)
    lines, margin = len(rows) + len(heads), parts["margin"]
    high = lines * (ROW_PX if wide else NARROW_ROW_PX) + margin["t"] + margin["b"]
    last = _last(rows, wide, width - left - MARGIN["r"])
    labels = [_label(row.label, left - 12, 1 if wide else 2) for row in rows]
    article = readings[readings["article"]].to_dict("records")
    return {
        "data": [_spans(rows, places, theme), *_marks(rows, places, wide, theme)],
        "layout": {
            **plain(theme),
            **_axes(last, lines, [*places, *heads], [*labels, *(" " for _ in heads)], theme),
            "shapes": [_band(told, theme) for told in article],
            "annotations": [*parts["annotations"], *_heads(heads, left, width, theme),
                            *(_band_words(told, theme) for told in article)],
            "margin": margin, "height": high,
        },
    }  # fmt: skip


def _axes(
    last: float, lines: int, places: list[int], labels: list[str], theme: Theme
) -> dict[str, Any]:
    # A little before 0, so that the smallest marks do not lie on their labels.
    x = {"range": [-0.03 * last, last], "ticksuffix": " %", "dtick": 5, "fixedrange": True,
         "zeroline": False, "gridcolor": theme.line,
         "tickfont": {"size": TEXT_PX, "color": theme.muted}}  # fmt: skip
    y = {"range": [lines - 0.5, -0.5], "fixedrange": True, "zeroline": False, "showgrid": False,
         "ticks": "", "tickvals": places, "ticktext": labels,
         "tickfont": {"size": TEXT_PX, "color": theme.ink}}  # fmt: skip
    return {"xaxis": x, "yaxis": y}


def _value(row: Row, wide: bool) -> str:
    """The words beside a mark; where there is little room, only the percentage."""
    return row.value if wide else row.value.split(" · ")[0]


def _last(rows: Sequence[Row], wide: bool, room: float) -> float:
    """The end of the axis, `room` px long, at which all words beside the marks have room."""
    words = [(row.percent, width_px(_value(row, wide), TEXT_PX) + 2 * MARK) for row in rows]
    return max([LAST, *(percent / max(1 - px / room, 0.3) for percent, px in words)])


def _label(text: str, room: float, lines: int) -> str:
    """A label on at most so many lines, the last cut to the room in px."""
    made = [text] if lines == 1 else wrap(text, room)
    if len(made) > lines:  # what tells two of one speaker apart stands after the comma
        made = text.rsplit(", ", 1)
    return "<br>".join(plotly_text(fitted(line, TEXT_PX, room)) for line in made if line)


def _colour(row: Row, theme: Theme) -> str:
    return theme.sides[colour_group((row.side,))] if row.side else theme.ink


def _spans(rows: Sequence[Row], places: Sequence[int], theme: Theme) -> dict[str, Any]:
    """Where rough figures may lie, and from measured areas to published ones."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row, place in zip(rows, places, strict=True):
        ends = (row.low, row.high) if row.tick is None else (row.percent, row.tick)
        if ends[0] != ends[1]:
            x += [*ends, None]
            y += [place, place, None]
    line = {"width": 5, "color": rgba(theme.muted, 0.45)}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "name": "spans",
            "hoverinfo": "skip", "line": line}  # fmt: skip


def _marks(
    rows: Sequence[Row], places: Sequence[int], wide: bool, theme: Theme
) -> list[dict[str, Any]]:
    shapes = {"claim": "diamond", "sum": "square"}
    colours = [_colour(row, theme) for row in rows]
    ticks = [(r.tick, p) for r, p in zip(rows, places, strict=True) if r.tick is not None]
    return [
        {"type": "scatter", "mode": "markers+text", "name": "readings", "cliponaxis": False,
         "x": [row.percent for row in rows], "y": list(places),
         "marker": {"size": [MARK if r.kind in shapes else DOT for r in rows], "opacity": 1,
                    "color": colours,
                    "line": {"width": 2, "color": colours},
                    "symbol": [shapes.get(r.kind, "circle") + ("-open" if r.hollow else "")
                               for r in rows]},
         "text": [f"\u00a0\u00a0\u00a0{plotly_text(_value(r, wide))}"
                  for r in rows],
         "textposition": "middle right", "textfont": {"size": TEXT_PX, "color": theme.ink},
         "hovertext": ["<br>".join(map(plotly_text, wrap(r.hover, 330))) for r in rows],
         "hovertemplate": "%{hovertext}<extra></extra>"},
        {"type": "scatter", "mode": "markers", "name": "published area", "hoverinfo": "skip",
         "x": [x for x, _ in ticks], "y": [y for _, y in ticks],
         "marker": {"symbol": "line-ns-open", "size": MARK, "color": theme.muted,
                    "line": {"width": 2, "color": theme.muted}}},
    ]  # fmt: skip


def _band(told: Mapping[Any, Any], theme: Theme) -> dict[str, Any]:
    """The article's figure over all rows, as wide as what rounds to it."""
    colour = theme.sides[colour_group((told["side"],))]
    return {"type": "rect", "xref": "x", "yref": "paper", "x0": told["low"], "x1": told["high"],
             "y0": 0, "y1": 1, "fillcolor": rgba(colour, 0.22), "line": {"width": 0},
             "layer": "below"}  # fmt: skip


def _band_words(told: Mapping[Any, Any], theme: Theme) -> dict[str, Any]:
    colour = theme.sides[colour_group((told["side"],))]
    return {"text": plotly_text(f"{told['label']}: {say_percent(told)}"), "x": told["high"],
            "y": 1, "xref": "x", "yref": "paper", "xanchor": "right", "yanchor": "bottom",
            "showarrow": False, "font": {"size": TEXT_PX, "color": colour}}  # fmt: skip


def _heads(heads: Mapping[int, str], left: int, width: int, theme: Theme) -> list[dict[str, Any]]:
    room = width - MARGIN["r"] - 8
    return [
        {"text": f"<b>{plotly_text(fitted(words, TEXT_PX, room))}</b>",
         "x": 0, "y": line, "xref": "paper", "yref": "y",
         "xanchor": "left", "yanchor": "middle", "xshift": 4 - left, "showarrow": False,
         "font": {"size": TEXT_PX, "color": theme.ink}}
        for line, words in heads.items()
    ]  # fmt: skip
