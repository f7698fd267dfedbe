"""Which records matter most where there is not room for all: a rule that can be stated."""

from typing import Any

import pandas as pd

from ..events.table import row_by_row

RULE = "accounts of the most sides, then the most sources"


def ranked(events: pd.DataFrame) -> list[str]:
    """The event_ids in order of `RULE`: what several sides tell is what a briefing must get right,
    and no side's own choice of words decides it."""

    def order(row: tuple[Any, ...]) -> tuple[Any, ...]:
        _, sides, sources, earliest = row
        return -len(sides), -len(sources), earliest if pd.notna(earliest) else pd.Timestamp.max

    rows = row_by_row(events, "event_id", "sides", "sources", "earliest")
    return [str(row[0]) for row in sorted(rows, key=order)]
