"""How well four articles are read: three written for the tests, the curated one if it is there.

The thresholds are those that the rules must keep; `python -m tests.intake_score` prints all counts.
"""

from functools import cache

import pytest

from dashboard.events.dataset import DATA
from dashboard.events.intake import propose, sentences, vocabulary
from dashboard.events.tables import read_tables
from tests.intake_score import (
    FOLDER,
    SHARED,
    WRITTEN,
    Count,
    Fact,
    curated_facts,
    score,
    scores,
    written_facts,
)

kept = cache(scores)
needs_article = pytest.mark.skipif(not SHARED.exists(), reason="the article is not there")
LEAST = 0.8


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("column", ["date", "actors", "speakers", "facts"])
def test_the_written_articles(name: str, column: str) -> None:
    count = kept()[name][column]
    assert count.recall >= LEAST and count.precision >= LEAST, count.misses
    assert count.wanted >= 12  # enough to measure by


@pytest.mark.parametrize("name", WRITTEN)
def test_the_places_of_the_written_articles(name: str) -> None:
    count = kept()[name]["places"]
    assert count.recall >= 0.75 and count.precision >= LEAST, count.misses


@needs_article
@pytest.mark.parametrize("column", ["date", "actors"])
def test_the_curated_article_as_its_text_says(column: str) -> None:
    count = kept()["article, as the text says"][column]
    assert count.recall >= LEAST and count.precision >= LEAST, count.misses


@needs_article
def test_the_curated_article_as_recorded() -> None:
    """Against all that the tables hold, some of which stands in other sources only."""
    counts = kept()["article, as recorded"]
    assert counts["date"].recall >= LEAST and counts["date"].precision >= LEAST
    assert counts["actors"].recall >= LEAST and counts["actors"].precision >= LEAST
    assert counts["speakers"].recall >= LEAST
    assert counts["facts"].recall >= 0.95


@needs_article
def test_all_24_facts_of_the_curated_article_are_measured() -> None:
    tables = read_tables(DATA)
    facts = curated_facts(SHARED.read_text("utf-8"), tables, said_only=False)
    wanted = tables.events.loc[tables.events["layer"] == "article", "event_id"]
    assert {fact.key for fact in facts} == set(wanted)
    assert len(wanted) == 24


@pytest.mark.parametrize("name", WRITTEN)
def test_the_written_articles_are_long_enough_and_say_what_they_are(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert len(text.split()) >= 300
    assert sentences(text)[0].text.startswith("[Written for the tests of this program.")


def test_the_score_sees_what_is_wrong() -> None:
    """A fact with another date, a missing actor and a speaker too many costs each its column."""
    tables = read_tables(DATA)
    words = vocabulary(tables, WRITTEN["wire"])
    found = propose("Armenia said on Monday that Shusha was hit.", words, WRITTEN["wire"])
    items = {
        "date": frozenset(["2020-10-11"]),
        "actors": frozenset(["armenia", "azerbaijan"]),
        "places": frozenset(["shusha"]),
        "speakers": frozenset[str](),
    }
    counts = score([Fact("a fact", 0, items)], found, words.actors)
    told = {n: (c.found, c.wanted, c.right, c.proposed) for n, c in counts.items()}
    assert told == {
        "date": (0, 1, 0, 1), "actors": (1, 2, 1, 1), "places": (1, 1, 1, 1),
        "speakers": (0, 0, 0, 1), "facts": (1, 1, 1, 1),
    }  # fmt: skip
    assert Count(4, 3, 6, 3).recall == 0.75 and Count(4, 3, 6, 3).precision == 0.5


def test_a_proposal_serves_one_fact_only() -> None:
    tables = read_tables(DATA)
    words = vocabulary(tables, WRITTEN["wire"])
    found = propose("Armenia fought on Monday.", words, WRITTEN["wire"])
    items = {c: frozenset[str]() for c in ("date", "actors", "places", "speakers")}
    items["actors"] = frozenset(["armenia"])
    counts = score([Fact("one", 0, items), Fact("two", 0, items)], found, words.actors)
    assert (counts["facts"].found, counts["facts"].wanted) == (1, 2)
    assert (counts["actors"].found, counts["actors"].wanted) == (1, 2)


def test_the_gold_of_the_written_articles_can_be_read() -> None:
    for name in WRITTEN:
        assert len(written_facts(name)) >= 25
