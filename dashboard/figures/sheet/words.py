"""The words of a sheet: head, legend, key events, numbered sources, and where it all comes from."""

from collections.abc import Mapping, Sequence
from typing import Any

from ...events.citations import Citation
from ..briefing import Material
from ..caption import wrap
from ..key_events import RULE, ranked
from ..legend import HASH, HELD, OBLAST, Entry, entry_name, flow
from ..text import shorten, width_px
from .canvas import LEADING, TEXT_PT, Box, Canvas
from .shapes import symbol

LINE = TEXT_PT * LEADING
MOST = 60  # records that are tried; no sheet has room for more


def head(canvas: Canvas, box: Box, material: Material) -> float:
    """Title, filter and counts in words, whose account it is; returns where it ends."""
    left, top, right, _ = box
    y = top
    for words, size, weight in (
        (material.title, 17.0, "bold"),
        (material.view.sentence, 11.5, "normal"),
        (material.note, TEXT_PT, "normal"),
    ):
        colour = canvas.theme.muted if size == TEXT_PT else canvas.theme.ink
        for line in wrap(words, right - left, size) if words else []:
            canvas.text(left, y + size * 0.65, line, size=size, weight=weight, color=colour)
            y += size * 1.28
    return y


def legend(canvas: Canvas, box: Box, entries: Sequence[Entry]) -> None:
    """Shape for type, colour for whose account, set line by line (see `legend_places`)."""
    theme = canvas.theme
    left, top, right, _ = box
    for entry, (x, row) in zip(
        entries, legend_places(entries, right - left, theme.name), strict=True
    ):
        y = top + (row + 0.5) * LINE
        colour = theme.sides[entry.colour] if entry.colour else theme.muted
        _key(canvas, left + x + 5, y, entry, colour)
        canvas.text(left + x + 14, y, entry_name(entry, theme.name))


def legend_places(entries: Sequence[Entry], width: float, look: str) -> list[tuple[float, int]]:
    """Points from the left and line of each entry, in lines of at most `width` points."""
    return flow([22 + width_px(entry_name(e, look), TEXT_PT) for e in entries], width + 8)


def _key(canvas: Canvas, x: float, y: float, entry: Entry, colour: str) -> None:
    box = (x - 4.5, y - 3.5, x + 4.5, y + 3.5)
    if entry.symbol == HASH:
        canvas.rectangle(box, facecolor="none", edgecolor=colour, hatch="/////", linewidth=0.8)
    elif entry.symbol == "line-ew-open":
        canvas.rectangle(box, facecolor=colour, alpha=0.45)
    elif entry.symbol == HELD:
        canvas.rectangle(box, facecolor=canvas.theme.held, alpha=0.6)
    elif entry.symbol == OBLAST:
        canvas.rectangle(box, facecolor="none", edgecolor=canvas.theme.oblast, linewidth=1.2,
                         linestyle=(0, (3, 1.5)))  # fmt: skip
    elif entry.symbol == "line-ns-open":
        canvas.line([x, x], [y - 4.5, y + 4.5], color=colour, linewidth=2)
    else:
        hollow = entry.symbol.endswith("-open")
        symbol(canvas, x, y, entry.symbol.removesuffix("-open"), 8, colour, hollow=hollow)


def key_events(canvas: Canvas, box: Box, material: Material) -> int:
    """The records that matter most by `RULE`, in order of time, as many as have room, each with its
    day, whose accounts it rests on and source numbers; returns how many."""
    left, top, right, bottom = box
    events = material.view.events
    order = ranked(events)[:MOST]
    blocks = {i: wrap(_entry(material, i), right - left - 8, TEXT_PT) for i in order}
    rule = wrap(f"First by {RULE}", right - left, TEXT_PT)
    chosen = _fitting(order, blocks, int((bottom - top) / LINE) - 1 - len(rule))
    if not chosen:
        return 0
    count = f"{len(chosen)} of {len(events)}" if len(chosen) < len(events) else f"all {len(events)}"
    lines: list[tuple[str, float, dict[str, Any]]]
    lines = [(f"Key records ({count})", 0, {"weight": "bold"})]
    if len(chosen) < len(events):
        lines += [(line, 0, {"color": canvas.theme.muted}) for line in rule]
    for event_id in [i for i in events["event_id"] if i in chosen]:
        lines += [(line, 8 * bool(n), {}) for n, line in enumerate(blocks[event_id])]
    for index, (words, indent, style) in enumerate(lines):
        canvas.text(left + indent, top + (index + 0.5) * LINE, words, **style)
    return len(chosen)


def _fitting(order: Sequence[str], blocks: Mapping[str, list[str]], room: int) -> set[str]:
    """The first of `order` whose blocks fit `room` lines together."""
    chosen: set[str] = set()
    for event_id in order:
        room -= len(blocks[event_id])
        if room < 0:
            break
        chosen.add(event_id)
    return chosen


def _entry(material: Material, event_id: str) -> str:
    event = material.view.events.loc[event_id]
    names = [material.dataset.names["speaker"][s].split(" (")[0] for s in event["sides"]]
    told = ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    state = "contested; " if event["contested"] else ""
    numbers = [str(n) for n in material.citations.by_event[event_id]]
    cited = f" [{','.join(numbers[:2])}{'…' if len(numbers) > 2 else ''}]" if numbers else ""
    return f"{event['date_label']}: {event['title']} ({state}accounts: {told or 'none'}){cited}"


def sources(canvas: Canvas, box: Box, found: Sequence[Citation], elsewhere: str) -> int:
    """Numbered sources in running text, as many as have room; the count of the rest and where they
    are listed (`elsewhere`) ends it. Returns how many are named."""
    left, top, right, bottom = box
    room = int((bottom - top + 0.5) / LINE)
    entries = [f"[{c.number}] {shorten(c.short, 60)}" for c in found]
    count, lines = 0, wrap("Sources: none.", right - left, TEXT_PT)
    for named in range(len(entries) + 1) if entries else ():
        rest = len(entries) - named
        end = [f"and {rest} more, {elsewhere}."] if rest else []
        words = "Sources: " + " · ".join([*entries[:named], *end])
        longer = wrap(words, right - left, TEXT_PT)
        if len(longer) <= room:
            count, lines = named, longer
        elif named > count:
            break
    for index, line in enumerate(lines[:room]):
        canvas.text(left, top + LINE * (index + 0.5), line)
    return count


def foot(canvas: Canvas, box: Box, material: Material) -> None:
    """Data set, version, day and program; the boundaries' credit; the address of the view."""
    left, top, right, _ = box
    y = top
    for words in foot_lines(material, right - left):
        canvas.text(left, y + LINE / 2, words, color=canvas.theme.muted)
        y += LINE


def foot_lines(material: Material, width: float) -> list[str]:
    """The lines of the foot, each no wider than `width` points."""
    whole = f"{material.origin} · {material.credit}"
    link = f"This view: {material.permalink}"
    long = len(link) - int(width / (TEXT_PT * 0.6))
    return [
        *wrap(whole, width, TEXT_PT),
        link if long <= 0 else shorten(link, len(link) - long),
    ]
