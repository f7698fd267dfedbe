"""Writes the data dictionary as Markdown from datapackage.json, so that each fact stands once."""

from collections.abc import Mapping
from typing import Any

START, END = "<!-- dictionary:start -->", "<!-- dictionary:end -->"
FORMATS = {"date": "day as YYYY-MM-DD", "number": "number", "integer": "whole number"}
HEAD = "| column | type | allowed values | meaning |\n| --- | --- | --- | --- |"


def dictionary(package: Mapping[str, Any]) -> str:
    """A section with a table of columns for each table that the package describes."""
    return "\n".join(_section(resource) for resource in package["resources"])


def insert_dictionary(readme: str, package: Mapping[str, Any]) -> str:
    """The text with the dictionary between its two markers, and all else as it was.

    Raises ValueError if the markers are not there once each, in order.
    """
    before, *rest = readme.split(START)
    if len(rest) != 1 or rest[0].count(END) != 1:
        raise ValueError(f"the text must have one line {START} and, below it, one line {END}")
    after = rest[0].split(END)[1]
    return f"{before}{START}\n{dictionary(package)}\n{END}{after}"


def _section(resource: Mapping[str, Any]) -> str:
    schema = resource["schema"]
    keys = {k["fields"][0]: k["reference"] for k in schema.get("foreignKeys", [])}
    rows = [_row(field, keys.get(field["name"]), resource["name"]) for field in schema["fields"]]
    title = f"### `{resource['path']}`: {resource['title'][0].lower()}{resource['title'][1:]}"
    return "\n".join([f"\n{title}\n", f"{resource['description']}\n", HEAD, *rows])


def _row(field: Mapping[str, Any], key: Mapping[str, Any] | None, table: str) -> str:
    cells = [f"`{field['name']}`", _type(field), _allowed(field, key, table), field["description"]]
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _type(field: Mapping[str, Any]) -> str:
    if field.get("x_format") == "edtf":
        return "EDTF date"
    return "list of ids" if "x_list_of" in field else FORMATS.get(field["type"], "text")


def _allowed(field: Mapping[str, Any], key: Mapping[str, Any] | None, table: str) -> str:
    rules = field.get("constraints", {})
    parts = ["required" if rules.get("required") else "may be empty"]
    parts += ["unique"] if rules.get("unique") else []
    parts += [f"ids of `{field['x_list_of']}`"] if "x_list_of" in field else []
    parts += [f"`{key['resource'] or table}.{key['fields'][0]}`"] if key else []
    parts += [", ".join(f"`{value}`" for value in rules.get("enum", []))]
    parts += [f"form `{rules['pattern']}`"] if "pattern" in rules else []
    parts += [f"at least {rules['minimum']}"] if "minimum" in rules else []
    parts += [f"at most {rules['maximum']}"] if "maximum" in rules else []
    return "; ".join(part for part in parts if part)


def _cell(text: str) -> str:
    """Text inside a table: a bar would end the cell, also within a code span."""
    return text.replace("|", "\\|")
