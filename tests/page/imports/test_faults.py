"""What goes wrong is said in plain words, and leaves nothing behind: never a traceback."""

import errno
from pathlib import Path
from typing import Any

import pytest

from dashboard.events.imports import DiskFull
from dashboard.page.imports import jobs, receive
from dashboard.page.imports.upload import safe_name
from tests.page.imports.conftest import (
    ImportPage,
    draft_of,
    ended,
    hand_over,
    import_now,
    left,
    markdown,
    markup,
    press,
    said,
)

PLAIN = "date,title\n2020-09-27,War\n"
EVIL = "![x](http://e.org/p.png) [a](http://e.org) <script>alert(1)</script> $x$ :smile: {{7*7}}"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"date,title\n", ""),
        (b"<!doctype html><html></html>", "a web page"),
        (b"\x00\x01\x02" * 900, "no text"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04broken", "broken or cut off"),
        (b'{"events": ', "JSON"),
    ],
)
def test_a_file_that_is_no_table(import_page: ImportPage, content: bytes, words: str) -> None:
    page = hand_over(import_page(), "a.csv", content)
    assert not page.exception
    if words:
        assert words in page.error[0].value
        assert page.button(key="import-start").disabled
    else:  # a header alone is seen when it is read
        import_now(page)
        assert "there are no rows under the header" in page.error[0].value
    press(page, "import-other")
    assert page.file_uploader and not page.error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            DiskFull("no room for the import in /data: it needs about 5 bytes"),
            "no room for the import",
        ),
        (PermissionError(errno.EACCES, "Permission denied", "/secret/x"), "Permission denied"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (KeyError("secret value"), "an error of the program (KeyError)"),
    ],
)
def test_an_import_that_fails(
    import_page: ImportPage,
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    words: str,
) -> None:
    def fail(*given: Any) -> None:
        raise error

    monkeypatch.setattr(jobs, "run_apart", fail)
    page = import_now(hand_over(import_page(), "a.csv", PLAIN))
    assert not page.exception
    shown = page.error[0].value.replace("\\", "")
    assert shown.startswith("Nothing was imported: ") and words in shown
    assert "secret" not in shown and "Traceback" not in said(page)
    monkeypatch.undo()
    import_now(page)  # the file and the answers are still there
    assert left(workspace) == ["a"]


def test_a_file_for_which_there_is_no_room(
    import_page: ImportPage, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(receive, "keep", full)
    page = hand_over(import_page(), "a.csv", PLAIN)
    assert page.error[0].value.replace("\\", "") == "The file could not be kept: the disk is full."
    assert page.file_uploader
    monkeypatch.undo()
    hand_over(page, "a.csv", PLAIN)
    assert not page.error and draft_of(page).upload


def test_an_upload_that_is_gone(import_page: ImportPage) -> None:
    page = hand_over(import_page(), "a.csv", PLAIN)
    upload = draft_of(page).upload
    assert upload
    upload.remove()
    press(page, "import-start")
    assert ended(draft_of(page).job)
    page.run()
    assert not page.exception and page.error


def test_hostile_names_and_texts_are_text(import_page: ImportPage, workspace: Path) -> None:
    rows = f'"{EVIL}",date,title\nx,2020-09-27,"{EVIL}"\n"{EVIL}",2020-99-99,"{EVIL}"\n'
    page = hand_over(import_page(), f"../../{EVIL}.csv", rows)
    draft = draft_of(page)
    assert draft.upload and draft.upload.path.is_relative_to(workspace)
    page.text_input(key=draft.key("title")).set_value(EVIL).run()
    import_now(page)
    (key,) = left(workspace)
    for button in ("import-next", f"report-{key}", f"delete-{key}"):
        assert not page.exception
        assert "<script" not in "".join(markup(page)) and "{{7*7}}" in said(page)
        for text in markdown(page):
            assert "![" not in text and "](" not in text and "$x$" not in text
        press(page, button)
    asked = page.warning[0].value.replace("\\", "").replace("\u2060", "")
    assert asked.startswith(f"Delete “{EVIL}”")


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\data.csv", "data.csv"),
        ("...", "file"),
        ("", "file"),
        ("a\u202eb\x00.csv", "ab.csv"),
        ("Şuşa 2020 (1).csv", "Şuşa 2020 (1).csv"),
        ("x" * 500 + ".xlsx", "x" * 95 + ".xlsx"),
        ('a<b>:"|?*.csv', "a_b______.csv"),
    ],
)
def test_a_file_name_leads_nowhere_else(given: str, safe: str) -> None:
    assert safe_name(given) == safe
