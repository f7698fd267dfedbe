"""Finds the dates that a text states: days, months, seasons, years, decades, no finer than said."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_FROM = r"(?:(?P<how>[Bb]etween|[Ff]rom) )?"
_TO = r"(?P<join>\s*[-–]\s*| to | until | and )"
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
NO_YEAR = "the year is not in the text and no date of the article is given"
NO_ORDER = "day and month could be the other way round"


@dataclass(frozen=True)
class Frame:
    """What the words of a text are read against: the article's own date (None: not given), the
    order of day and month in figures (None: not known), the last day that the text has named
    (None: none yet), and whether the sentence speaks of what is to come."""

    article: date | None = None
    day_first: bool | None = None
    last: date | None = None
    coming: bool = False


@dataclass(frozen=True)
class Found:
    """A date at `start`:`end` of a text: in EDTF, or "" and the reason in words."""

    start: int
    end: int
    edtf: str
    missing: str = ""

    @property
    def day(self) -> date | None:
        """The day, if it is one."""
        is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", self.edtf)
        return date.fromisoformat(self.edtf) if is_day else None


_Reader = Callable[[re.Match[str], Frame], tuple[str, str]]


def stated(text: str, frame: Frame) -> Iterator[Found]:
    """The dates that stand in a text, from the left; none lies inside another."""
    taken: list[tuple[int, int]] = []
    found = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            edtf, missing = read(match, frame)
            if edtf or missing:
                start = match.start("month") if read is _month else match.start()
                taken.append(match.span())
                found.append(Found(start, match.end(), edtf, missing))
    return iter(sorted(found, key=lambda f: f.start))


@lru_cache(maxsize=1024)
def read_day(words: str, order: str = "DMY") -> date | None:
    """The day that the words state in full, in this order of day, month and year; else None."""
    import dateparser  # it takes a tenth of a second, and most commands read no article

    settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "PREFER_LOCALE_DATE_ORDER": False}
    read = dateparser.parse(words, languages=["en"], settings=settings)
    return read.date() if read else None


def _full(match: re.Match[str], frame: Frame) -> tuple[str, str]:
    """A day with its month in letters: with its year, or with the one that fits the article."""
    words = re.sub(r"\b(the|of)\b", " ", match[0])
    if match["year"]:
        day = read_day(" ".join(words.split()))
        return (day.isoformat(), "") if day else ("", "")
    if frame.article is None:
        return "", NO_YEAR
    day = _nearest(" ".join(words.split()), frame)
    return (day.isoformat(), "") if day else ("", "")


def _nearest(words: str, frame: Frame) -> date | None:
    """The last such day up to the article's date; the next one if the text looks ahead."""
    assert frame.article
    years = [frame.article.year + n for n in (-1, 0, 1)]
    days = [d for d in (read_day(f"{words} {year}") for year in years) if d]
    past = [d for d in days if d <= frame.article]
    ahead = [d for d in days if frame.article < d and (d - frame.article).days < 180]
    if frame.coming and ahead:
        return ahead[0]
    return past[-1] if past else None


def _figures(match: re.Match[str], frame: Frame) -> tuple[str, str]:
    one, other = int(match[1]), int(match[2])
    first = frame.day_first
    if one > 12 or other > 12 or one == other:
        first = other <= 12
    if first is None:
        return "", NO_ORDER
    day = read_day(match[0].replace(".", "/"), "DMY" if first else "MDY")
    return (day.isoformat(), "") if day else ("", "")


def _iso(match: re.Match[str], _: Frame) -> tuple[str, str]:
    day = read_day(match[0], "YMD")
    return (day.isoformat(), "") if day else ("", "")


def _days(match: re.Match[str], frame: Frame) -> tuple[str, str]:
    """ "27-30 September 2020": from the first day to the last; "between" is some time within."""
    between = (match["how"] or "").strip().lower() == "between"
    if (match["join"].strip() == "and") != between:
        return "", ""  # two days, each for itself
    ends = []
    for number in (match["first"], match["last"]):
        words = f"{number} {match['month']} {match['year'] or ''}".strip()
        if not match["year"] and frame.article is None:
            return "", NO_YEAR
        ends.append(read_day(words) if match["year"] else _nearest(words, frame))
    first, last = ends
    if not first or not last or first >= last:
        return "", ""
    return (f"[{first}..{last}]", "") if between else (f"{first}/{last}", "")


def _month(match: re.Match[str], frame: Frame) -> tuple[str, str]:
    name = match["month"].rstrip(".")
    if match["year"]:
        day = read_day(f"1 {name} {match['year']}")
    elif frame.article is None:
        return "", NO_YEAR
    else:
        day = _nearest(f"1 {name}", frame)
    return (f"{day:%Y-%m}", "") if day else ("", "")


def _season(match: re.Match[str], _: Frame) -> tuple[str, str]:
    return f"{match['year']}-{_SEASONS[match['season'].lower()]}", ""


def _decade(match: re.Match[str], _: Frame) -> tuple[str, str]:
    return f"{match[1]}X", ""


def _years(match: re.Match[str], _: Frame) -> tuple[str, str]:
    first, last = match["first"], match["last"]
    last = last if len(last) == 4 else first[:2] + last
    return (f"{first}/{last}", "") if first < last else ("", "")


def _year(match: re.Match[str], _: Frame) -> tuple[str, str]:
    return match["year"], ""


def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){pattern}(?![\w/]|[.-]\d)", flags)


_READERS: list[tuple[re.Pattern[str], _Reader]] = [
    (_compiled(r"\d{4}-\d\d-\d\d"), _iso),
    (_compiled(r"(\d{1,2})[./](\d{1,2})[./](?:\d{4}|\d\d)"), _figures),
    (_compiled(rf"{_FROM}(?P<first>\d\d?){_TO}(?P<last>\d\d?) (?P<month>{_MONTH})"
               rf"(?:,? (?P<year>{_YEAR}))?"), _days),
    (_compiled(rf"{_FROM}(?P<month>{_MONTH}) (?P<first>\d\d?){_TO}(?P<last>\d\d?)"
               rf"(?:,? (?P<year>{_YEAR}))?"), _days),
    (_compiled(rf"(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? (?P<year>{_YEAR}))?"), _full),
    (_compiled(rf"{_MONTH} {_DAY}(?:,? (?P<year>{_YEAR}))?"), _full),
    (_compiled(rf"(?P<month>{_MONTH}),? (?:of )?(?P<year>{_YEAR})"), _month),
    (_compiled(rf"(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<year>{_YEAR})", re.I),
     _season),
    (_compiled(r"(?:(?:late|early|mid)[- ])?(1[89]\d|20\d)0'?s", re.I), _decade),
    (_compiled(rf"(?P<first>{_YEAR})\s*[-–]\s*(?P<last>{_YEAR}|\d\d)"), _years),
    (re.compile(r"(?i:\b(?:in|since|until|till|by|during|of|last|late|early|mid-?|from|to|and))"
                rf"[ -](?:(?:late|early|mid)[- ])?(?P<month>{_MONTH})(?P<year>)(?!\w| \d)"),
     _month),
    (_compiled(rf"(?P<year>{_YEAR})(?! (?:people|troops|soldiers|men|km|square|metres))"), _year),
]  # fmt: skip
