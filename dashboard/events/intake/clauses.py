"""Cuts a sentence into clauses that each state something: "Since ..., ..., when ..., which ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .kinds import kind_of_event
from .mentions import Mention

MOST = 12  # clauses of a sentence; the last one holds the rest
_ING = r"(?:even |also |thus |further |then |reportedly )?(?P<verb>[a-z]+ing)\b"
_SPEAKING = r"(?:noting|adding|saying|stressing|claiming|arguing|insisting|warning|stating|telling)"
_PARTICIPLE = r"\w+(?:ed|en|set up|held|seized|built|made|lost|won)"
_LEADING = re.compile(r"^(?P<word>Since|While|Although|Though|Whereas)\s+(?P<rest>[^,]+),\s+")
_OCCASION = re.compile(
    r"^(?:[^,]*,\s+)?(?:[Ss]peaking )?(?:[Aa]t|[Dd]uring) an? (?:[^,]*\s)?(?:congress|rally|summit"
    r"|meeting|conference|ceremony|session|parade|briefing)\b[^,]*,\s+"
)
_VERB_IN = re.compile(r"\b(?:\w+ed|began|broke|has|have|had|is|are|was|were|took|fell|met|rose)\b")
_PARTS: list[tuple[str, re.Pattern[str]]] = [
    ("saying", re.compile(rf",\s+(?:and )?{_SPEAKING} that\s")),
    ("when", re.compile(r",\s+when\s")),
    ("which", re.compile(r",\s+(?:which|who)\s(?=[^,]+$)")),
    ("where", re.compile(r",\s+where\s(?=[^,]+$)")),
    ("with", re.compile(r",\s+with\s(?=[^,]*?\b[a-z]+ing\b)")),
    ("by", re.compile(rf",\s+(?:a|an|the)\s(?=[^,]*\b{_PARTICIPLE} by\b)")),
    ("joined", re.compile(r";\s+")),
    ("after", re.compile(r",\s+followed by\s")),
]
_DOING = re.compile(rf",\s+(?={_ING})")
_AND = re.compile(r",\s+(?:and|but|while)\s+(?:on (?:\w+\.? ){1,3}?)?(?=(?:the )?[A-ZÀ-Þhsit])")
_ASIDE = re.compile(
    rf",\s+(?P<aside>(?:{_PARTICIPLE}\s+(?:up\s+)?in|set up in|(?:both|all|once|formerly|who|which)"
    r"\s[^,]+?\s(?:until|since|in))\s[^,]*?\d{4}),"
)
_AGREED = re.compile(
    r"\s(?=(?:agreed|signed|reached|brokered|adopted|announced) (?:in|on|at|by)\s)"
)
_URGING = re.compile(r"\b(?:urged|called on|asked|said|told|accused|demanded)\b")


@dataclass(frozen=True)
class Clause:
    """A part of a sentence. `text` is as long as the sentence, with blanks for what is not of the
    part; `kind` is "main", or says how it hangs on the one before."""

    start: int
    end: int
    text: str
    kind: str


def clauses(text: str, names: Sequence[Mention], begins: int = 0) -> list[Clause]:
    """The clauses of a sentence, in order; its first `begins` characters are of none."""
    cuts: list[tuple[int, str]] = [(begins, "main")]
    lead = _LEADING.match(text[begins:])
    if lead and _VERB_IN.search(lead["rest"]):
        cuts = [(begins, lead["word"].lower()), (begins + lead.end(), "main")]
    occasion = _OCCASION.match(text[begins:])
    if occasion:
        cuts = [(begins, "occasion"), (begins + occasion.end(), "main")]
    first = cuts[-1][0]
    for kind, pattern in _PARTS:
        cuts += [(m.start(), kind) for m in pattern.finditer(text, first)]
    cuts += [(m.start(), "doing") for m in _DOING.finditer(text, first) if kind_of_event(m["verb"])]
    cuts += [(m.start(), "joined") for m in _AND.finditer(text, first) if _is_new(text, m, names)]
    cuts += [(m.start(), "agreed") for m in _AGREED.finditer(text, first)
             if _URGING.search(text, first, m.start())]  # fmt: skip
    cuts = [c for c in dict.fromkeys(sorted(cuts)) if not _in_quotes(text, c[0])][:MOST]
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    made = [
        Clause(start, end, only(text, start, end), kind)
        for (start, kind), end in zip(cuts, ends, strict=True)
        if text[start:end].strip(" ,;.")
    ]
    return [part for clause in made for part in _without_aside(text, clause)]


def _is_new(text: str, match: re.Match[str], names: Sequence[Mention]) -> bool:
    """Whether ", and" begins a clause: a known name or a pronoun with a verb, not a list's end."""
    after = match.end() + (4 if text.startswith("the ", match.end()) else 0)
    if re.match(r"(?:he|she|it|they)\s", text[match.end() :]):
        return True
    one = next((m for m in names if m.start in (match.end(), after)), None)
    listed = any(m.end == match.start() for m in names)
    if one is None or listed:
        return False
    return bool(re.match(r"\s+(?:\w+ly )?[a-z]+", text[one.end :]))


def _in_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def only(text: str, start: int, end: int) -> str:
    """The text with blanks for all that does not stand at `start`:`end`."""
    return " " * start + text[start:end] + " " * (len(text) - end)


def _without_aside(text: str, clause: Clause) -> Iterator[Clause]:
    """A clause, and what stands in it between commas with a year of its own."""
    match = _ASIDE.search(clause.text)
    if not match:
        yield clause
        return
    start, end = match.span("aside")
    rest = clause.text[:start] + " " * (end - start) + clause.text[end:]
    yield Clause(clause.start, clause.end, rest, clause.kind)
    yield Clause(start, end, only(text, start, end), "aside")
