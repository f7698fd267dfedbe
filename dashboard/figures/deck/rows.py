"""The rows of the records' table: when, what, where, and what each side says, cut to pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...events.accounts import Account, Claim, accounts
from ..briefing import Material
from ..theme import colour_group
from .ink import MUTED, SIDES
from .measure import LEADING, Cell, count_lines, cut_cell
from .runs import Paragraph, Run, one_line, plain

HEADER = ("When", "What", "Where", "Who says what")
WIDTHS = (108.0, 196.0, 120.0, 480.0)  # points
SIZE = 10.0
PAD_X, PAD_Y = 5.0, 3.0
CONTINUED = "(continued)"


@dataclass(frozen=True)
class Row:
    """A record in the table, or what of it has room on one page."""

    event_id: str
    cells: tuple[Cell, ...]
    continued: bool = False

    @property
    def lines(self) -> int:
        """The lines of its highest cell."""
        return max(
            count_lines(cell, width - 2 * PAD_X, SIZE)
            for cell, width in zip(self.cells, WIDTHS, strict=True)
        )

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.lines * SIZE * LEADING + 2 * PAD_Y


def make_rows(material: Material) -> list[Row]:
    """A row for each record in view, in order of time."""
    return [_row(material, event) for event in material.view.events.to_dict("records")]


def _row(material: Material, event: Mapping[Any, Any]) -> Row:
    kind = material.dataset.names["type"].get(event["event_type"], event["event_type"])
    layer = "said in the article" if event["layer"] == "article" else "context"
    state = f"{kind} · {layer}{' · contested' if event['contested'] else ''}"
    return Row(
        event["event_id"],
        (
            (plain(one_line(event["date_label"])),),
            (plain(one_line(event["title"]), bold=True), plain(one_line(state), ink=MUTED)),
            (plain(one_line(event["place_label"]) or "no place stated"),),
            _told(material, event["event_id"]),
        ),
    )


def _told(material: Material, event_id: str) -> Cell:
    """The claims by side, and the numbers of all sources of the record."""
    numbers = " ".join(f"[{n}]" for n in material.citations.by_event[event_id])
    told = accounts(material.dataset, event_id)
    claims = [_claim(material, a, claim) for a in told for claim in a.claims]
    none = () if claims else (plain("No account is recorded."),)
    return (*claims, *none, plain(f"Sources: {numbers or 'none'}", ink=MUTED))


def _claim(material: Material, account: Account, claim: Claim) -> Paragraph:
    side, speaker = one_line(account.label), one_line(claim.speaker)
    ink = SIDES[colour_group((account.side,))]
    about = ", ".join(
        part
        for part in (
            "" if speaker == side else speaker,
            f"said {claim.said}" if claim.said else "",
        )
        if part
    )
    number = material.citations.by_source.get(claim.source_id)
    return (
        Run(side, True, ink),
        Run(f" ({one_line(about)}): " if about else ": "),
        Run(one_line(claim.statement)),
        Run(f" [{number}]" if number else f" [{one_line(claim.source)}]", ink=MUTED),
    )


def pages(rows: Iterable[Row], room: float) -> list[list[Row]]:
    """The rows by page, none higher than `room` points: a row stands whole on one page unless it is
    higher than that."""
    made: list[list[Row]] = [[]]
    left = room
    for row in rows:
        for part in _parts(row, room):
            if part.height > left and made[-1]:
                made.append([])
                left = room
            made[-1].append(part)
            left -= part.height
    return made


def _parts(row: Row, room: float) -> list[Row]:
    """The row, or pieces of it that have room on a page each."""
    parts, most = [], max(int((room - 2 * PAD_Y) / (SIZE * LEADING)), 2)
    while row.lines > most:
        cuts = [cut_cell(cell, most, width - 2 * PAD_X, SIZE)
                for cell, width in zip(row.cells, WIDTHS, strict=True)]  # fmt: skip
        parts.append(replace(row, cells=tuple(head for head, _ in cuts)))
        when, *rest = (tail for _, tail in cuts)
        row = replace(row, cells=((plain(CONTINUED), *when), *rest), continued=True)
    return [*parts, row]
