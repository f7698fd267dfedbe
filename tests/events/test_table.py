"""The event table: order, places as precisely as they are known, both names, and the search."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset
from dashboard.events.table import event_table, fold, locations, on_map
from dashboard.events.tables import Tables


def changed(tables: Tables, event_id: str, **cells: str) -> pd.DataFrame:
    """The event table of one record with some of its cells replaced."""
    events = tables.events[tables.events["event_id"] == event_id].assign(**cells)
    return event_table(replace(tables, events=events))


def test_one_row_an_event_and_all_columns_have_their_value(dataset: Dataset) -> None:
    events = dataset.events
    assert sorted(events["event_id"]) == sorted(dataset.tables.events["event_id"])
    row = events.loc["first-truce-2020-10-10"]
    assert (row["precision"], row["extent"], row["clock"]) == (
        "minute", "moment", pd.Timestamp("2020-10-10 12:00"),
    )  # fmt: skip
    assert row["earliest"] == row["latest"] == pd.Timestamp("2020-10-10")
    assert row["date_label"] == "10 Oct 2020, 12:00 local time"
    assert row["url"].startswith("http")
    assert pd.isna(row["deaths_best"])  # unknown, not 0


def test_an_open_start_comes_first_then_days_then_hours_within_a_day(dataset: Dataset) -> None:
    events = dataset.events
    first = events.iloc[0]
    assert first["event_id"] == "article-turkey-supports-azerbaijan"
    assert pd.isna(first["earliest"])
    assert first["latest"] == pd.Timestamp("2020-11-07")
    assert events["earliest"].iloc[1:].is_monotonic_increasing
    day = list(events.index[events["earliest"] == pd.Timestamp("2020-10-10")])
    assert day.index("first-truce-2020-10-10") < day.index("first-truce-breaches-2020-10-10")


def test_an_undated_record_has_no_day_and_says_so(dataset: Dataset) -> None:
    row = changed(dataset.tables, "shusha-taken-1992", date="XXXX").iloc[0]
    assert pd.isna(row["earliest"])
    assert pd.isna(row["latest"])
    assert (row["precision"], row["date_label"]) == ("unknown", "date not known")


def test_days_far_away_are_kept(dataset: Dataset) -> None:
    row = changed(dataset.tables, "shusha-taken-1992", date="0001/9999").iloc[0]
    assert (row["earliest"].year, row["latest"].year) == (1, 9999)


def test_a_region_is_said_to_be_one(dataset: Dataset) -> None:
    row = dataset.events.loc["first-truce-2020-10-10"]
    assert row["places"][0] == "nk"
    assert row["place_precision"] == "region"
    assert row["place_label"] == "Nagorno-Karabakh (Dağlıq Qarabağ / Artsakh)"


def test_a_record_without_a_place_has_no_coordinates(dataset: Dataset) -> None:
    events = changed(dataset.tables, "shusha-taken-1992", places="")
    row = events.iloc[0]
    assert (row["place_label"], row["place_precision"], row["places"]) == ("", "none", ())
    assert pd.isna(row["latitude"])
    assert locations(events, dataset.tables.places).empty


def test_a_record_is_contested_if_any_claim_is(dataset: Dataset) -> None:
    claims = dataset.tables.claims
    contested = set(claims.loc[claims["contested"] == "yes", "event_id"])
    assert set(dataset.events.index[dataset.events["contested"]]) == contested
    assert 0 < len(contested) < len(dataset.events)


def test_sides_and_speakers_are_those_of_the_claims_in_order(dataset: Dataset) -> None:
    claims = dataset.tables.claims
    mine = claims[claims["event_id"] == "shusha-taken-1992"]
    row = dataset.events.loc["shusha-taken-1992"]
    assert row["sides"] == tuple(dict.fromkeys(mine["side"]))
    assert row["speakers"] == tuple(dict.fromkeys(mine["speaker"]))
    assert dataset.events.loc["erdogan-putin-call-2020-11-07", "actor_sides"] == (
        "turkey",
        "russia",
    )


def test_unknown_ids_and_bad_dates_raise(dataset: Dataset) -> None:
    with pytest.raises(ValueError, match="last spring"):
        changed(dataset.tables, "shusha-taken-1992", date="last spring")
    with pytest.raises(KeyError, match="atlantis"):
        changed(dataset.tables, "shusha-taken-1992", places="atlantis")


def test_locations_carry_both_names_and_the_order_of_the_record(dataset: Dataset) -> None:
    rows = dataset.locations[dataset.locations["event_id"] == "article-attacks-on-civilians-claim"]
    assert list(rows["place_id"]) == ["ganja", "barda", "tartar"]
    assert list(rows["rank"]) == [0, 1, 2]
    assert rows["name_az"].tolist() == ["Gəncə", "Bərdə", "Tərtər"]
    assert rows["name_hy"].iloc[0] == "Գանձակ (Gandzak)"
    assert rows["latitude"].iloc[0] == pytest.approx(40.6816)


def test_on_the_map_is_what_has_a_point_or_a_boundary() -> None:
    nan = float("nan")
    places = pd.DataFrame(
        [
            (40.0, 47.0, "exact", "", True),
            (nan, nan, "district", "AZ-BAR", True),
            (40.0, 47.0, "province", "", True),
            (40.0, 47.0, "none", "", False),
            (40.0, nan, "exact", "", False),
            (nan, nan, "exact", "", False),
        ],
        columns=["latitude", "longitude", "place_precision", "area", "drawn"],
    )
    assert on_map(places).tolist() == places["drawn"].tolist()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Şuşa", "susa"), ("Ağdam", "agdam"), ("Gəncə", "gence"), ("ƏLİYEV", "eliyev"),
        ("Dağlıq Qarabağ", "dagliq qarabag"), ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"),
        ("Erdoğan", "erdogan"), ("ՇՈՒՇԻ", "շուշի"), ("Москва", "москва"), ("ℌ", "h"), ("", ""),
    ],
)  # fmt: skip
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_and_case_does_not_matter(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_words_of_a_record_hold_its_claims_speakers_and_places(dataset: Dataset) -> None:
    words = dataset.events.loc["shusha-taken-1992", "words"]
    claim = dataset.tables.claims.set_index("claim_id").loc["shusha-taken-1992--1"]
    for text in (claim["statement"], dataset.actors.name[claim["speaker"]], "Şuşa", "Շուշի"):
        assert fold(text) in words
