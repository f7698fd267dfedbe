"""Reading EDTF and saying it: every form in the data, doubt, open ends, and what is refused."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset
from dashboard.events.dates import UNKNOWN, read_date, say_day, say_range, say_span
from dashboard.events.faults import DateError

CASES = [  # EDTF, first day, last day, extent, precision, words
    ("1991", "1991-01-01", "1991-12-31", "moment", "year", "1991"),
    ("1991~", "1991-01-01", "1991-12-31", "moment", "year", "about 1991"),
    ("1991?", "1991-01-01", "1991-12-31", "moment", "year", "1991, year uncertain"),
    ("1991%", "1991-01-01", "1991-12-31", "moment", "year", "about 1991, year uncertain"),
    ("199X", "1990-01-01", "1999-12-31", "moment", "decade", "some time within 1990 – 1999"),
    ("2020-11", "2020-11-01", "2020-11-30", "moment", "month", "Nov 2020"),
    ("2020-02", "2020-02-01", "2020-02-29", "moment", "month", "Feb 2020"),
    ("2020-11-XX", "2020-11-01", "2020-11-30", "moment", "month", "Nov 2020"),
    ("2020-XX", "2020-01-01", "2020-12-31", "moment", "year", "2020"),
    ("2020-23", "2020-09-01", "2020-11-30", "moment", "month",
     "some time within Sep 2020 – Nov 2020"),
    ("2020-11-07", "2020-11-07", "2020-11-07", "moment", "day", "7 Nov 2020"),
    ("2020-11-07?", "2020-11-07", "2020-11-07", "moment", "day", "7 Nov 2020, day uncertain"),
    ("2020-11-07~", "2020-11-07", "2020-11-07", "moment", "day", "about 7 Nov 2020"),
    ("2020-10-18T00:00:00+04:00", "2020-10-18", "2020-10-18", "moment", "minute",
     "18 Oct 2020, 00:00 local time"),
    ("[1993-04-02..1993-04-03]", "1993-04-02", "1993-04-03", "moment", "days", "2 or 3 Apr 1993"),
    ("[1993-10-28..1993-10-30]", "1993-10-28", "1993-10-30", "moment", "days",
     "some day within 28–30 Oct 1993"),
    ("[1993-04-30,1993-05-01]", "1993-04-30", "1993-05-01", "moment", "days",
     "some day within 30 Apr – 1 May 1993"),
    ("[1992,1994]", "1992-01-01", "1994-12-31", "moment", "year",
     "some time within 1992 – 1994"),
    ("[..1993-04-03]", "", "1993-04-03", "moment", "days", "some time up to 3 Apr 1993"),
    ("[1993-04..]", "1993-04-01", "", "moment", "month", "some time from Apr 1993 on"),
    ("2020-09-27/2020-11-10", "2020-09-27", "2020-11-10", "period", "days", "27 Sep – 10 Nov 2020"),
    ("2020-09-27/2020-09-28", "2020-09-27", "2020-09-28", "period", "days", "27–28 Sep 2020"),
    ("1994-05/2020-09", "1994-05-01", "2020-09-30", "period", "month", "May 1994 – Sep 2020"),
    ("1991/2020-11-07", "1991-01-01", "2020-11-07", "period", "year", "1991 – 7 Nov 2020"),
    ("1991~/2020-11-07", "1991-01-01", "2020-11-07", "period", "year", "about 1991 – 7 Nov 2020"),
    ("1991/2020-11-07~", "1991-01-01", "2020-11-07", "period", "year", "1991 – about 7 Nov 2020"),
    ("2020-11-07/2021", "2020-11-07", "2021-12-31", "period", "year", "7 Nov 2020 – 2021"),
    ("2020-08-31/2020-09", "2020-08-31", "2020-09-30", "period", "month", "31 Aug 2020 – Sep 2020"),
    ("1993-08-23?/1993-08-24", "1993-08-23", "1993-08-24", "period", "days",
     "23 Aug 1993, day uncertain – 24 Aug 1993"),
    ("../2020-11-07", "", "2020-11-07", "period", "days", "until 7 Nov 2020, start not stated"),
    ("../2020-11", "", "2020-11-30", "period", "month", "until Nov 2020, start not stated"),
    ("2020-09-28/..", "2020-09-28", "", "period", "days", "since 28 Sep 2020, end not stated"),
    ("1993/..", "1993-01-01", "", "period", "year", "since 1993, end not stated"),
    ("/2020", "", "2020-12-31", "period", "year", "until 2020, start not stated"),
    ("../..", "", "", "period", "unknown", "date not known"),
    ("XXXX", "", "", "moment", "unknown", "date not known"),
    ("", "", "", "moment", "unknown", "date not known"),
]  # fmt: skip
NOT_EDTF = [
    "27 Sep 2020", "2020-9-27", "2020-13", "2020-02-30", "19920508", "unknown", "..", "/", "[]",
    "{1993-04-02..1993-04-03}", "{1991,1992}", " 2020", "2020-11-07 ", "2020-10-10T12:00",
    "2020-10-10T24:00:00", "2020-10-10T25:00:00+04:00", "Y17000", "-0100", "0000",
]  # fmt: skip
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(("text", "first", "last", "extent", "precision", "words"), CASES)
def test_read_and_said(
    text: str, first: str, last: str, extent: str, precision: str, words: str
) -> None:
    span = read_date(text)
    found = (str(span.earliest or ""), str(span.latest or ""), span.extent, span.precision)
    assert found == (first, last, extent, precision)
    assert say_span(span) == words
    assert (span.approximate, span.uncertain) == (
        any(c in text for c in "~%"),
        any(c in text for c in "?%"),
    )


def form(text: str) -> str:
    """The shape of a date: digits as 0, months and days alike."""
    return "".join("0" if c.isdigit() else c for c in text)


def test_every_form_in_the_data_is_a_case(dataset: Dataset) -> None:
    tables = dataset.tables
    used = {
        *tables.events["date"], *tables.events["said"], *tables.claims["said"],
        *tables.claims["event_date"], *tables.sources["date"],
    }  # fmt: skip
    assert {form(t) for t in used} - {form(case[0]) for case in CASES} == set()


@pytest.mark.parametrize("text", NOT_EDTF)
def test_refused(text: str) -> None:
    with pytest.raises(DateError) as error:
        read_date(text)
    assert repr(text) in str(error.value)
    assert error.value.allowed.startswith("a date in EDTF, such as")


def test_a_time_in_utc_is_refused_because_days_are_local() -> None:
    with pytest.raises(DateError, match="a local time with its offset"):
        read_date("2020-10-17T20:00:00Z")


def test_an_offset_is_not_converted() -> None:
    span = read_date("2020-10-18T00:00:00+04:00")  # still 17 October in UTC
    assert span.clock == datetime(2020, 10, 18, 0, 0)
    assert span.earliest == span.latest == date(2020, 10, 18)


def test_no_time_means_no_clock() -> None:
    assert read_date("2020-10-18").clock is None
    assert read_date("") == UNKNOWN


@given(days, days)
@settings(deadline=None, max_examples=60)
def test_an_interval_of_days_keeps_its_ends(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    span = read_date(f"{first}/{last}")
    assert (span.earliest, span.latest, span.extent) == (first, last, "period")
    if first != last:
        with pytest.raises(DateError, match="does not end before it begins"):
            read_date(f"{last}/{first}")


@given(days, st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?", "%"]))
@settings(deadline=None, max_examples=60)
def test_a_date_lies_within_its_span(day: date, length: int, doubt: str) -> None:
    span = read_date(f"{str(day)[:length]}{doubt}")
    assert span.earliest and span.latest
    assert span.earliest <= day <= span.latest
    assert span.precision == {4: "year", 7: "month", 10: "day"}[length]


@given(st.text("0123456789-/.~?%X[]{},TZ:+ ", max_size=24))
@settings(deadline=None, max_examples=150)
def test_any_text_is_a_span_in_order_or_an_error(text: str) -> None:
    try:
        span = read_date(text)
    except ValueError as error:
        assert isinstance(error, DateError)
        assert error.text == text
        return
    if span.earliest and span.latest:
        assert span.earliest <= span.latest


def test_days_and_ranges_in_words() -> None:
    assert say_day(date(2020, 9, 27)) == "27 Sep 2020"
    assert say_day(date(2020, 9, 27), year=False) == "27 Sep"
    assert say_range(date(2020, 11, 7), date(2020, 11, 7)) == "7 Nov 2020"
    assert say_range(date(2020, 11, 7), date(2020, 11, 9)) == "7–9 Nov 2020"
    assert say_range(date(2019, 9, 27), date(2020, 11, 10)) == "27 Sep 2019 – 10 Nov 2020"
    assert say_range(date(1991, 1, 1), date(1991, 12, 31)) == "1991"
    assert say_range(date(1988, 1, 1), date(1994, 12, 31)) == "1988 – 1994"
