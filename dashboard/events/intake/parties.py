"""Says who "the two armies" are, and whose the clashes, where a clause names nobody."""

import re
from collections import Counter
from itertools import combinations

from .reading import Read, Told
from .roles import once
from .vocabulary import Vocabulary

_MUTUAL = re.compile(
    r"\b(?:clashes|fighting|war|relations|tensions?|conflict|hostilities)\b", re.IGNORECASE
)
_TWO = re.compile(
    r"\b(?:both|the two) (?:\w+ ){0,2}"
    r"(?:sides|countries|republics|governments|armies|states|neighbours|neighbors|parties)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:has|have|had|called?|said)\b", re.IGNORECASE)


_FORMER = re.compile(r"\b(?:former|then|ex)[- ]$", re.IGNORECASE)
_BETWEEN = ("territory", "figure", "breach")  # records that have two parties by their nature


def name_parties(told: list[Told], words: Vocabulary) -> None:
    """Give clauses without actors their parties: "the two" are the two states that the text names
    together most often; clashes are between the states that their sentence names."""
    two = _most_named_together(told, words)
    for one in told:
        if one.sentence.kind not in ("text", "post"):
            continue
        named = [a for r in one.reads for a in r.cast.actors if words.actors.kind.get(a) == "state"]
        for n, read in enumerate(one.reads):
            if read.cast.actors:
                continue
            if _TWO.search(read.clause.text) and len(two) == 2:
                one.reads[n] = read.acted_by(*two)
            elif _is_subject(read):
                one.reads[n] = read.acted_by(*named)
        _add_whose_land(one, words)


def _add_whose_land(told: Told, words: Vocabulary) -> None:
    """Land held or lost, a share of it and a broken truce concern another state as well: those that
    the sentence names elsewhere, be it only as whose land it is."""
    states = [m for m in told.names if words.actors.kind.get(m.name.actor) == "state"]
    text = told.sentence.text
    named = [m.name.actor for m in states if not _FORMER.search(text[: m.start])]
    for n, read in enumerate(told.reads):
        if read.kind in _BETWEEN:
            told.reads[n] = read.with_more(*named)


def _most_named_together(told: list[Told], words: Vocabulary) -> tuple[str, ...]:
    """Two states that stand in the same sentences most often; the first pair of equals."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one in told:
        named = once(a for r in one.reads for a in r.cast.actors)
        states = [a for a in named if words.actors.kind[a] == "state"]
        pairs.update((a, b) if a < b else (b, a) for a, b in combinations(states, 2))
    return next((pair for pair, _ in pairs.most_common(1)), ())


def _is_subject(read: Read) -> bool:
    """Whether a word for what two do to each other stands before the verb."""
    match = _MUTUAL.search(read.clause.text)
    return match is not None and not _VERB.search(read.clause.text[: match.start()])
