"""Data sets of one's own among those that can be opened, on the page's way and the program's."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.__main__ import main
from dashboard.events.dataset import DATA, read_dataset
from dashboard.events.faults import DataError
from dashboard.events.filters import Filter
from dashboard.events.imports import is_free
from dashboard.events.own import copy_of, drop, load, new_set, put, save
from dashboard.events.sets.library import listed, open_source, own_sets, version
from dashboard.events.sets.source import Curated
from dashboard.page.imports.shelf import all_shelved
from tests.events.sets.conftest import write_set


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of(tmp_path, "My copy", "Leyla", DATA)


def test_they_stand_beside_imported_ones(folder: Path, rows: pd.DataFrame) -> None:
    write_set(folder.parent / "imported", rows.head(20), title="Imported")
    assert listed(folder.parent) == {"imported": "Imported", "my-copy": "My copy"}
    assert own_sets(folder.parent) == {"my-copy": "My copy"}


def test_one_opens_with_its_own_key_title_and_version(folder: Path) -> None:
    opened = open_source("my-copy", folder.parent)
    assert isinstance(opened, Curated)
    assert (opened.key, opened.title) == ("my-copy", "My copy")
    assert opened.sha256 == load(folder).version.sha256
    assert opened.sha256 == opened.data.tables.sha256 != read_dataset().tables.sha256
    assert opened.show(Filter())[1].shown == 75


def test_each_edit_is_another_version_of_the_data(folder: Path) -> None:
    before, draft = open_source("my-copy", folder.parent), load(folder)
    told = version("my-copy", folder.parent)
    rows = put(draft.rows, "events", {**draft.rows["events"][0], "title": "New"},
               draft.rows["events"][0]["event_id"])  # fmt: skip
    save(folder, replace(draft, rows=rows), "Leyla", "title")
    after = open_source("my-copy", folder.parent)
    assert after.sha256 != before.sha256 and version("my-copy", folder.parent) != told
    assert after.data.events["title"].iloc[0] == "New"  # type: ignore[union-attr]


def test_one_with_faults_names_them_all(folder: Path) -> None:
    draft = load(folder)
    rows = drop(drop(draft.rows, "sources", "trt"), "places", "nk")
    save(folder, replace(draft, rows=rows), "Leyla", "dropped")
    with pytest.raises(DataError) as told:
        open_source("my-copy", folder.parent)
    assert {fault.value for fault in told.value.faults} >= {"trt", "nk"}
    assert listed(folder.parent) == {"my-copy": "My copy"}


def test_one_without_records_says_so(tmp_path: Path) -> None:
    new_set(tmp_path, "Empty", "Leyla")
    with pytest.raises(DataError, match="at least one record"):
        open_source("empty", tmp_path)


def test_one_that_is_damaged_is_not_listed(folder: Path) -> None:
    (folder / "history.jsonl").write_text("{}\n")
    assert listed(folder.parent) == {}
    with pytest.raises(DataError):
        open_source("my-copy", folder.parent)


def test_the_program_takes_its_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--data", str(folder)]
    assert main(["check", *where]) == 0
    assert "75 events" in capsys.readouterr().out
    assert main(["query", *where, "--actor", "russia", "--out", str(tmp_path / "r.json")]) == 0
    assert main(["verify", *where, str(tmp_path / "r.json")]) == 0
    draft = load(folder)
    rows = drop(draft.rows, "events", draft.rows["events"][-1]["event_id"])
    save(folder, replace(draft, rows=rows), "Leyla", "dropped the last")
    capsys.readouterr()
    assert main(["query", *where, "--count"]) == 0
    assert capsys.readouterr().out == "74 of 74 records\n"
    save(folder, replace(load(folder), rows=drop(rows, "sources", "trt")), "Leyla", "no source")
    assert main(["check", *where]) == 1
    assert "'trt'" in capsys.readouterr().out
    assert main(["query", *where]) == 1
    assert "faults; the records cannot be asked" in capsys.readouterr().err


def test_an_import_does_not_take_one_for_its_own(folder: Path) -> None:
    assert not is_free(folder)
    assert all_shelved(folder.parent) == []
