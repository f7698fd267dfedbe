"""How a view leans: numbers counted by hand in events.csv, claims.csv and sources.csv."""

from dataclasses import replace

import pytest

from dashboard.events.balance import NO_SIDE, Balance, balance, say_lean
from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter

LABELS = {"turkey": "Turkey", "armenia": "Armenia", "un": "United Nations"}


def test_the_article_in_numbers(dataset: Dataset) -> None:
    found = balance(dataset, dataset.view(Filter(layer=("article",))))
    assert found.claims == {
        "azerbaijan": 5, "turkey": 28, "armenia": 15, "karabakh_armenians": 1, "russia": 2,
        "mediators": 3, "un": 5, "ngo": 4, "court": 1, "independent": 1,
    }  # fmt: skip
    assert found.read_in == {
        "azerbaijan": 5, "turkey": 25, "armenia": 13, "russia": 4, "mediators": 1, "un": 1,
        "ngo": 3, "independent": 7, NO_SIDE: 6,
    }  # fmt: skip
    assert (found.claims_in_all, found.sources_in_all) == (65, 36)
    assert (found.one_sided, found.shown) == (8, 24)
    assert list(found.claims) == [s for s in dataset.names["speaker"] if s in found.claims]


def test_the_article_leans(dataset: Dataset) -> None:
    found = balance(dataset, dataset.view(Filter(layer=("article",))))
    assert say_lean(found, dataset.names["speaker"]) == [
        "Of 65 claims 28 are by Turkey, 15 by Armenia, the next.",
        "Of 65 claims 25 were read in sources linked with Turkey, 13 with Armenia, the next.",
    ]


def test_all_records_do_not(dataset: Dataset) -> None:
    found = balance(dataset, dataset.view(Filter()))
    assert (found.claims_in_all, found.one_sided) == (198, 15)
    assert found.claims["azerbaijan"] == 41
    assert found.claims["armenia"] == 46
    assert say_lean(found, dataset.names["speaker"]) == []


def test_nothing(dataset: Dataset) -> None:
    found = balance(dataset, dataset.view(Filter(q="zzzz")))
    assert found == Balance({}, {}, {}, 0, 0)
    assert say_lean(found, LABELS) == []


def test_sources_that_name_no_side(dataset: Dataset) -> None:
    """As in a package made before there was such a column."""
    sources = dataset.tables.sources.drop(columns="side")
    older = replace(dataset, tables=replace(dataset.tables, sources=sources))
    found = balance(older, older.view(Filter()))
    assert found.read_in == {NO_SIDE: 198}
    assert len(say_lean(found, dataset.names["speaker"])) == 0


@pytest.mark.parametrize(
    ("claims", "sentences"),
    [
        ({"turkey": 12}, ["Of 12 claims 12 are by Turkey."]),
        ({"turkey": 6, "armenia": 4}, ["Of 10 claims 6 are by Turkey, 4 by Armenia, the next."]),
        ({"turkey": 5, "armenia": 4}, []),
        ({"armenia": 4, "turkey": 4}, []),
        ({"turkey": 2}, []),
        ({"turkey": 3, "armenia": 2, "un": 2, NO_SIDE: 3}, []),
    ],
)
def test_when_it_is_said(claims: dict[str, int], sentences: list[str]) -> None:
    assert say_lean(Balance(claims, {}, {}, 0, 5), LABELS) == sentences


def test_sources_of_no_side_are_never_named(dataset: Dataset) -> None:
    assert say_lean(Balance({}, {NO_SIDE: 9}, {}, 0, 5), LABELS) == []
