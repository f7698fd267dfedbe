"""GDELT: files without a header, reports that are counted as such, places by their type."""

from datetime import date

import pytest

from dashboard.events.formats import FORMS, headerless, recognise
from dashboard.events.formats.cameo import COLUMNS
from tests.events.formats.outcome import read, sample

ROW = dict.fromkeys(COLUMNS) | {
    "GLOBALEVENTID": "952000001",
    "SQLDATE": "20200927",
    "MonthYear": "202009",
    "Year": "2020",
    "FractionDate": "2020.7342",
    "Actor1Code": "AZEMIL",
    "Actor1Name": "AZERBAIJAN",
    "Actor2Code": "ARM",
    "EventCode": "190",
    "EventRootCode": "19",
    "NumMentions": "12",
    "NumSources": "3",
    "NumArticles": "11",
    "ActionGeo_Type": "4",
    "ActionGeo_FullName": "Stepanakert, Azerbaijan (general), Azerbaijan",
    "ActionGeo_Lat": "39.8177",
    "ActionGeo_Long": "46.7528",
    "SOURCEURL": "https://www.example.org/news/1?a=b",
}


def test_a_row_is_read_in_full() -> None:
    record = read("gdelt", [ROW]).one
    assert (record["event_id"], record["earliest"]) == ("952000001", date(2020, 9, 27))
    assert (record["precision"], record["date"]) == ("day", "20200927")
    assert record["event_type"] == "Fight"
    assert record["title"] == f"AZERBAIJAN - ARM: fight, {ROW['ActionGeo_FullName']}"
    assert record["actors"] == ["AZERBAIJAN", "ARM"]
    assert (record["sources"], record["url"]) == (["example.org"], ROW["SOURCEURL"])
    assert record["country"] == "Azerbaijan"
    assert (record["latitude"], record["longitude"]) == (39.8177, 46.7528)
    assert record["note"] == "CAMEO 190; 12 mentions; 3 sources; 11 articles"
    assert record["deaths_best"] is None


def test_the_type_of_the_place_is_its_precision() -> None:
    outcome = read("gdelt", [ROW | {"ActionGeo_Type": code} for code in "12345"])
    assert outcome.column("place_precision") == [
        "country", "province", "exact", "exact", "province",
    ]  # fmt: skip
    nowhere = {"ActionGeo_Type": "0", "ActionGeo_Lat": None, "ActionGeo_Long": None}
    record = read("gdelt", [ROW | nowhere | {"ActionGeo_FullName": None}]).one
    assert (record["place_precision"], record["country"]) == ("none", None)
    assert record["title"] == "AZERBAIJAN - ARM: fight"


def test_root_codes_that_lost_their_zero_and_unknown_ones() -> None:
    outcome = read("gdelt", [ROW | {"EventRootCode": code} for code in ("4", "04", "20", "---")])
    assert outcome.column("event_type") == [
        "Consult", "Consult", "Use unconventional mass violence", "---",
    ]  # fmt: skip


def test_bad_rows_are_rejected() -> None:
    outcome = read("gdelt", [ROW | {"SQLDATE": "20201327"}, ROW | {"ActionGeo_Lat": "99"}])
    assert [(line, column) for line, column, _ in outcome.rejected] == [
        (2, "SQLDATE"), (3, "ActionGeo_Lat"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [61, 58, 57])
def test_a_file_without_a_header_is_known_by_its_first_line(width: int) -> None:
    cells = ["952000001", "20200927", "202009", "2020", "2020.7342", *[""] * (width - 5)]
    names = headerless(cells)
    assert len(names) == width
    assert recognise(names) == "gdelt"
    assert (names[-1] == "SOURCEURL") == (width != 57)
    assert headerless(["id", *cells[1:]]) == ()
    assert headerless(cells[:40]) == ()


def test_the_page_says_that_it_counts_reports() -> None:
    assert "reports, not events" in FORMS["gdelt"].warning


def test_the_names_are_those_of_the_codebook() -> None:
    assert [row["name"] for row in sample("gdelt_columns.csv")] == list(COLUMNS)
