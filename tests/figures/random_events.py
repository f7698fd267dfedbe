"""Event tables that nobody would write by hand, for hypothesis; days are in or around November.

Dates are given as days, since reading EDTF takes longer than laying a table out.
"""

from datetime import date
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.figures.helpers import SIDES, TYPES

UNHURRIED = settings(deadline=None, max_examples=60)  # the first example of a run warms pandas up
LONG = "A title that is much longer than the room beside any mark in this window could ever be"

_days = st.dates(date(2020, 10, 25), date(2020, 12, 5))
_EXTENTS = ("moment", "period")


def _dated(first: Any, last: Any, extent: str) -> dict[str, Any]:
    if first and last and first > last:
        first, last = last, first
    return {"date": "", "earliest": first, "latest": last, "extent": extent}


_spans = st.one_of(
    _days.map(lambda day: _dated(day, day, "moment")),  # most records are of one day
    st.builds(_dated, st.none() | _days, st.none() | _days, st.sampled_from(_EXTENTS)),
)
_rest = st.fixed_dictionaries(
    {
        "event_type": st.sampled_from(list(TYPES)),
        "sides": st.sets(st.sampled_from(list(SIDES)), min_size=1).map(lambda s: tuple(sorted(s))),
        "contested": st.booleans(),
        "title": st.sampled_from(["Call", LONG, "A strike on a town", "Մարտեր Շուշիի մոտ և շուրջ"]),
    }
)
_rows = st.builds(lambda span, rest: {**span, **rest}, _spans, _rest)
event_lists = st.lists(_rows, max_size=25)
