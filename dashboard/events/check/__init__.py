"""Finds every fault of a data set at once: each table alone, tables among each other, the map."""

from collections.abc import Callable, Iterator, Mapping
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


def check(folder: Path = DATA, geo: Path = GEO) -> list[Fault]:
    """All faults of the data set in `folder`, in the order of the tables and their rows.

    What each column may hold is read from its datapackage.json; `geo` is the folder of the
    boundaries in which places must lie. A table or a boundary that is missing is a fault too.
    """
    try:
        resources = _resources(read_package(folder))
    except DataError as error:
        return list(error.faults)
    faults: list[Fault] = []
    sheets: dict[str, Sheet] = {}
    for name, resource in resources.items():
        fields = resource["schema"]["fields"]
        sheets[name], found = read_sheet(folder / f"{name}.csv", [f["name"] for f in fields])
        faults += found
        faults += column_faults(sheets[name], resource["schema"])
    broken = {(f.file, f.row, f.column) for f in faults}
    faults += reference_faults(sheets, resources, broken)
    for rule in RULES:
        faults += rule(sheets)
    faults += place_faults(sheets["places"], Boundaries(geo))
    files = [sheet.file for sheet in sheets.values()]
    return sorted(faults, key=lambda f: (files.index(f.file) if f.file in files else -1, f.row))


def _resources(package: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The description of each table. Raises DataError if one is not described."""
    described = {r.get("name"): r for r in package.get("resources", [])}
    missing = [n for n in NAMES if not described.get(n, {}).get("schema", {}).get("fields")]
    if missing:
        allowed = "a description of this table and its columns must be there"
        raise DataError([Fault("datapackage.json", 0, "resources", n, allowed) for n in missing])
    return {name: described[name] for name in NAMES}
