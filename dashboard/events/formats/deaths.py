"""Estimates of deaths in SQL: low, best and high, and when they contradict each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from .raw import Raw
from .recipe import Rule
from .rules import rule
from .sql import NO_COUNT, count, known, quoted


@dataclass(frozen=True)
class Deaths:
    """The raw columns with the estimates, each by any of its names; () if there is none."""

    raw: Raw
    low: tuple[str, ...] = ()
    best: tuple[str, ...] = ()
    high: tuple[str, ...] = ()

    def given(self) -> tuple[dict[str, str]]:
        """The estimates as numbers (see `Recipe.given`)."""
        there = self._there().items()
        return ({f"= {word}": count(self.raw.text(column)) for word, column in there},)

    def columns(self) -> dict[str, str]:
        """deaths_low, deaths_best and deaths_high, as far as the file has them."""
        return {f"deaths_{word}": quoted(f"= {word}") for word in self._there()}

    def rejects(self) -> Iterator[Rule]:
        """Numbers of deaths that are no whole numbers from 0; -1 and -99 stand for missing."""
        for word, column in self._there().items():
            told = f"({known(self.raw.text(column), NO_COUNT)}) IS NOT NULL"
            wrong = f"{told} AND {quoted(f'= {word}')} IS NULL"
            yield rule(column, wrong, "not a whole number from 0")

    def repairs(self) -> Iterator[Rule]:
        """Estimates out of order: 8 of 1,000 rows of GED 23.1 have them, so they are kept."""
        there = self._there()
        for less, more in (("low", "best"), ("best", "high")):
            if less in there and more in there:
                above = f"{quoted(f'= {less}')} > {quoted(f'= {more}')}"
                why = f"the {less} estimate is above the {more} one; kept as it is"
                yield rule(there[less], above, why)

    def _there(self) -> dict[str, str]:
        """The estimate -> its raw column, of those that the file has."""
        names = {"low": self.low, "best": self.best, "high": self.high}
        return {word: self.raw.name(*each) for word, each in names.items() if self.raw.name(*each)}
