"""Headings by year: no more precise than a date is known."""

import pandas as pd
import pytest

from dashboard.events.precision import say_precision
from dashboard.figures.chronology.periods import by_period, start_of


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("2020-09-27", "2020"),
        ("1991/2020-11-07", "1991"),
        ("1991~", "1991"),
        ("199X", "1990 – 1999"),
        ("2019-12-30/2020-01-02", "2019"),
        ("[2019-12-31,2020-01-01]", "2019 – 2020"),
        ("2020-09-28/..", "2020"),
        ("../2020-11-07", "Start not stated"),
        ("/2020-11-07", "Start not stated"),
        ("", "Date not known"),
        ("XXXX", "Date not known"),
        ("../..", "Date not known"),
    ],
)
def test_start(text: str, heading: str) -> None:
    assert start_of(text) == heading


def test_no_start_comes_first_and_no_date_last() -> None:
    dates = ["", "../2020", "1991", "1991-05", "2020-09-27"]
    events = pd.DataFrame({"event_id": list("abcde"), "date": dates})
    assert by_period(events) == [
        ("Start not stated", ["b"]),
        ("1991", ["c", "d"]),
        ("2020", ["e"]),
        ("Date not known", ["a"]),
    ]


def test_precision_in_words() -> None:
    assert say_precision("day", "moment") == "dated to the day"
    assert say_precision("month", "moment") == "dated to the month, some time within"
    assert say_precision("year", "period") == "dated to the year, throughout"
    assert say_precision("unknown", "moment") == "date not known"
