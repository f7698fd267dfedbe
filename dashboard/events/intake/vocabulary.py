"""The names that are looked for in an article, and the offices of its day."""

import re
from dataclasses import dataclass, field
from datetime import date

from ..actors import Actors, read_actors
from ..tables import Tables
from .spellings import Name, demonyms, office_forms, read_table, spelled


@dataclass(frozen=True)
class Vocabulary:
    """All spellings, folded, with what each stands for; `pattern` finds the longest of them."""

    names: dict[str, Name]
    actors: Actors
    kinds: dict[str, str]  # place_id -> kind
    offices: dict[str, str]  # actor -> office held
    holders: dict[tuple[str, str], str]  # office, state -> actor
    states: dict[str, str]  # demonym, folded -> actor of the state
    pattern: re.Pattern[str] = field(repr=False)

    def has_office_in(self, office: str, state: str) -> str:
        """Who holds this office in this state; "" if not known."""
        return self.holders.get((office, state), "")


def vocabulary(tables: Tables, day: date | None = None) -> Vocabulary:
    """The names of the tables, with the holders of offices on `day` (None: no offices)."""
    actors, places = read_actors(tables.actors), tables.places
    names, states = spelled(actors, places), demonyms(actors)
    held = [r for r in _offices(day) if r["actor"] in actors.name and r["state"] in actors.name]
    for row in held:
        for form in office_forms(row, actors, states):
            names[form] = Name(row["actor"], use="office")
    return Vocabulary(
        names,
        actors,
        dict(zip(places["place_id"], places["kind"], strict=True)),
        {row["actor"]: row["office"] for row in held},
        {(row["office"], row["state"]): row["actor"] for row in held},
        states,
        _pattern(names),
    )


def _offices(day: date | None) -> list[dict[str, str]]:
    """The offices as they were held on a day; both days of a term count."""
    if day is None:
        return []
    at = day.isoformat()
    return [r for r in read_table("offices.csv") if r["since"] <= at <= (r["until"] or "9999")]


def _pattern(names: dict[str, Name]) -> re.Pattern[str]:
    """Finds names in folded text, the longest first; a given name may be followed by an initial."""
    longest = sorted(names, key=len, reverse=True)
    forms = [re.escape(n).replace(r"\ ", r"(?: [a-z]\.)? ") for n in longest]
    return re.compile(rf"(?<![\w@])(?:{'|'.join(forms) or '(?!)'})(?!\w)")
