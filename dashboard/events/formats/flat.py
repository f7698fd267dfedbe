"""Flattens the objects of a JSON document to rows of text, as a table would hold them."""

from collections.abc import Iterable, Mapping

Row = dict[str, str]


def flat_rows(objects: Iterable[object]) -> list[Row]:
    """One row an object. Raises ValueError if one of them is no object."""
    rows = []
    for number, each in enumerate(objects, 1):
        rows.append(flat(as_object(each, f"item {number}")))
    return rows


def as_object(value: object, what: str) -> Mapping[str, object]:
    """The value as an object. Raises ValueError, naming `what`, if it is none."""
    if not isinstance(value, Mapping):
        raise ValueError(f"{what} is no object but {type(value).__name__}")
    return value


def flat(item: Mapping[str, object], lead: str = "") -> Row:
    """An object as one row: objects in it by dotted names, lists with semicolons, null left out."""
    row: Row = {}
    for key, value in item.items():
        name = f"{lead}{key}"
        if isinstance(value, Mapping):
            row |= flat(value, f"{name}.")
        elif (written := cell(value)) != "":
            row[name] = written
    return row


def cell(value: object) -> str:
    """A value as a cell holds it; "" for null. Inside a list a semicolon becomes a comma."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        parts = (cell(each).replace(";", ",") for each in value)
        return ";".join(part for part in parts if part)
    if isinstance(value, Mapping):
        return ", ".join(f"{k}: {cell(v)}" for k, v in value.items() if cell(v))
    return str(value)
