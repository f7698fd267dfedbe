"""Ceasefires above the lanes: a window from the hour of effect, ticks at alleged first breaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..events.dates import say_day
from ..events.table import of_events
from .axes import axis_name
from .marks import Layout
from .panels import place_on_axis
from .text import plotly_text, shorten, width_px
from .theme import TEXT_PX, Theme, colour_group, rgba

STRIP_ROWS = 2.6
SIZE = TEXT_PX - 1
WINDOW = (-1.55, -0.35)  # rows


def truce_strip(
    truces: pd.DataFrame, layout: Layout, sides: Mapping[str, str], theme: Theme
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Traces (breach ticks), shapes (lines, windows) and annotations (dates) of the truces that
    take effect within the panels; all empty if there are none."""
    traces: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    known = truces_within(truces, None, layout)
    shown = [(t, _panel(layout, t["begins"])) for t in known.to_dict("records")]
    for truce, index in shown:
        shapes += _window(truce, index, layout, theme)
        if truce["breaches"]:
            hours = layout.panels[index].days < 4
            traces.append(_ticks(truce, index, sides, theme, hours))
    notes = [_note(n, _panel(layout, n.begins), theme) for n in truce_notes(known, layout)]
    return traces, shapes, notes


def truces_within(
    truces: pd.DataFrame, events: pd.DataFrame | None, layout: Layout
) -> pd.DataFrame:
    """The truces that take effect within the panels, in order of time; those of `events`, if it is
    given."""
    known = truces if events is None else of_events(truces, events)
    first, end = layout.panels[0].first, layout.panels[-1].end
    return known[(known["begins"] >= first) & (known["begins"] < end)].sort_values("begins")


@dataclass(frozen=True)
class TruceNote:
    """The words above a truce: `px` on the axis is their right end if `ends`, else their left."""

    begins: pd.Timestamp
    text: str
    px: float
    ends: bool


def truce_notes(truces: pd.DataFrame, layout: Layout) -> list[TruceNote]:
    """The hours of effect, or the days where hours have no room, or nothing; `truces` in order of
    time and within the panels."""
    moments = list(truces["begins"])
    places = [place_on_axis(layout.panels, t) * layout.width for t in moments]
    notes, taken = [], float("-inf")
    for begins, px, following in zip(moments, places, [*places, 1e9][1:], strict=True):
        short = say_day(begins, year=False)
        full = f"{short} {begins:%H:%M}"
        ends = px > layout.width - width_px(full, SIZE)
        texts = [full, short] if layout.panels[_panel(layout, begins)].days < 400 else []
        room = (px - taken) if ends else min(following, layout.width) - px
        text = next((t for t in texts if width_px(t, SIZE) <= room), "")
        if text:
            notes.append(TruceNote(begins, text, px, ends))
            taken = px if ends else px + width_px(text, SIZE)
    return notes


def _panel(layout: Layout, moment: pd.Timestamp) -> int:
    return next(i for i, p in enumerate(layout.panels) if p.first <= moment < p.end)


def _window(
    truce: Mapping[Any, Any], index: int, layout: Layout, theme: Theme
) -> list[dict[str, Any]]:
    begins = truce["begins"].isoformat()
    axis = {"xref": axis_name(index), "yref": "y"}
    line = {"color": theme.muted, "width": 1, "dash": "dot"}
    shapes = [
        {**axis, "type": "line", "x0": begins, "x1": begins, "y0": WINDOW[0], "y1": layout.height,
         "line": line, "layer": "below"},
        {**axis, "type": "line", "x0": begins, "x1": begins, "y0": WINDOW[0], "y1": WINDOW[1],
         "line": {"color": theme.ink, "width": 2}},
    ]  # fmt: skip
    if pd.notna(truce["held_until"]):
        until = truce["held_until"].isoformat()
        shapes.append(
            {**axis, "type": "rect", "x0": begins, "x1": until, "y0": WINDOW[0], "y1": WINDOW[1],
             "fillcolor": rgba(theme.ink, 0.18), "line": {"width": 0}}
        )  # fmt: skip
    return shapes


def _ticks(
    truce: Mapping[Any, Any], index: int, sides: Mapping[str, str], theme: Theme, hours: bool
) -> dict[str, Any]:
    """One tick a side, each at its own height, so that those minutes apart stay visible; `hours`
    writes the minute and the side beside it."""
    breaches = truce["breaches"]
    step = (WINDOW[1] - WINDOW[0]) / max(len(breaches), 1)
    colours = [theme.sides[colour_group((side,))] for side, _, _ in breaches]
    return {
        "type": "scatter",
        "mode": "markers+text" if hours else "markers",
        "name": "alleged breaches",
        "xaxis": axis_name(index),
        "yaxis": "y",
        "showlegend": False,
        "x": [clock.isoformat() for _, clock, _ in breaches],
        "y": [WINDOW[0] + step * (i + 0.5) for i in range(len(breaches))],
        "customdata": [truce["event_id"]] * len(breaches),
        "hovertext": [
            f"<b>First breach by the other side, as {plotly_text(sides.get(side, side))} tells it: "
            f"{clock:%H:%M}</b><br>{plotly_text(shorten(statement, 100))}"
            for side, clock, statement in breaches
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "text": [
            f"\u00a0{clock:%H:%M} breach alleged by {plotly_text(sides.get(side, side))}"
            for side, clock, _ in breaches
        ],
        "textposition": "middle right",
        "textfont": {"size": SIZE, "color": theme.ink},
        "cliponaxis": False,
        "marker": {
            "symbol": "line-ns-open",
            "size": 9,
            "color": colours,
            "line": {"width": 2.5, "color": colours},
        },
    }


def _note(note: TruceNote, index: int, theme: Theme) -> dict[str, Any]:
    return {
        "text": note.text,
        "x": note.begins.isoformat(),
        "y": WINDOW[0],
        "xref": axis_name(index),
        "yref": "y",
        "xanchor": "right" if note.ends else "left",
        "yanchor": "bottom",
        "xshift": 3 if note.ends else -3,
        "showarrow": False,
        "font": {"size": SIZE, "color": theme.muted},
    }
