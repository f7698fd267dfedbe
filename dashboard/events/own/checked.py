"""The rules of `check` on rows in memory."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ..boundaries import Boundaries
from ..check import columns, described, sheet_faults
from ..check.sheets import Row, Sheet
from ..faults import DataError, Fault
from .model import Rows


@cache
def boundaries() -> Boundaries:
    """The project's boundaries, read once."""
    return Boundaries()


def faults(package: Mapping[str, Any], rows: Rows) -> list[Fault]:
    """All faults of the rows, the same as `check` finds in their files, with the same numbers."""
    try:
        resources = described(package)
    except DataError as error:
        return list(error.faults)
    sheets = {name: _sheet(name, columns(each), rows) for name, each in resources.items()}
    return sheet_faults(sheets, resources, boundaries())


def _sheet(name: str, header: list[str], rows: Rows) -> Sheet:
    numbered = enumerate(rows[name], start=2)
    return Sheet(f"{name}.csv", tuple(header), tuple(Row(n, row) for n, row in numbered))
