"""Reads each clause of one sentence: its date, who acts, where, and who says so."""

import re
from dataclasses import dataclass, field, replace

from .clauses import Clause, clauses, only
from .days import Frame
from .kinds import kind_of_event
from .mentions import Mention, mentions, name_of
from .roles import Cast, cast, once
from .speech import Speech, speech
from .text import Sentence, post_author
from .vocabulary import Vocabulary
from .when import When, last_day, looks_ahead, since, when

_HANGS_ON = ("saying", "with", "doing", "by", "after", "where")  # with the main clause's speaker
_DATED_BY = ("saying", "with", "doing", "where")  # ... and with its date
_IT = re.compile(r"^(?:when|who|where)\s+(?:it|they|he|she)\b")


@dataclass(frozen=True)
class Read:
    """What one clause says. `carried` is the index of the sentence that gave its date."""

    clause: Clause
    when: When
    cast: Cast
    speech: Speech
    kind: str
    carried: int | None = None

    def acted_by(self, *actors: str) -> "Read":
        """The same with further actors, before those that it names."""
        return replace(self, cast=Cast(once([*actors, *self.cast.actors]), self.cast.places))

    def with_more(self, *actors: str) -> "Read":
        """The same with further actors, after those that it names."""
        return replace(self, cast=Cast(once([*self.cast.actors, *actors]), self.cast.places))


@dataclass
class Told:
    """One sentence with its known names and what was read of each of its clauses."""

    sentence: Sentence
    names: list[Mention]
    reads: list[Read] = field(default_factory=list)

    @property
    def main(self) -> Read | None:
        """The last main clause so far."""
        return next((r for r in reversed(self.reads) if r.clause.kind == "main"), None)


def read_sentence(sentence: Sentence, words: Vocabulary, frame: Frame) -> Told:
    """All that a sentence says by itself, clause by clause."""
    text = sentence.text
    names = mentions(text, words, sentence.kind == "heading")
    told = Told(sentence, [m for m in names if m.start >= sentence.begins])
    if sentence.kind == "remark":
        return told
    frame = replace(frame, coming=looks_ahead(text))
    parts = [Clause(0, len(text), text, "main")]
    if sentence.kind != "post":
        parts = clauses(text, told.names, sentence.begins)
    for clause in parts:
        told.reads.append(_read(told, clause, words, frame))
        frame = replace(frame, last=last_day(clause.text, frame) or frame.last)
    for n, (read, after) in enumerate(zip(told.reads, told.reads[1:], strict=False)):
        told.reads[n] = _leading(read, after)
    return told


def _read(told: Told, clause: Clause, words: Vocabulary, frame: Frame) -> Read:
    said = _speech(told, clause, words)
    who = _inherited(told, clause, cast(told.sentence.text, clause, told.names, words), words)
    if told.main and not said.verb and clause.kind in _HANGS_ON:
        said = told.main.speech
        if clause.kind in ("saying", "doing"):
            first = said.speakers if clause.kind == "saying" else told.main.cast.actors[:1]
            who = Cast(once([*first, *who.actors]), who.places)
    who = Cast(once([*said.speakers, *who.actors]), who.places)
    return Read(clause, _when(told, clause, frame), who, said, _kind(clause, said))


def _when(told: Told, clause: Clause, frame: Frame) -> When:
    """The date of a clause, or that of the clause on which it hangs."""
    own = when(clause.text, frame, to_now=clause.kind == "by")
    if own.edtf or not told.reads:
        return own
    before, main = told.reads[-1], told.main
    if clause.kind == "when" and main:
        return replace(main.when, edtf=main.when.point)
    if clause.kind in _DATED_BY and main:
        return main.when
    if before.clause.kind == "occasion":
        return before.when
    if before.clause.kind == "since" and before.when.point:  # and goes on until now
        return replace(before.when, edtf=since(before.when.point, frame))
    return own


def _inherited(told: Told, clause: Clause, who: Cast, words: Vocabulary) -> Cast:
    """What a clause takes from the one on which it hangs: "which" the places, "when it" the first
    who acts, "set up in 1992" those named before it."""
    main, text = told.main, told.sentence.text
    if not main:
        return who
    if clause.kind in ("which", "where", "by"):
        who = Cast(who.actors, once([*who.places, *told.reads[-1].cast.places]))
    if clause.kind == "aside":
        start, end = main.clause.start, clause.start
        ahead = Clause(start, end, only(text, start, end), "main")
        named = cast(text, ahead, told.names, words)
        return Cast(once([*named.actors, *who.actors]), who.places)
    if _IT.match(clause.text.strip(" ,")):
        return Cast(once([*main.cast.actors[:1], *who.actors]), who.places)
    return who


def _leading(read: Read, after: Read) -> Read:
    """A leading clause: "since fighting began on ..." has the day itself; who speaks at a congress
    acts there."""
    if read.clause.kind == "since" and read.when.point:
        return replace(read, when=replace(read.when, edtf=read.when.point))
    if read.clause.kind == "occasion" and not read.speech.verb:
        return read.acted_by(*after.speech.speakers)
    return read


def _kind(clause: Clause, said: Speech) -> str:
    found = kind_of_event(clause.text)
    if clause.kind == "occasion" or (said.verb and found not in ("call", "figure", "breach")):
        return "statement"
    return found


def _speech(told: Told, clause: Clause, words: Vocabulary) -> Speech:
    if told.sentence.kind == "post":
        author = post_author(told.sentence)
        actor = name_of(author, words)
        return Speech((actor,) if actor else (), "" if actor else author, "posted")
    return speech(told.sentence.text, clause, told.names)
