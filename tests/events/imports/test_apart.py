"""A file is read in a process of its own: whatever becomes of that one, the server goes on."""

from pathlib import Path

import pytest

from dashboard.events.faults import DataError
from dashboard.events.imports import (
    Asked,
    Cancelled,
    Options,
    Progress,
    apart,
    preview,
    preview_apart,
    run,
    run_apart,
)
from tests.events.imports.bad_files import DEADLY, HEAD, ROW
from tests.events.imports.small_files import FILES
from tests.events.imports.workbench import events, go_on, left_in, silent


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "ged.csv"
    path.write_bytes(FILES["ged.csv"][0])
    return path


def test_it_gives_what_is_given_here(good: Path, tmp_path: Path) -> None:
    said: list[Progress] = []
    apart.make_ready()
    report = run_apart(good, tmp_path / "out", Options(), said.append, go_on)
    here = run(good, tmp_path / "here", Options(), silent, go_on)
    assert (report.sha256, report.faults, report.accepted) == (here.sha256, here.faults, 6)
    assert events(tmp_path / "out") == events(tmp_path / "here")
    assert said[-1].share == 1.0
    shown, plain = preview_apart(good), preview(good)
    assert shown.rows.equals(plain.rows) and shown.form == plain.form


def test_its_errors_are_those_of_a_reader_here(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    path.write_bytes(HEAD + ROW.replace(b"2020-11-07", b"07/11/2020"))
    with pytest.raises(Asked, match="two ways") as asked:
        run_apart(path, tmp_path / "out", Options(), silent, go_on)
    assert asked.value.question == "day_month" and asked.value.faults[0].column == "date"
    path.write_bytes(b"")
    with pytest.raises(DataError, match="the file is empty") as empty:
        run_apart(path, tmp_path / "out", Options(), silent, go_on)
    assert [fault.file for fault in empty.value.faults] == ["days.csv"]
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").touch()
    with pytest.raises(FileExistsError, match="something else"):
        run_apart(good, tmp_path / "taken", Options(), silent, go_on)


def test_a_file_that_ends_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "far-corner.xlsx"
    path.write_bytes(DEADLY)
    shown = preview_apart(path)
    assert "its reader stopped" in str(shown.faults[0]) and shown.rows.empty
    with pytest.raises(DataError, match=r"far-corner\.xlsx.*its reader stopped"):
        run_apart(path, tmp_path / "out", Options(), silent, go_on)
    assert left_in(tmp_path) == []


def test_one_that_takes_too_much_memory(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "MEMORY", 400 << 20)
    path = tmp_path / "large.json"
    path.write_bytes(b'{"Result": [' + b'{"a": "b"},' * 6_000_000 + b'{"a": "b"}]}')
    with pytest.raises(DataError, match="more than 400 MB of memory"):
        run_apart(path, tmp_path / "out", Options(), silent, go_on)
    assert left_in(tmp_path) == []


def test_one_that_says_nothing(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SILENT", 0.0)
    with pytest.raises(DataError, match="more than 0 s"):
        run_apart(good, tmp_path / "out", Options(), silent, go_on)
    assert left_in(tmp_path) == []


def test_one_that_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(HEAD + b"".join(b"%d" % n + ROW[1:] for n in range(300_000)))
    said: list[Progress] = []
    with pytest.raises(Cancelled):
        run_apart(path, tmp_path / "out", Options(), said.append, lambda: bool(said))
    assert said and left_in(tmp_path) == []
