"""The tables of imported rows; what only cards and exports need is made when one asks for it."""

from functools import cached_property
from typing import Any

import pandas as pd

from ..tables import Tables
from .about import About
from .told import claims, texts

CLAIMS = ["claim_id", "event_id", "speaker", "side", "statement", "source_id", "said",
          "event_date", "contested"]  # fmt: skip


class RowTables(Tables):
    """`Tables` of the rows of an `events` table. Texts and claims of 2,000 records take longer than
    their charts, which need neither."""

    def __init__(self, rows: pd.DataFrame, about: About, **made: Any) -> None:
        for name, value in {**made, "rows": rows, "about": about}.items():
            object.__setattr__(self, name, value)

    @cached_property
    def events(self) -> pd.DataFrame:
        """The rows as text."""
        return texts(self.__dict__["rows"])

    @cached_property
    def claims(self) -> pd.DataFrame:
        """What the data set and its sources say of each record."""
        told = claims(self.__dict__["rows"], self.__dict__["about"])
        return pd.DataFrame(told, columns=CLAIMS, dtype=object)
