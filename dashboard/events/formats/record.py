"""Puts a recipe together of the parts that formats share: dates, coordinates, deaths."""

from collections.abc import Iterable, Mapping
from itertools import chain, zip_longest
from typing import Protocol

from .recipe import Recipe, Rule
from .sql import NO_LIST, NOTHING

_UNSTATED = {
    "extent": "'moment'",
    "precision": "'unknown'",
    "place_precision": "'none'",
    "actors": NO_LIST,
    "sources": NO_LIST,
    "contested": "false",
}


class Part(Protocol):
    """What some raw columns say together."""

    def given(self) -> tuple[Mapping[str, str], ...]:
        """Its values, in the layers that `Recipe.given` asks for."""
        ...

    def rejects(self) -> Iterable[Rule]:
        """What makes a row unusable."""
        ...

    def repairs(self) -> Iterable[Rule]:
        """What a reader should look at."""
        ...


def recipe_of(
    columns: Mapping[str, str],
    parts: Iterable[Part],
    rejects: Iterable[Rule] = (),
    repairs: Iterable[Rule] = (),
) -> Recipe:
    """A recipe whose rules are those of its parts and some of its own.

    Columns that are nowhere stated are left out; lists are never NULL.
    """
    parts = tuple(parts)
    levels = zip_longest(*(part.given() for part in parts), fillvalue={})
    layers = (dict(chain.from_iterable(layer.items() for layer in level)) for level in levels)
    told = {name: sql for name, sql in columns.items() if sql != NOTHING}
    return Recipe(
        columns={**_UNSTATED, **told},
        rejects=(*rejects, *chain.from_iterable(part.rejects() for part in parts)),
        repairs=(*repairs, *chain.from_iterable(part.repairs() for part in parts)),
        given=tuple(layer for layer in layers if layer),
    )
