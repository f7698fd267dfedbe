"""The records by sides: numbers counted by hand in events.csv and claims.csv."""

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from dashboard.events.matrix import ORDERS, matrix

TRUCES = "article-three-truces-violated-claim"


def cell(cells: pd.DataFrame, event_id: str, side: str) -> pd.Series:
    found = cells[(cells["event_id"] == event_id) & (cells["side"] == side)]
    assert len(found) == 1
    return found.iloc[0]


def test_one_row_for_each_record_and_side_that_speaks(dataset: Dataset) -> None:
    cells = matrix(dataset, dataset.view(Filter()))
    pairs = dataset.tables.claims[["event_id", "side"]].drop_duplicates()
    assert len(cells) == len(pairs) == 169
    assert cells["claims"].sum() == 198
    assert cells["contested"].sum() == 130


def test_the_article_by_sides(dataset: Dataset) -> None:
    cells = matrix(dataset, dataset.view(Filter(layer=("article",))))
    assert cells.groupby("side")["claims"].sum().to_dict() == {
        "turkey": 28, "armenia": 15, "azerbaijan": 5, "un": 5, "ngo": 4, "mediators": 3,
        "russia": 2, "court": 1, "karabakh_armenians": 1, "independent": 1,
    }  # fmt: skip
    assert cells["event_id"].nunique() == 24


def test_a_cell(dataset: Dataset) -> None:
    cells = matrix(dataset, dataset.view(Filter()))
    turkey, armenia = cell(cells, TRUCES, "turkey"), cell(cells, TRUCES, "armenia")
    assert (turkey["claims"], turkey["contested"], turkey["speaker"]) == (1, 1, "TRT World")
    assert turkey["statement"].startswith("Armenia went as far as to violate three")
    assert (armenia["claims"], armenia["contested"]) == (3, 3)
    assert set(cells[cells["event_id"] == TRUCES]["side"]) == {"turkey", "armenia", "azerbaijan"}


def test_a_contested_claim_speaks_for_its_cell(dataset: Dataset) -> None:
    """As the mark is hollow, so is what stands beside it."""
    claims = dataset.tables.claims.copy()
    own = claims.index[(claims["event_id"] == TRUCES) & (claims["side"] == "armenia")]
    claims.loc[own[:2], "contested"] = "no"
    changed = replace(dataset, tables=replace(dataset.tables, claims=claims))
    found = cell(matrix(changed, changed.view(Filter())), TRUCES, "armenia")
    assert (found["claims"], found["contested"]) == (3, 1)
    assert found["statement"] == claims.loc[own[2], "statement"]


def test_the_order_of_time_and_of_sides(dataset: Dataset) -> None:
    view = dataset.view(Filter())
    cells = matrix(dataset, view)
    assert list(cells["event_id"].unique()) == list(view.events["event_id"])
    order = list(dataset.names["speaker"])
    for _, sides in cells.groupby("event_id")["side"]:
        assert [order.index(s) for s in sides] == sorted(order.index(s) for s in sides)


def test_most_contested_first(dataset: Dataset) -> None:
    cells = matrix(dataset, dataset.view(Filter()), "contested")
    told = cells.groupby("event_id", sort=False)["contested"].sum()
    assert list(told.items())[:2] == [(TRUCES, 7), ("share-of-azerbaijan-held-figures", 6)]
    assert list(told) == sorted(told, reverse=True)


@pytest.mark.parametrize("order", ORDERS)
def test_a_view_of_nothing(dataset: Dataset, order: str) -> None:
    cells = matrix(dataset, dataset.view(Filter(q="zzzz")), order)
    assert cells.empty
    assert "statement" in cells


def test_an_unknown_order(dataset: Dataset) -> None:
    with pytest.raises(ValueError, match="loudest"):
        matrix(dataset, dataset.view(Filter()), "loudest")
