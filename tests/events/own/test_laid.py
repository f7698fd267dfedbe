"""The plain files of the current version: in the data set, or elsewhere where it takes none."""

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.events.dataset import DATA
from dashboard.events.faults import DataError
from dashboard.events.filters import Filter
from dashboard.events.own import Conflict, laid, layout, load, save
from dashboard.events.sets.library import open_curated
from tests.events.own.conftest import tables


def retitled(folder: Path, title: str) -> None:
    draft = load(folder)
    package = {**draft.package, "description": title}
    save(folder, replace(draft, package=package), "Leyla", title)


@pytest.fixture(autouse=True)
def nowhere_else() -> None:
    """What other tests have laid elsewhere is gone."""
    laid._elsewhere.cache_clear()


def test_files_that_were_changed_by_hand_are_laid_out_anew(copied: Path) -> None:
    place = layout(copied)
    (place / "events.csv").write_text("x")
    assert tables(layout(copied)) == tables(DATA)
    for title in ("One", "Two", "Three"):
        retitled(copied, title)
        layout(copied)
    assert sorted(path.name for path in copied.glob("current-*")) == ["current-3", "current-4"]


def test_what_a_killed_process_left_of_laying_out_is_swept(copied: Path) -> None:
    (copied / ".laying-x" / "made").mkdir(parents=True)
    layout(copied)
    assert not list(copied.glob(".laying-*"))


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), PermissionError(), Conflict(None)]
)
def test_a_data_set_that_takes_no_file_can_be_read(
    copied: Path, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any) -> None:
        raise error

    monkeypatch.setattr(laid, "locked", refused)
    place = layout(copied)
    assert copied not in place.parents
    assert tables(place) == tables(DATA)
    assert layout(copied) == place and [*place.parent.iterdir()] == [place]
    assert open_curated(copied).show(Filter())[1].total == 75
    retitled(copied, "Two")
    other = layout(copied)
    assert other != place and "Two" in (other / "datapackage.json").read_text("utf-8")
    assert not list(copied.glob("current-*"))
    monkeypatch.undo()
    assert layout(copied) == copied / "current-2"


def test_where_there_is_no_room_at_all_it_is_said(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(laid, "_written", full)
    with pytest.raises(DataError, match=r"my-copy.*No space left on device.*room to lay out"):
        open_curated(copied)
    assert not [path for path in copied.iterdir() if "laying" in path.name]
