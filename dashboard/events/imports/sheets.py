"""Workbooks (.xlsx, .xls, .ods) as a source: every cell as the text that a CSV would hold."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from .. import formats
from ..faults import Fault
from .kinds import refuse
from .model import Asked, Unusable
from .source import Source, source_of_rows

EVENTS = "export_events"  # of timemap: the tab whose rows are the records

Row = tuple[int, list[str]]


def open_workbook(path: Path, wanted: str = "") -> Source:
    """The tab `wanted` of the workbook at `path`; without it the only one, the only one of a known
    form, or, for timemap, its events joined with their sources.

    Raises DataError if the workbook cannot be read, Asked if a tab must be chosen.
    """
    filled = {name: rows for name, rows in _tabs(path).items() if rows}
    if not filled:
        raise refuse(path, "", "the workbook is empty")
    if wanted and wanted not in filled:
        allowed = f"no tab with data; there are {', '.join(filled)}"
        raise Unusable([Fault(path.name, 0, "", wanted, allowed)])
    if not wanted and len(filled) > 1 and (joined := _joined(path, filled)):
        return joined
    name = wanted or _only(path, filled)
    (_, header), *rows = filled[name]
    return source_of_rows(path, header, rows, len(rows), sheets=tuple(filled), sheet=name)


def _tabs(path: Path) -> dict[str, list[Row]]:
    try:
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            return {name: _rows(book.get_sheet_by_name(name)) for name in book.sheet_names}
    except PasswordError as error:
        raise refuse(path, "", "the workbook has a password; save it without one") from error
    except (CalamineError, OSError, ValueError) as error:
        raise refuse(path, "", f"a workbook that is broken or cut off ({error})") from error
    except BaseException as error:
        # A broken file can make the reader panic, and that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise refuse(path, "", "a workbook that is broken or cut off") from error


def _only(path: Path, tabs: dict[str, list[Row]]) -> str:
    known = [n for n, rows in tabs.items() if formats.recognise(rows[0][1]) != "columns"]
    choice = known if len(known) == 1 else list(tabs)
    if len(choice) > 1:
        allowed = f"the workbook has several tabs, name one: {', '.join(tabs)}"
        raise Asked("sheet", [Fault(path.name, 0, "", "", allowed)], tuple(tabs))
    return choice[0]


def _joined(path: Path, tabs: dict[str, list[Row]]) -> Source | None:
    """The tabs of timemap's workbook as one table."""
    plain = {
        name: [dict(zip(rows[0][1], cells, strict=True)) for _, cells in rows[1:]]
        for name, rows in tabs.items()
    }
    joined = formats.join_tabs(plain)
    if joined is None:
        return None
    keys = list(dict.fromkeys(key for row in joined for key in row))
    events = next(name for name in tabs if name.strip().casefold() == EVENTS)
    lines = [line for line, _ in tabs[events][1:]]
    rows = [
        (line, [row.get(key, "") for key in keys]) for line, row in zip(lines, joined, strict=True)
    ]
    return source_of_rows(path, keys, rows, len(rows), "timemap", tuple(tabs))


def _rows(sheet: CalamineSheet) -> list[Row]:
    """The rows in which any cell is filled, with their numbers as the spreadsheet counts them."""
    return list(_filled(sheet)) if sheet.start else []


def _filled(sheet: CalamineSheet) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = [_text(cell) for cell in cells]
        if any(texts):
            yield number, texts


def _text(cell: Any) -> str:
    """A cell as text: dates as ISO, whole numbers without decimals, as a CSV would hold them."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return cell.isoformat()
    return str(cell)
