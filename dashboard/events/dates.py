"""Reads EDTF dates (ISO 8601-2, Library of Congress) and says them in words, with their doubt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import (
    DateAndTime,
    EDTFObject,
    Interval,
    Level1Interval,
    OneOfASet,
    UnspecifiedIntervalSection,
)

_PRECISIONS = {"day": "day", "month": "month", "season": "month", "year": "year"}
_COARSENESS = ["minute", "hour", "day", "days", "week", "month", "year", "decade", "unknown"]


@dataclass(frozen=True)
class Span:
    """A date as precisely as it is known, no more.

    `earliest` and `latest` are the first and the last day, both inclusive; None is an open or
    unknown end. `extent` is "moment" (it happened at some time within) or "period" (it lasted
    throughout). `precision` is one of minute, day, days, month, year, decade, unknown.
    `clock` is the local wall-clock time, only where the source states one. `approximate` and
    `uncertain` are EDTF's "~" and "?".
    """

    earliest: date | None
    latest: date | None
    extent: str
    precision: str
    clock: datetime | None = None
    approximate: bool = False
    uncertain: bool = False


UNKNOWN = Span(None, None, "moment", "unknown")


def read_date(text: str) -> Span:
    """The span of an EDTF string. Days are local to the place: an offset is not converted.

    Raises ValueError if the text is not EDTF, or its years lie outside 1-9998.
    """
    if not text:
        return UNKNOWN
    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, AttributeError, TypeError) as error:
        raise ValueError(f"{text!r} is not an EDTF date") from error
    flags = {
        "approximate": "~" in text or "%" in text,
        "uncertain": "?" in text or "%" in text,
    }
    if isinstance(parsed, Interval | Level1Interval):
        return _interval(parsed, flags)
    if isinstance(parsed, DateAndTime):
        clock = datetime.fromisoformat(text).replace(tzinfo=None)
        return Span(clock.date(), clock.date(), "moment", "minute", clock, **flags)
    earliest, latest, precision = _bounds(parsed)
    if isinstance(parsed, OneOfASet):
        precision = "days"
    return Span(earliest, latest, "moment", precision, None, **flags)


def _interval(parsed: Interval, flags: dict[str, bool]) -> Span:
    lower, upper = _bounds(parsed.lower), _bounds(parsed.upper)
    precision = max(lower[2], upper[2], key=_COARSENESS.index)
    if precision == "unknown":  # an open end says nothing about the precision of the other
        precision = min(lower[2], upper[2], key=_COARSENESS.index)
    if lower[0] and upper[1] and lower[0] > upper[1]:
        raise ValueError("the interval ends before it begins")
    return Span(
        lower[0], upper[1], "period", "days" if precision == "day" else precision, None, **flags
    )


def _bounds(part: EDTFObject) -> tuple[date | None, date | None, str]:
    """First day, last day and precision of a date that is not an interval."""
    if isinstance(part, UnspecifiedIntervalSection):
        return None, None, "unknown"
    lower, upper = part.lower_strict(), part.upper_strict()
    if lower[0] <= 0 and upper[0] >= 9999:
        return None, None, "unknown"
    earliest, latest = date(*lower[:3]), date(*upper[:3])
    inner: Any = getattr(part, "date", part)
    precision = _PRECISIONS.get(str(getattr(inner, "precision", "")), "")
    return earliest, latest, precision or _by_length(earliest, latest)


def _by_length(earliest: date, latest: date) -> str:
    days = (latest - earliest).days + 1
    limits = [(1, "day"), (27, "days"), (31, "month"), (366, "year"), (3653, "decade")]
    return next((name for limit, name in limits if days <= limit), "unknown")


def say_day(day: date, year: bool = True) -> str:
    """A day in words: "27 Sep 2020"; months are in English on every machine."""
    month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[day.month - 1]
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"


def say_range(first: date, last: date) -> str:
    """Two days, both inclusive, in words: "27 Sep – 10 Nov 2020"."""
    if first == last:
        return say_day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    return f"{say_day(first, first.year != last.year)} – {say_day(last)}"


def say_span(span: Span) -> str:
    """The date in words, with its doubt said and nothing added.

    "1991", "about 1991 – 7 Nov 2020", "2 or 3 Apr 1993", "10 Oct 2020, 12:00 local time".
    """
    if span.earliest is None and span.latest is None:
        return "date not known"
    if span.earliest is None:
        return f"until {say_day(span.latest or date.max)}, start not stated"
    if span.latest is None:
        return f"since {say_day(span.earliest)}, end not stated"
    words = _say_known(span, span.earliest, span.latest)
    if span.approximate:
        words = f"about {words}"
    return f"{words}, day uncertain" if span.uncertain and span.precision == "day" else words


def _say_known(span: Span, earliest: date, latest: date) -> str:
    if span.clock:
        return f"{say_day(earliest)}, {span.clock:%H:%M} local time"
    if span.extent == "moment" and span.precision == "days":
        if latest - earliest == timedelta(days=1) and earliest.month == latest.month:
            return f"{earliest.day} or {say_day(latest)}"
        return f"some day within {say_range(earliest, latest)}"
    if span.precision == "month":
        first, last = (say_day(d).split(" ", 1)[1] for d in (earliest, latest))
        return first if first == last else f"{first} – {last}"
    if span.precision == "year" and earliest.month == earliest.day == 1:
        upper = str(latest.year) if (latest.month, latest.day) == (12, 31) else say_day(latest)
        return upper if upper == str(earliest.year) else f"{earliest.year} – {upper}"
    return say_range(earliest, latest)
