"""The text with what was found in it marked: each proposal's sentence, its names, dates, quotes."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...events.intake import Mark, Proposal, sentences
from ..templates import render
from .draft import Intake


class Piece(NamedTuple):
    """Some text with the kinds of marks on it, as CSS classes."""

    text: str
    kinds: str


class Part(NamedTuple):
    """A sentence, or what stands between two: its pieces, the numbers and the states of its
    proposals, whether it is the one shown."""

    pieces: list[Piece]
    numbers: list[int]
    state: str
    now: bool


def marked_text(now: Intake) -> str:
    """The whole text as HTML."""
    by_sentence: dict[int, list[Proposal]] = {}
    for one in now.proposals:
        by_sentence.setdefault(one.sentence, []).append(one)
    parts, at = [], 0
    for sentence in sentences(now.text):
        found = by_sentence.get(sentence.index, [])
        parts.append(Part([Piece(now.text[at : sentence.start], "")], [], "", False))
        marks = [mark for one in found for mark in one.marks]
        parts.append(
            Part(
                pieces(now.text, sentence.start, sentence.end, marks),
                [one.number for one in found],
                _state([now.states.get(one.number, "open") for one in found]),
                any(one.number == now.at for one in found),
            )
        )
        at = sentence.end
    return render("intake_text.html", parts=parts)


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """The text at `start`:`end`, cut where a mark begins or ends."""
    inside = [m for m in marks if m.start < end and start < m.end]
    cuts = sorted(
        {start, end, *(min(max(x, start), end) for m in inside for x in (m.start, m.end))}
    )
    made = []
    for first, last in pairwise(cuts):
        kinds = {m.kind for m in inside if m.start <= first and last <= m.end}
        made.append(Piece(text[first:last], " ".join(f"cd-{kind}" for kind in sorted(kinds))))
    return made


def _state(states: Sequence[str]) -> str:
    """The state of a sentence: "open" while one of its proposals is not decided."""
    return "" if not states else "open" if "open" in states else "done"
