"""Reads dates in SQL as people write them: EDTF (ISO 8601-2), months, years and single days.

It stands beside `dates.read_date`, which takes milliseconds a date: 1991, 1993-04, 199X,
2020-09-27T22:00, 1993-04-02/1993-04-03 (a period), ../2020-11-07,
[2020-09-27..2020-09-30] (some time within). ~, ? and % change no bounds. Seasons are not read.
"""

from dataclasses import dataclass
from functools import cached_property

from .days import HOUR, ZONE, day, time_of
from .spans import month_of
from .sql import known, let

_ORDER = ("minute", "hour", "day", "days", "week", "month", "year", "decade")
_END = r"(\.\.|\d{3}[\dX][^/]*|)"
_PERIOD = f"^{_END}/{_END}$"
_SET = r"^\[([^,.]*)(?:,|\.\.)(?:.*(?:,|\.\.))?([^,.]*)\]$"
_TIMED = f"[T ]+({HOUR})( ?{ZONE})?$"
_ZERO = r"(Z|UTC|GMT|[+-]00:?00)"
_UTC = f"[T ]+{HOUR} ?{_ZERO}$"
# Programs put midnight behind a mere day; at another offset it is an hour that somebody stated.
_MIDNIGHT = rf"[T ]+0?0:00(:00(\.0+)?)?( ?{_ZERO})?$"
_OPEN = r"^(\.\.|XXXX.*)?$"
_YEARS = {  # shape -> first and last day, precision
    r"^\d{4}(-XX){0,2}$": ("left(_q, 4) || '-01-01'", "left(_q, 4) || '-12-31'", "year"),
    r"^\d{3}X(-XX){0,2}$": ("left(_q, 3) || '0-01-01'", "left(_q, 3) || '9-12-31'", "decade"),
    r"^\d{2}XX(-XX){0,2}$": ("left(_q, 2) || '00-01-01'", "left(_q, 2) || '99-12-31'", "unknown"),
}
_MONTHS = {  # shape -> first day
    r"^\d{4}-\d{2}(-XX)?$": "try_cast(left(_q, 7) || '-01' AS DATE)",
    r"^([A-Za-z]+ |\d{1,2}/)\d{4}$": "try_strptime(_q, ['%B %Y', '%b %Y', '%m/%Y'])::DATE",
}


@dataclass(frozen=True)
class Written:
    """The date in `text` (SQL); NULL and the words for a missing value are unknown.

    `span` is an SQL struct of first and last (days, both inclusive, NULL is open or unknown),
    precision (NULL if there is a date and it cannot be read), extent and clock, as in the events
    table; a clock only of a moment whose hour is stated and not in UTC.
    """

    text: str
    day_first: bool | None = None

    @property
    def in_utc(self) -> str:
        """True where an hour is stated in UTC; the local day may be the one before or after."""
        text = self.text
        return f"regexp_matches({text}, '{_UTC}') AND NOT regexp_matches({text}, '{_MIDNIGHT}')"

    @cached_property
    def span(self) -> str:
        """The struct of the date."""
        timed = f"regexp_matches(_t, '{_TIMED}') AND NOT regexp_matches(_t, '{_MIDNIGHT}')"
        plain = f"regexp_replace({known('_r')}, '[~?%]', '', 'g')"
        span = f"CASE WHEN {timed} THEN {self._timed()} ELSE {self._untimed()} END"
        return let("_r", self.text, let("_t", plain, span))

    def _timed(self) -> str:
        """A day with an hour. An hour in UTC falls on one of two days, wherever the place is."""
        local = span_of(first="_c::DATE", last="_c::DATE", precision="'minute'", clock="_c")
        first, last = "(_c - INTERVAL 12 HOURS)::DATE", "(_c + INTERVAL 14 HOURS)::DATE"
        utc = span_of(first=first, last=last, precision="'days'")
        hour = time_of(f"regexp_extract(_t, '{_TIMED}', 1)")
        body = (
            f"CASE WHEN _c IS NULL THEN {span_of()} "
            f"WHEN regexp_matches(_t, '{_UTC}') THEN {utc} ELSE {local} END"
        )
        return let("_c", f"({day('_t', self.day_first)}) + ({hour})", body)

    def _untimed(self) -> str:
        """From the first day of a date to the last day of the same, or of a second one.

        Two are as coarse as the coarser.
        """
        ends = (
            f"CASE WHEN regexp_matches(_t, '{_PERIOD}') THEN string_split(_t, '/') "
            f"WHEN regexp_matches(_t, '{_SET}') "
            f"THEN [regexp_extract(_t, '{_SET}', 1), regexp_extract(_t, '{_SET}', 2)] "
            "ELSE [coalesce(_t, '')] END"
        )
        coarse = coarsest("_e[1].precision", "_e[2].precision")
        span = span_of(
            first="_e[1].first",
            last="_e[-1].last",
            precision=f"CASE WHEN len(_e) = 1 THEN _e[1].precision ELSE {coarse} END",
            extent=f"CASE WHEN regexp_matches(_t, '{_PERIOD}') THEN 'period' ELSE 'moment' END",
        )
        return let("_e", f"list_transform({ends}, lambda _q: {self._one()})", span)

    def _one(self) -> str:
        """First, last and precision of `_q`, which is no interval; without days if it is open."""
        cases = [f"WHEN regexp_matches(_q, '{_OPEN}') THEN {_part('NULL', 'NULL', 'unknown')}"]
        for shape, (first, last, word) in _YEARS.items():
            part = _part(f"try_cast({first} AS DATE)", f"try_cast({last} AS DATE)", word)
            cases.append(f"WHEN regexp_matches(_q, '{shape}') THEN {part}")
        for shape, first in _MONTHS.items():
            part = let("_d", first, _part(*month_of("_d"), "month"))
            cases.append(f"WHEN regexp_matches(_q, '{shape}') THEN {part}")
        other = let("_d", day("_q", self.day_first), _part("_d", "_d", "day"))
        return f"CASE {' '.join(cases)} ELSE {other} END"


def coarsest(one: str, other: str) -> str:
    """The coarser of two precisions (SQL); two days are 'days', an open end says nothing."""
    order = ", ".join(f"'{word}'" for word in _ORDER)
    ranks = ", ".join(f"coalesce(list_position([{order}], {each}), 0)" for each in (one, other))
    word = let(
        "_n",
        f"greatest({ranks})",
        f"CASE _n WHEN 0 THEN 'unknown' WHEN 3 THEN 'days' ELSE [{order}][_n] END",
    )
    return f"CASE WHEN {one} IS NOT NULL AND {other} IS NOT NULL THEN {word} END"


def span_of(
    first: str = "NULL::DATE",
    last: str = "NULL::DATE",
    precision: str = "NULL::VARCHAR",
    extent: str = "'moment'",
    clock: str = "NULL::TIMESTAMP",
) -> str:
    """A span (see `Written.span`) of these parts, each in SQL."""
    return (
        f"{{'first': {first}, 'last': {last}, 'precision': {precision}, 'extent': {extent}, "
        f"'clock': {clock}}}"
    )


def _part(first: str, last: str, precision: str) -> str:
    """A part of a span. Years before 1 are not read: few programs know them."""
    if first == "NULL":
        return f"{{'first': NULL::DATE, 'last': NULL::DATE, 'precision': '{precision}'}}"
    told = f"CASE WHEN {first} >= DATE '0001-01-01' THEN '{precision}' END"
    return f"{{'first': {first}, 'last': {last}, 'precision': {told}}}"
