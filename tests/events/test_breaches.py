"""Accounts of breaches, against times read off the tables by hand.

From events.csv (hours of effect) and claims.csv (claims of the records of breaches): local time is
UTC+4. Azerbaijan says "after 12:00" of the first truce and gives no minute.
"""

import pandas as pd
import pytest

from dashboard.events.breaches import (
    breaches,
    broker_words,
    in_utc,
    of_all_truces,
    told_in_view,
    told_truces,
)
from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from tests.data_copy import Copy

FIRST, SECOND, THIRD = "first-truce-2020-10-10", "second-truce-2020-10-18", "third-truce-2020-10-26"
# truce, side, speaker, source, local, UTC, minutes after the start, only the earliest hour
BY_HAND = [
    (FIRST, "azerbaijan", "azerbaijani-defence-ministry", "hurriyet-1010",
     "2020-10-10 12:00", "2020-10-10 08:00", 0, True),
    (FIRST, "armenia", "shushan-stepanyan", "amn-1010",
     "2020-10-10 12:05", "2020-10-10 08:05", 5, False),
    (FIRST, "armenia", "armenian-defence-ministry", "rt-1010", None, None, None, False),
    (SECOND, "azerbaijan", "azerbaijani-foreign-ministry", "azernews-1019",
     "2020-10-18 00:02", "2020-10-17 20:02", 2, False),
    (SECOND, "armenia", "shushan-stepanyan", "armenpress-1018",
     "2020-10-18 00:04", "2020-10-17 20:04", 4, False),
    (THIRD, "azerbaijan", "azerbaijani-defence-ministry", "today-1026",
     "2020-10-26 08:05", "2020-10-26 04:05", 5, False),
    (THIRD, "armenia", "shushan-stepanyan", "armenpress-1026",
     "2020-10-26 08:45", "2020-10-26 04:45", 45, False),
    (THIRD, "karabakh_armenians", "karabakh-defence-ministry", "jam-1026", None, None, None, False),
]  # fmt: skip
STARTS = {
    FIRST: ("2020-10-10 12:00", "2020-10-10 08:00"),
    SECOND: ("2020-10-18 00:00", "2020-10-17 20:00"),
    THIRD: ("2020-10-26 08:00", "2020-10-26 04:00"),
}


def at(text: str | None) -> pd.Timestamp | None:
    return pd.Timestamp(text) if text else None


def known(value: object) -> object:
    return None if pd.isna(value) else value


@pytest.fixture(scope="module")
def table(dataset: Dataset) -> pd.DataFrame:
    return breaches(dataset.events, dataset.tables.claims)


def test_accounts_are_those_counted_by_hand(table: pd.DataFrame) -> None:
    columns = ["truce", "side", "speaker", "source_id", "local", "utc", "minutes", "at_earliest"]
    found = [tuple(map(known, row)) for row in table[columns].itertuples(index=False)]
    assert found == [(*row[:4], at(row[4]), at(row[5]), *row[6:]) for row in BY_HAND]
    assert table["contested"].all()
    assert table["claim_id"].is_unique


def test_starts_are_those_of_the_records_on_both_clocks(
    dataset: Dataset, table: pd.DataFrame
) -> None:
    truces = told_truces(dataset.events, table)
    found = {row.event_id: (row.local, row.utc) for row in truces.itertuples()}
    assert found == {key: (at(local), at(utc)) for key, (local, utc) in STARTS.items()}


@pytest.mark.parametrize(
    ("value", "truces", "accounts"),
    [
        (Filter(), [FIRST, SECOND, THIRD], 8),
        (Filter(type=("ceasefire",)), [FIRST, SECOND, THIRD], 8),
        (Filter(type=("breach",)), [FIRST, SECOND, THIRD], 8),
        (Filter(since=pd.Timestamp("2020-10-18").date(),
                until=pd.Timestamp("2020-10-18").date()), [SECOND], 2),
        (Filter(actor=("united-states",), type=("ceasefire",)), [SECOND, THIRD], 5),
        (Filter(speaker=("karabakh_armenians",), type=("breach",)), [THIRD], 3),
        (Filter(type=("resolution",)), [], 0),
    ],
    ids=str,
)  # fmt: skip
def test_a_truce_is_shown_whole_or_not_at_all(
    dataset: Dataset, value: Filter, truces: list[str], accounts: int
) -> None:
    events = dataset.view(value).events
    shown, told = told_in_view(events, dataset.events, dataset.tables.claims)
    assert list(shown["event_id"]) == truces
    assert len(told) == accounts


def test_the_article_speaks_of_all_truces_in_one_claim(dataset: Dataset) -> None:
    said = of_all_truces(dataset.events, dataset.tables.claims)
    assert list(said["claim_id"]) == ["article-three-truces-violated-claim--1"]
    assert list(said["speaker"]) == ["trt-world"]
    context = dataset.view(Filter(layer=("context",))).events
    assert of_all_truces(context, dataset.tables.claims).empty


def test_who_brokered_it_comes_from_the_notes(dataset: Dataset) -> None:
    notes = dataset.events["note"]
    assert broker_words(notes[FIRST]) == "Broker: Russia."
    assert broker_words(notes[THIRD]) == "Broker: United States."
    second = broker_words(notes[SECOND])
    assert second.startswith("Who brokered it is told differently:")
    assert "Paris" in second and "Russia" in second
    assert broker_words("Agreed in Moscow. The ministers met.") == broker_words("") == ""


def test_a_claim_that_changes_moves_its_account(copy: Copy) -> None:
    from dashboard.events.dataset import read_dataset

    claim = "third-truce-breaches-2020-10-26--3"
    copy.change("claims", claim, event_date="2020-10-26T07:58:00+04:00")
    copy.change("claims", "first-truce-breaches-2020-10-10--2", statement="Shelled at 12:00.")
    data = read_dataset(copy.folder)
    table = breaches(data.events, data.tables.claims).set_index("claim_id")
    assert table.loc[claim, "minutes"] == -2
    assert not table.loc["first-truce-breaches-2020-10-10--2", "at_earliest"]
    third = table[table["truce"] == THIRD]
    assert list(third["side"]) == ["armenia", "azerbaijan", "karabakh_armenians"]


def test_without_an_hour_of_effect_there_is_no_truce(copy: Copy) -> None:
    from dashboard.events.dataset import read_dataset

    for truce in STARTS:
        copy.change("events", truce, date=STARTS[truce][0][:10])
    data = read_dataset(copy.folder)
    table = breaches(data.events, data.tables.claims)
    assert table.empty
    assert told_truces(data.events, table).empty
    assert list(table.columns) == list(breaches(data.events.iloc[:0], data.tables.claims).columns)


def test_a_time_without_offset_has_no_utc() -> None:
    assert in_utc("2020-10-18T00:02:00+04:00") == pd.Timestamp("2020-10-17 20:02")
    assert in_utc("2020-10-18T00:02:00") is None
    assert in_utc("2020-10-18") is None
    assert in_utc("") is None


def test_minutes_cross_offsets_by_utc() -> None:
    """Start in Baku, account in Moscow time: by the clock alone it would be 57 minutes before."""
    start = "2020-10-10T12:00:00+04:00"
    columns = ["event_id", "title", "event_type", "clock", "about", "date", "note", "actors"]
    events = pd.DataFrame(
        [
            ("t", "T", "ceasefire", at("2020-10-10 12:00"), "", start, "", ()),
            ("b", "B", "breach", pd.NaT, "t", "2020-10-10", "", ()),
        ],
        columns=columns,
    )  # fmt: skip
    claim = {"claim_id": "b--1", "event_id": "b", "side": "russia", "speaker": "x",
             "statement": "fired", "source_id": "s", "contested": "no",
             "event_date": "2020-10-10T11:03:00+03:00"}  # fmt: skip
    (row,) = breaches(events, pd.DataFrame([claim])).to_dict("records")
    assert row["minutes"] == 3
    without = claim | {"event_date": "2020-10-10T12:04:00"}
    (row,) = breaches(events, pd.DataFrame([without])).to_dict("records")
    assert row["minutes"] == 4 and pd.isna(row["utc"])
