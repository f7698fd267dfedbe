"""Suggests a neutral title: who, and what kind of record; never a word of the text."""

from .reading import Read
from .vocabulary import Vocabulary

LONGEST = 60
_WORDS = {
    "fighting": "fighting", "strike": "a strike", "territory": "control of territory",
    "ceasefire": "a truce", "breach": "an alleged breach", "call": "a call",
    "meeting": "a meeting", "statement": "a statement", "act": "an act",
    "resolution": "a resolution", "judgment": "a judgment", "figure": "a figure",
}  # fmt: skip


def title_for(read: Read, words: Vocabulary, number: int) -> str:
    """At most 60 characters, with the number of the proposal, so that no two are alike."""
    who = " and ".join(words.actors.name[a] for a in read.cast.actors[:2])
    what = _WORDS.get(read.kind, "a passage")
    tail = f"{what} ({number})"
    room = LONGEST - len(tail) - 2
    if len(who) > room:
        who = words.actors.name[read.cast.actors[0]]
    return f"{who}: {tail}" if who and len(who) <= room else tail[0].upper() + tail[1:]
