"""Finds dates that are told from another day: Saturday, yesterday, last week, three weeks ago.

Days of the week and "ago" count from the article's date, "later" and "that night" from the last day
that the text has named. Without that day the date stays empty, and the reason is said.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .days import Found, Frame

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "a few": 0, "several": 0,
}  # fmt: skip
NUMBER = rf"(?:\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNITS = r"(?:day|week|month|year|decade)"
NO_ARTICLE = "no date of the article is given"
NO_DAY = "the text has not named a day before"
_PATTERN = re.compile(
    rf"\b(?:(?:(?P<which>last|next|this) )?(?P<week>{'|'.join(_WEEK)})"
    r"|(?P<near>today|yesterday|tomorrow)"
    rf"|(?P<turn>last|next|this|previous) (?P<unit>week|month|year)"
    rf"|(?P<ago>{NUMBER}) (?P<agounit>{_UNITS})s? ago"
    rf"|(?P<count>{NUMBER}) (?P<offunit>day|week)s? (?P<way>later|earlier|before|after(?!\s+\w))"
    r"|the (?P<step>next|following|previous|same) (?:day|morning|evening|night|afternoon)"
    r"|(?P<that>that (?:same )?(?:day|night|evening|morning|afternoon)))\b",
    re.IGNORECASE,
)


def number(words: str) -> int:
    """The number that the words say; 0 if they say none, as "several"."""
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def told(text: str, frame: Frame) -> Iterator[Found]:
    """The dates of a text that count from another day, from the left."""
    for match in _PATTERN.finditer(text):
        edtf, missing = _read(match, frame)
        if edtf or missing:
            yield Found(*match.span(), edtf, missing)


def _read(match: re.Match[str], frame: Frame) -> tuple[str, str]:
    if match["count"] or match["step"] or match["that"]:
        return _from_last(match, frame)
    if frame.article is None:
        return "", NO_ARTICLE
    if match["week"]:
        return _weekday(match, frame.article, frame.coming).isoformat(), ""
    if match["near"]:
        step = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["near"].lower()]
        return (frame.article + timedelta(days=step)).isoformat(), ""
    if match["turn"]:
        return _unit(match["turn"].lower(), match["unit"].lower(), frame.article), ""
    return _ago(number(match["ago"]), match["agounit"].lower(), frame.article), ""


def _weekday(match: re.Match[str], article: date, coming: bool) -> date:
    """The last such day up to the article's date, that date included; the next if it is to come."""
    which = (match["which"] or "").lower()
    back = (article.weekday() - _WEEK.index(match["week"].lower())) % 7
    if which == "next" or (coming and which != "last"):
        return article + timedelta(days=7 - back)
    return article - timedelta(days=7 if which == "last" and back == 0 else back)


def _from_last(match: re.Match[str], frame: Frame) -> tuple[str, str]:
    if frame.last is None:
        return "", NO_DAY
    if match["count"]:
        count = number(match["count"])
        size = 7 if match["offunit"].lower() == "week" else 1
        sign = 1 if match["way"].lower() in ("later", "after") else -1
        return ((frame.last + timedelta(days=sign * size * count)).isoformat(), "") if count else (
            "", "the text gives no number")  # fmt: skip
    step = {"next": 1, "following": 1, "previous": -1}.get((match["step"] or "").lower(), 0)
    return (frame.last + timedelta(days=step)).isoformat(), ""


def _unit(turn: str, unit: str, article: date) -> str:
    """ "last month": the month before that of the article; a week is one of its seven days."""
    step = {"last": -1, "previous": -1, "next": 1}.get(turn, 0)
    if unit == "year":
        return str(article.year + step)
    if unit == "month":
        return month_before(article, -step)
    monday = article - timedelta(days=article.weekday()) + timedelta(weeks=step)
    return f"[{monday}..{monday + timedelta(days=6)}]"


def month_before(day: date, months: int) -> str:
    """The month that lies so many months before that of a day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year:04}-{month + 1:02}"


def _ago(count: int, unit: str, article: date) -> str:
    """So long before the article, as coarse as the unit, and approximate above a day."""
    if not count:
        return ""
    if unit == "day":
        return (article - timedelta(days=count)).isoformat()
    if unit == "week":
        return f"{article - timedelta(weeks=count):%Y-%m}~"
    if unit == "month":
        return f"{month_before(article, count)}~"
    years = count * (10 if unit == "decade" else 1)
    return f"{article.year - years:04}~"
