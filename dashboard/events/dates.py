"""Reads EDTF dates (ISO 8601-2, Library of Congress) and says them in words, with their doubt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import DateAndTime, EDTFObject, Interval, Level1Interval

from .edtf_bounds import COARSENESS, Bounds, coarsest, read_bounds
from .faults import DateError

EDTF = "a date in EDTF, such as 1991~, 2020-11, 2020-09-27 or 2020-09-27/2020-11-10"


@dataclass(frozen=True)
class Span:
    """A date as precisely as it is known, no more.

    `earliest` and `latest` are the first and the last day, both inclusive; None is an open or
    unknown end. `extent` is "moment" (it happened at some time within) or "period" (it lasted
    throughout). `precision` is one of minute, day, days, month, year, decade, unknown.
    `clock` is the local wall-clock time, only where the source states one. `approximate` and
    `uncertain` are EDTF's "~" and "?". `ends` are the two ends of a period, each as precisely
    as it is known.
    """

    earliest: date | None
    latest: date | None
    extent: str
    precision: str
    clock: datetime | None = None
    approximate: bool = False
    uncertain: bool = False
    ends: tuple[Bounds, Bounds] | None = None


UNKNOWN = Span(None, None, "moment", "unknown")


@lru_cache(maxsize=4096)  # the parser takes milliseconds, and most days stand in many rows
def read_date(text: str) -> Span:
    """The span of an EDTF string; "" is unknown. Days are local: an offset is not converted.

    Raises DateError (a ValueError) if the text is not EDTF, is a set in braces ("all of these"),
    states a time in UTC, ends before it begins, or if its years lie outside 1-9999.
    """
    if not text:
        return UNKNOWN
    if "T" in text and text.endswith("Z"):
        raise DateError(text, "a local time with its offset, as in 2020-10-10T12:00:00+04:00")
    if text.startswith("{") or text != text.strip():
        raise DateError(text, EDTF)
    try:
        span = _span(parse_edtf(text), text)
    except (EDTFParseException, AttributeError, TypeError, ValueError) as error:
        raise DateError(text, EDTF) from error
    if span.earliest and span.latest and span.earliest > span.latest:
        raise DateError(text, "an interval that does not end before it begins")
    return span


def _span(parsed: EDTFObject, text: str) -> Span:
    if isinstance(parsed, DateAndTime):
        clock = datetime.fromisoformat(text).replace(tzinfo=None)
        return Span(clock.date(), clock.date(), "moment", "minute", clock)
    if isinstance(parsed, Interval | Level1Interval):
        first, last = read_bounds(parsed.lower), read_bounds(parsed.upper)
        precision = coarsest([first.precision, last.precision])
        doubt = first.approximate or last.approximate, first.uncertain or last.uncertain
        return Span(first.earliest, last.latest, "period", precision, None, *doubt, (first, last))
    b = read_bounds(parsed)
    return Span(b.earliest, b.latest, "moment", b.precision, None, b.approximate, b.uncertain)


def say_day(day: date, year: bool = True) -> str:
    """A day in words: "27 Sep 2020"; months are in English on every machine."""
    month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
        day.month - 1
    ]
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"


def say_range(first: date, last: date) -> str:
    """Two days, both inclusive, in words: "27 Sep – 10 Nov 2020"; whole years are "1991"."""
    if first == last:
        return say_day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    return f"{say_day(first, first.year != last.year)} – {say_day(last)}"


def say_span(span: Span) -> str:
    """The date in words, with its doubt said and nothing added.

    "about 1991 – 7 Nov 2020", "2 or 3 Apr 1993", "10 Oct 2020, 12:00 local time".
    """
    if span.earliest is None and span.latest is None:
        return "date not known"
    if span.clock:
        return f"{say_day(span.clock.date())}, {span.clock:%H:%M} local time"
    if span.ends:
        return _say_period(*span.ends)
    words = _say_moment(span.earliest, span.latest, span.precision)
    return _with_doubt(words, span)


def say_edtf(text: str) -> str:
    """An EDTF date in words; "" if it is empty or says only that it is not known."""
    span = read_date(text)
    return "" if span.precision == "unknown" else say_span(span)


def _say_period(first: Bounds, last: Bounds) -> str:
    begins = _say_end(first.earliest, first) if first.earliest else ""
    ends = _say_end(last.latest, last) if last.latest else ""
    if not begins:
        return f"until {ends}, start not stated"
    if not ends:
        return f"since {begins}, end not stated"
    exact = all(b == Bounds(b.earliest, b.latest, "day") for b in (first, last))
    if exact and first.earliest and last.latest:
        return say_range(first.earliest, last.latest)
    return begins if begins == ends else f"{begins} – {ends}"


def _say_end(day: date, end: Bounds) -> str:
    return _with_doubt(_say_coarsely(day, end.precision), end)


def _say_coarsely(day: date, precision: str) -> str:
    """The day no more finely than it is known."""
    if precision in ("day", "days", "week"):
        return say_day(day)
    return say_day(day).split(" ", 1)[1] if precision == "month" else str(day.year)


def _say_moment(earliest: date | None, latest: date | None, precision: str) -> str:
    first, last = (_say_coarsely(d, precision) if d else "" for d in (earliest, latest))
    if earliest is None or latest is None:
        return f"some time up to {last}" if last else f"some time from {first} on"
    if first == last:
        return first
    if precision != "days":
        return f"some time within {first} – {last}"
    if latest - earliest == timedelta(days=1) and earliest.month == latest.month:
        return f"{earliest.day} or {say_day(latest)}"
    return f"some day within {say_range(earliest, latest)}"


def _with_doubt(words: str, known: Span | Bounds) -> str:
    about = "about " if known.approximate else ""
    return f"{about}{words}{f', {known.precision} uncertain' if known.uncertain else ''}"


def say_dated(earliest: Any, latest: Any, clock: Any, extent: str, precision: str) -> str:
    """A date in words from its bounds (timestamps or NaT), for records that are not dated in EDTF.

    `extent` is "moment" or "period", `precision` as in the event table.
    """
    first, last = (None if day is None or day != day else day.date() for day in (earliest, latest))
    hour = None if clock is None or clock != clock else clock.to_pydatetime()
    ends = (Bounds(first, first, "day"), Bounds(last, last, "day"))
    known = precision if precision in COARSENESS else "days"
    period = extent == "period" and (first != last or precision not in ("day", "minute"))
    return say_span(Span(first, last, extent, known, clock=hour, ends=ends if period else None))
