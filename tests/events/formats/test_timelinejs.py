"""TimelineJS: an end is a duration, what is not stated makes a date coarser, HTML becomes text."""

import json
from datetime import date, datetime

import pytest

from dashboard.events.dataset import Dataset
from dashboard.events.export.timelinejs import to_timelinejs
from dashboard.events.filters import Filter
from dashboard.events.formats import Choices, recognise, rows_of
from tests.events.formats.outcome import SAMPLES, Cells, Outcome, form_of, read

HEADER = [
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Type", "Group", "Background",
]  # fmt: skip
ROW: Cells = dict.fromkeys(HEADER) | {
    "Year": "2020",
    "Month": "9",
    "Day": "27",
    "Headline": "War <em>begins</em> &amp; spreads",
    "Text": "<p>First&nbsp;line.</p><p>5 &lt; 6 &amp;lt; 7</p>",
    "Media": "https://example.org/a.jpg",
    "Media Credit": "Agency <b>One</b>",
    "Media Caption": "A &quot;picture&quot;",
    "Group": "Battle",
}


def when(outcome: Outcome) -> list[tuple[str, ...]]:
    """First day, last day, extent and precision of each record, as text."""
    names = ("earliest", "latest", "extent", "precision")
    return [tuple(map(str, each)) for each in zip(*map(outcome.column, names), strict=True)]


def test_a_row_is_read_in_full() -> None:
    record = read("timelinejs", [ROW]).one
    assert record["title"] == "War begins & spreads"
    assert record["summary"] == "First line. 5 < 6 &lt; 7"
    assert (record["event_type"], record["url"]) == ("Battle", "https://example.org/a.jpg")
    assert (record["sources"], record["note"]) == (["Agency One"], 'A "picture"')
    assert (record["earliest"], record["precision"]) == (date(2020, 9, 27), "day")
    assert (record["actors"], record["place_precision"]) == ([], "none")


def test_what_is_not_stated_makes_the_date_coarser() -> None:
    rows = [
        ROW,
        ROW | {"Day": None},
        ROW | {"Day": None, "Month": None},
        ROW | {"Year": "480", "Month": "5.0", "Day": "1"},
    ]
    assert when(read("timelinejs", rows)) == [
        ("2020-09-27", "2020-09-27", "moment", "day"),
        ("2020-09-01", "2020-09-30", "moment", "month"),
        ("2020-01-01", "2020-12-31", "moment", "year"),
        ("0480-05-01", "0480-05-01", "moment", "day"),
    ]


def test_an_end_is_a_duration() -> None:
    end = {"End Year": "2020", "End Month": "11", "End Day": "10"}
    rows = [ROW | end, ROW | end | {"End Day": None}, ROW | {"End Year": "2021", "Day": None}]
    assert when(read("timelinejs", rows)) == [
        ("2020-09-27", "2020-11-10", "period", "days"),
        ("2020-09-27", "2020-11-30", "period", "month"),
        ("2020-09-01", "2021-12-31", "period", "year"),
    ]


def test_an_hour_belongs_to_a_day() -> None:
    times = ["22:05", "7:00 PM", "22", "soon", "INFINITY", None]
    outcome = read("timelinejs", [ROW | {"Time": time} for time in times])
    assert outcome.column("clock") == [
        datetime(2020, 9, 27, 22, 5), datetime(2020, 9, 27, 19), datetime(2020, 9, 27, 22),
        None, None, None,
    ]  # fmt: skip
    assert outcome.column("precision") == ["minute", "minute", "hour", "day", "day", "day"]
    assert [(line, column) for line, column, _ in outcome.repaired] == [(5, "Time"), (6, "Time")]
    monthly = read("timelinejs", [ROW | {"Time": "22:05", "Day": None}]).one
    assert (monthly["clock"], monthly["precision"]) == (None, "month")


def test_dates_that_cannot_be_are_rejected() -> None:
    wrong: list[Cells] = [
        {"Month": "13"},
        {"Month": None},
        {"Day": "31"},
        {"Year": "-500"},
        {"Year": "20201"},
        {"Year": "20201", "Month": None, "Day": None},
        {"Year": None},
        {"End Year": "2019"},
        {"Type": "title"},
    ]
    outcome = read("timelinejs", [ROW | change for change in wrong])
    assert sorted({line for line, *_ in outcome.rejected}) == list(range(2, 2 + len(wrong)))
    assert outcome.rejected[-1][1:] == ("Type", "the title of the timeline, which is no event")
    assert outcome.rejected[-2][1:] == ("End Year", "ends before it begins")


def test_an_era_is_a_period_with_a_name_and_a_date_may_be_missing() -> None:
    era = ROW | {"Type": "era", "Group": None, "End Year": "2021"}
    bare = dict.fromkeys(HEADER) | {"Text": "Only words. And more of them."}
    outcome = read("timelinejs", [era, bare, dict.fromkeys(HEADER) | {"Display Date": "one day"}])
    assert outcome.column("event_type") == ["Era", None, None]
    assert outcome.column("precision") == ["year", "unknown", "unknown"]
    assert outcome.column("date")[1:] == [None, "one day"]
    assert outcome.column("title")[1:] == ["Only words. And more of them.", "No title"]


def test_the_first_version_has_whole_dates() -> None:
    row = {"Start Date": "9/27/2020", "End Date": "11/10/2020", "Headline": "War", "Tag": "Battle"}
    assert form_of([row]) == "timelinejs"
    outcome = read("timelinejs", [row, row | {"End Date": None}], Choices(day_first=False))
    assert when(outcome) == [
        ("2020-09-27", "2020-11-10", "period", "days"),
        ("2020-09-27", "2020-09-27", "moment", "day"),
    ]
    assert outcome.column("event_type") == ["Battle", "Battle"]


def test_the_json_comes_as_rows_of_the_spreadsheet() -> None:
    slide = {
        "unique_id": "a",
        "start_date": {"year": 2020, "month": "9", "day": 27, "hour": 6, "minute": "5"},
        "text": {"headline": "War", "text": "<p>x</p>"},
        "media": {"url": "https://example.org", "credit": None},
        "background": {"color": "red"},
    }
    era = {"start_date": {"year": "1988"}, "end_date": {"year": "1994"}, "text": {"headline": "W"}}
    title = {"text": {"headline": "Not a record"}}
    form, rows = rows_of({"title": title, "events": [slide], "eras": [era]})
    assert form == "timelinejs"
    assert recognise(list(rows[0])) == "timelinejs"
    assert rows[0]["Time"] == "06:05"
    outcome = read(form, rows)
    assert outcome.column("event_id") == ["a", None]
    assert outcome.column("clock") == [datetime(2020, 9, 27, 6, 5), None]
    assert when(outcome)[1] == ("1988-01-01", "1994-12-31", "period", "year")
    assert outcome.column("date") == ["2020-09-27 06:05", "1988 to 1994"]


def test_our_own_export_comes_back_as_it_was(dataset: Dataset) -> None:
    view = dataset.view(Filter())
    form, rows = rows_of(json.loads(to_timelinejs(view, dataset)))
    outcome = read(form, rows)
    assert not outcome.rejected
    dated = view.events[view.events["earliest"].notna() | view.events["latest"].notna()]
    assert outcome.column("event_id") == list(dated["event_id"])
    assert outcome.column("title") == [" ".join(title.split()) for title in dated["title"]]
    days = dated[(dated["precision"] == "day") & (dated["extent"] == "moment")]
    found = {r["event_id"]: r["earliest"] for r in outcome.records.values()}
    assert {i: d.date() for i, d in days["earliest"].items()}.items() <= found.items()


def test_a_real_timeline_is_accepted_in_full() -> None:
    path = SAMPLES / "timelinejs_all-media-types.json"
    if not path.exists():
        pytest.skip("the real sample of TimelineJS is not at hand")
    form, rows = rows_of(json.loads(path.read_text("utf-8")))
    outcome = read(form, rows)
    assert (form, len(rows), len(outcome.records), outcome.rejected) == ("timelinejs", 41, 41, [])
    assert when(outcome)[0] == ("1901-01-01", "1901-12-31", "moment", "year")
    assert when(outcome)[3] == ("1904-06-01", "1904-06-30", "moment", "month")
    assert outcome.column("precision").count("month") == 8
    assert outcome.column("event_id")[-1] == "wikipedia-image-error"
    assert outcome.records[10]["url"] is None  # an embedded tweet is no address
    assert not any("<" in title for title in outcome.column("title"))
