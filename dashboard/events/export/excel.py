"""A view as an Excel file: records, claims, sources, and what they are; text only, no formula."""

import io
from typing import Any

import pandas as pd

from ..dataset import Dataset, View
from .rows import claims, records, sources

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
         "in_memory": True}  # fmt: skip
WIDE, NARROW = 60, 10  # characters
CELL = (
    32_767  # the most characters that a cell holds (Microsoft, "Excel specifications and limits")
)


def to_xlsx(view: View, dataset: Dataset) -> bytes:
    """Sheets Records, Claims, Sources and About, each with a fixed header and a filter."""
    import xlsxwriter  # only this format needs it

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, PLAIN)
    book.set_properties({"title": str(dataset.tables.package["title"]), "subject": view.sentence,
                         "keywords": dataset.tables.version})  # fmt: skip
    for name, table in (
        ("Records", records(view)),
        ("Claims", claims(view, dataset)),
        ("Sources", sources(view, dataset)),
    ):
        _write(book, name, table)
    about = pd.DataFrame(_about(view, dataset), columns=["what", "value"])
    _write(book, "About", about)
    book.close()
    return buffer.getvalue()


def _about(view: View, dataset: Dataset) -> list[tuple[str, str]]:
    tables = dataset.tables
    return [
        ("title", str(tables.package["title"])),
        ("data set", str(tables.package["name"])),
        ("version", str(tables.package["version"])),
        ("SHA-256 of the tables", tables.sha256),
        ("filter", " · ".join(view.filter_words)),
        ("records", f"{len(view.events)} of {view.total}"),
        ("not on the map", str(view.off_map)),
        ("whose account", str(tables.package.get("x_account_note", ""))),
    ]


def _write(book: Any, name: str, table: pd.DataFrame) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, label in enumerate(table.columns):
        cells = table[label]
        longest = max([len(str(label)), *(len(str(c)) for c in cells)])
        sheet.set_column(column, column, min(max(longest, NARROW), WIDE))
        sheet.write_string(0, column, str(label), bold)
        for row, cell in enumerate(cells, 1):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell[:CELL], text)
            elif pd.notna(cell):
                sheet.write_number(row, column, cell, text)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
