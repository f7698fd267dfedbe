"""timemap: its table, its workbook with tabs, and the JSON and CSV of ukraine-timemap."""

from datetime import date, datetime

from dashboard.events.formats import Choices, join_tabs, rows_of
from tests.events.formats.outcome import Cells, form_of, read

EVENT = {
    "id": "e1",
    "date": "09/27/2020",
    "time": "06:30",
    "time_precision": "approximate",
    "location": "Talish",
    "latitude": "40.39",
    "longitude": "46.75",
    "description": "Shelling is filmed. More of it follows, " + "and more " * 10,
    "association1": "",
    "association2": "a2",
    "source1": "s1",
    "source2": "s9",
    "comments": "checked twice",
}
TABLED: Cells = dict(EVENT)
SOURCES = [
    {"id": "s1", "title": "Film of the shelling", "path1": "https://example.org/film"},
    {"id": "s2", "title": "Not named"},
]
ASSOCIATIONS = [{"id": "a2", "title": "Two", "filter_path0": "Weapon", "filter_path1": "Mortar"}]


def test_a_workbook_is_joined_and_read_in_full() -> None:
    tabs: dict[str, list[dict[str, str]]] = {
        "Export_Events ": [EVENT],
        "EXPORT_SOURCES": SOURCES,
        "EXPORT_ASSOCIATIONS": ASSOCIATIONS,
    }
    rows = join_tabs(tabs)
    assert rows is not None
    assert form_of(rows) == "timemap"
    record = read("timemap", rows).one
    assert (record["event_id"], record["clock"]) == ("e1", datetime(2020, 9, 27, 6, 30))
    assert (record["precision"], record["date"]) == ("minute", "09/27/2020 06:30")
    assert record["title"] == "Shelling is filmed."
    assert record["summary"] == EVENT["description"].strip()
    assert record["event_type"] == "Mortar"
    assert record["sources"] == ["Film of the shelling", "s9"]
    assert record["url"] == "https://example.org/film"
    assert (record["place_label"], record["place_precision"]) == ("Talish", "near")
    assert record["note"] == "Weapon=Mortar; checked twice"


def test_other_workbooks_are_left_alone_and_no_event_is_lost() -> None:
    assert join_tabs({"Sheet1": [EVENT]}) is None
    rows = join_tabs({"EXPORT_EVENTS": [EVENT, {}, EVENT]})
    assert rows is not None
    assert len(rows) == 3


def test_the_csv_of_ukraine_timemap() -> None:
    row = {
        "id": "CIV0001",
        "date": "02/24/2022",
        "latitude": "50.0",
        "longitude": "36.2",
        "location": "Kharkiv",
        "description": "A rocket hits a street",
        "sources": "https://t.me/a/1?x=1,2,https://example.org/2",
        "associations": "Type of area affected=Residential, commercial,Weapon System=Rocket",
    }
    assert form_of([row]) == "timemap"
    record = read("timemap", [row]).one
    assert record["sources"] == ["https://t.me/a/1?x=1,2", "https://example.org/2"]
    assert record["url"] == "https://t.me/a/1?x=1,2"
    assert record["event_type"] == "Residential, commercial"
    assert record["note"].endswith("; Weapon System=Rocket")


def test_the_json_of_ukraine_timemap() -> None:
    event = {
        "id": "CIV0001",
        "date": "02/24/2022",
        "latitude": "50.0",
        "longitude": "36.2",
        "location": "Kharkiv",
        "description": "A rocket hits a street",
        "sources": [{"id": "x", "path": "https://t.me/a/1", "description": "A post"}, {"id": "y"}],
        "filters": [{"key": "Weapon System", "value": "Rocket"}],
    }
    form, rows = rows_of([event])
    assert form == form_of(rows) == "timemap"
    record = read(form, rows).one
    assert (record["sources"], record["url"]) == (["A post", "y"], "https://t.me/a/1")
    assert record["event_type"] == "Rocket"
    assert record["earliest"] == date(2022, 2, 24)


def test_the_whole_json_of_an_instance_joins_ids() -> None:
    event = {"id": "1", "civId": "C1", "date": "02/24/2022", "description": "x", "latitude": "1",
             "longitude": "2", "sources": ["s"], "associations": ["a"]}  # fmt: skip
    sources = {"s": {"id": "s", "paths": ["https://example.org"], "title": ""}}
    associations = [{"id": "a", "title": "Fire", "mode": "CATEGORY"}]
    form, rows = rows_of({"events": [event], "sources": sources, "associations": associations})
    record = read(form, rows).one
    assert (form, record["sources"]) == ("timemap", ["https://example.org"])
    assert record["event_type"] == "Fire"


def test_a_date_or_a_place_is_enough_and_faults_are_listed() -> None:
    rows: list[Cells] = [
        TABLED | {"date": None},
        TABLED | {"latitude": None, "longitude": None, "time": "6"},
        TABLED | {"date": "27/09/2020"},
        TABLED | {"latitude": "n"},
        TABLED | {"time": "dawn"},
    ]
    outcome = read("timemap", rows, Choices(day_first=False))
    assert [(line, column) for line, column, _ in outcome.rejected] == [
        (4, "date"), (5, "latitude"),
    ]  # fmt: skip
    assert outcome.column("precision") == ["unknown", "hour", "day"]
    assert outcome.column("place_precision") == ["near", "none", "near"]
    assert [(line, column) for line, column, _ in outcome.repaired] == [(6, "time")]
