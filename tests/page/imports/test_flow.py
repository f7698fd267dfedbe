"""From a file to a data set: what is recognised, what is asked, how it runs and where it leads."""

import gc
import json
from datetime import date
from pathlib import Path

import duckdb
import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from tests.page.imports.conftest import (
    GED,
    OWN,
    Held,
    ImportPage,
    answer,
    draft_of,
    ended,
    hand_over,
    import_now,
    left,
    press,
    said,
    tables,
)


def test_the_empty_page_says_what_is_taken_and_where_it_is_kept(
    import_page: ImportPage, workspace: Path
) -> None:
    page = import_page()
    assert not page.exception
    words = said(page)
    for name in ("UCDP GED", "ACLED", "GDELT", "TimelineJS", "timemap", "GeoJSON", "CSV or Excel"):
        assert name in words
    assert "nothing is sent to any other" in words
    assert str(workspace) in page.code[0].value
    assert "None yet." in words
    assert not workspace.exists()


def test_a_known_format_from_file_to_records(import_page: ImportPage, workspace: Path) -> None:
    page = hand_over(import_page(), "whatever.dat", GED)
    words = said(page)
    assert "<b>UCDP GED</b>" in words and "16 columns · separated by commas" in words
    assert "CC BY 4.0" in words and "Sundberg and Melander" in words
    (raw,) = tables(page, "type_of_violence")
    assert list(raw["Line"]) == [2, 3, 4] and list(raw["side_b"]) == ["Group", "Group", "B"]
    (records,) = tables(page, "From")
    assert list(records["From"]) == ["2020-09-27", "2020-09-28"]
    assert "Of 3 rows, 2 would be accepted, 1 rejected." in words
    assert "Line 4, column latitude" in words
    assert page.button(key="import-start").disabled
    assert "Still to be said: the day of access." in words
    answer(page, "date_input", "Day of access", date(2026, 11, 20))
    answer(page, "text_input", "Title of the data set", "Şuşa & Co")
    import_now(page)
    assert left(workspace) == ["susa-co"]
    about = json.loads((workspace / "susa-co/dataset.json").read_text("utf-8"))
    assert (about["title"], about["file"]) == ("Şuşa & Co", "whatever.dat")
    assert "accessed 20 Nov 2026" in about["citation"]
    press(page, "import-open")
    assert page.session_state["opened"] == "susa-co"
    assert page.file_uploader  # the next visit begins anew


def test_nothing_of_the_file_stays_in_memory_or_on_disk(
    import_page: ImportPage, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: list[MemoryUploadedFileManager] = []
    real = MemoryUploadedFileManager.remove_file

    def remove(self: MemoryUploadedFileManager, session_id: str, file_id: str) -> None:
        real(self, session_id, file_id)
        stored.append(self)

    monkeypatch.setattr(MemoryUploadedFileManager, "remove_file", remove)
    page = hand_over(import_page(), "a.csv", GED)
    assert stored and not any(files for files in stored[0].file_storage.values())
    upload = draft_of(page).upload
    assert upload and upload.path.read_text() == GED
    path = upload.path
    press(page, "import-other")
    assert not path.exists() and left(workspace) == []
    page = hand_over(page, "a.csv", GED)
    assert len(left(workspace)) == 1
    del upload, page  # the session ends
    gc.collect()
    assert left(workspace) == []


def test_the_order_of_day_and_month_is_asked_with_a_date_of_the_file(
    import_page: ImportPage, workspace: Path
) -> None:
    page = hand_over(import_page(), "own.csv", OWN)
    order = page.radio(key=draft_of(page).key("day_first"))
    assert order.value is None
    assert "7 Nov 2020" in order.options[0] and "11 Jul 2020" in order.options[1]
    assert page.button(key="import-start").disabled
    assert "Still to be said: the order of day and month." in said(page)
    for first, day in ((True, date(2020, 11, 7)), (False, date(2020, 7, 11))):
        page = hand_over(import_page(), "own.csv", OWN)
        answer(page, "radio", "Order of day and month", first)
        assert tables(page, "From")[0]["From"][0] == day.isoformat()
        answer(page, "text_input", "Title of the data set", f"Order {first}")
        import_now(page)
        with duckdb.connect(workspace / f"order-{first}".lower() / "events.duckdb", True) as con:
            found = con.execute("SELECT min(earliest) FROM events").fetchall()
        assert found == [(min(day, day.replace(**({"day": 8} if first else {"month": 8}))),)]


def test_progress_cancel_and_the_answers_are_kept(
    import_page: ImportPage, workspace: Path, held: Held
) -> None:
    page = hand_over(import_page(), "own.csv", OWN)
    answer(page, "radio", "Order of day and month", True)
    answer(page, "text_input", "Title of the data set", "A title")
    press(page, "import-start")
    job = draft_of(page).job
    assert job and not job.over
    (bar,) = page.get("progress")
    page.run()
    (bar,) = page.get("progress")
    assert bar.proto.text == "Reading the file\\: 120,000 of 417,968 rows, about 12 s left"
    assert bar.proto.value == 30
    assert not [b for b in page.button if b.key == "import-start"]
    press(page, "import-cancel")
    assert ended(job)
    page.run()
    assert "The import was cancelled. Nothing of it was kept." in said(page)
    assert draft_of(page).options.title == "A title"
    assert page.radio(key=draft_of(page).key("day_first")).value is True
    assert [name for name in left(workspace) if not name.startswith(".")] == []
    held.go = True
    import_now(page)
    assert "a-title" in left(workspace)


def test_another_tab_sees_the_import_and_cannot_start_a_second_one(
    import_page: ImportPage, workspace: Path, held: Held
) -> None:
    first = hand_over(import_page(), "own.csv", OWN)
    answer(first, "radio", "Order of day and month", True)
    second = hand_over(import_page(), "ged.csv", GED)
    answer(second, "date_input", "Day of access", date(2026, 11, 20))
    press(first, "import-start")
    press(second, "import-start")
    third = import_page()
    job = draft_of(first).job
    assert job and job is draft_of(second).job is draft_of(third).job
    assert held.started == 1 and len(third.get("progress")) == 1
    held.go = True
    assert ended(job)
    for page in (first, second, third):
        page.run()
        assert not page.exception
    assert "Imported: own" in said(first) and "Imported: own" in said(third)
    assert "Imported: own" not in said(second)
    assert draft_of(second).upload  # its own file is still there to be imported
    import_now(second)
    assert left(workspace) == ["ged", "own"]


def test_a_closed_tab_leaves_the_import_alone(
    import_page: ImportPage, workspace: Path, held: Held
) -> None:
    page = hand_over(import_page(), "own.csv", OWN)
    answer(page, "radio", "Order of day and month", True)
    press(page, "import-start")
    job = draft_of(page).job
    del page
    gc.collect()
    held.go = True
    assert job and ended(job)
    assert job.report and job.report.read == 2
    job = None
    gc.collect()
    assert left(workspace) == ["own"]
    assert "<h3>own</h3>" in said(import_page())
