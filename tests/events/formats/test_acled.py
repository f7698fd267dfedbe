"""ACLED: every export since 2019, with its precisions, lists and traps. The rows are made up."""

from datetime import date

from dashboard.events.formats import FORMS, Choices, recognise
from tests.events.formats.outcome import SAMPLES, Cells, form_of, read

ROW: Cells = {
    "event_id_cnty": "AZE9999",
    "event_date": "2020-09-27",
    "year": "2020",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Force One",
    "assoc_actor_1": "Ally One; Ally Two",
    "inter1": "State forces",
    "actor2": "Force Two",
    "assoc_actor_2": None,
    "inter2": "2",
    "country": "Azerbaijan",
    "admin1": "Tartar",
    "location": "Talish",
    "latitude": "40.39",
    "longitude": "46.75",
    "geo_precision": "1",
    "source": "Paper One; Agency Two; Paper One",
    "source_scale": "National",
    "notes": "A clash is reported.",
    "fatalities": "0",
    "tags": None,
}


def test_a_row_is_read_in_full() -> None:
    record = read("acled", [ROW]).one
    assert record["event_id"] == "AZE9999"
    assert (record["earliest"], record["latest"]) == (date(2020, 9, 27), date(2020, 9, 27))
    assert (record["extent"], record["precision"], record["date"]) == (
        "moment",
        "day",
        "2020-09-27",
    )
    assert record["event_type"] == "Battles"
    assert record["title"] == "Force One - Force Two: armed clash, Talish"
    assert record["summary"] == "A clash is reported."
    assert record["actors"] == ["Force One", "Ally One", "Ally Two", "Force Two"]
    assert record["sources"] == ["Paper One", "Agency Two"]
    assert (record["place_label"], record["country"]) == ("Talish", "Azerbaijan")
    assert (record["latitude"], record["longitude"]) == (40.39, 46.75)
    assert (record["place_precision"], record["radius_km"]) == ("exact", None)
    assert [record[f"deaths_{k}"] for k in ("low", "best", "high")] == [None, 0, None]
    assert record["note"] == "Armed clash; sources: National; Tartar"


def test_time_precision_widens_the_day() -> None:
    outcome = read("acled", [ROW | {"time_precision": code} for code in ("1", "2", "3")])
    assert not outcome.repaired
    found = zip(*map(outcome.column, ("earliest", "latest", "precision")), strict=True)
    assert [(str(a), str(b), word) for a, b, word in found] == [
        ("2020-09-27", "2020-09-27", "day"),
        ("2020-09-24", "2020-09-30", "week"),
        ("2020-09-01", "2020-09-30", "month"),
    ]
    assert set(outcome.column("extent")) == {"moment"}


def test_a_province_is_never_a_point() -> None:
    outcome = read("acled", [ROW | {"geo_precision": code} for code in ("1", "2", "3")])
    assert outcome.column("place_precision") == ["exact", "near", "province"]


def test_dates_of_all_exports() -> None:
    written = ["27 September 2020", "27-09-2020", "27/09/2020", "27-Sep-20", "44101", "20200927"]
    outcome = read("acled", [ROW | {"event_date": text} for text in written], Choices(True))
    assert not outcome.rejected
    assert outcome.column("earliest") == [date(2020, 9, 27)] * len(written)
    assert outcome.column("date") == [*written[:4], "2020-09-27", written[5]]


def test_older_exports_have_other_columns_and_capitals() -> None:
    old = {name.upper(): value for name, value in ROW.items() if name != "disorder_type"}
    old |= {"\ufeffDATA_ID": "1", "EVENT_ID_NO_CNTY": "9", "ISO3": "AZE", "INTERACTION": "12"}
    assert form_of([old]) == "acled"
    assert read("acled", [old]).one == read("acled", [ROW]).one


def test_columns_that_are_not_there_are_never_a_key() -> None:
    few = {name: ROW[name] for name in ("event_date", "event_type", "actor1")}
    outcome = read("acled", [few, few])
    assert outcome.column("event_id") == [None, None]
    assert outcome.column("title") == ["Force One: battles"] * 2
    assert outcome.column("place_precision") == ["none", "none"]
    assert outcome.column("deaths_best") == [None, None]
    assert outcome.column("sources") == [[], []]


def test_what_is_wrong_is_rejected_and_what_is_doubtful_listed() -> None:
    wrong: list[tuple[Cells, str]] = [
        ({"event_date": "31 September 2020"}, "event_date"),
        ({"event_date": "07/11/2020"}, "event_date"),
        ({"latitude": "140"}, "latitude"),
        ({"longitude": "x"}, "longitude"),
        ({"fatalities": "few"}, "fatalities"),
    ]
    doubtful: list[tuple[Cells, str]] = [
        ({"event_date": None}, "event_date"),
        ({"time_precision": "4"}, "time_precision"),
        ({"geo_precision": None}, "geo_precision"),
    ]
    outcome = read("acled", [ROW | change for change, _ in wrong + doubtful])
    assert [(n - 2, column) for n, column, _ in outcome.rejected] == [
        (n, column) for n, (_, column) in enumerate(wrong)
    ]
    assert [(n - 2 - len(wrong), column) for n, column, _ in outcome.repaired] == [
        (n, column) for n, (_, column) in enumerate(doubtful)
    ]
    assert outcome.column("precision") == ["year", "day", "day"]
    assert outcome.column("place_precision") == ["exact", "exact", "region"]
    assert (outcome.column("earliest")[0], outcome.column("date")[0]) == (date(2020, 1, 1), "2020")


def test_the_form_carries_what_its_terms_ask_for() -> None:
    form = FORMS["acled"]
    assert "accessed {accessed}" in form.citation
    assert "acleddata.com" in form.citation
    assert "0 deaths where none are reported" in form.warning


def test_the_real_header_is_recognised() -> None:
    path = SAMPLES / "acled_columns.csv"
    header = path.read_text("utf-8-sig").strip().split(",") if path.exists() else list(ROW)
    assert recognise(header) == "acled"
