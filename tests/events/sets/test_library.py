"""Which data sets can be opened, and what is said of one that cannot."""

import os
from pathlib import Path

import pandas as pd
import pytest

from dashboard.events.faults import DataError
from dashboard.events.sets.about import read_about
from dashboard.events.sets.library import (
    engine_about,
    is_stored,
    listed,
    open_source,
    version,
    workspace,
)
from dashboard.events.sets.source import Curated, Stored
from dashboard.events.store.engines import EngineError, duckdb_url
from tests.events.sets.conftest import write_set


@pytest.fixture
def folder(tmp_path: Path, rows: pd.DataFrame) -> Path:
    """A workspace with two data sets, one that is broken, and things that are none."""
    write_set(tmp_path / "b-second", rows.head(20), title="Second")
    write_set(tmp_path / "a-first", rows.head(30), title="First")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "dataset.json").write_text("{")
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("not a data set")
    return tmp_path


def test_the_workspace_lists_what_can_be_opened(folder: Path) -> None:
    assert listed(folder) == {"a-first": "First", "b-second": "Second"}
    assert listed(folder / "not there") == {}


def test_each_opens_with_its_own_records(folder: Path) -> None:
    first = open_source("a-first", folder)
    assert isinstance(first, Stored) and first.store.total == 30 and first.title == "First"
    assert isinstance(open_source("", folder), Curated)
    assert is_stored(folder / "a-first") and not is_stored(folder / "empty")


def test_a_broken_one_names_its_file(folder: Path) -> None:
    with pytest.raises(DataError, match=r"dataset\.json"):
        open_source("broken", folder)
    with pytest.raises(DataError, match=r"dataset\.json"):
        open_source("not there", folder)


def test_a_lost_file_of_records_is_said(folder: Path) -> None:
    (folder / "b-second" / "events.duckdb").unlink()
    with pytest.raises(EngineError):
        open_source("b-second", folder).store.total  # type: ignore[union-attr]  # noqa: B018


def test_a_sidecar_of_wrong_types_names_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "dataset.json"
    path.write_text('{"name": 3, "title": "t", "form": "ged", "sha256": "", "read": "many"}')
    with pytest.raises(DataError) as raised:
        read_about(path)
    assert [fault.column for fault in raised.value.faults] == ["name", "read"]


def test_an_import_anew_is_another_version(folder: Path) -> None:
    before = version("a-first", folder)
    path = folder / "a-first" / "dataset.json"
    os.utime(path, (1, 1))
    assert version("a-first", folder) != before
    assert version("not there", folder) == -1.0


def test_the_workspace_is_a_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DASHBOARD_WORKSPACE", str(tmp_path))
    assert workspace() == tmp_path
    monkeypatch.delenv("DASHBOARD_WORKSPACE")
    assert workspace().is_absolute() and "conflict-dashboard" in str(workspace())


def test_an_engine_is_a_data_set_with_its_address_or_what_is_said_of_it(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    url = duckdb_url(folder / "a-first" / "events.duckdb")
    monkeypatch.setenv("EVENTS_URL", url)
    assert listed(folder)["engine"] == "Records at a-first/events.duckdb"  # not where that lies
    found = open_source("engine", folder)
    assert isinstance(found, Stored) and found.store.total == 30
    monkeypatch.setenv("EVENTS_ABOUT", str(folder / "b-second" / "dataset.json"))
    assert engine_about().title == "Second"


def test_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTS_URL", "clickhouse://desk:secret@host:8443/db")
    assert "secret" not in engine_about().title and "host:8443" in engine_about().title
