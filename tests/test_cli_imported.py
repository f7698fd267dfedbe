"""The command line on an imported data set: the same commands, filters and exit codes."""

import json
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.events.dataset import DATA
from dashboard.events.filters import Filter
from dashboard.events.own import copy_of, last
from dashboard.events.sets.library import open_folder
from tests.events.sets.conftest import write_set
from tests.events.store.synthetic import make_rows

AUTUMN = ["--from", "2020-09-01", "--to", "2020-11-10"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set(tmp_path_factory.mktemp("cli") / "odd", make_rows(2500))


def test_query_gives_the_records_of_the_filter(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["query", "--data", str(folder), "--country", "Fiji", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    store = open_folder(folder).store
    wanted = store.page(Filter(country=("Fiji",)), 9999)["event_id"]
    assert {record["event_id"] for record in told["records"]} == set(wanted)
    assert told["total"] == 2500 and told["filter"] == ["in Fiji"]


def test_query_gives_all_of_them_however_many(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["query", "--data", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) >= 2501
    assert main(["query", "--data", str(folder), "--box", "44,38,48,41", "--count"]) == 0
    count = open_folder(folder).store.totals(Filter(box=(44.0, 38.0, 48.0, 41.0))).count
    assert capsys.readouterr().out == f"{count} of 2500 records\n"


def test_an_unknown_value_is_a_bad_call(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--data", str(folder), "--actor", "Nobody"]) == 2
    assert "actor=Nobody" in capsys.readouterr().err


def test_a_briefing_carries_the_citation_and_can_be_verified(folder: Path, tmp_path: Path) -> None:
    made = tmp_path / "autumn.pptx"
    call = ["brief", "--data", str(folder), "--out", str(made), "--lanes", "type", *AUTUMN]
    assert main(call) == 0
    from pptx import Presentation

    words = " ".join(
        shape.text_frame.text
        for slide in Presentation(str(made)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert "UCDP GED 26.1, accessed 24 Nov 2026" in words
    assert main(["verify", str(made), "--data", str(folder)]) == 0


def test_a_changed_record_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "autumn.json"
    assert main(["query", "--data", str(folder), "--out", str(made), *AUTUMN]) == 0
    rows = make_rows(2500)
    shown = json.loads(made.read_text("utf-8"))["records"][0]["event_id"]
    rows.loc[rows["event_id"] == shown, "title"] = "Another title"
    other = write_set(tmp_path / "odd", rows)
    capsys.readouterr()
    assert main(["verify", str(made), "--data", str(other)]) == 1
    assert "Another title" in capsys.readouterr().out


def test_a_briefing_of_too_many_records_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "--data", str(folder), "--out", str(tmp_path / "all.png")]) == 2
    assert "at most 2,000" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_versions_of_ones_own_records_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_of(tmp_path, "My copy", "Leyla", DATA, "2026-11-24T09:30:00+00:00")
    assert main(["history", "--data", str(folder)]) == 0
    [line] = capsys.readouterr().out.splitlines()
    version = last(folder)
    assert line == (
        f"version 1, 2026-11-24 09:30 UTC, Leyla: {version.what} (SHA-256 {version.sha256})"
    )
