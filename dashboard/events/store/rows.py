"""Records as a frame that is the same from every engine, and what a table lacks to hold them."""

from typing import Any

import pandas as pd
import pyarrow as pa

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
    found: pa.Table = expression.select(*COLUMNS).to_pyarrow()
    return pd.DataFrame({name: _column(found[name], kind) for name, kind in COLUMNS.items()})


def _column(values: pa.ChunkedArray, kind: str) -> Any:
    if kind in ("DATE", "TIMESTAMP"):
        return values.cast(pa.timestamp("us")).to_pandas().astype("datetime64[us]")
    if kind == "VARCHAR[]":
        return pd.Series(values.to_pylist(), dtype=object)
    if kind == "BOOLEAN":
        return values.fill_null(False).to_pandas().astype(bool)
    if kind == "BIGINT":
        return values.cast(pa.int64()).to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    return values.to_pandas().astype("str" if kind == "VARCHAR" else "float64")
