"""What a timeline is made of: marks in lanes, on the panels of a time axis."""

from dataclasses import dataclass, field

import pandas as pd

from .panels import Panel
from .theme import colour_group

POINTS = ("point", "pile")
ONCE = "each record in the lane of the one named first"


@dataclass
class Mark:
    """One record in one lane, or a pile of them. Places are px from the left end of the axis.

    `kind` is "point" (known to within its own size), "span" (some time within, no centre),
    "period" (throughout) or "pile" (points that would cover each other). `begins` and `ends`
    (exclusive) are clipped to the window; `opens` and `closes` say that the record goes on beyond
    an end that is not known. `label_at` is where a label inside a bar starts, in px.
    """

    event_ids: tuple[str, ...]
    kind: str
    begins: pd.Timestamp
    ends: pd.Timestamp
    left: float
    right: float
    symbol: str
    sides: tuple[str, ...]
    hollow: bool
    title: str
    opens: bool = False
    closes: bool = False
    row: float = 0.0
    label: str = ""
    label_side: str = "right"
    label_at: float = 0.0

    @property
    def colour(self) -> str:
        """The colour group of those who give an account."""
        return colour_group(self.sides)


@dataclass
class Lane:
    """A lane: its rows begin at `top` (in rows from the top of the figure)."""

    key: str
    label: str
    top: float = 0.0
    rows: int = 1
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """All marks of a timeline in their lanes; `height` is in rows, `width` in px.

    `once`: for want of room each record stands in the first of its lanes only.
    """

    panels: tuple[Panel, ...]
    lanes: list[Lane]
    height: float
    width: float
    once: bool = False

    @property
    def marks(self) -> list[Mark]:
        """The marks of all lanes."""
        return [mark for lane in self.lanes for mark in lane.marks]

    def notes(self, shown: int) -> list[str]:
        """What a reader must know of the picture: how many of the `shown` records have a label, and
        where those of several lanes stand."""
        labelled = {i for m in self.marks if m.label for i in m.event_ids}
        words = [f"Timeline labels: {len(labelled)} of {shown}"] if len(labelled) < shown else []
        return [*words, ONCE] if self.once else words
