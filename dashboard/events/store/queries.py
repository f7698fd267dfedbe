"""The questions that the page asks, as Ibis expressions: the same on every engine.

Each takes a table that is filtered already (see `where`): of records, or of rows that stand for
several (see `number_of`).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import ibis
import pandas as pd
from ibis import _

from .companions import number_of
from .numbers import Extent, Totals
from .schema import EXACT

UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
ENDS = ("first", "last")
_COUNTED = ("earliest", "latest", "longitude", "latitude", "place_precision", "contested")
LANES_BY = {"actor": "lane", "type": "event_type"}


def totals(table: Any) -> Totals:
    """The numbers of the rows of `table`, in one query."""
    table = table.select(*_COUNTED, n=number_of(table))
    nowhere = table.longitude.isnull() | table.latitude.isnull()
    n = table.n

    def where(condition: Any) -> Any:
        return condition.ifelse(n, 0).sum().cast("int64")

    found = table.aggregate(
        count=n.sum().cast("int64"),
        undated=where(table.earliest.isnull() & table.latest.isnull()),
        nowhere=where(nowhere),
        rough=where(~nowhere & ~table.place_precision.isin(EXACT)),
        contested=where(table.contested),
    )
    row = found.to_pandas().iloc[0]
    return Totals(**{str(k): int(v) if pd.notna(v) else 0 for k, v in row.items()})


def extent(table: Any) -> Extent:
    """The extent of the rows of `table`, in one query."""
    ends = table.earliest.notnull() & table.latest.notnull()
    found = table.aggregate(
        first=table.earliest.min(),
        last=table.latest.max(),
        west=table.longitude.min(),
        south=table.latitude.min(),
        east=table.longitude.max(),
        north=table.latitude.max(),
        closed=ends.all(),
    )
    row = found.to_pandas().iloc[0]
    edges = [float(row[k]) for k in ("west", "south", "east", "north") if pd.notna(row[k])]
    first, last = (None if pd.isna(row[k]) else pd.Timestamp(row[k]).date() for k in ENDS)
    bounds = (edges[0], edges[1], edges[2], edges[3]) if len(edges) == 4 else None
    return Extent(first, last, bounds, bool(row["closed"]) if pd.notna(row["closed"]) else True)


SUM = _.n.sum().cast("int64")


def lane_of(table: Any, by: str) -> Any:
    """The one lane in which a record is counted: that of the actor or source named first."""
    if by == "speaker":
        return (table.sources.length() > 0).ifelse(table.sources[0], "")
    return table[LANES_BY[by]].fill_null("")


def lane_counts(table: Any, by: str, most: int) -> pd.DataFrame:
    """The lanes of the most records: lane, count; of equal ones the first by name. A record without
    one is in the lane ""."""
    counted = (
        table.select(n=number_of(table), lane=lane_of(table, by))
        .group_by("lane")
        .aggregate(count=SUM)
    )
    return _frame(counted.order_by(ibis.desc("count"), "lane").limit(most))


def bins(table: Any, by: str, unit: str, lanes: Sequence[str]) -> pd.DataFrame:
    """Records by lane ("" for all but `lanes`), the bins of their first and of their last day (NaT
    for an open end) and extent: lane, first, last, extent, count. Records with no date are not in.
    """
    dated = table.filter(table.earliest.notnull() | table.latest.notnull())
    lane = lane_of(dated, by)
    chosen = lane.isin(list(lanes)).ifelse(lane, "") if lanes else ibis.literal("")
    rows = dated.select(
        n=number_of(dated),
        lane=chosen,
        first=bin_start(dated.earliest, unit),
        last=bin_start(dated.latest, unit),
        extent=dated.extent,
    )
    found = _frame(rows.group_by("lane", "first", "last", "extent").aggregate(count=SUM))
    for column in ("first", "last"):
        found[column] = pd.to_datetime(found[column]).astype("datetime64[us]")
    return found


def bin_start(day: Any, unit: str) -> Any:
    """The first day of the bin that a day lies in; weeks begin on Monday."""
    return day if unit == "day" else day.truncate(UNITS[unit]).cast("date")


def cells(table: Any, size: float, rough_size: float) -> pd.DataFrame:
    """Located records by cell of `size` degrees, those known only to an area by cell of
    `rough_size`: rough, x, y (the cell's number from 0° eastward and northward), count."""
    placed = table.filter(table.longitude.notnull() & table.latitude.notnull())
    rough = ~placed.place_precision.isin(EXACT)
    side = rough.ifelse(rough_size, size)
    rows = placed.select(
        n=number_of(placed),
        rough=rough,
        x=(placed.longitude / side).floor().cast("int32"),
        y=(placed.latitude / side).floor().cast("int32"),
    )
    return _frame(rows.group_by("rough", "x", "y").aggregate(count=SUM))


def top(table: Any, column: str, most: int) -> pd.DataFrame:
    """The values of a list column ("actors", "sources") or of a plain one: value, count."""
    values = table[column].unnest() if column in ("actors", "sources") else table[column]
    counted = table.select(value=values).group_by("value").aggregate(count=_.count())
    known = counted.filter(counted.value.notnull() & (counted.value != ""))
    return _frame(known.order_by(ibis.desc("count"), "value").limit(most))


def page(table: Any, size: int, after: tuple[date | None, str] | None = None) -> Any:
    """`size` rows of `table`, newest first, those without a first day last.

    `after` is the (earliest, event_id) of the last record of the page before: rows are skipped by
    key, as an OFFSET reads all that it skips and fails on Spark.
    """
    if after:
        first, key = after
        later = table.event_id > key
        if pd.isna(first):
            table = table.filter(table.earliest.isnull() & later)
        else:
            same = ibis.literal(first, type="date")
            table = table.filter(
                (table.earliest < same)
                | ((table.earliest == same) & later)
                | table.earliest.isnull()
            )
    newest = ibis.desc("earliest", nulls_first=False)
    return table.order_by(newest, "event_id").limit(size)


def _frame(expression: Any) -> pd.DataFrame:
    frame: pd.DataFrame = expression.to_pandas()
    return frame
