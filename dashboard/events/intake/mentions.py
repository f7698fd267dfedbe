"""Finds the known names in a sentence: the longest at each spot, none inside a longer name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .folded import folded, plain
from .spellings import Name
from .vocabulary import Vocabulary

_TITLES = re.compile(
    r"(?:President|Presidents|Prime Minister|Foreign Minister|Foreign Ministers|Minister|Mr|Mrs|Ms"
    r"|Mr\.|Mrs\.|Ms\.|Dr|Dr\.|Gen\.|General|Col\.|Colonel|Secretary|State|Spokesman|Spokeswoman"
    r"|Spokesperson|Vice|Deputy|Counterpart|Ambassador|Chancellor|Leader)$"
)
_NO_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
    r"|I|He|She|It|They|We|The|A|An|In|On|At|And|But|President|Prime|Foreign|Defence|Defense"
    r"|Minister|Ministry|Mr|Mrs|Ms|READ|From|Both|As|By|When|While|Since|After|Before|For|With|To"
    r"|Yesterday|Today|Later|Earlier|Meanwhile|Then|Still|Also|Yet|However|Although|Though|Because"
    r"|If|Whether|That|This|Even|Only|Instead|Until|So|Or|Nor|Like|Unlike|Under|Against|Between"
    r"|\w+ly"
)
_COUNTERPART = re.compile(r"\b(?:his|her|their) (?P<state>[\w.]+) counterpart\b")


@dataclass(frozen=True)
class Mention:
    """A known name at `start`:`end` of a sentence."""

    start: int
    end: int
    name: Name


def mentions(text: str, words: Vocabulary, heading: bool = False) -> list[Mention]:
    """The known names in `text`, in order; an office and the name of its holder are one mention."""
    made = folded(text)
    found = [
        Mention(*made.span(m.start(), m.end()), _named(m[0], words))
        for m in words.pattern.finditer(made.text)
    ]
    found = [m for m in found if _is_one(text, m, found, words, heading)]
    found += _counterparts(made.text, found, words)
    return _merged(text, sorted(found, key=lambda m: m.start), words)


def _named(form: str, words: Vocabulary) -> Name:
    return words.names.get(form) or words.names[re.sub(r" [a-z]\.(?= )", "", form)]


def _is_one(
    text: str, one: Mention, found: list[Mention], words: Vocabulary, heading: bool
) -> bool:
    """Whether the words are the name itself: capital, and not a part of a longer, unknown name."""
    shown = text[one.start : one.end]
    if shown[0].isalpha() and not any(letter.isupper() for letter in shown):
        return False
    person = words.actors.kind.get(one.name.actor) == "person"
    before = re.search(r"(\S+)\s+$", text[: one.start])
    if person and " " not in shown and before and not heading:
        word = before[1].strip("\"'“‘(")
        known = any(m.end >= before.end(1) - 2 and m.end <= one.start for m in found)
        if word[:1].isupper() and not (known or _TITLES.match(word) or _NO_NAME.fullmatch(word)):
            return False  # of the same family
    after = re.match(r"\s+([A-ZÇĞİÖŞÜƏ][\w.'’-]*)", text[one.end :])
    if not after or heading or one.name.use in ("demonym", "office"):
        return True
    starts = one.end + after.start(1)
    return any(m.start == starts for m in found) or bool(_NO_NAME.fullmatch(after[1]))


def _counterparts(text: str, found: list[Mention], words: Vocabulary) -> Iterator[Mention]:
    """ "his Russian counterpart": who holds in Russia the office of the person named before."""
    for match in _COUNTERPART.finditer(text):
        state = words.states.get(match["state"], "")
        before = [m for m in found if m.end <= match.start() and m.name.actor in words.offices]
        if state and before:
            actor = words.has_office_in(words.offices[before[-1].name.actor], state)
            if actor:
                yield Mention(match.start(), match.end(), Name(actor, use="office"))


def _merged(text: str, found: list[Mention], words: Vocabulary) -> list[Mention]:
    """One mention for an office with its holder's name, and for "Vladimir Putin of Russia"."""
    made: list[Mention] = []
    for one in found:
        last = made[-1] if made else None
        if last and one.start < last.end:  # inside what was found: his (Russian) counterpart
            continue
        between = text[last.end : one.start] if last else ""
        if last and last.name.use == "office" and re.fullmatch(r",?\s+", between):
            if one.name.actor == last.name.actor:
                made[-1] = Mention(last.start, one.end, one.name)
                continue
            if words.actors.kind.get(one.name.actor) == "person":
                made.pop()  # the office of another one
        if last and between == " of " and _is_of(last, one, words):
            made[-1] = replace(last, end=one.end)
            continue
        made.append(one)
    return [m for m in made if not _held_by_another(text, m)]


def _is_of(person: Mention, state: Mention, words: Vocabulary) -> bool:
    if words.actors.kind.get(person.name.actor) != "person":
        return False
    return words.actors.root(person.name.actor) == state.name.actor


def _held_by_another(text: str, one: Mention) -> bool:
    """An office followed at once by a name that is not known: that of somebody else."""
    after = re.match(r"\s+([A-ZÇĞİÖŞÜƏ][\w.'’-]*)", text[one.end :])
    return one.name.use == "office" and after is not None and not _NO_NAME.fullmatch(after[1])


def name_of(text: str, words: Vocabulary) -> str:
    """The actor whose whole name this text is, such as that of a publisher; "" if there is none."""
    name = words.names.get(plain(text))
    return name.actor if name else ""
