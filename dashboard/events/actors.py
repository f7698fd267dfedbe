"""The tree of actors: persons and ministries under their states, so that "Turkey" finds them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Actors:
    """Actors by id: `name`, `side`, `kind` and `parent` ("" for a root), in the file's order."""

    name: dict[str, str]
    side: dict[str, str]
    kind: dict[str, str]
    parent: dict[str, str]

    def lineage(self, actor: str) -> tuple[str, ...]:
        """The actor and everything above it, nearest first; stops at a cycle."""
        seen: list[str] = []
        while actor and actor not in seen:
            seen.append(actor)
            actor = self.parent.get(actor, "")
        return tuple(seen)

    def root(self, actor: str) -> str:
        """The top of the actor's tree: the state, the authorities, the organisation."""
        return self.lineage(actor)[-1]

    def with_ancestors(self, actors: Iterable[str]) -> frozenset[str]:
        """All ids under which a record of these actors is found."""
        return frozenset(a for actor in actors for a in self.lineage(actor))

    def label(self, actor: str) -> str:
        """The name, with the state or body above it where there is one."""
        root = self.root(actor)
        name = self.name.get(actor, actor)
        return name if root == actor else f"{name} ({self.name.get(root, root)})"


def read_actors(actors: pd.DataFrame) -> Actors:
    """The tree from the table of actors."""
    ids = [str(i) for i in actors["actor_id"]]
    names, sides, kinds, parents = (
        dict(zip(ids, actors[column], strict=True)) for column in ("name", "side", "kind", "parent")
    )
    return Actors(names, sides, kinds, parents)
