"""Takes an article's text and proposes records: text, its date and names in, proposals out."""

from datetime import date

from .days import Frame
from .parties import name_parties
from .proposal import ARTICLE, Mark, Proposal
from .reading import Read, Told, read_sentence
from .speech import quotes
from .text import sentences, usable
from .threads import follow, frame_after
from .titles import title_for
from .vocabulary import Vocabulary
from .written import day_first_in


def propose(
    text: str, words: Vocabulary, article: date | None = None, day_first: bool | None = None
) -> list[Proposal]:
    """The records that a text may become, in its order.

    `article` is the article's own date (None: not given; then "Saturday" gives no date);
    `day_first` is the order of day and month in figures (None: as its other dates show, if they
    do). Raises DataError if the text holds no word or is too long.
    """
    text = usable(text)
    order = day_first_in(text) if day_first is None else day_first
    frame = Frame(article=article, day_first=order)
    told: list[Told] = []
    for sentence in sentences(text):
        told.append(read_sentence(sentence, words, frame))
        frame = frame_after(frame, told[-1])
    follow(told, words)
    name_parties(told, words)
    found: list[Proposal] = []
    for one in told:
        for read in one.reads:
            if _states_something(one, read):
                found.append(_proposal(len(found) + 1, one, read, words))
    return found


def _states_something(told: Told, read: Read) -> bool:
    """Whether a clause names somebody, dates something or quotes; headings must name who acts."""
    if told.sentence.kind == "heading":
        return bool(read.cast.actors) and len(told.sentence.text.split()) > 2
    if told.sentence.kind == "link":
        return bool(read.cast.actors)
    return bool(
        read.cast.actors
        or read.cast.places
        or read.when.words
        or read.speech.verb
        or read.kind not in ("", "meeting", "statement")
    )


def _proposal(number: int, told: Told, read: Read, words: Vocabulary) -> Proposal:
    base, clause, said = told.sentence.start, read.clause, read.speech
    inside = told.sentence.text[clause.start : clause.end]
    lead = len(inside) - len(inside.lstrip(" ,;"))
    start, end = clause.start + lead, clause.start + len(inside.rstrip())
    spoken = quotes(clause.text)
    unnamed = said.verb and not said.speakers
    return Proposal(
        number=number,
        sentence=told.sentence.index,
        start=base + start,
        end=base + end,
        text=" ".join(told.sentence.text[start:end].split()),
        date=read.when.edtf,
        why=read.when.words,
        carried=read.carried,
        missing=read.when.missing,
        actors=read.cast.actors,
        places=read.cast.places,
        speakers=said.speakers if said.verb else (ARTICLE,),
        speaker_words=said.words if unnamed else "",
        quotes=tuple(told.sentence.text[a:b] for a, b in spoken),
        event_type=read.kind,
        title=title_for(read, words, number),
        contested=said.accuses,
        marks=_marks(told, read, base, spoken),
    )


def _marks(told: Told, read: Read, base: int, spoken: list[tuple[int, int]]) -> tuple[Mark, ...]:
    text = read.clause.text
    found = [
        Mark("name", base + m.start, base + m.end)
        for m in told.names
        if text[m.start : m.end].strip()
    ]
    at = text.find(read.when.words) if read.when.words and read.carried is None else -1
    if at >= 0:
        found.append(Mark("date", base + at, base + at + len(read.when.words)))
    found += [Mark("quote", base + a, base + b) for a, b in spoken]
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))
