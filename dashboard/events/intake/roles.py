"""Says of each name in a clause whether it acts there, is the place, or is neither."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .clauses import Clause
from .folded import plain
from .mentions import Mention
from .vocabulary import Vocabulary

_LAND = (
    r"(?:lands?|territor(?:y|ies)|soil|towns?|cit(?:y|ies)|villages?|regions?|provinces?|border"
    r"|districts?|airspace|(?:Soviet )?republics?)\b"
)
_OF_LAND = re.compile(rf"{_LAND[:-2]}\s+of\s+(?:the )?$", re.IGNORECASE)
_BEFORE_PLACE = re.compile(
    r"\b(?:in|at|near|inside|across|throughout|around|into|on|outside|over|to|toward|towards"
    r"|through)\s+(?:the |both |central |downtown )?$",
    re.IGNORECASE,
)
_AFTER_LAND = re.compile(rf"(?:['’]s)?(?:\s\w)?\s+(?:\w+ )?{_LAND}", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"^\s*(?:\w+ )?(?:after|before|following)\s+(?P<what>[^,]*),", re.IGNORECASE
)


@dataclass(frozen=True)
class Cast:
    """Who acts in a clause or is named in it, and where, as ids in the order of the text."""

    actors: tuple[str, ...]
    places: tuple[str, ...]


def cast(text: str, clause: Clause, names: Sequence[Mention], words: Vocabulary) -> Cast:
    """The actors and places of a clause; `text` is its sentence, `names` those of the sentence."""
    inside = [m for m in names if clause.text[m.start : m.end].strip()]
    background = _BACKGROUND.match(clause.text[clause.start :])
    left = clause.start + background.end() if background else clause.start
    actors, places = [], []
    for one in inside:
        role = _role(text, one, names)
        if role == "actor" and one.start >= left:
            actors.append(one.name.actor)
        elif role == "place" and one.start >= left:
            places.append(one.name.place)
        elif role == "land" and one.start >= left:
            places.append(_land(one, words))
    return Cast(once(actors), once(places))


def acts(text: str, one: Mention, names: Sequence[Mention]) -> bool:
    """Whether a name is that of somebody who acts or is named with those who do."""
    return _role(text, one, names) == "actor"


def _role(text: str, one: Mention, names: Sequence[Mention]) -> str:
    before, after = text[: one.start], text[one.end :]
    name = one.name
    if before[-1:] in "-–" and before[-2:-1].isalpha():
        return ""  # the second half of Turkish-Russian
    if re.match(r"[-–][A-Za-z]", after):
        return ""
    if name.actor and not name.place:
        if name.use == "demonym":
            return _of_demonym(before, after, one, names)
        return "actor"
    if name.place and not name.actor:
        return "place"
    return _of_both(text, one, names)


def _of_demonym(before: str, after: str, one: Mention, names: Sequence[Mention]) -> str:
    """ "Armenian attacks" are an actor's; Armenian lands, towns and Armenians are not."""
    if any(m.start == one.end + 1 and m.name.place for m in names):
        return ""
    return "land" if _AFTER_LAND.match(after) else "actor"


def _land(one: Mention, words: Vocabulary) -> str:
    """The place that is the state of a demonym."""
    country = words.names.get(plain(words.actors.name[one.name.actor]))
    return country.place if country else ""


def _of_both(text: str, one: Mention, names: Sequence[Mention]) -> str:
    """A state or a capital: a place where something is said to be there, else an actor."""
    before, after = text[: one.start], text[one.end :]
    possessive = re.match(r"['’]s?\s+", after)
    if possessive:
        start = one.end + possessive.end()
        if any(m.start == start and m.name.place and not m.name.actor for m in names):
            return ""  # Azerbaijan's Upper Karabakh: the place is named
    if _AFTER_LAND.match(after) or _OF_LAND.search(before):
        return "place"
    if _BEFORE_PLACE.search(before) or _listed_after_place(text, one, names):
        return "place"
    return "actor"


def _listed_after_place(text: str, one: Mention, names: Sequence[Mention]) -> bool:
    """The second of "in Baku and Yerevan"."""
    for other in names:
        between = text[other.end : one.start]
        if other.name.place and re.fullmatch(r",? (?:and|or) |, ", between):
            return bool(_BEFORE_PLACE.search(text[: other.start]))
    return False


def once(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids in order, each once, none empty."""
    return tuple(dict.fromkeys(i for i in ids if i))
