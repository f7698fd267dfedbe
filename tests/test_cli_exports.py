"""query --out, brief and verify from the command line: files, exit codes, what has changed."""

import json
import tomllib
from pathlib import Path

import openpyxl
import pptx
import pytest

from dashboard import VERSION
from dashboard.__main__ import main
from dashboard.handout.carriers import read_stamp
from tests.data_copy import Copy
from tests.events.conftest import copy  # noqa: F401  (a fixture)

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
EVENT = "first-truce-2020-10-10"


def test_the_version_that_files_carry_is_that_of_the_project() -> None:
    assert tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"] == VERSION


def test_query_writes_a_file_by_its_ending(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    path = tmp_path / "russia.xlsx"
    assert main(["query", "--actor", "russia", "--out", str(path)]) == 0
    assert capsys.readouterr().out == "14 of 75 records were written to russia.xlsx\n"
    assert openpyxl.load_workbook(path)["Records"].max_row == 15
    assert read_stamp(path).query == {"actor": ["russia"]}


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.csv", "csv"), ("a.claims.csv", "claims"), ("a.csl.json", "csl"), ("a.bib", "bibtex")],
)
def test_what_cannot_hold_its_provenance_has_it_beside(
    tmp_path: Path, name: str, form: str, capsys: pytest.CaptureFixture
) -> None:
    path = tmp_path / name
    assert main(["query", "--actor", "russia", "--out", str(path)]) == 0
    main(["query", "--actor", "russia", "--format", form])
    printed = capsys.readouterr().out.split("\n", 1)[1]
    assert path.read_text("utf-8").rstrip("\n") == printed.rstrip("\n")
    beside = json.loads((tmp_path / f"{name}.provenance.json").read_text("utf-8"))
    assert list(beside["files"]) == [name]
    assert main(["verify", str(path)]) == 0


def test_a_binary_form_is_not_printed(capsys: pytest.CaptureFixture) -> None:
    assert main(["query", "--format", "xlsx"]) == 2
    assert "name a file with --out" in capsys.readouterr().err


def test_brief_makes_a_deck_of_the_filter(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    path = tmp_path / "deck.pptx"
    arguments = ["brief", "--out", str(path), "--title", "Şuşa", "--from", "2020-11-07",
                 "--to", "2020-11-07", "--look", "grey", "--part", "records"]  # fmt: skip
    assert main(arguments) == 0
    assert "22 of 75 records" in capsys.readouterr().out
    deck = pptx.Presentation(str(path))
    assert deck.slides[0].shapes.title.text == "Şuşa"
    titles = [s.shapes.title.text for s in deck.slides]
    assert not {"Timeline", "Map"} & set(titles)
    assert main(["verify", str(path)]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "--out", "a.xyz"], "a.xyz: name a --format, or end it with csv"),
        (["query", "--out", "a.zip"], "a.zip: name a --format"),
        (["brief", "--out", "a.txt"], "a briefing is a png, svg, pdf, pptx, docx file"),
        (["brief", "--out", "a.png", "--actor", "nobody"], "actor=nobody is not known"),
        (["verify", "missing.png"], "missing.png: it cannot be read"),
    ],
)
def test_a_bad_call_is_said_and_ends_with_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture
) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said(capsys: pytest.CaptureFixture) -> None:
    assert main(["query", "--out", "/no/such/folder/a.csv"]) == 1
    assert "No such file" in capsys.readouterr().err


def test_verify_names_the_edited_record_and_its_field(
    tmp_path: Path,
    copy: Copy,  # noqa: F811
    capsys: pytest.CaptureFixture,
) -> None:
    path = tmp_path / "briefing.png"
    data = ["--data", str(copy.folder)]
    assert main(["brief", "--out", str(path), "--actor", "russia", *data]) == 0
    assert main(["verify", str(path), *data]) == 0
    assert capsys.readouterr().out.endswith("The data gives the same records.\n")
    old = copy.cell("events", copy.number("events", EVENT), "title")
    copy.change("events", EVENT, title="Another title")
    assert main(["verify", str(path), *data]) == 1
    said = capsys.readouterr().out
    assert f"changed: {EVENT} (Another title)" in said
    assert f"events.csv, {EVENT}, title: “{old}” → “Another title”" in said
