"""Checks each cell alone, and keys, against what datapackage.json says of the column."""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..dates import read_date
from ..faults import DateError, Fault
from .sheets import Sheet


def column_faults(sheet: Sheet, schema: Mapping[str, Any]) -> Iterator[Fault]:
    """Every cell that breaks a rule of its column (the first rule only), and keys used twice."""
    for field in schema["fields"]:
        name = field["name"]
        for row in sheet.having(name):
            allowed = _broken_rule(row[name], field)
            if allowed:
                yield sheet.fault(row, name, allowed)
        if field.get("constraints", {}).get("unique") or schema.get("primaryKey") == [name]:
            yield from _repeated(sheet, name)


def _repeated(sheet: Sheet, column: str) -> Iterator[Fault]:
    first = sheet.values(column)
    for row in sheet.having(column):
        if row[column] and first[row[column]] is not row:
            number = first[row[column]].number
            yield sheet.fault(row, column, f"a value of its own; it stands in row {number} too")


def _broken_rule(value: str, field: Mapping[str, Any]) -> str:
    """What is allowed in the column, if the value is not; "" if it is."""
    rules = field.get("constraints", {})
    if not value:
        return "this cell must not be empty" if rules.get("required") else ""
    if "enum" in rules and value not in rules["enum"]:
        return f"one of {', '.join(rules['enum'])}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], value):
        return f"text of the form {rules['pattern']}"
    if field["type"] in ("number", "integer"):
        return _broken_number(value, field["type"], rules)
    if field["type"] == "date":
        return "" if is_day(value) else "a day such as 2020-11-07"
    return _broken_edtf(value) if field.get("x_format") == "edtf" else ""


def _broken_number(value: str, kind: str, rules: Mapping[str, Any]) -> str:
    try:
        number = float(int(value) if kind == "integer" else float(value))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        return "a whole number" if kind == "integer" else "a number with a decimal point"
    low, high = rules.get("minimum", -math.inf), rules.get("maximum", math.inf)
    if low <= number <= high:
        return ""
    return f"a number from {low} to {high}" if high < math.inf else f"a number from {low}"


def is_day(value: str) -> bool:
    """Whether the text is a day as YYYY-MM-DD; other forms of ISO 8601 are not."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _broken_edtf(value: str) -> str:
    try:
        read_date(value)
    except DateError as error:
        return error.allowed
    return ""
