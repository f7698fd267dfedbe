"""Reads how long something has lasted: "for nearly three decades", "has long supported"."""

import re
from collections.abc import Iterator
from datetime import timedelta

from .days import Found, Frame
from .relative import NO_ARTICLE, NUMBER, month_before, number

_FOR = re.compile(
    r"\bfor (?:(?P<how>nearly|almost|close to|about|around|some|roughly|more than|over|at least"
    rf"|the (?:past|last)) )?(?P<count>{NUMBER}) (?P<unit>day|week|month|year|decade)s?\b"
    r"|\b(?:has|have) (?P<long>long)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?P<now>has|have)\b|\b(?:had|will|would|was|were|is|are|did)\b", re.IGNORECASE
)
_LESS = ("nearly", "almost", "close to")
NOT_TO_NOW = "how long it lasted is said, but not from when or until when"


def lasting(text: str, frame: Frame, to_now: bool = False) -> Iterator[Found]:
    """The spans of a text that last until the article's date, from the left.

    They do so where the verb is in the perfect tense; `to_now` says so of words without a verb.
    """
    for match in _FOR.finditer(text):
        if not (to_now or match["long"] or _is_perfect(text, match)):
            yield Found(*match.span(), "", NOT_TO_NOW)
        elif frame.article is None:
            yield Found(*match.span(), "", NO_ARTICLE)
        else:
            start = ".." if match["long"] else _start(match, frame)
            if start:
                yield Found(*match.span(), f"{start}/{frame.article}")


def _is_perfect(text: str, match: re.Match[str]) -> bool:
    """Whether the nearest verb before the words, or else the first behind, is in the perfect."""
    before = list(_AUXILIARY.finditer(text[: match.start()]))
    nearest = before[-1] if before else _AUXILIARY.search(text, match.end())
    return nearest is not None and nearest["now"] is not None


def _start(match: re.Match[str], frame: Frame) -> str:
    """When it began, always approximate; a time not quite full began in the year after."""
    assert frame.article
    count, unit = number(match["count"]), match["unit"].lower()
    if not count:
        return ""
    less = (match["how"] or "").lower() in _LESS
    if unit in ("year", "decade"):
        years = count * (10 if unit == "decade" else 1)
        return f"{frame.article.year - years + less:04}~"
    if unit == "month":
        return f"{month_before(frame.article, count)}~"
    first = frame.article - timedelta(days=count * (7 if unit == "week" else 1))
    return f"{first:%Y-%m}~" if unit == "week" else f"{first}~"
