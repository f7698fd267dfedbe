"""Published figures against the claims of the records, read off claims.csv by hand."""

import pandas as pd
import pytest

from dashboard.events.dataset import Dataset, read_dataset
from dashboard.events.filters import Filter
from dashboard.events.readings import STATED, readings
from tests.data_copy import Copy

# kind, label, side, percent, word, km2
BY_HAND = [
    ("claim", "TRT World", "turkey", 20, "some", None),
    ("claim", "Ilham Aliyev", "azerbaijan", 20, "about", None),
    ("claim", "US Central Intelligence Agency, 1995", "mediators", 20, "almost", None),
    ("claim", "US Central Intelligence Agency, quoted by CBS News", "mediators", 16, "", None),
    ("claim", "Ali Askerov, 2020", "independent", 16, "about", None),
    ("claim", "Thomas de Waal, 2003", "independent", 13.62, "", 11797),
    ("claim", "Fact Investigation Platform, 2016", "ngo", 13.3, "about", 11500),
    ("sum", "Azerbaijani list", "", 16.6, "", 14393),
    ("sum", "Oblast, and districts as held", "", 13.9, "", 12022),
    ("sum", "As held, less 300 km²", "", 13.5, "about", None),
]


@pytest.fixture(scope="module")
def table(dataset: Dataset) -> pd.DataFrame:
    return readings(dataset, dataset.view(Filter()))


def test_figures_are_those_of_the_claims(table: pd.DataFrame) -> None:
    columns = ["kind", "label", "side", "percent", "rough", "km2"]
    rows = table[columns].itertuples(index=False)
    assert [tuple(None if pd.isna(v) else v for v in row) for row in rows] == BY_HAND


def test_every_figure_stands_in_the_text_it_is_taken_from(dataset: Dataset) -> None:
    """So that no number of the code can drift away from the records."""
    claims = dataset.tables.claims.set_index("claim_id")["statement"]
    for stated in STATED:
        for key in stated.keys:
            text = claims[key] if key in claims else dataset.events.loc[key, "note"]
            assert f"{stated.percent} percent" in text, key
        first = stated.keys[0]
        text = claims[first] if first in claims else dataset.events.loc[first, "note"]
        assert stated.km2 in text
        if stated.sources:
            listed = dataset.events.loc[first, "sources"]
            assert set(stated.sources) <= set(listed)


def test_every_percentage_of_the_figure_records_is_among_them(dataset: Dataset) -> None:
    """A share that is added to these records is not overlooked."""
    about = {"article-some-20-percent-claim", "share-of-azerbaijan-held-figures"}
    claims = dataset.tables.claims
    told = claims[claims["event_id"].isin(about) & claims["statement"].str.contains("percent")]
    assert set(told["claim_id"]) == {key for s in STATED for key in s.keys} - about


def test_the_sums_are_the_quotients_of_their_areas(table: pd.DataFrame) -> None:
    stated = table[table["km2"].notna()]
    assert len(stated) == 4
    for row in stated.itertuples():
        assert row.percent == pytest.approx(100 * row.km2 / 86600, abs=0.06), row.label


def test_rough_figures_are_wider_than_a_point(table: pd.DataFrame) -> None:
    spans = {row.label: (row.low, row.high) for row in table.itertuples()}
    assert spans["TRT World"] == spans["Ilham Aliyev"] == (19.5, 20.5)
    assert spans["US Central Intelligence Agency, 1995"] == (19, 20)
    assert spans["Ali Askerov, 2020"] == (15.5, 16.5)
    assert spans["Fact Investigation Platform, 2016"] == pytest.approx((13.25, 13.35))
    assert spans["Thomas de Waal, 2003"] == (13.62, 13.62)


def test_only_the_article_is_marked_as_the_article(table: pd.DataFrame) -> None:
    assert list(table.loc[table["article"], "label"]) == ["TRT World"]


def test_a_filter_leaves_only_figures_of_its_records(dataset: Dataset) -> None:
    context = readings(dataset, dataset.view(Filter(layer=("context",))))
    assert list(context["label"]) == [row[1] for row in BY_HAND[1:]]
    article = readings(dataset, dataset.view(Filter(layer=("article",))))
    assert list(article["label"]) == [
        "TRT World", "Ilham Aliyev", "US Central Intelligence Agency, quoted by CBS News",
        "Thomas de Waal, 2003", "Fact Investigation Platform, 2016",
    ]  # fmt: skip
    assert article["km2"].tolist()[3:] == pytest.approx([float("nan"), 11500], nan_ok=True)
    assert readings(dataset, dataset.view(Filter(type=("call",)))).empty


def test_a_claim_that_no_longer_holds_its_figure_is_not_drawn(copy: Copy) -> None:
    for claim in ("share-of-azerbaijan-held-figures--2", "article-some-20-percent-claim--4"):
        copy.change("claims", claim, statement="The area was 113.62 percent or 13.625 of it.")
    copy.change("events", "share-of-azerbaijan-held-figures", note="")
    data = read_dataset(copy.folder)
    table = readings(data, data.view(Filter()))
    assert [label for label in table["label"] if "Waal" in label] == []
    assert len(table) == 6
    assert set(table["kind"]) == {"claim"}
