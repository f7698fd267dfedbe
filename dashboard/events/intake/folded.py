"""Text folded for comparison, with the place in the original of each folded letter."""

import re
from dataclasses import dataclass

from ..table import fold

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})


@dataclass(frozen=True)
class Folded:
    """`text` is folded; letter n of it comes from letter `places[n]` of the original, and the last
    of `places` is the length of the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of what stands at `start`:`end` of `text`."""
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[end]


def plain(text: str) -> str:
    """A name or a text for comparison: no case, accents or kinds of dash; British spelling."""
    return re.sub(r"\s+", " ", fold(text.translate(_PLAIN)).replace("defense", "defence")).strip()


def folded(text: str) -> Folded:
    """The text, folded letter by letter as `plain` does, white space as single blanks."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text.translate(_PLAIN)):
        made = " " if letter.isspace() else fold(letter)
        letters.append(made)
        places += [place] * len(made)
    joined = "".join(letters).replace("defense", "defence")
    return Folded(joined, (*places, len(text)))
