"""What the tests of the intake share: the curated tables, and proposals of a few sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from dashboard.events.dataset import DATA
from dashboard.events.intake import Proposal, Vocabulary, propose, vocabulary
from dashboard.events.tables import Tables, read_tables

SATURDAY = date(2020, 11, 7)

Proposed = Callable[..., list[Proposal]]


@pytest.fixture(scope="session")
def tables() -> Tables:
    return read_tables(DATA)


@pytest.fixture(scope="session")
def words(tables: Tables) -> Vocabulary:
    """The names, with the offices of 7 November 2020."""
    return vocabulary(tables, SATURDAY)


@pytest.fixture(scope="session")
def proposed(words: Vocabulary) -> Proposed:
    """Proposals of a text; its date is 7 November 2020 unless another or None is given."""

    def of(text: str, day: date | None = SATURDAY, day_first: bool | None = None) -> list[Proposal]:
        return propose(text, words, day, day_first)

    return of
