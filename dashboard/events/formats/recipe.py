"""What a format says of itself: how it is recognised, and how its rows become records.

A recipe is data: SQL expressions over the raw table, in which every column is text (VARCHAR, NULL
where the cell is empty). Whoever runs it (see imports/) is the same for all formats.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rule:
    """A condition on a raw row: `when` is an SQL expression that is true where it applies.

    `column` is the raw column that a reader has to look at; `why` says it in words, for the report.
    """

    column: str
    when: str
    why: str


@dataclass(frozen=True)
class Recipe:
    """How raw rows become records.

    `columns` maps columns of the events table (see store/schema.py, without `DERIVED`) to SQL
    expressions of their type; what is left out is unknown. A row to which one of `rejects` applies
    is listed and left out; one of `repairs` is listed and kept.

    `given` are values that several of them share, by name, worked out once: layers of expressions,
    each over the raw columns and the layers before it. Columns and rules name them as columns; a
    name begins with "= ", so that no column of a file is hidden by it.
    """

    columns: Mapping[str, str]
    rejects: tuple[Rule, ...] = ()
    repairs: tuple[Rule, ...] = ()
    given: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Choices:
    """What a person must say, as the file does not: never guessed.

    `day_first` is the order of 07/11/2020 (None: not asked, as no date of the file needs it);
    `mapping` is event column -> raw column, for a table of no known format.
    """

    day_first: bool | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Form:
    """A format: what it is called and what its terms ask for.

    `known` tells from the raw column names whether a table is of this format; `recipe` gives the
    recipe for a table with these columns. `dates` names the raw columns that hold dates, so that
    their order of day and month can be asked for. `citation` (with {accessed}) and `licence` stand
    on every picture, `warning` on the page.
    """

    name: str
    label: str
    known: Callable[[Sequence[str]], bool]
    recipe: Callable[[Sequence[str], Choices], Recipe]
    dates: tuple[str, ...] = ()
    citation: str = ""
    licence: str = ""
    warning: str = ""
