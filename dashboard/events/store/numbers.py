"""What a filter, and a whole data set, is in numbers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Totals:
    """A filter in numbers of records: all, those with no date at all, those with no coordinates,
    those known only to an area, contested ones."""

    count: int
    undated: int
    nowhere: int
    rough: int
    contested: int


@dataclass(frozen=True)
class Extent:
    """First and last known day of a data set; west, south, east and north of its coordinates;
    whether each record has both a first and a last day."""

    first: date | None
    last: date | None
    bounds: tuple[float, float, float, float] | None
    closed: bool
