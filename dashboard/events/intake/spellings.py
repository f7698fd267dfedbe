"""All spellings of actors and places: those of the tables, further ones, and their other forms.

Further spellings and the offices with their holders stand in the CSV files beside this module.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from ..actors import Actors
from .folded import plain

HERE = Path(__file__).parent
_BRACKETS = re.compile(r"\(([^)]*)\)")
_REMARK = re.compile(r"\b(district|province|project|unnamed|service|until|checker)\b")
_ARTICLES = re.compile(r"^(the|a|an) ")


@dataclass(frozen=True)
class Name:
    """What one spelling stands for: ids of an actor and of a place ("" for none). `use` is "name",
    "demonym" (Armenian), "capital" (for its government) or "office"."""

    actor: str = ""
    place: str = ""
    use: str = "name"


def spelled(actors: Actors, places: pd.DataFrame) -> dict[str, Name]:
    """What each spelling, folded, stands for; offices are not among them."""
    names: dict[str, Name] = {}
    for spelling, name in _all(actors, places):
        _add(names, spelling, name)
    known = {n.actor for n in names.values()} | {n.place for n in names.values()}
    rows = read_table("spellings.csv")
    for row in rows:
        if row["id"] in known:
            _add(names, row["spelling"], _name(row))
    capitals = {r["id"]: plain(r["spelling"]) for r in rows if r["use"] == "capital"}
    return names | _turned(names, actors, demonyms(actors), capitals)


def demonyms(actors: Actors) -> dict[str, str]:
    """The states of the words for who belongs to them, folded: armenian -> armenia."""
    rows = [r for r in read_table("spellings.csv") if r["use"] == "demonym"]
    return {plain(r["spelling"]): r["id"] for r in rows if r["id"] in actors.name}


def office_forms(row: dict[str, str], actors: Actors, states: dict[str, str]) -> Iterator[str]:
    """What the holder of an office is called: "Turkey's president", "Turkish president"."""
    country, office = plain(actors.name[row["state"]]), row["office"]
    yield from (f"{country}'s {office}", f"{office} of {country}")
    yield from (f"{demonym} {office}" for demonym, state in states.items() if state == row["state"])


@lru_cache
def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file beside this module."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _add(names: dict[str, Name], spelling: str, name: Name) -> None:
    """Add what a spelling stands for; it may be that of an actor and of a place, as of a state."""
    key = plain(spelling)
    one = names.get(key, Name())
    use = name.use if name.use != "name" else one.use
    names[key] = Name(one.actor or name.actor, one.place or name.place, use)


def _name(row: dict[str, str]) -> Name:
    if row["table"] == "places":
        return Name(place=row["id"], use=row["use"])
    return Name(actor=row["id"], use=row["use"])


def _all(actors: Actors, places: pd.DataFrame) -> Iterator[tuple[str, Name]]:
    surnames = [name.split()[-1] for i, name in actors.name.items() if actors.kind[i] == "person"]
    for actor, name in actors.name.items():
        for spelling in _spellings(name):
            yield spelling, Name(actor=actor)
        last = name.split()[-1]
        if actors.kind[actor] == "person" and surnames.count(last) == 1:
            yield last, Name(actor=actor)
    for row in places[["place_id", "label", "name_az", "name_hy"]].itertuples(index=False):
        for cell in row[1:]:
            for spelling in _spellings(cell):
                yield spelling, Name(place=str(row[0]))


def _spellings(cell: str) -> list[str]:
    """The names in a cell: both sides of a slash, what stands in brackets, without remarks there.

    A bracket that holds lower-case words of more than one explains and names nothing.
    """
    found = []
    for part in re.split(r"\s*/\s*(?![^(]*\))", cell):
        found.append(_BRACKETS.sub(" ", part).strip())
        for inner in _BRACKETS.findall(part):
            if not _REMARK.search(inner):
                found += [p.strip() for p in inner.split("/")]
    return [s for s in found if len(s) > 1 and not re.fullmatch(r"[\d ]+", s) and "," not in s]


def _turned(
    names: dict[str, Name], actors: Actors, states: Mapping[str, str], capitals: Mapping[str, str]
) -> dict[str, Name]:
    """The other forms of "Defence Ministry of Armenia": "Armenian Defence Ministry", "Armenia's
    Ministry of Defence", "defence ministry in Yerevan"; and the other way round."""
    made: dict[str, Name] = {}
    for demonym, state in states.items():
        country = plain(actors.name[state])
        for key, name in names.items():
            head = _head(key, demonym, country)
            if not head or not name.actor or name.use != "name":
                continue
            for turned in _of_ministry(head):
                for form in (f"{demonym} {turned}", f"{country}'s {turned}",
                             f"{turned} of {country}"):  # fmt: skip
                    made.setdefault(form, name)
                if "ministry" in turned and state in capitals:
                    made.setdefault(f"{turned} in {capitals[state]}", name)
    return {form: name for form, name in made.items() if form not in names}


def _of_ministry(head: str) -> set[str]:
    """ "foreign ministry" also as "ministry of foreign affairs"."""
    of = re.sub(r"^(\w+) ministry$", r"ministry of \1", head)
    return {head, of, f"{of} affairs"} if of != head else {head}


def _head(key: str, demonym: str, country: str) -> str:
    """What is left of a name without its state: "defence ministry"; "" if it names no state."""
    if key.endswith(f" of {country}"):
        return _ARTICLES.sub("", key.removesuffix(f" of {country}"))
    for start in (f"{demonym} ", f"{country}'s "):
        if key.startswith(start):
            return key.removeprefix(start)
    return ""
