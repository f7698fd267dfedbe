"""What a text shows of itself: the order of day and month in its figures, and a date it bears.

Both are suggestions; the order that a date such as 27/09/2020 shows is taken, the date is asked.
"""

import re
from datetime import date

from .days import Frame, stated

_FIGURES = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]\d{4}(?![\d/])")
HEAD = 300  # characters in which a dateline stands


def day_first_in(text: str) -> bool | None:
    """Whether the day stands first in dates in figures; None if no date shows it, or both ways."""
    first = {int(a) > 12 for a, b in _FIGURES.findall(text) if (int(a) > 12) != (int(b) > 12)}
    return first.pop() if len(first) == 1 else None


def order_is_open(text: str) -> bool:
    """Whether the text has dates in figures that nothing in it puts in order."""
    return bool(_FIGURES.search(text)) and day_first_in(text) is None


def date_suggested(text: str, day_first: bool | None = None) -> tuple[date, str] | None:
    """A day that may be the article's own, and the words: that of its dateline, else the latest
    day that it states with its year. None if it states none. It is only shown, never taken."""
    order = day_first_in(text) if day_first is None else day_first
    found = [f for f in stated(text, Frame(day_first=order)) if f.day]
    if not found:
        return None
    head = [f for f in found if re.match(r"[^\n]{0,20}[–—-]\s", text[f.end :]) and f.start < HEAD]
    best = head[0] if head else max(found, key=lambda f: f.day or date.min)
    return (best.day, text[best.start : best.end]) if best.day else None
