"""timemap's JSON and its workbook as rows with numbered columns (see timemap.py)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .flat import Row, as_object, cell, flat

_EVENTS, _SOURCES, _ASSOCIATIONS = "export_events", "export_sources", "export_associations"
_LISTS = ("sources", "associations", "filters")
Table = Mapping[str, Mapping[str, Any]]  # by id


def is_timemap(objects: Sequence[object]) -> bool:
    """Whether these are events of timemap: described, dated, with lists that tell who says so."""
    return any(
        isinstance(item, Mapping)
        and {"date", "description"} <= item.keys()
        and any(isinstance(item.get(name), list) for name in _LISTS)
        for item in objects
    )


def timemap_rows(
    objects: Iterable[object], sources: Iterable[object] = (), associations: Iterable[object] = ()
) -> list[Row]:
    """Events with source1, source1_url, association1 ... in place of lists of ids or of objects.

    Raises ValueError if an event is no object.
    """
    known, kinds = _by_id(sources), _by_id(associations)
    return [
        _row(as_object(item, f"event {number}"), known, kinds)
        for number, item in enumerate(objects, 1)
    ]


def join_tabs(tabs: Mapping[str, list[Row]]) -> list[Row] | None:
    """The events of a timemap workbook with titles and addresses in place of the ids of sources,
    one row for each row of EXPORT_EVENTS; None if the tabs are none of timemap."""
    named = {name.strip().casefold(): rows for name, rows in tabs.items()}
    if _EVENTS not in named:
        return None
    known, kinds = (_by_id(named.get(tab, [])) for tab in (_SOURCES, _ASSOCIATIONS))
    return [_row(row, known, kinds) for row in named[_EVENTS]]


def _row(event: Mapping[str, object], sources: Table, associations: Table) -> Row:
    """An event in whose numbered columns stands what the ids of its lists stand for."""
    row = flat({key: value for key, value in event.items() if key not in _LISTS})
    for number, each in enumerate(_ids(event, row, "source", ("sources",)), 1):
        row |= _source(each, sources, number)
    kinds = _ids(event, row, "association", ("associations", "filters"))
    for number, each in enumerate(kinds, 1):
        row[f"association{number}"] = _association(each, associations)
    return row


def _ids(event: Mapping[str, object], row: Row, stem: str, lists: Sequence[str]) -> list[object]:
    """The items of the first of these lists; else what is taken out of the numbered columns.

    A list in one cell stays in the row as it is.
    """
    for key in lists:
        found = event.get(key)
        if isinstance(found, list) and found:
            return found
        if isinstance(found, str) and found:
            row[key] = found
    numbers = {
        int(name[len(stem) :]): name
        for name in row
        if name.casefold().startswith(stem) and name[len(stem) :].isdigit()
    }
    return [row.pop(numbers[n]) for n in sorted(numbers)]


def _source(each: object, sources: Table, number: int) -> Row:
    """A source by its title, else its description, else its address, and its address."""
    one = each if isinstance(each, Mapping) else sources.get(cell(each), {})
    paths = one.get("paths")
    path = one.get("url") or one.get("path") or one.get("path1")
    address = cell(paths[0] if isinstance(paths, list) and paths else path)
    told = cell(one.get("title")) or cell(one.get("description")) or address
    named = {f"source{number}": told or cell(one.get("id")) or cell(each)}
    return named | ({f"source{number}_url": address} if address else {})


def _association(each: object, associations: Table) -> str:
    """An association as key=value, else its title, else its id."""
    one = each if isinstance(each, Mapping) else associations.get(cell(each), {})
    listed = one.get("filter_paths")
    paths = listed if isinstance(listed, list) else [one.get(f"filter_path{n}") for n in range(3)]
    keyed = [one.get("key"), one.get("value")]
    told = [cell(part) for part in (keyed if one.get("key") else paths) if cell(part)]
    return "=".join(told) or cell(one.get("title")) or cell(one.get("id")) or cell(each)


def _by_id(items: Iterable[object]) -> dict[str, Mapping[str, Any]]:
    """Objects by id; of an object of objects, those by its keys."""
    if isinstance(items, Mapping):
        items = [{"id": key, **value} for key, value in items.items() if isinstance(value, Mapping)]
    return {cell(item.get("id")): item for item in items if isinstance(item, Mapping)}
