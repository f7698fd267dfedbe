"""A filter and its result in words."""

from datetime import date

import pandas as pd
import pytest

from dashboard.events.filters import Filter
from dashboard.events.words import count_off_map, join_or, say_count, say_filter, say_period

NAMES = {
    "actor": {"armenia": "Armenia", "azerbaijan": "Azerbaijan", "turkey": "Turkey"},
    "type": {"strike": "Strike"},
    "speaker": {"un": "United Nations"},
}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Filter(), ["all records"]),
        (Filter(event="marked"), ["all records"]),
        (Filter(actor=("armenia", "azerbaijan")), ["Armenia or Azerbaijan"]),
        (Filter(actor=("armenia", "azerbaijan", "turkey")), ["Armenia, Azerbaijan or Turkey"]),
        (Filter(actor=("unlisted",)), ["unlisted"]),
        (Filter(type=("strike",), speaker=("un",)), ["Strike", "told by United Nations"]),
        (Filter(layer=("article",)), ["said in the article"]),
        (Filter(layer=("context",)), ["context only"]),
        (Filter(contested="yes"), ["contested"]),
        (Filter(contested="no", q="Şuşa"), ["not contested", "text “Şuşa”"]),
        (
            Filter(since=date(2020, 9, 27), until=date(2020, 11, 10), actor=("turkey",)),
            ["Turkey", "27 Sep – 10 Nov 2020"],
        ),
    ],
)
def test_filter_in_words(value: Filter, words: list[str]) -> None:
    assert say_filter(value, NAMES) == words


def test_period_in_words() -> None:
    assert say_period(Filter()) == "all dates"
    assert say_period(Filter(since=date(1991, 1, 1), until=date(1991, 12, 31))) == "1991"
    assert say_period(Filter(since=date(2020, 11, 7))) == "from 7 Nov 2020"
    assert say_period(Filter(until=date(2020, 11, 7))) == "until 7 Nov 2020"


def test_counts_in_words() -> None:
    assert say_count(41, 75, 3) == ["41 of 75 records", "3 not on the map"]
    assert say_count(0, 75, 0) == ["0 of 75 records"]
    assert join_or(["a"]) == "a"


def test_a_record_is_off_the_map_when_none_of_its_places_is_drawn() -> None:
    events = pd.DataFrame({"event_id": ["a", "b", "c"]})
    drawable = pd.DataFrame({"event_id": ["a", "a", "c"]})
    assert count_off_map(events, drawable) == 1
