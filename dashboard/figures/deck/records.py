"""The slides of the records: a native table that goes on over as many slides as it needs."""

from typing import Any

from ..briefing import Material
from .measure import LEADING
from .rows import HEADER, PAD_X, PAD_Y, SIZE, WIDTHS, Row, make_rows, pages
from .runs import one_line, plain
from .slides import NOTHING, fit, new_slide
from .table import add_table
from .template import MARGIN

TOP, BOTTOM = 52.0, 504.0
HEADER_PT = SIZE * LEADING + 2 * PAD_Y
ROOM = BOTTOM - TOP - HEADER_PT


def add_records(presentation: Any, material: Material) -> None:
    """Add the slides; a single one that says so if there is no record."""
    made = pages(make_rows(material), ROOM)
    if not made[0]:
        board = new_slide(presentation, material, "Records", ())
        words = fit(f"{NOTHING}: {' · '.join(material.view.filter_words)}.", 900 * 5, 16)
        box = (MARGIN, TOP + 10, MARGIN + sum(WIDTHS), BOTTOM)
        board.text(box, [plain(one_line(words))], 16, "Answer")
        return
    for number, rows in enumerate(made, 1):
        title = "Records" if len(made) == 1 else f"Records ({number} of {len(made)})"
        _add_page(presentation, material, title, rows)


def _add_page(presentation: Any, material: Material, title: str, rows: list[Row]) -> None:
    known = material.citations
    numbers = {n for row in rows for n in known.by_event[row.event_id]}
    sources = [source for source in known.sources if source.number in numbers]
    board = new_slide(presentation, material, title, sources)
    header = tuple((plain(word, bold=True),) for word in HEADER)
    table = [(header, HEADER_PT), *((row.cells, row.height) for row in rows)]
    count = len({row.event_id for row in rows})
    alt = f"Table of {count} records: {', '.join(HEADER).lower()}, with numbered sources."
    add_table(board, (MARGIN, TOP), WIDTHS, table, SIZE, (PAD_X, PAD_Y), title, alt)
