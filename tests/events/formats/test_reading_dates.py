"""Dates read in SQL: as EDTF says, as people write them, and in which order they put the day."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.dates import read_date
from dashboard.events.faults import DateError
from dashboard.events.formats import date_columns, day_month_order, day_month_question
from dashboard.events.formats.written import Written
from tests.events.formats.outcome import Row, raw_table

Span = tuple[date | None, date | None, str | None, str, datetime | None]
FIELDS = ("first", "last", "precision", "extent", "clock")


def spans(texts: Sequence[str], day_first: bool | None = None) -> list[Span]:
    """The five properties of each date, in the order of the texts."""
    written = Written('"d"', day_first)
    columns = ", ".join(f"({written.span}).{name}" for name in FIELDS)
    with raw_table([{"d": text} for text in texts]) as raw:
        return raw.execute(f"SELECT {columns} FROM raw ORDER BY line").fetchall()


def days(texts: Sequence[str], day_first: bool | None = None) -> list[date | None]:
    """First days, and None where a date is not read."""
    return [first if precision else None for first, _, precision, *_ in spans(texts, day_first)]


def asked(rows: Sequence[Row], columns: Sequence[str]) -> tuple[bool, bool | None]:
    """Whether the order of day and month must be said, and the order that the dates settle."""
    query = f"SELECT {day_month_question(columns)}, {day_month_order(columns)} FROM raw"
    with raw_table(rows) as raw:
        question, order = raw.execute(query).fetchall()[0]
    return question, order


def test_edtf_is_read_as_elsewhere() -> None:
    texts = [
        "1991", "1991~", "1993-04", "1993-04?", "199X", "19XX", "XXXX", "2020-09-27", "0480",
        "2020-09-27T22:00:00+04:00", "2020-11-10T00:00:00+04:00", "1993-04-02/1993-04-03",
        "../2020-11-07", "2020-09-27/..", "2020-09-27/", "1991/2020-11-07", "1991~/1994",
        "[2020-09-27..2020-09-30]", "[2020-09-27,2020-09-28]", "[..2020-11-07]", "1993-04-XX",
        "1993-XX-XX", "[1991,1992,1994..1996]",
    ]  # fmt: skip
    for text, span in zip(texts, spans(texts), strict=True):
        want = read_date(text)
        assert span == (want.earliest, want.latest, want.precision, want.extent, want.clock), text


def test_what_is_no_date_is_not_read() -> None:
    texts = [
        "0000", "2020-13", "2020-02-30", "2020-09-27/2020-13-01", "2020-09-27garbage", "soon",
        "2020-09-27 25:00", "80001", "99999999", "13/13/2020", "31/12/0000", "7/11-2020",
        "07/11/20", "2020-09-27 to 2020-09-30", "infinity", "-2020", "10000-01-01",
    ]  # fmt: skip
    assert [precision for _, _, precision, *_ in spans(texts)] == [None] * len(texts)


def test_days_as_exports_and_people_write_them() -> None:
    texts = [
        "2020-11-07", "2020-11-07 00:00:00.000", "2020-11-07T00:00:00", "2020-11-07T00:00:00Z",
        "20201107", "07 November 2020", "7-Nov-20", "7 nov 2020", "November 7, 2020",
        "Nov 7 2020", "2020/11/07", "2020-11-7", "44142", "44142.0", "44142.75", "07/11/2020",
        "07.11.2020", "07-11-2020 00:00",
    ]  # fmt: skip
    assert days(texts, day_first=True) == [date(2020, 11, 7)] * len(texts)
    assert spans(texts, day_first=True)[0][2:] == ("day", "moment", None)
    assert days(["27-Sep-88", "1-Jan-69"]) == [date(1988, 9, 27), date(1969, 1, 1)]


def test_months_are_months() -> None:
    texts = ["November 2020", "Nov 2020", "11/2020", "2020-11"]
    whole = (date(2020, 11, 1), date(2020, 11, 30), "month", "moment", None)
    assert spans(texts) == [whole] * len(texts)


def test_an_hour_is_kept_and_midnight_behind_a_day_is_none() -> None:
    texts = ["2020-11-07 22:05", "2020-11-07T22:05:00.000+04:00", "7 Nov 2020 10:05 PM"]
    (clock,) = {clock for *_, clock in spans(texts)}
    assert clock == datetime(2020, 11, 7, 22, 5)
    assert {precision for _, _, precision, *_ in spans(texts)} == {"minute"}


def test_an_hour_in_utc_leaves_two_days_open() -> None:
    texts = ["2020-11-07T22:05:00Z", "2020-11-07 22:05 GMT", "2020-11-07T22:05:00+00:00"]
    two = (date(2020, 11, 7), date(2020, 11, 8), "days", "moment", None)
    assert spans(texts) == [two] * 3
    assert spans(["2020-11-07T00:00:00+00:00"])[0][2] == "day"


@pytest.mark.parametrize("text", ["", "Unknown", "n/a", "nan", "-"])
def test_missing_dates_are_unknown(text: str) -> None:
    assert spans([text]) == [(None, None, "unknown", "moment", None)]


def test_without_an_order_only_what_reads_one_way_is_read() -> None:
    texts = ["13/11/2020", "11/13/2020", "07/07/2020", "07/11/2020"]
    assert days(texts) == [date(2020, 11, 13), date(2020, 11, 13), date(2020, 7, 7), None]
    assert days(texts, day_first=True)[1:] == [None, date(2020, 7, 7), date(2020, 11, 7)]
    assert days(texts, day_first=False)[0] is None
    assert days(texts, day_first=False)[3] == date(2020, 7, 11)


@pytest.mark.parametrize(
    ("texts", "question", "order"),
    [
        (["07/11/2020", "08.11.2020"], True, None),
        (["07/11/2020", "13/11/2020"], False, True),
        (["07-11-2020 10:00", "11-13-2020"], False, False),
        (["13/11/2020", "11/13/2020"], True, None),
        (["13/11/2020"], False, True),
        (["07/07/2020"], False, None),
        (["2020-11-07", "7-Nov-20", "", "99/99/2020"], False, None),
        ([], False, None),
    ],
)
def test_the_order_is_asked_for_only_where_no_date_settles_it(
    texts: list[str], question: bool, order: bool | None
) -> None:
    rows: list[Row] = [{"d": text, "e": ""} for text in texts]
    assert asked(rows or [{"d": "", "e": ""}], ["d", "e"]) == (question, order)


def test_one_column_settles_the_order_for_the_other() -> None:
    rows: list[Row] = [{"d": "07/11/2020", "e": "13/11/2020"}]
    assert asked(rows, ["d"]) == (True, None)
    assert asked(rows, ["d", "e"]) == (False, True)
    assert asked(rows, []) == (False, None)


def test_the_columns_with_dates_are_named_as_the_file_names_them() -> None:
    assert date_columns("ged", ["ID", "Date_Start", "date_end"]) == ("Date_Start", "date_end")
    assert date_columns("acled", ["actor1"]) == ()
    assert date_columns("columns", ["when", "until"], {"date": "when", "title": "until"}) == (
        "when",
    )
    assert date_columns("columns", ["Event date", "End"]) == ("Event date", "End")


days_st = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)).map(date.isoformat)
ends = st.one_of(days_st, days_st.map(lambda d: d[:7]), days_st.map(lambda d: d[:4]))
dates_st = st.one_of(
    ends,
    st.tuples(ends, st.sampled_from("~?%")).map("".join),
    st.tuples(ends, ends).map("/".join),
    ends.map(lambda d: f"../{d}"),
    st.tuples(days_st, days_st).map(lambda p: f"[{min(p)}..{max(p)}]"),
    st.text(alphabet="0123456789-/.XT:~ ", max_size=12),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(dates_st, min_size=20, max_size=40))
def test_it_agrees_with_the_reader_of_the_data_package(texts: list[str]) -> None:
    for text, span in zip(texts, spans(texts), strict=True):
        try:
            want = read_date(text)
        except DateError:
            continue  # the SQL also reads what is no EDTF
        if span[2] is not None and (want.earliest or want.latest):
            assert span[:4] == (want.earliest, want.latest, want.precision, want.extent), text
