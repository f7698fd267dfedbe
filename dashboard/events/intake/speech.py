"""Finds who says something: "X said", "according to X", "said X", and what stands in quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Clause
from .mentions import Mention
from .roles import acts

_VERBS = (
    r"said|says|told|tells|added|adds|stressed|noted|stated|announced|declared|claimed|reported"
    r"|accused|denied|denies|urged|warned|confirmed|demanded|insisted|argued|wrote|tweeted"
    r"|called (?:on|for)|rejected|blamed|documented|emphasi[sz]ed|reiterated|pledged|vowed"
)
_VERB = re.compile(rf"\b(?P<verb>{_VERBS})\b", re.IGNORECASE)
_NOT_SAID = re.compile(  # passive, to come, or in the perfect tense: no single saying
    r"\b(?:has|have) .*\band\s+$"
    r"|\b(?:has|have|had|having|was|were|is|are|be|been|being|to)\s+(?:\w+ly |long |also |been )*$",
    re.IGNORECASE,
)
_ADJUNCT = re.compile(
    r"^\W*(?:earlier|later|on|at|in|during|after|shortly|speaking|meanwhile|by|when|while|for|from"
    r"|since|before|following|a day|last|but|and|yesterday|today|[\"“])",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"\s+(?:further|also|then|later|again|once more|each|both|\w+ly|on \w+day|late on \w+day"
    r"|earlier)\s*$"
)
_ACCORDING = re.compile(r"\baccording to (?:the |a |an )?", re.IGNORECASE)
_PRONOUN = re.compile(r"^\W*(?:he|she|it|they)\W*$", re.IGNORECASE)
_OTHER = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+ ?){2,7}")
_QUOTE = re.compile(r"“[^”]+”|\"[^\"]+\"|«[^»]+»")
_ACCUSING = ("accused", "denied", "denies", "claimed", "rejected", "blamed", "demanded")


@dataclass(frozen=True)
class Speech:
    """Who speaks in a clause: ids of actors, or `words` for one that is not known ("a diplomat").

    `verb` is "" if nobody does; `pronoun` says that he or she is named in a sentence before."""

    speakers: tuple[str, ...] = ()
    words: str = ""
    verb: str = ""
    pronoun: bool = False

    @property
    def accuses(self) -> bool:
        """Whether the verb says that somebody disagrees."""
        return self.verb in _ACCUSING


def quotes(text: str) -> list[tuple[int, int]]:
    """Start and end of what stands in quotation marks, the marks included."""
    return [m.span() for m in _QUOTE.finditer(text)]


def speech(text: str, clause: Clause, names: Sequence[Mention]) -> Speech:
    """Who speaks in a clause of the sentence `text`."""
    acting = [m for m in names if acts(text, m, names)]
    masked = _masked(clause.text, names)
    for match in _ACCORDING.finditer(masked):
        one = next((m for m in acting if m.start == match.end()), None)
        return Speech((one.name.actor,) if one else (), "" if one else _phrase(text, match.end()),
                      "according to")  # fmt: skip
    for match in _VERB.finditer(masked):
        before = masked[clause.start : match.start()]
        if _NOT_SAID.search(before) or _inside(quotes(clause.text), match.start()):
            continue
        found = _subject(text, masked, clause.start, match, acting)
        if found:
            return found
    return Speech()


def _subject(
    text: str, masked: str, start: int, match: re.Match[str], acting: Sequence[Mention]
) -> Speech | None:
    """The subject of a verb of saying: right behind it, right before it, or at the beginning."""
    verb = match["verb"].lower()
    behind = re.match(r"\s+(?:the )?", masked[match.end() :])
    before = masked[: match.start()]
    if behind and re.search(r"[\"”,]\s*$", before):
        one = next((m for m in acting if m.start == match.end() + behind.end()), None)
        if one:
            return Speech((one.name.actor,), verb=verb)
    parts = _parts(masked, start, match.start())
    for first, last in [*parts[-1:], *(p for p in parts if not _ADJUNCT.match(masked[slice(*p)]))]:
        inside = [m for m in acting if first <= m.start and m.end <= last]
        phrase = text[first:last].strip(" ,")
        if (first, last) == parts[-1] and _PRONOUN.match(phrase):
            return Speech((), phrase, verb, pronoun=True)
        whole = bool(inside) and _is_all(text, first, last, inside)
        is_last = (first, last) == parts[-1] and len(parts) > 1
        if is_last and not whole and _OTHER.fullmatch(phrase):
            break  # a name that is not known
        if whole or (inside and not is_last):
            return Speech(_group(text, inside), verb=verb)
    phrase = text[slice(*parts[-1])].strip(' ,"“”') if parts else ""
    return Speech((), _ADVERBS.sub("", phrase), verb) if _is_noun(phrase) else None


def _is_noun(phrase: str) -> bool:
    return bool(phrase) and len(phrase.split()) <= 8 and phrase[0].isalpha()


def _parts(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between commas, quotes and semicolons before a verb: start and end of each."""
    found, at = [], start
    for match in re.finditer(r"[,;]\s|[\"”]\s", masked[start:end]):
        found.append((at, start + match.start()))
        at = start + match.end()
    found.append((at, end))
    found = [(a, b) for a, b in found if masked[a:b].strip()]
    if not found:
        return []
    last, shown = found[-1], masked[slice(*found[-1])]
    short = _ADVERBS.sub("", shown.rstrip())
    return [*found[:-1], (last[0], last[0] + len(short))]


def _is_all(text: str, first: int, last: int, inside: Sequence[Mention]) -> bool:
    """Whether the words are a name, or several with "and", and nothing else."""
    rest = text[first : inside[0].start] + text[inside[-1].end : last]
    return not re.sub(r"\b(?:the|a|an|Mr|Mrs|Ms|President|Presidents|Minister)\b|[\s.,]", "", rest)


def _group(text: str, inside: Sequence[Mention]) -> tuple[str, ...]:
    """The first name, with those joined to it by "and" or a comma."""
    found = [inside[0]]
    for one in inside[1:]:
        if re.fullmatch(r",? (?:and )?(?:the )?|, ", text[found[-1].end : one.start]):
            found.append(one)
        else:
            break
    return tuple(dict.fromkeys(m.name.actor for m in found))


def _masked(text: str, names: Sequence[Mention]) -> str:
    """The text, with the commas inside names taken out."""
    letters = list(text)
    for one in names:
        for place in range(one.start, one.end):
            letters[place] = "x" if letters[place] in ",;" else letters[place]
    return "".join(letters)


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _phrase(text: str, start: int) -> str:
    return re.split(r"[,.;]", text[start:])[0].strip()
