"""Checks that every id in a cell or in a list cell stands in the table it points to."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from ..faults import Fault
from ..tables import split_list
from .sheets import Sheet

Place = tuple[str, int, str]


def reference_faults(
    sheets: Mapping[str, Sheet], resources: Mapping[str, Mapping[str, Any]], broken: Set[Place]
) -> Iterator[Fault]:
    """Every unknown id. A single cell in `broken` (file, row, column) is passed over, as a value
    that the column does not allow is reported already."""
    for name, resource in resources.items():
        for key in resource["schema"].get("foreignKeys", []):
            column, target = key["fields"][0], key["reference"]
            table = target["resource"] or name  # "" is the table itself
            for fault in _unknown(sheets[name], column, sheets[table], target["fields"][0]):
                if (fault.file, fault.row, fault.column) not in broken:
                    yield fault
        for field in resource["schema"]["fields"]:
            if "x_list_of" in field:
                table, key_column = field["x_list_of"].split(".")
                yield from _unknown(sheets[name], field["name"], sheets[table], key_column)
                yield from _twice(sheets[name], field["name"])


def _unknown(sheet: Sheet, column: str, target: Sheet, key: str) -> Iterator[Fault]:
    known = target.values(key)
    for row in sheet.having(column) if target.has(key) else ():
        for value in split_list(row[column]):
            if value not in known:
                yield sheet.fault(row, column, f"an id that stands in {target.file}", value)


def _twice(sheet: Sheet, column: str) -> Iterator[Fault]:
    for row in sheet.having(column):
        ids = split_list(row[column])
        for value in dict.fromkeys(i for i in ids if ids.count(i) > 1):
            yield sheet.fault(row, column, "an id that stands in the list once", value)
