"""A view as Parquet: one row a record, its claims as a list inside it."""

import pyarrow as pa
import pyarrow.parquet as pq

from ..dataset import Dataset, View
from .rows import claims, records


def to_parquet(view: View, dataset: Dataset) -> bytes:
    """The records with their claims, lists as text joined by ";" as in CSV, unknown as null."""
    table = pa.Table.from_pandas(records(view), preserve_index=False)
    told = claims(view, dataset).astype(str)
    fields = [(str(name), pa.string()) for name in told.columns]
    groups = {key: group.to_dict("records") for key, group in told.groupby("event_id")}
    rows = [groups.get(event_id, []) for event_id in view.events["event_id"]]
    column = pa.array(rows, pa.list_(pa.struct(fields)))
    table = table.append_column("claims", column).replace_schema_metadata({})
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue().to_pybytes())
