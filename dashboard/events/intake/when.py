"""The date of a clause: of the dates in it, the one that says when it happened, with its doubt."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, zip_longest

from ..dates import read_date
from ..faults import DateError
from .days import Found, Frame, stated
from .lasting import lasting
from .relative import told

_LEAD = re.compile(
    r"\b(?P<word>since|until|till|by|before|after|following|from|between)\s+"
    r"(?:at least |about |around |the )?(?:(?:late|early|mid|start of|end of|beginning of)[ -])?"
    r"(?:the )?(?:(?:morning|evening|night|end|start) of )?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\b(?:early|earlier|late|later) )?(?:\b(?:on|in|at) )?$", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:to|until|till|and|through|[-–])\s*(?:the )?$", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
_PAST_PERFECT = re.compile(r"\bhad\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:due|expected|set|scheduled) to|(?:is|are|was|were) to|plans? to"
    r"|next|tomorrow)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class When:
    """When something happened: `edtf` ("" if the text does not say), the words it came from, and
    why it is empty although there are such words. `point` is the date in those words alone:
    1991 of "since 1991"."""

    edtf: str = ""
    words: str = ""
    missing: str = ""
    point: str = ""


def looks_ahead(text: str) -> bool:
    """Whether the words speak of what is to come."""
    return bool(_COMING.search(text))


def when(text: str, frame: Frame, to_now: bool = False) -> When:
    """The date that a clause states. `to_now`: words without a verb, about what still lasts."""
    read = [*_with_leads(text, frame), *_lasting(text, frame, to_now)]
    ranked = sorted(read, key=_rank)
    return ranked[0] if ranked else When()


def since(point: str, frame: Frame) -> str:
    """From a date to that of the article; with an open end if that is not given."""
    return f"{point}/{frame.article or '..'}"


def last_day(text: str, frame: Frame) -> date | None:
    """The last day that a text names, from which a later one may count."""
    days = [f.day for f in sorted(_found(text, frame), key=lambda f: f.start) if f.day]
    return days[-1] if days else None


def _rank(one: When) -> tuple[bool, bool]:
    """What lasts until now tells most of a clause, then a date, then words that give none."""
    return (not one.edtf, "/" not in one.edtf)


def _found(text: str, frame: Frame) -> list[Found]:
    found = list(chain(stated(text, frame), told(text, frame)))
    return sorted(found, key=lambda f: (f.start, -f.end))


def _lasting(text: str, frame: Frame, to_now: bool) -> list[When]:
    return [
        _checked(When(f.edtf, text[f.start : f.end], f.missing, f.edtf.partition("/")[0]))
        for f in lasting(text, frame, to_now)
    ]


def _with_leads(text: str, frame: Frame) -> list[When]:
    found = _found(text, frame)
    made: list[When] = []
    skip = False
    for one, other in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        lead = _LEAD.search(text[: one.start])
        word = lead["word"].lower() if lead else ""
        near = lead or _BEFORE.search(text[: one.start])
        start = near.start() if near else one.start
        end = one.end
        edtf = one.edtf
        if word in ("from", "between") and other and _JOIN.match(text[one.end : other.start]):
            skip, end = True, other.end
            edtf = _pair(word, edtf, other.edtf)
        elif word and edtf:
            edtf = _led(word, edtf, text, frame)
        made.append(_checked(When(edtf, text[start:end].strip(), one.missing, one.edtf)))
    return made


def _pair(word: str, first: str, last: str) -> str:
    if not first or not last or "/" in first + last or "[" in first + last:
        return ""
    return f"{first}/{last}" if word == "from" else f"[{first}..{last}]"


def _led(word: str, edtf: str, text: str, frame: Frame) -> str:
    """The date with the word before it: since, until, by, before, after."""
    if "/" in edtf or "[" in edtf:
        return edtf if word in ("from", "between") else ""
    if word == "since":
        still = _PERFECT.search(text) or not _PAST_PERFECT.search(text)
        return since(edtf, frame) if still else f"{edtf}/.."
    if word in ("until", "till"):
        return f"../{edtf}"
    if word == "by":
        return f"[..{edtf}]"
    if word == "before":
        return _before(edtf)
    return f"[{edtf}..]" if word in ("after", "following") else edtf


def _before(edtf: str) -> str:
    """At the latest on the day, or in the year, before."""
    if re.fullmatch(r"\d{4}", edtf):
        return f"[..{int(edtf) - 1:04}]"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return f"[..{date.fromisoformat(edtf) - timedelta(days=1)}]"
    return ""


def _checked(one: When) -> When:
    """The same, if the project can read its date; otherwise without one, and the reason."""
    try:
        read_date(one.edtf)
    except DateError as error:
        return When("", one.words, error.allowed, "")
    return one
