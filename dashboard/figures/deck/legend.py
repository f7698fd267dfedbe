"""The legend of a slide: shape for type, colour for whose account, in lines or in a column."""

from collections.abc import Sequence

from ..briefing import Material
from ..legend import (
    GROUP_LABELS,
    HASH,
    HELD,
    OBLAST,
    Entry,
    entry_name,
    flow,
    legend_entries,
    map_entries,
)
from ..theme import SEVERAL, Theme, colour_group
from .board import Board
from .ink import MUTED, NO_FILL, PAPER, SIDES, hatched, outline, solid
from .measure import width_pt, wrapped
from .runs import one_line, plain
from .symbols import draw_symbol
from .timeline_scale import Plot

SIZE, LINE, KEY = 9.0, 13.0, 15.0


def timeline_entries(material: Material, plot: Plot) -> list[Entry]:
    """What the marks of a timeline need."""
    shown = set(material.view.events["event_type"])
    breaches = any(len(b) for b in plot.truces["breaches"])
    data = material.dataset
    return legend_entries(plot.layout.marks, shown, data.types, data.names["speaker"], breaches)


def picture_entries(material: Material) -> list[Entry]:
    """What the marks of a map need, and its areas."""
    events, data = material.view.events, material.dataset
    shown = set(events["event_type"])
    groups = {colour_group(tuple(sides)) for sides in events["sides"]} | {SEVERAL}
    entries = [Entry(label, symbol, "") for key, (label, symbol) in data.types.items()
               if key in shown]  # fmt: skip
    names = {**data.names["speaker"], **GROUP_LABELS}
    entries += [Entry(f"account: {names.get(g, g)}", "square", g) for g in SIDES if g in groups]
    if events["contested"].any():
        entries.append(Entry("hollow: contested", "circle-open", SEVERAL))
    entries.append(Entry("number: records at one place", "circle", SEVERAL))
    return [*(entries if len(events) else []), *map_entries(material.where)]


def places(entries: Sequence[Entry], width: float, look: str) -> list[tuple[float, int]]:
    """Place in points and line of each entry, in lines of at most `width` points."""
    return flow([KEY + width_pt(_name(e, look), SIZE) + 8 for e in entries], width + 8)


def draw_flow(
    board: Board, entries: Sequence[Entry], left: float, top: float, width: float, theme: Theme
) -> None:
    """Draw the entries in lines, from a point on."""
    where = places(entries, width, theme.name)
    with board.group("Legend") as group:
        for entry, (x, row) in zip(entries, where, strict=True):
            y = top + (row + 0.5) * LINE
            _draw_key(group, left + x + 5, y, entry, theme)
            name = _name(entry, theme.name)
            box = (left + x + KEY, y - 6, left + x + KEY + width_pt(name, SIZE) + 2, y + 6)
            group.text(box, [plain(name)], SIZE, anchor="ctr", wrap=False)


def draw_column(
    board: Board, entries: Sequence[Entry], left: float, top: float, width: float, theme: Theme
) -> None:
    """Draw the entries below each other, long ones in several lines."""
    y = top
    with board.group("Legend") as group:
        for entry in entries:
            name = _name(entry, theme.name)
            high = LINE * len(wrapped(name, width - KEY, SIZE))
            _draw_key(group, left + 5, y + LINE / 2, entry, theme)
            group.text((left + KEY, y + 0.5, left + width, y + high), [plain(name)], SIZE)
            y += high + 2


def _name(entry: Entry, look: str) -> str:
    return one_line(entry_name(entry, look))


def _draw_key(board: Board, x: float, y: float, entry: Entry, theme: Theme) -> None:
    ink = SIDES[entry.colour] if entry.colour else MUTED
    box, name = (x - 5, y - 4, x + 5, y + 4), f"Key: {entry.label}"
    if entry.symbol == HASH:
        board.shape("rect", box, name, fill=hatched(ink, PAPER), line=outline(ink, 0.8))
    elif entry.symbol == "line-ew-open":
        board.shape("rect", box, name, fill=solid(ink, 0.42))
    elif entry.symbol == HELD:
        board.shape("rect", box, name, fill=solid(theme.held, 0.6))
    elif entry.symbol == OBLAST:
        line = outline(theme.oblast, 1.25, "dash")
        board.shape("rect", box, name, fill=NO_FILL, line=line)
    elif entry.symbol == "line-ns-open":
        board.line((x, y - 4.5, x, y + 4.5), name, outline(ink, 2))
    else:
        kind, hollow = entry.symbol.removesuffix("-open"), entry.symbol.endswith("-open")
        draw_symbol(board, kind, (x, y), 8.5, ink, name, hollow=hollow)
