"""UCDP GED: its dates are doubt, its codes our precision, its traps listed and never fatal."""

from datetime import date
from typing import Any

from dashboard.events.formats import FORMS, Choices, recognise
from tests.events.formats.outcome import Cells, form_of, read, sample

ROW: Cells = {
    "id": "376126",
    "year": "2020",
    "active_year": "1",
    "type_of_violence": "1",
    "conflict_name": "Azerbaijan: Nagorno-Karabakh",
    "side_a": "Government of Azerbaijan",
    "side_b": "Republic of Artsakh",
    "number_of_sources": "-1",
    "source_article": '"BBC,2020-09-27,Clashes"',
    "source_office": "BBC;Turan ; BBC",
    "source_headline": "Clashes",
    "where_prec": "1",
    "where_coordinates": "Talish village",
    "where_description": "Unknown",
    "adm_1": "Tartar district",
    "latitude": "40.39",
    "longitude": "46.75",
    "country": "Azerbaijan",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2020-09-27 00:00:00.000",
    "date_end": "2020-09-27 00:00:00.000",
    "best": "3",
    "high": "5",
    "low": "2",
}


def test_a_row_is_read_in_full() -> None:
    record = read("ged", [ROW]).one
    assert record["event_id"] == "376126"
    assert (record["earliest"], record["latest"]) == (date(2020, 9, 27), date(2020, 9, 27))
    assert (record["extent"], record["precision"], record["clock"]) == ("moment", "day", None)
    assert record["date"] == "2020-09-27"
    assert record["event_type"] == "State-based conflict"
    assert record["title"] == (
        "Government of Azerbaijan - Republic of Artsakh: state-based conflict, Talish village"
    )
    assert record["summary"] == "Reported as: Clashes"
    assert record["actors"] == ["Government of Azerbaijan", "Republic of Artsakh"]
    assert record["sources"] == ["BBC", "Turan"]
    assert (record["place_label"], record["country"]) == ("Talish village", "Azerbaijan")
    assert (record["latitude"], record["longitude"]) == (40.39, 46.75)
    assert (record["place_precision"], record["radius_km"]) == ("exact", None)
    assert [record[f"deaths_{k}"] for k in ("low", "best", "high")] == [2, 3, 5]
    assert record["note"] == "Azerbaijan: Nagorno-Karabakh; Tartar district"
    assert (record["contested"], record["url"]) == (False, None)


def test_date_prec_is_our_precision_and_the_days_a_doubt() -> None:
    spans = {
        "1": ("2020-09-27", "2020-09-27", "day"),
        "2": ("2020-09-27", "2020-09-30", "days"),
        "3": ("2020-09-21", "2020-09-27", "week"),
        "4": ("2020-09-01", "2020-09-30", "month"),
        "5": ("2020-01-01", "2020-12-31", "year"),
        "2.0": ("2020-09-27", "2020-09-28", "days"),
    }
    rows = [
        ROW | {"date_prec": code, "date_start": start, "date_end": end}
        for code, (start, end, _) in spans.items()
    ]
    outcome = read("ged", rows)
    assert not outcome.repaired
    assert set(outcome.column("extent")) == {"moment"}
    found = zip(*map(outcome.column, ("earliest", "latest", "precision")), strict=True)
    assert [(str(a), str(b), word) for a, b, word in found] == list(spans.values())
    assert outcome.column("date")[:2] == ["2020-09-27", "2020-09-27 to 2020-09-30"]


def test_where_prec_is_our_precision() -> None:
    outcome = read("ged", [ROW | {"where_prec": str(code)} for code in range(1, 8)])
    assert outcome.column("place_precision") == [
        "exact", "near", "district", "province", "region", "country", "region",
    ]  # fmt: skip
    assert outcome.column("radius_km") == [None, 25.0, None, None, None, None, None]


def test_one_sided_violence_is_against_civilians() -> None:
    record = read("ged", [ROW | {"type_of_violence": "3", "side_a": "IS", "side_b": None}]).one
    assert record["actors"] == ["IS", "Civilians"]
    assert record["title"] == "IS - Civilians: one-sided violence, Talish village"


def test_sources_are_the_offices_or_what_the_article_says() -> None:
    told = [
        (None, "Reuters 26/3 2004; AFP", ["Reuters 26/3 2004; AFP"]),
        (None, '"VDC,2013-09-26,A; B";"SOHR ,2013-09-27,""C"""', ["VDC", "SOHR"]),
        (None, '"Battlegrounds, 1990-1995,2002-11-01,I"', ["Battlegrounds, 1990-1995"]),
        (None, "Unknown", []),
        (None, None, []),
        ("VDC;;SOHR;", "x", ["VDC", "SOHR"]),
    ]
    rows = [ROW | {"source_office": office, "source_article": text} for office, text, _ in told]
    assert read("ged", rows).column("sources") == [sources for _, _, sources in told]


def test_columns_that_older_releases_and_the_interface_lack_are_no_trouble() -> None:
    core = ("type_of_violence", "side_a", "side_b", "date_start")
    few = {name: ROW[name] for name in core}
    record = read("ged", [few]).one
    assert (record["event_id"], record["country"], record["deaths_best"]) == (None, None, None)
    assert (record["precision"], record["place_precision"]) == ("day", "none")
    assert (record["actors"], record["sources"]) == ([few["side_a"], few["side_b"]], [])
    old = {k: v for k, v in ROW.items() if k not in ("low", "best", "high", "source_office")}
    record = read("ged", [old | {"best_est": "3", "low_est": "1", "high_est": "4"}]).one
    assert [record[f"deaths_{k}"] for k in ("low", "best", "high")] == [1, 3, 4]


def test_the_interface_writes_true_and_a_t_between_day_and_hour() -> None:
    row = ROW | {"active_year": "True", "date_start": "2013-07-24T00:00:00"}
    record = read("ged", [row | {"date_end": "2013-07-25T00:00:00", "date_prec": "2"}]).one
    assert (record["earliest"], record["latest"]) == (date(2013, 7, 24), date(2013, 7, 25))
    assert record["date"] == "2013-07-24 to 2013-07-25"


def test_names_with_a_byte_order_mark_capitals_or_space_are_known() -> None:
    odd = {f"\ufeff{k}" if k == "id" else f" {k.upper()}": v for k, v in ROW.items()}
    assert form_of([odd]) == "ged"
    assert read("ged", [odd]).one == read("ged", [ROW]).one


def test_estimates_out_of_order_are_kept_and_listed() -> None:
    outcome = read("ged", [ROW | {"low": "4"}, ROW | {"best": "9"}, ROW])
    assert [(line, column) for line, column, _ in outcome.repaired] == [(2, "low"), (3, "best")]
    assert len(outcome.records) == 3
    assert outcome.records[2]["deaths_low"] == 4


def test_rows_that_cannot_be_used_are_rejected_with_the_column() -> None:
    wrong: list[tuple[Cells, str, str]] = [
        ({"date_start": "2020-02-30"}, "date_start", "not a date"),
        ({"date_end": "soon"}, "date_end", "not a date"),
        ({"date_end": "2020-09-27garbage"}, "date_end", "not a date"),
        ({"date_end": "2020-09-26"}, "date_end", "ends before it begins"),
        ({"latitude": "91"}, "latitude", "not between -90 and 90"),
        ({"longitude": "-180.1"}, "longitude", "not between -180 and 180"),
        ({"latitude": "north"}, "latitude", "no number"),
        ({"latitude": "40.1.2"}, "latitude", "no number"),
        ({"longitude": "inf"}, "longitude", "no number"),
        ({"longitude": None}, "latitude", "a latitude without a longitude"),
        ({"latitude": "NA"}, "longitude", "a longitude without a latitude"),
        ({"best": "many"}, "best", "not a whole number"),
        ({"best": "2.5"}, "best", "not a whole number"),
        ({"low": "-3"}, "low", "not a whole number"),
        ({"high": "99999999999999999999"}, "high", "not a whole number"),
    ]
    outcome = read("ged", [ROW | change for change, _, _ in wrong] + [ROW])
    assert list(outcome.records) == [len(wrong) + 2]
    assert [(line, column) for line, column, _ in outcome.rejected] == [
        (line, column) for line, (_, column, _) in enumerate(wrong, 2)
    ]
    for (_, _, said), (_, _, why) in zip(outcome.rejected, wrong, strict=True):
        assert why in said


def test_missing_deaths_are_not_known_rather_than_none() -> None:
    missing = ["-1", "Unknown", "NA", "", "nan", "-99"]
    outcome = read("ged", [ROW | {"best": cell} for cell in missing])
    assert outcome.column("deaths_best") == [None] * len(missing)


def test_doubtful_rows_are_kept_and_listed() -> None:
    undated: Cells = {"date_start": None, "date_end": None, "date_prec": "5"}
    new_year, year_end = date(2020, 1, 1), date(2020, 12, 31)
    doubts: list[tuple[Cells, str, dict[str, Any]]] = [
        ({"where_prec": None}, "where_prec", {"place_precision": "region"}),
        ({"where_prec": "9"}, "where_prec", {"place_precision": "region"}),
        ({"date_prec": "0"}, "date_prec", {"precision": "day"}),
        ({"date_end": "2020-09-29"}, "date_prec", {"precision": "days"}),
        ({"type_of_violence": "4"}, "type_of_violence", {"event_type": "4"}),
        ({"latitude": "0", "longitude": "0.0"}, "latitude", {"latitude": 0.0}),
        (undated, "date_start", {"earliest": new_year, "latest": year_end, "precision": "year"}),
        (undated | {"year": None, "date_prec": "1"}, "date_start", {"precision": "unknown"}),
    ]
    outcome = read("ged", [ROW | change for change, _, _ in doubts])
    assert [(line, column) for line, column, _ in outcome.repaired] == [
        (line, column) for line, (_, column, _) in enumerate(doubts, 2)
    ]
    for record, (_, _, want) in zip(outcome.records.values(), doubts, strict=True):
        assert want.items() <= record.items()


def test_a_row_without_any_place_is_accepted() -> None:
    bare = {"latitude": None, "longitude": None, "where_prec": "6", "where_coordinates": "Unknown"}
    record = read("ged", [ROW | bare]).one
    assert (record["latitude"], record["place_precision"]) == (None, "none")
    assert record["place_label"] == "Tartar district"


def test_numbers_with_a_decimal_comma_and_thousands() -> None:
    row = ROW | {"latitude": "40,39", "longitude": "\u221246,75", "high": "1,200"}
    record = read("ged", [row]).one
    assert (record["latitude"], record["longitude"]) == (40.39, -46.75)
    assert record["deaths_high"] == 1200


def test_dates_of_a_spreadsheet_are_read_in_the_order_that_was_said() -> None:
    row = ROW | {"date_start": "07/11/2020", "date_end": "08/11/2020", "date_prec": "2"}
    assert read("ged", [row], Choices(day_first=True)).one["earliest"] == date(2020, 11, 7)
    (record,) = read("ged", [row], Choices(day_first=False)).records.values()
    assert record["earliest"] == date(2020, 7, 11)
    unsaid = read("ged", [row])
    assert [column for _, column, _ in unsaid.rejected] == ["date_end", "date_start"]


def test_serial_numbers_of_excel_are_days() -> None:
    row = ROW | {"date_start": "44142", "date_end": "44142.0"}
    assert read("ged", [row]).one["earliest"] == date(2020, 11, 7)


def test_the_form_carries_what_its_terms_ask_for() -> None:
    form = FORMS["ged"]
    assert "{accessed}" in form.citation
    assert "CC BY" in form.licence
    assert form.dates == ("date_start", "date_end")


def test_real_rows_are_all_accepted() -> None:
    rows = sample("ged231_sample_1000x49.csv")
    assert form_of(rows) == "ged"
    outcome = read("ged", rows)
    assert (len(outcome.records), outcome.rejected) == (1000, [])
    low = [line for line, column, why in outcome.repaired if column == "low"]
    high = [line for line, column, why in outcome.repaired if column == "best"]
    assert (len(low), len(high), len(outcome.repaired)) == (8, 5, 13)
    places = [record["place_precision"] for record in outcome.records.values()]
    counted = {word: places.count(word) for word in set(places)}
    assert counted == {
        "exact": 475, "near": 232, "district": 140, "province": 105, "region": 36, "country": 12,
    }  # fmt: skip
    told = [record["precision"] for record in outcome.records.values()]
    assert {word: told.count(word) for word in set(told)} == {
        "day": 849, "days": 107, "month": 23, "year": 14, "week": 7,
    }  # fmt: skip
    assert all(len(record["actors"]) == 2 for record in outcome.records.values())
    assert all(record["sources"] for record in outcome.records.values())


def test_a_real_row_of_the_war_of_2020_is_a_region_of_four_days() -> None:
    rows = sample("ged231_sample_1000x49.csv")
    line = 2 + next(n for n, row in enumerate(rows) if row["id"] == "376126")
    record = read("ged", rows).records[line]
    assert (record["earliest"], record["latest"]) == (date(2020, 9, 27), date(2020, 9, 30))
    assert (record["extent"], record["precision"]) == ("moment", "days")
    assert (record["place_label"], record["place_precision"]) == ("Line of Contact", "region")
    assert (record["latitude"], record["longitude"]) == (40.0, 47.0)
    assert record["sources"] == ["Zagatala district Heydar Aliyev Center"]
    assert "Unknown" not in record["note"]


def test_real_rows_of_the_interface_are_all_accepted() -> None:
    rows = sample("ged_api_format_mini.csv")
    assert form_of(rows) == "ged"
    outcome = read("ged", rows)
    assert (len(outcome.records), outcome.rejected, outcome.repaired) == (len(rows), [], [])
    record = outcome.records[5]
    assert (record["event_id"], record["precision"]) == ("79978", "days")
    assert (record["earliest"], record["latest"]) == (date(2013, 7, 23), date(2013, 7, 25))
    assert record["place_precision"] == "district"
    assert record["note"].endswith("reported together with other events; according to Military")


def test_it_is_recognised_by_columns_that_all_releases_have() -> None:
    assert recognise(["Side_A", "side_b", "type_of_violence", "date_start"]) == "ged"
    assert recognise(["side_a", "side_b", "date_start"]) == "columns"
