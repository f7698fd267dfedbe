"""What the file leaves open is asked, never guessed: encoding, tab, columns and their meaning."""

import io
import json
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.events.formats import FORMS
from dashboard.events.formats.columns import KEYS
from dashboard.events.formats.guess import NAMES
from dashboard.page.imports import mapping
from tests.page.imports.conftest import (
    GED,
    ImportPage,
    answer,
    draft_of,
    hand_over,
    import_now,
    left,
    press,
    said,
    tables,
)

CYRILLIC = "date,title,place\n2020-09-27,Бой у дороги,Шуша\n2020-09-28,Обстрел,Агдам\n"
SPAN = "Begin,End,Name,Degrees N,Degrees E\n2020-09-27,2020-11-10,War,39.8,46.7\n"


def workbook(**tabs: list[list[str]]) -> bytes:
    """An .xlsx file with these tabs."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in tabs.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def test_the_encoding_is_asked_and_the_rows_are_shown_in_it(import_page: ImportPage) -> None:
    page = hand_over(import_page(), "a.csv", CYRILLIC.encode("cp1251"))
    assert "this is not UTF-8" in said(page) and "Still to be said: the encoding" in said(page)
    assert page.button(key="import-start").disabled
    assert not page.dataframe
    answer(page, "selectbox", "Encoding of the text", "cp1252")
    assert list(tables(page, "title")[0]["title"]) != ["Бой у дороги", "Обстрел"]
    answer(page, "selectbox", "Encoding of the text", "cp1251")
    assert list(tables(page, "title")[0]["title"]) == ["Бой у дороги", "Обстрел"]
    assert list(tables(page, "What")[0]["What"]) == ["Бой у дороги", "Обстрел"]
    assert not page.button(key="import-start").disabled


def test_the_tab_of_a_workbook_is_asked(import_page: ImportPage, workspace: Path) -> None:
    rows = [["date", "title"], ["2020-09-27", "War"]]
    page = import_page()
    hand_over(page, "a.xlsx", workbook(First=rows, Second=[["date", "title"], ["2021", "Talks"]]))
    assert "Still to be said: the tab of the workbook" in said(page)
    answer(page, "selectbox", "Tab of the workbook", "Second")
    assert list(tables(page, "What")[0]["What"]) == ["Talks"]
    import_now(page)
    choices = json.loads((workspace / "a/dataset.json").read_text("utf-8"))["choices"]
    assert choices["sheet"] == "Second"


def test_columns_are_proposed_then_chosen_with_the_records_shown(
    import_page: ImportPage, workspace: Path
) -> None:
    page = hand_over(import_page(), "own.csv", SPAN)
    assert "A table of no known format" in said(page)
    labels = {s.label: s.value for s in page.selectbox}
    assert (labels["Title"], labels["Last day"], labels["Latitude"]) == ("Name", "End", "")
    assert "Latitude" not in tables(page, "What")[0]
    answer(page, "selectbox", "Latitude", "Degrees N")
    answer(page, "selectbox", "Longitude", "Degrees E")
    answer(page, "selectbox", "Date", "Begin")
    assert list(tables(page, "What")[0]["Latitude"]) == ["39.8"]
    assert "Still to be said: what date and last day mean" in said(page)
    answer(page, "radio", "Date and last day of a row mean", "duration")
    import_now(page)
    about = json.loads((workspace / "own/dataset.json").read_text("utf-8"))
    assert about["mapping"] == {
        "date": "Begin", "date_end": "End", "title": "Name", "latitude": "Degrees N",
        "longitude": "Degrees E", "extent": "duration",
    }  # fmt: skip


def test_a_column_can_be_taken_back(import_page: ImportPage) -> None:
    page = hand_over(import_page(), "own.csv", "title,lat,lon\nWar,39.8,46.7\n")
    for label in ("Title", "Latitude"):
        answer(page, "selectbox", label, "")
    assert page.button(key="import-start").disabled
    assert "which column is the date, the title or the latitude" in said(page)


def test_every_column_of_a_record_is_offered() -> None:
    assert set(mapping.FIRST) | set(mapping.MORE) == set(NAMES)
    assert {mapping.EXTENT, *mapping.FIRST, *mapping.MORE} == set(KEYS)


def test_another_format_can_be_chosen_and_the_page_says_so(import_page: ImportPage) -> None:
    page = hand_over(import_page(), "ged.csv", GED)
    answer(page, "selectbox", "Format", "columns")
    assert "Read as Table with columns of your own, as you chose" in said(page)
    assert "UCDP GED" in page.warning[0].value
    assert next(s for s in page.selectbox if s.label == "Latitude").value == "latitude"
    answer(page, "selectbox", "Format", "ged")
    assert "as you chose" not in said(page)


@pytest.mark.parametrize("form", FORMS)
def test_no_format_breaks_the_page_on_a_foreign_file(import_page: ImportPage, form: str) -> None:
    page = hand_over(import_page(), "own.csv", "when,what\n2020-09-27,War\n")
    answer(page, "selectbox", "Format", form)
    assert not page.exception


def test_a_question_that_comes_up_late_leads_back_to_it(
    import_page: ImportPage, workspace: Path
) -> None:
    plain = "".join(f"2020-01-01,Day {n}\n" for n in range(2_500))
    page = hand_over(import_page(), "a.csv", f"date,title\n{plain}07/11/2020,Late\n")
    assert not page.radio
    import_now(page)
    assert "The import needs an answer first." in page.error[0].value
    assert page.radio(key=draft_of(page).key("day_first")).value is None
    answer(page, "radio", "Order of day and month", True)
    assert not page.error
    import_now(page)
    assert "<b>2,501</b> accepted" in said(page) and left(workspace) == ["a"]


def test_a_new_file_is_asked_anew(import_page: ImportPage) -> None:
    page = hand_over(import_page(), "a.csv", CYRILLIC.encode("cp1251"))
    answer(page, "selectbox", "Encoding of the text", "cp1251")
    press(page, "import-other")
    hand_over(page, "b.csv", CYRILLIC)
    encoding = next(s for s in page.selectbox if s.label == "Encoding of the text")
    assert encoding.value == "" and tables(page, "title")[0]["title"][0] == "Бой у дороги"


def test_a_date_column_chosen_by_hand_raises_the_question_of_its_order(
    import_page: ImportPage,
) -> None:
    page = hand_over(import_page(), "a.csv", "title,noted down\nWar,07/11/2020\n")
    assert not page.radio
    answer(page, "selectbox", "Date", "noted down")
    assert "Still to be said: the order of day and month." in said(page)
    answer(page, "radio", "Order of day and month", False)
    assert list(tables(page, "From")[0]["From"]) == ["2020-07-11"]


def test_a_document_is_not_said_to_have_delimiters(import_page: ImportPage) -> None:
    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [46.7, 39.7]},
               "properties": {"start_date": "2020-09-27", "name": "War"}}  # fmt: skip
    document = json.dumps({"type": "FeatureCollection", "features": [feature]})
    page = hand_over(import_page(), "a.geojson", document)
    assert "5 columns" in said(page) and "separated" not in said(page)
    assert next(s for s in page.selectbox if s.label == "Date").value == "start_date"
    assert list(tables(page, "From")[0]["Longitude"]) == ["46.7"]
