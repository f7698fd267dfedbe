"""Follows a text from sentence to sentence: who "he" is, which call "the call" is, and its day.

A date that comes from another sentence is uncertain ("?") unless the words point to it.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from .days import Frame
from .reading import Read, Told
from .vocabulary import Vocabulary
from .when import When

NEAR = 3  # sentences within which a conversation of the same people is taken for the same one
_DURING = re.compile(
    r"\b(?:during|in|at) the (?:same )?(?:phone |telephone )?(?:call|conversation|talks|meeting)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:spoke|spoken|speaks|told|discussed|talked|call(?:ed)?|conversation|met)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"^\W*(?:[^,]{0,40},\s+)?(?:he|she)\s", re.IGNORECASE)


@dataclass(frozen=True)
class _Talk:
    """A conversation: the index of its sentence, the people, its day."""

    sentence: int
    people: tuple[str, ...]
    when: When


def follow(told: list[Told], words: Vocabulary) -> None:
    """Add to what each sentence says by itself what the sentences around it say of it."""
    pairs = list(_neighbours(told))
    for before, now in pairs:
        now.reads[:] = [_named(read, before, words) for read in now.reads]
    talks = [talk for now in told for talk in _talks(now, words)]
    for now in told:
        now.reads[:] = [_in_talk(now, read, talks, words) for read in now.reads]
    for before, now in pairs:
        now.reads[:] = [_same_speech(read, before) for read in now.reads]


def frame_after(frame: Frame, told: Told) -> Frame:
    """What the next sentence is read against: the last day that the text has named."""
    days = [r.when.point or r.when.edtf for r in told.reads]
    named = [d for d in days if re.fullmatch(r"\d{4}-\d\d-\d\d", d)]
    return replace(frame, last=date.fromisoformat(named[-1])) if named else frame


def _neighbours(told: list[Told]) -> list[tuple[Told, Told]]:
    """Sentences that follow each other with no heading or link between them."""
    prose = [t for t in told if t.sentence.kind != "remark"]
    return [
        (one, other)
        for one, other in pairwise(prose)
        if {one.sentence.kind, other.sentence.kind} <= {"text", "post"}
    ]


def _people(read: Read, words: Vocabulary) -> tuple[str, ...]:
    return tuple(a for a in read.cast.actors if words.actors.kind.get(a) == "person")


def _named(read: Read, before: Told, words: Vocabulary) -> Read:
    """The clause with the person for whom "he" or "she" stands: the first of the last sentence."""
    said = read.speech
    stands = said.pronoun and said.words.lower() in ("he", "she")
    if not stands and not _PRONOUN.match(read.clause.text.strip()):
        return read
    person = next((a for r in before.reads for a in _people(r, words)), "")
    if stands and person:
        read = replace(read, speech=replace(said, speakers=(person,), words="", pronoun=False))
    return read.acted_by(person)


def _talks(now: Told, words: Vocabulary) -> list[_Talk]:
    found = [(r, _people(r, words)) for r in now.reads if _TALK.search(r.clause.text)]
    return [
        _Talk(now.sentence.index, people, read.when)
        for read, people in found
        if len(people) > 1 and _is_day(read.when.edtf)
    ]


def _in_talk(now: Told, read: Read, talks: list[_Talk], words: Vocabulary) -> Read:
    """ "During the call": the last one; and a talk of the same people nearby is the same talk."""
    here = now.sentence.index
    if _DURING.search(read.clause.text):
        last = [t for t in talks if here - NEAR <= t.sentence < here]
        if not last:
            return read
        others = [a for a in last[-1].people if a not in read.cast.actors]
        read = replace(read, cast=replace(read.cast, actors=(*read.cast.actors, *others)))
        return _dated(read, last[-1].when, last[-1].sentence, sure=True)
    people = set(_people(read, words))
    if len(people) < 2 or not _TALK.search(read.clause.text):
        return read
    same = [t for t in talks if abs(t.sentence - here) <= NEAR and people == set(t.people)]
    return _dated(read, same[0].when, same[0].sentence) if same else read


def _same_speech(read: Read, before: Told) -> Read:
    """What the same speaker says next was said on the same day, as far as the text tells."""
    last = before.reads[-1] if before.reads else None
    same = last and read.speech.speakers and read.speech.speakers == last.speech.speakers
    if not last or not same or not _is_day(last.when.edtf):
        return read
    return _dated(read, last.when, before.sentence.index if last.carried is None else last.carried)


def _is_day(edtf: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d\??", edtf))


def _dated(read: Read, other: When, sentence: int, sure: bool = False) -> Read:
    """The clause with the date of another sentence, unless it has words about time of its own."""
    if read.when.edtf or read.when.words:
        return read
    edtf = other.edtf if sure or other.edtf.endswith("?") else f"{other.edtf}?"
    return replace(read, when=replace(other, edtf=edtf), carried=sentence)
