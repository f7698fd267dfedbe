"""What is said of a data set as a whole: for a new one, for a copy, and out of a file of others."""

from collections.abc import Mapping
from typing import Any

from ..sets.names import folder_name
from .structure import resources

VERSION = "0.1"
LONGEST = 5_000  # characters of a text that is taken from a file
TEXTS = ("name", "title", "description", "x_account_note", "version", "created", "x_licence_scope")
LISTS = ("keywords", "licenses", "contributors", "sources")
TOLD = ("title", "description")  # of a column: may be said otherwise elsewhere
OPEN = ("event_type", "side", "kind")  # columns in which another conflict needs other values


def new_package(key: str, title: str, who: str, at: str) -> dict[str, Any]:
    """The description of a data set that begins."""
    return _whole(
        {
            "name": key,
            "title": title,
            "description": "Records of one's own, made with the dashboard.",
            "version": VERSION,
            "created": at,
            "contributors": [{"title": who or "Not named", "role": "author"}],
            "sources": [{"title": "Documents listed in sources.csv", "path": "sources.csv"}],
        },
        {},
    )


def copied_package(given: Mapping[str, Any], key: str, title: str, at: str) -> dict[str, Any]:
    """The description of a copy of a data set: its terms and sources, under a title of its own."""
    former = f"{given.get('title', 'records')}, version {given.get('version', 'not stated')}"
    about = {
        **_told(given),
        "name": key,
        "title": title,
        "description": f"Begun as a copy of: {former}.",
        "version": VERSION,
        "created": at,
    }
    return _whole(about, given)


def adopted_package(given: Mapping[str, Any], title: str) -> dict[str, Any]:
    """The description in a file that somebody made; `title` where it has none.

    The tables keep the structure of the curated ones: of the file's own only the values allowed in
    a column and the words on it are taken, as its rules could be anything.
    """
    about = {"title": title, "version": VERSION, **_told(given)}
    return _whole({"name": folder_name(about["title"]), **about}, given)


def _told(given: Mapping[str, Any]) -> dict[str, Any]:
    """What of a description is text, or a list of texts or of fields that are text."""
    texts = {k: given[k] for k in TEXTS if _is_text(given.get(k)) and given[k].strip()}
    lists = {k: [each for each in given[k] if _is_plain(each)] for k in LISTS if k in given}
    return {k: v for k, v in {**given, **texts, **lists}.items() if k in texts or k in lists}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _is_plain(value: Any) -> bool:
    fields = value.values() if isinstance(value, dict) else [value]
    return all(map(_is_text, fields))


def _whole(about: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    found = described_fields(given)
    made = [_table(resource, found) for resource in resources().values()]
    package = {"profile": "tabular-data-package", **about, "resources": made}
    order = [name for name in given if name in package]  # so that the same words give the same file
    return {name: package[name] for name in dict.fromkeys([*order, *package])}


def described_fields(given: Mapping[str, Any]) -> dict[tuple[Any, Any], dict[str, Any]]:
    """What a description says of each column, by the names of its table and of the column."""
    tables = given.get("resources")
    return {
        (table.get("name"), field.get("name")): field
        for table in (tables if isinstance(tables, list) else [])
        if isinstance(table, dict)
        for field in _fields(table)
    }


def _fields(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    schema = table.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return [each for each in fields if isinstance(each, dict)] if isinstance(fields, list) else []


def _table(
    resource: Mapping[str, Any], found: Mapping[tuple[Any, Any], Mapping[str, Any]]
) -> dict[str, Any]:
    schema = resource["schema"]
    fields = [_field(each, found.get((resource["name"], each["name"]), {}))
              for each in schema["fields"]]  # fmt: skip
    return {**resource, "schema": {**schema, "fields": fields}}


def _field(field: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: given[name] for name in TOLD if name in field and _is_text(given.get(name))}
    rules, told = field.get("constraints", {}), given.get("constraints")
    allowed = told.get("enum") if isinstance(told, dict) else None
    if (
        field["name"] in OPEN
        and isinstance(allowed, list)
        and allowed
        and all(map(_is_text, allowed))
    ):
        words["constraints"] = {**rules, "enum": allowed}
    return {**field, **words}
