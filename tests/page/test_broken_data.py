"""Records that cannot be used: the page lists every fault with its place, and nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from dashboard.events.dataset import DATA
from tests.page.conftest import OpenPage


@pytest.fixture
def folder(tmp_path: Path, other_data: Callable[[Path], None]) -> Path:
    """A copy of the records that the page reads and the test breaks."""
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    other_data(copy)
    return copy


def set_cell(folder: Path, table: str, row: int, column: str, value: str) -> None:
    """Write one cell; rows are counted as in a spreadsheet, whose header is row 1."""
    path = folder / f"{table}.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame.loc[row - 2, column] = value
    frame.to_csv(path, index=False)


@pytest.mark.parametrize(
    ("table", "row", "column", "value"),
    [
        ("events", 5, "date", "autumn 2020"),
        ("events", 7, "actors", "narnia"),
        ("events", 7, "places", "narnia"),
        ("events", 9, "event_type", "party"),
        ("claims", 4, "side", "narnia"),
        ("claims", 4, "source_id", "narnia"),
        ("claims", 4, "speaker", "narnia"),
        ("places", 3, "latitude", "north"),
        ("actors", 3, "parent", "narnia"),
        ("periods", 2, "from", "long ago"),
    ],
)
def test_a_fault_is_named_with_its_place(
    open_page: OpenPage, folder: Path, table: str, row: int, column: str, value: str
) -> None:
    set_cell(folder, table, row, column, value)
    at = open_page()
    assert not at.exception
    assert len(at.error) == 1
    listed = at.code[0].value
    assert f"{table}.csv, row {row}, column {column}: {value!r}" in listed
    assert "Traceback" not in listed
    assert not at.dataframe


def test_all_faults_are_listed_at_once(open_page: OpenPage, folder: Path) -> None:
    set_cell(folder, "events", 5, "date", "autumn 2020")
    set_cell(folder, "events", 6, "date", "soon")
    set_cell(folder, "places", 3, "latitude", "north")
    listed = open_page().code[0].value
    for place in ("events.csv, row 5", "events.csv, row 6", "places.csv, row 3"):
        assert place in listed


def test_a_file_is_missing(open_page: OpenPage, folder: Path) -> None:
    (folder / "claims.csv").unlink()
    (folder / "sources.csv").write_bytes(b"\xff\xfe\x00")
    at = open_page()
    assert not at.exception
    assert "claims.csv" in at.code[0].value
    assert "sources.csv" in at.code[0].value


def test_the_description_is_missing(open_page: OpenPage, folder: Path) -> None:
    (folder / "datapackage.json").write_text("{", "utf-8")
    at = open_page()
    assert not at.exception
    assert "datapackage.json" in at.code[0].value


def test_repaired_records_are_read_again(open_page: OpenPage, folder: Path) -> None:
    """An error is not kept: the next visit reads the tables afresh."""
    set_cell(folder, "events", 5, "date", "autumn 2020")
    assert open_page().error
    shutil.copy(DATA / "events.csv", folder)
    at = open_page()
    assert not at.error
    assert at.dataframe
