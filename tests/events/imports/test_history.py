"""Every import of a data set is remembered, also when another one takes its place."""

import hashlib
import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from dashboard.__main__ import main
from dashboard.events.faults import DataError
from dashboard.events.imports import HISTORY, Options, history, is_unchanged, run
from dashboard.events.imports import write as writing
from tests.events.imports.workbench import (
    HEADER,
    events,
    go_on,
    import_text,
    left_in,
    sidecar,
    silent,
)

FIRST = f"{HEADER}\na,2020-01-01,one,Army,40,46\nb,never,two,Army,40,46\n"
SECOND = f"{HEADER}\na,2020-01-01,ONE,Army,40,46\n"


def _sha256(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data set that was imported twice, from two files."""
    import_text(FIRST, tmp_path / "out")
    import_text(SECOND, tmp_path / "out", title="Second")
    return tmp_path / "out"


def test_an_import_adds_a_line_to_those_of_the_data_set_that_it_replaces(folder: Path) -> None:
    first, second = history(folder)
    assert (first.number, first.title, first.sha256) == (1, "file", _sha256(FIRST))
    assert (first.read, first.accepted, first.rejected, first.repaired) == (2, 1, 1, 0)
    assert (second.number, second.title, second.sha256) == (2, "Second", _sha256(SECOND))
    assert (second.read, second.accepted, second.rejected, second.repaired) == (1, 1, 0, 1)
    assert second.records_sha256 == _sha256((folder / "events.duckdb").read_bytes())
    assert second.records_sha256 != first.records_sha256
    assert second.imported == sidecar(folder)["imported"]


def test_lines_are_only_ever_added(folder: Path) -> None:
    before = (folder / HISTORY).read_bytes()
    import_text(FIRST, folder)
    after = (folder / HISTORY).read_bytes()
    assert after.startswith(before) and after.count(b"\n") == 3


def test_a_line_that_cannot_be_read_is_kept_and_named(folder: Path) -> None:
    with (folder / HISTORY).open("a") as file:
        file.write('{"number": 3}\nnonsense\n')
    import_text(FIRST, folder)
    lines = (folder / HISTORY).read_text().splitlines()
    assert lines[3] == "nonsense" and json.loads(lines[4])["number"] == 5
    with pytest.raises(DataError) as error:
        history(folder)
    assert [fault.row for fault in error.value.faults] == [3, 4]


def test_a_data_set_from_before_there_was_a_list_begins_one(folder: Path) -> None:
    (folder / HISTORY).unlink()
    [only] = history(folder)
    assert (only.number, only.sha256, only.records_sha256) == (1, _sha256(SECOND), "")
    assert is_unchanged(folder) is None
    import_text(FIRST, folder)
    assert [each.sha256 for each in history(folder)] == [_sha256(SECOND), _sha256(FIRST)]


def test_imports_at_once_to_one_place_are_all_in_the_list(tmp_path: Path) -> None:
    paths = []
    for n in range(4):
        paths.append(tmp_path / f"{n}.csv")
        paths[-1].write_text(f"{HEADER}\na,2020-01-0{n + 1},one,Army,40,46\n")
    threads = [
        threading.Thread(target=run, args=(path, tmp_path / "out", Options("small"), silent, go_on))
        for path in paths
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = history(tmp_path / "out")
    assert [each.number for each in told] == [1, 2, 3, 4]
    assert {each.file for each in told} == {path.name for path in paths}
    assert sidecar(tmp_path / "out")["sha256"] == told[-1].sha256
    assert is_unchanged(tmp_path / "out")


def test_a_data_set_whose_place_cannot_be_taken_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails between the two renames."""
    rename = os.rename

    def failing(old: Any, new: Any) -> None:
        if Path(old).name == "made":
            raise OSError(5, "Input/output error")
        rename(old, new)

    monkeypatch.setattr(writing.os, "rename", failing)
    with pytest.raises(OSError, match="Input/output error"):
        import_text(FIRST, folder)
    assert left_in(folder.parent) == ["out"]
    assert [each["title"] for each in events(folder)] == ["ONE"]
    assert len(history(folder)) == 2


def test_the_command_lists_the_imports(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "--data", str(folder)]) == 0
    first, second, verdict = capsys.readouterr().out.splitlines()
    assert first.startswith("import 1, 20") and " UTC: file.csv (SHA-256 " in first
    assert first.endswith("2 rows read, 1 accepted, 1 rejected, 0 changed or doubtful")
    assert _sha256(SECOND) in second
    assert verdict == "the records are those that import 2 wrote"


def test_records_that_were_changed_since_are_said_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "events.duckdb").open("r+b") as file:
        file.seek(5000)
        file.write(b"x")
    assert main(["history", "--data", str(folder)]) == 1
    assert "NOT those that import 2 wrote" in capsys.readouterr().out


def test_what_is_no_data_set_of_a_workspace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["history", "--data", str(tmp_path)]) == 2
    assert "no data set of a workspace" in capsys.readouterr().err
