"""The report and the list: every row is accounted for, and a set is removed only when asked."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.imports import Options, history, run
from dashboard.page.imports import datasets, outcome
from tests.page.imports.conftest import (
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

MIXED = """date,title,lat,lon
2020-09-27,War,39.8,46.7
2020-13-45,Never,39.8,46.7
2020-09-28,=1+1,95,46.7
2020-09-29,Too few
"""
BAD = "date,title,lat,lon\n2020-09-27,War,99,46.7\n"


@pytest.fixture
def imported(import_page: ImportPage) -> AppTest:
    """The page after an import of one good row and three bad ones."""
    return import_now(hand_over(import_page(), "mixed.csv", MIXED))


def test_the_numbers_add_up_and_each_rejected_row_has_its_reason(imported: AppTest) -> None:
    assert not imported.exception
    words = " ".join(said(imported).split())
    assert (
        "<b>4</b> read</span> = <span><b>1</b> accepted</span> + <span><b>3</b> rejected" in words
    )
    assert "import it again under the same title" in words
    (rows,) = tables(imported, "reason")
    assert list(rows["line"]) == [3, 4, 5]
    assert list(rows["column"])[:2] == ["date", "lat"]
    assert list(rows["value"])[:2] == ["2020-13-45", "95"]
    assert "2 cells where the header has 4" in rows["reason"].iloc[2]


def test_both_files_are_offered_and_hold_what_they_say(imported: AppTest, workspace: Path) -> None:
    labels = [b.proto.label for b in imported.get("download_button")]
    assert labels == ["Report (CSV)", "Rejected rows (CSV)"]
    folder = workspace / "mixed"
    report = outcome._content(folder / outcome.REPORT).decode("utf-8-sig")
    assert [row["line"] for row in csv.DictReader(io.StringIO(report))] == ["3", "4", "5"]
    rejected = outcome._content(folder / outcome.REJECTED).decode("utf-8-sig")
    assert rejected.splitlines()[0] == "date,title,lat,lon"
    assert len(rejected.splitlines()) == 4
    shutil.rmtree(folder)
    assert b"removed" in outcome._content(folder / outcome.REPORT)


def test_if_nothing_is_accepted_the_answers_can_be_changed(
    import_page: ImportPage, workspace: Path
) -> None:
    page = import_now(hand_over(import_page(), "bad.csv", BAD))
    assert "Nothing was imported: no row of bad could be accepted" in said(page)
    (rows,) = tables(page, "reason")
    assert list(rows["value"]) == ["99"]
    job = draft_of(page).job
    assert job and job.report
    report = outcome._written(job.report.faults).decode("utf-8-sig")
    assert "rejected,2,lat,99," in report
    assert not [b for b in page.button if b.key == "import-open"]
    press(page, "import-back")
    answer(page, "selectbox", "Latitude", "")
    answer(page, "selectbox", "Longitude", "")
    import_now(page)
    assert "<b>1</b> accepted" in said(page) and left(workspace) == ["bad"]


def test_the_list_says_where_a_set_comes_from(imported: AppTest, import_page: ImportPage) -> None:
    page = import_page()
    words = said(page)
    assert "Imported data sets (1)" in words
    for part in ("mixed.csv", "1</b> record <", "4 rows read, 3 rejected", "not stated", "SHA-256"):
        assert part in words
    press(page, "report-mixed")
    assert list(tables(page, "reason")[0]["line"]) == [3, 4, 5]
    press(page, "report-mixed")
    assert not page.dataframe
    press(page, "open-mixed")
    assert page.session_state["opened"] == "mixed"


def test_earlier_imports_of_a_data_set_are_listed(
    imported: AppTest, import_page: ImportPage, workspace: Path
) -> None:
    assert "Imported 2 times" not in said(import_page())
    path = workspace.parent / "new.csv"
    path.write_text("id,date,title,actors\na,2020-01-01,one,A\n", "utf-8")
    run(path, workspace / "mixed", Options(), lambda progress: None, lambda: False)
    words = said(import_page())
    assert "Imported 2 times: each import replaced the one before" in words
    first, second = history(workspace / "mixed")
    assert first.sentence in words and second.sentence in words


def test_deleting_asks_first(imported: AppTest, import_page: ImportPage, workspace: Path) -> None:
    page = import_page()
    press(page, "delete-mixed")
    assert "The file that you imported is not touched." in page.warning[0].value
    press(page, "delete-no-mixed")
    assert not page.warning and left(workspace) == ["mixed"]
    press(page, "delete-mixed")
    press(page, "delete-yes-mixed")
    assert left(workspace) == [] and "Imported data sets (0)" in said(page)
    imported.run()  # the other tab still shows its report
    assert not imported.exception
    assert not [b for b in imported.button if b.key == "import-open"]


def test_what_another_tab_has_deleted(
    imported: AppTest, import_page: ImportPage, workspace: Path
) -> None:
    page = import_page()
    press(page, "delete-mixed")
    shutil.rmtree(workspace / "mixed")
    press(page, "delete-yes-mixed")
    assert not page.exception and not page.error


def test_a_set_that_cannot_be_removed_is_said_so(
    imported: AppTest, import_page: ImportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = import_page()
    press(page, "delete-mixed")
    monkeypatch.setattr(datasets, "remove", _refuse)
    press(page, "delete-yes-mixed")
    assert page.error[0].value == "“mixed” was not deleted: Permission denied\\."


def _refuse(item: object) -> None:
    raise PermissionError(13, "Permission denied", "/secret")


def test_a_set_whose_description_is_broken_can_only_be_deleted(
    imported: AppTest, import_page: ImportPage, workspace: Path
) -> None:
    (workspace / "mixed/dataset.json").write_text("{")
    page = import_page()
    assert "cannot be read" in said(page)
    assert not [b for b in page.button if b.key in ("open-mixed", "report-mixed")]
    press(page, "delete-mixed")
    press(page, "delete-yes-mixed")
    assert left(workspace) == []


def test_the_same_title_asks_before_it_replaces(
    imported: AppTest, import_page: ImportPage, workspace: Path
) -> None:
    page = hand_over(import_page(), "MIXED!.csv", "date,title\n2021-01-01,Other\n")
    (question,) = page.checkbox
    assert question.label.startswith("Replace the data set “mixed” (1 record)")
    assert page.button(key="import-start").disabled
    question.check().run()
    answer(page, "text_input", "Title of the data set", "Something else")
    assert not page.checkbox and not page.button(key="import-start").disabled
    answer(page, "text_input", "Title of the data set", "Mixed")
    assert page.button(key="import-start").disabled  # another title, another answer
    page.checkbox[0].check().run()
    import_now(page)
    assert left(workspace) == ["mixed"]
    assert json.loads((workspace / "mixed/dataset.json").read_text())["title"] == "Mixed"


def test_a_folder_that_is_no_data_set_is_left_alone(
    import_page: ImportPage, workspace: Path
) -> None:
    (workspace / "notes").mkdir(parents=True)
    (workspace / "notes/mine.txt").write_text("mine")
    page = hand_over(import_page(), "notes.csv", "date,title\n2021-01-01,Other\n")
    assert "Still to be said: another title" in said(page)
    assert page.button(key="import-start").disabled


def test_a_long_report_shows_its_beginning(tmp_path: Path) -> None:
    lines = [f"rejected,{n},date,x,bad" for n in range(2, 3_000)] + ["repaired,9,low,=1,doubt"]
    (tmp_path / "report.csv").write_text("\n".join(["what,line,column,value,reason", *lines]))
    rejected, repaired = outcome._read(tmp_path / "report.csv", 0)
    assert (len(rejected), len(repaired)) == (outcome.MOST, 1)
    assert list(repaired.iloc[0]) == [9, "low", "=1", "doubt"]
