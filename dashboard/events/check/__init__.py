"""Finds every fault of a data set at once: each table alone, tables among each other, the map."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..boundaries import GEO, Boundaries
from ..dataset import DATA
from ..faults import DataError, Fault
from ..tables import NAMES, read_package
from .accounts import ACCOUNT_RULES
from .columns import column_faults
from .places import place_faults
from .references import reference_faults
from .sheets import Sheet, read_sheet
from .trees import TREE_RULES

Rule = Callable[[Mapping[str, Sheet]], Iterator[Fault]]
RULES: list[Rule] = [*ACCOUNT_RULES, *TREE_RULES]


def check(folder: Path = DATA, geo: Path | Boundaries = GEO) -> list[Fault]:
    """All faults of the data set in `folder`, in the order of the tables and their rows.

    What each column may hold is read from its datapackage.json; `geo` is the folder of the
    boundaries in which places must lie, or these boundaries where they are read already. A table or
    a boundary that is missing is a fault too.
    """
    try:
        resources = described(read_package(folder))
    except DataError as error:
        return list(error.faults)
    faults: list[Fault] = []
    sheets: dict[str, Sheet] = {}
    for name, resource in resources.items():
        sheets[name], found = read_sheet(folder / f"{name}.csv", columns(resource))
        faults += found
    boundaries = geo if isinstance(geo, Boundaries) else Boundaries(geo)
    return in_order([*faults, *sheet_faults(sheets, resources, boundaries)], sheets)


def sheet_faults(
    sheets: Mapping[str, Sheet], resources: Mapping[str, dict[str, Any]], boundaries: Boundaries
) -> list[Fault]:
    """All faults of tables that are read already, but for those of their shape."""
    faults: list[Fault] = []
    for name, resource in resources.items():
        faults += column_faults(sheets[name], resource["schema"])
    # A broken cell, or a table without its header, is reported already: not once more as unknown.
    broken = {(f.file, f.row, f.column) for f in faults}
    faults += reference_faults(sheets, resources, broken)
    for rule in RULES:
        faults += rule(sheets)
    faults += place_faults(sheets["places"], boundaries)
    return in_order(faults, sheets)


def in_order(faults: Iterable[Fault], sheets: Mapping[str, Sheet]) -> list[Fault]:
    """The faults in the order of the tables and their rows."""
    files = [sheet.file for sheet in sheets.values()]
    return sorted(faults, key=lambda f: (files.index(f.file) if f.file in files else -1, f.row))


def columns(resource: Mapping[str, Any]) -> list[str]:
    """The names of the columns that the description of a table lists."""
    return [field["name"] for field in resource["schema"]["fields"]]


def described(package: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The description of each table. Raises DataError if one is not described."""
    found = {r.get("name"): r for r in package.get("resources", [])}
    missing = [n for n in NAMES if not found.get(n, {}).get("schema", {}).get("fields")]
    if missing:
        allowed = "a description of this table and its columns must be there"
        raise DataError([Fault("datapackage.json", 0, "resources", n, allowed) for n in missing])
    return {name: found[name] for name in NAMES}
