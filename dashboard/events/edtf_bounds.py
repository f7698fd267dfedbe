"""Bounds of one EDTF date, or of one end of an EDTF interval: first day, last day, doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from edtf.parser.parser_classes import (
    EDTFObject,
    OneOfASet,
    Season,
    Unspecified,
    UnspecifiedIntervalSection,
)

COARSENESS = ["minute", "hour", "day", "days", "week", "month", "year", "decade", "unknown"]


@dataclass(frozen=True)
class Bounds:
    """First and last day, both inclusive (None is open or unknown), and how well they are known."""

    earliest: date | None
    latest: date | None
    precision: str
    approximate: bool = False
    uncertain: bool = False


def read_bounds(part: EDTFObject) -> Bounds:
    """The bounds of anything in EDTF that is not an interval.

    Raises ValueError if its years lie outside 1-9999, TypeError if it has no bounds.
    """
    text = str(part)
    approximate, uncertain = "~" in text or "%" in text, "?" in text or "%" in text
    if isinstance(part, OneOfASet):
        return _any_of(part.objects)
    if isinstance(part, UnspecifiedIntervalSection):
        return Bounds(None, None, "unknown")
    lower, upper = part.lower_strict(), part.upper_strict()
    if lower[0] <= 0 and upper[0] >= 9999:  # XXXX, a year of which nothing is known
        return Bounds(None, None, "unknown")
    earliest, latest = date(*lower[:3]), date(*upper[:3])
    return Bounds(earliest, latest, _precision(part, earliest, latest), approximate, uncertain)


def _any_of(members: Iterable[Any]) -> Bounds:
    """The bounds of a set in square brackets: a member is a date, or a run from a date to one."""
    runs = [(getattr(m, "lower", m), getattr(m, "upper", m)) for m in members]
    lower, upper = zip(*((read_bounds(a), read_bounds(b)) for a, b in runs), strict=True)
    first, last = [b.earliest for b in lower], [b.latest for b in upper]
    return Bounds(
        None if None in first else min(day for day in first if day),
        None if None in last else max(day for day in last if day),
        coarsest([b.precision for b in (*lower, *upper)]),
    )


def coarsest(precisions: Sequence[str]) -> str:
    """The precision of several dates as one: two days are `days`; an open end says nothing."""
    known = [p for p in precisions if p != "unknown"]
    coarse = max(known, key=COARSENESS.index, default="unknown")
    return "days" if coarse == "day" else coarse


def _precision(part: EDTFObject, earliest: date, latest: date) -> str:
    inner: Any = getattr(part, "date", part)
    if isinstance(inner, Season):
        return "month"  # there is no coarser word short of a year
    stated = "" if isinstance(inner, Unspecified) else getattr(inner, "precision", "")
    if stated in ("day", "month", "year"):
        return str(stated)
    days = (latest - earliest).days + 1
    limits = [(1, "day"), (27, "days"), (31, "month"), (366, "year"), (3653, "decade")]
    return next((name for limit, name in limits if days <= limit), "unknown")
