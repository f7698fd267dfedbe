"""The words of a sheet: head, legend, key events, numbered sources, and where it all comes from."""

from collections.abc import Sequence

from ...events.citations import Citation
from ..briefing import Material
from ..caption import wrap
from ..key_events import RULE, ranked
from ..legend import HASH, HELD, OBLAST, Entry
from ..text import shorten, width_px
from .canvas import LEADING, TEXT_PT, Box, Canvas
from .scale import CODES
from .shapes import symbol

LINE = TEXT_PT * LEADING


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
        canvas.text(left + x + 14, y, _name(entry, theme.name))


def legend_places(entries: Sequence[Entry], width: float, look: str) -> list[tuple[float, int]]:
    """Points from the left and line of each entry, in lines of at most `width` points."""
    x, row, places = 0.0, 0, []
    for entry in entries:
        wide = 22 + width_px(_name(entry, look), TEXT_PT)
        if x and x + wide - 8 > width:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += wide
    return places


def _name(entry: Entry, look: str) -> str:
    own = look == "grey" and entry.colour in CODES
    return f"{entry.label} ({CODES[entry.colour]})" if own else entry.label


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
    """The records that matter most by `RULE`, in order of time, as many as have room, with day and
    source numbers; returns how many."""
    left, top, right, bottom = box
    events = material.view.events
    order = ranked(events)
    blocks = {i: wrap(_entry(material, str(i)), right - left, TEXT_PT) for i in order[:60]}
    room = int((bottom - top) / LINE) - 2
    chosen: list[str] = []
    for event_id in order[:60]:
        if sum(len(blocks[i]) for i in [*chosen, event_id]) > room:
            break
        chosen.append(event_id)
    if not chosen:
        return 0
    rest = len(events) - len(chosen)
    more = f"{len(chosen)} of {len(events)}: {RULE}" if rest else f"all {len(events)}"
    canvas.text(left, top + LINE / 2, f"Key records ({more.split(':')[0]})", weight="bold")
    y = top + LINE
    if rest:
        lines = wrap(f"First by {RULE}", right - left, TEXT_PT)
        canvas.text(left, y + LINE / 2, lines[0], color=canvas.theme.muted)
        y += LINE
    for event_id in [i for i in events["event_id"] if i in chosen]:
        for index, line in enumerate(blocks[event_id]):
            canvas.text(left + (8 if index else 0), y + LINE / 2, line)
            y += LINE
    return len(chosen)


def _entry(material: Material, event_id: str) -> str:
    event = material.view.events.loc[event_id]
    numbers = ",".join(str(n) for n in material.citations.by_event[event_id][:4])
    contested = " (contested)" if event["contested"] else ""
    return f"{event['date_label']}: {event['title']}{contested} [{numbers}]"


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
