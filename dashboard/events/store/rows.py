"""Records as a frame that is the same from every engine, and what a table lacks to hold them."""

from typing import Any

import pandas as pd

from .schema import COLUMNS

_KINDS = {
    "VARCHAR": "is_string", "VARCHAR[]": "is_array", "BIGINT": "is_integer", "DATE": "is_date",
    "TIMESTAMP": "is_timestamp", "DOUBLE": "is_floating", "BOOLEAN": "is_boolean",
}  # fmt: skip


def faults(table: Any) -> list[str]:
    """What an Ibis table lacks to be an `events` table, in words."""
    found = table.schema()
    missing = [name for name in COLUMNS if name not in found]
    return [f"no column {name}" for name in missing] + [
        f"{name} is {found[name]}, not {kind}"
        for name, kind in COLUMNS.items()
        if name not in missing and not getattr(found[name], _KINDS[kind])()
    ]


def rows(expression: Any) -> pd.DataFrame:
    """The records of an expression with all columns of the schema. Days and clocks are datetime64
    without a zone, numbers Int64 or float, texts str, lists lists; contested is never missing."""
    if set(expression.columns) != set(COLUMNS):
        expression = expression.select(*COLUMNS)
    found: pd.DataFrame = expression.to_pandas()
    return pd.DataFrame({name: _column(found[name], kind) for name, kind in COLUMNS.items()})


def _column(values: pd.Series, kind: str) -> pd.Series:
    if kind in ("DATE", "TIMESTAMP"):
        return pd.to_datetime(values).dt.tz_localize(None).astype("datetime64[us]")
    if kind == "VARCHAR[]":
        lists = [[str(value) for value in each] for each in values]
        return pd.Series(lists, index=values.index, dtype=object)
    if kind == "BOOLEAN":
        return values.astype("boolean").fillna(False).astype(bool)
    plain = {"VARCHAR": "str", "BIGINT": "Int64", "DOUBLE": "float64"}[kind]
    return values.astype(plain)  # type: ignore[call-overload]
