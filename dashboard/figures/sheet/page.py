"""Sets out a sheet: where head, timeline, map, key records, legend and sources stand."""

from dataclasses import dataclass

import pandas as pd

from ..briefing import Material
from ..codes import room_for_codes
from ..lanes import Layout
from ..legend import Entry, legend_entries, map_entries
from ..map_parts import MapParts, map_parts
from ..theme import THEMES
from ..timeline_parts import timeline_layout
from ..truce_strip import truces_within
from .canvas import LEADING, TEXT_PT, Box, Canvas
from .map import draw_map, map_px
from .timeline import axis_px, draw_timeline, rows_in
from .words import foot, foot_lines, head, key_events, legend, legend_places, sources

SIZES = {"slide": (960.0, 540.0), "a4": (595.2, 841.92)}  # points; at 300 dpi whole pixels
MARGIN, GAP = 22.0, 12.0
SHARE = 0.61  # of a wide page for the timeline
A4_SHARE = 0.6  # of an upright page for the timeline, and of the rest for the map
MAP_SHARE = 0.7  # of the body's height for the map, on a wide page
LINE = TEXT_PT * LEADING
SOURCE_LINES = {"slide": 2, "a4": 6}


@dataclass(frozen=True)
class Boxes:
    """Where the parts stand, in points; a box with no height holds nothing."""

    timeline: Box
    map: Box
    records: Box


def boxes(material: Material, top: float, bottom: float, width: float) -> Boxes:
    """The places of timeline, map and key records between `top` and `bottom`; a part that was not
    chosen leaves its room to the others."""
    brief = material.brief
    left, right = MARGIN, width - MARGIN
    none = (left, bottom, left, bottom)
    timeline, chart, records = ("timeline" in brief.parts, "map" in brief.parts,
                                "records" in brief.parts)  # fmt: skip
    if brief.paper == "a4":
        cut = bottom if not (chart or records) else top + (bottom - top) * A4_SHARE * timeline
        middle = left + (right - left) * A4_SHARE if chart and records else right
        lower = cut + (GAP if timeline else 0)
        return Boxes(
            timeline=(left, top, right, cut) if timeline else none,
            map=(left, lower, middle, bottom) if chart else none,
            records=(middle + GAP if chart else left, lower, right, bottom) if records else none,
        )
    side = chart or records
    cut = left + (right - left) * SHARE if timeline and side else (right if timeline else left)
    start = cut + GAP if timeline else left
    middle = top + (bottom - top) * MAP_SHARE if records else bottom
    middle = middle if chart else top
    return Boxes(
        timeline=(left, top, cut, bottom) if timeline else none,
        map=(start, top, right, middle - (GAP / 2 if records else 0)) if chart else none,
        records=(start, middle, right, bottom) if records else none,
    )


def draw_page(material: Material, elsewhere: str) -> Canvas:
    """The whole sheet; `elsewhere` says where the sources are that have no room."""
    brief = material.brief
    width, height = SIZES[brief.paper]
    canvas = Canvas(width, height, THEMES[brief.look])
    inner = (MARGIN, MARGIN * 0.8, width - MARGIN, height - MARGIN * 0.7)
    top = head(canvas, inner, material) + 4
    foot_top = inner[3] - LINE * len(foot_lines(material, width - 2 * MARGIN))
    foot(canvas, (MARGIN, foot_top, inner[2], inner[3]), material)
    source_top = foot_top - 3
    if "sources" in brief.parts:
        source_top -= LINE * SOURCE_LINES[brief.paper]
        box = (MARGIN, source_top, inner[2], foot_top)
        sources(canvas, box, material.citations.sources, elsewhere)
    draw_body(canvas, material, (MARGIN, top, inner[2], source_top - 3))
    return canvas


def draw_body(canvas: Canvas, material: Material, box: Box) -> None:
    """Timeline, map, key records and the legend under them, in `box`.

    The legend's height depends on what is drawn, and that on the height that is left: it is laid
    out once for a guess, then for the lines that the guess needs.
    """
    left, top, right, bottom = box
    lines = 3
    for _ in range(2):
        legend_top = bottom - LINE * (lines + 1)
        body = boxes(material, top, legend_top - 4, canvas.width)
        layout, parts = sheet_timeline(material, body.timeline), sheet_map(material, body.map)
        entries = _entries(material, layout, parts)
        places = legend_places(entries, right - left, canvas.theme.name)
        lines = places[-1][1] + 1 if places else 0
    _draw_parts(canvas, material, body, layout, parts)
    legend(canvas, (left, legend_top, right, bottom), entries)
    notes = [*(layout.notes(len(material.view.events)) if layout else []),
             *_map_notes(parts, material.view.off_map)]  # fmt: skip
    canvas.text(left, bottom - LINE / 2, " · ".join(notes), color=canvas.theme.muted)


def sheet_timeline(material: Material, box: Box) -> Layout | None:
    """The marks of the timeline, laid out for a box in points; None for a box with no height."""
    if box[3] - box[1] < 1:
        return None
    brief = material.brief
    beside = room_for_codes(brief.look)
    size = axis_px(box), rows_in(box)
    return timeline_layout(material.dataset, material.view, brief.lanes, *size, beside=beside)


def sheet_map(material: Material, box: Box) -> MapParts | None:
    """The marks and labels of the map for a box in points; None for a box with no height."""
    if box[3] - box[1] < 1:
        return None
    brief, base = material.brief, material.base
    where, size = material.where, map_px(box)
    return map_parts(
        material.view, material.dataset.symbols, brief.names, where, size, base, apart=True
    )


def _draw_parts(
    canvas: Canvas, material: Material, body: Boxes, layout: Layout | None, parts: MapParts | None
) -> None:
    if layout:
        shown = shown_truces(material, layout)
        draw_timeline(canvas, body.timeline, layout, shown)
        if material.view.events.empty:
            left, top, right, bottom = body.timeline
            ground = {"facecolor": canvas.theme.paper, "linewidth": 0, "pad": 4}
            canvas.text((left + right) / 2, (top + bottom) / 2, "No record matches this filter.",
                        size=12, ha="center", color=canvas.theme.muted, bbox=ground)  # fmt: skip
    if parts:
        draw_map(canvas, body.map, parts, material.base, material.where)
    if body.records[3] - body.records[1] > LINE:
        key_events(canvas, body.records, material)


def shown_truces(material: Material, layout: Layout) -> pd.DataFrame:
    """The ceasefires of the view that take effect within the panels."""
    return truces_within(material.dataset.truces, material.view.events, layout)


def _entries(material: Material, layout: Layout | None, parts: MapParts | None) -> list[Entry]:
    view, data = material.view, material.dataset
    truces = len(shown_truces(material, layout)) if layout else 0
    entries = legend_entries(
        layout.marks if layout else [], set(view.events["event_type"]), data.types,
        data.names["speaker"], breaches=bool(truces),
    )  # fmt: skip
    return entries + (map_entries(material.where) if parts else [])


def _map_notes(parts: MapParts | None, off_map: int) -> list[str]:
    outside = [f"outside this map: {parts.outside}"] if parts and parts.outside else []
    return [*outside, f"not on the map: {off_map}"] if parts else []
