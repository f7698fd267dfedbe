"""The import command: counts as the last line, exit codes, and what is asked for in words."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dashboard.codes import FAULTS, OK, USAGE
from dashboard.importing import add_import
from tests.events.imports.small_files import FILES

TABLE = "id,date,title,latitude,longitude\n"
GOOD = "1,2020-11-07,A,39.7,46.7\n"


def command(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    add_import(parser.add_subparsers())
    options = parser.parse_args(["import", *map(str, arguments)])
    code: int = options.run(options)
    return code


def file(folder: Path, text: str, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def last_line(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return said


@pytest.mark.parametrize("name", FILES)
def test_every_form_is_imported(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw, form, count = FILES[name]
    path = tmp_path / "file"
    path.write_bytes(raw)
    assert command(path, "--out", tmp_path / "set", "--json") == OK
    said = last_line(capsys)
    assert (said["format"], said["read"], said["accepted"], said["rejected"]) == (
        form, count, count, 0,
    )  # fmt: skip
    assert len(said["sha256"]) == 64
    assert (tmp_path / "set" / "dataset.json").is_file()


def test_progress_and_faults_are_said_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(tmp_path, f"{TABLE}{GOOD}2,soon,B,,\n")
    assert command(path, "--out", tmp_path / "set") == OK
    out, err = capsys.readouterr()
    assert "2 rows read, 1 accepted, 1 rejected" in out
    assert str(tmp_path / "set" / "report.csv") in out
    assert "Reading the file" in err
    assert "file.csv, row 3, column date: 'soon'" in err


def test_nothing_accepted_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file(tmp_path, f"{TABLE}2,soon,B,,\n")
    assert command(path, "--out", tmp_path / "set", "--json") == FAULTS
    said = last_line(capsys)
    assert (said["read"], said["accepted"], said["rejected"]) == (1, 0, 1)
    assert not (tmp_path / "set").exists()


def test_a_file_without_a_table_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(tmp_path, "<html>")
    assert command(path, "--out", tmp_path / "set", "--json") == FAULTS
    out, err = capsys.readouterr()
    assert json.loads(out)["accepted"] == 0
    assert "web page" in err


@pytest.mark.parametrize(
    ("text", "option", "answer", "day"),
    [
        (f"{TABLE}1,07/11/2020,A,,\n", "--day-first", [], "2020-11-07"),
        (f"{TABLE}1,07/11/2020,A,,\n", "--month-first", [], "2020-07-11"),
        ("a,b\n1,2020-11-07\n", "--map", ["date=b"], "2020-11-07"),
    ],
)
def test_what_is_open_is_asked_for_by_its_option(
    text: str,
    option: str,
    answer: list[str],
    day: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, out = file(tmp_path, text), tmp_path / "set"
    assert command(path, "--out", out) == FAULTS
    assert option in capsys.readouterr().err
    assert command(path, "--out", out, option, *answer) == OK
    said = json.loads((out / "dataset.json").read_text("utf-8"))
    assert (said["earliest"], said["latest"]) == (day, day)


def test_what_is_said_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(f"{TABLE}1,2020-11-07,é,,\n".encode("cp1252"))
    out = tmp_path / "set"
    words = ["--title", "T", "--licence", "L", "--citation", "C {accessed}"]
    more = ["--accessed", "2026-11-07", "--encoding", "windows-1252"]
    assert command(path, "--out", out, "--format", "columns", *words, *more) == OK
    said = json.loads((out / "dataset.json").read_text("utf-8"))
    assert (said["title"], said["licence"], said["citation"]) == ("T", "L", "C 7 Nov 2026")
    assert said["choices"]["encoding"] == "cp1252"
    assert said["mapping"]["date"] == "date"


@pytest.mark.parametrize(
    "wrong",
    [
        ["--format", "word"],
        ["--encoding", "klingon"],
        ["--map", "date"],
        ["--map", "when=date"],
        ["--map", "date=nowhere"],
        ["--day-first", "--month-first"],
        ["--accessed", "yesterday"],
    ],
    ids=" ".join,
)
def test_unusable_arguments_end_with_2(wrong: list[str], tmp_path: Path) -> None:
    path = file(tmp_path, f"{TABLE}{GOOD}")
    try:
        code = command(path, "--out", tmp_path / "set", *wrong)
    except SystemExit as error:
        code = int(error.code or 0)
    assert code == USAGE
    assert not (tmp_path / "set").exists()


def test_a_missing_file_or_a_place_that_is_taken_ends_with_2(tmp_path: Path) -> None:
    assert command(tmp_path / "none.csv", "--out", tmp_path / "set") == USAGE
    path = file(tmp_path, f"{TABLE}{GOOD}")
    assert command(path, "--out", tmp_path) == USAGE
    assert path.read_text("utf-8") == f"{TABLE}{GOOD}"


def test_the_program_knows_the_command(tmp_path: Path, root: Path) -> None:
    path = file(tmp_path, f"{TABLE}{GOOD}")
    line = [sys.executable, "-m", "dashboard", "import", str(path), "--json", "--out"]
    done = subprocess.run(
        [*line, str(tmp_path / "set")], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == OK
    assert json.loads(done.stdout.splitlines()[-1])["accepted"] == 1
    assert "leaked" not in done.stderr
