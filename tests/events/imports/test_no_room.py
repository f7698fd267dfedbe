"""An import for which there is no room, on the disk or in memory, says so and leaves nothing."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.events.faults import DataError
from dashboard.events.imports import DiskFull, running
from tests.events.imports.workbench import HEADER, import_text, left_in

GOOD = "".join(f"a{n},2020-01-{n % 28 + 1:02},what {n},Army,40,46\n" for n in range(100))


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _full_engine(*_: object) -> None:
    raise duckdb.IOException('Could not write file "x": No space left on device')


def _full_spill(*_: object) -> None:
    raise duckdb.OutOfMemoryException("failed to offload data block: temp directory is full")


@pytest.mark.parametrize("step", ["load", "write_events", "write_report", "put"])
@pytest.mark.parametrize("error", [_full, _full_engine, _full_spill])
def test_a_full_disk_is_said_with_place_and_bytes(
    step: str, error: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, step, error)
    with pytest.raises(DiskFull) as full:
        import_text(f"{HEADER}\n{GOOD}", tmp_path / "out")
    assert str(tmp_path) in str(full.value)
    assert f"{2 * (len(GOOD) + len(HEADER) + 1) + (1 << 24):,} bytes" in str(full.value)
    assert left_in(tmp_path) == []


def test_a_write_that_the_disk_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real one: the copy of the rows goes to a device that is always full."""
    if not Path("/dev/full").exists():
        pytest.skip("there is no device that is always full")

    def opened(self: Path, *rest: Any, **named: Any) -> Any:
        return open("/dev/full" if self.name == "rows.csv" else self, *rest, **named)

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(DiskFull):
        import_text(f"{HEADER}\n{GOOD * 50}", tmp_path / "out")
    assert left_in(tmp_path) == []


def test_too_little_memory_is_not_taken_for_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(*_: object) -> None:
        raise duckdb.OutOfMemoryException("Failed to allocate block of 32768 bytes")

    monkeypatch.setattr(running, "load", no_memory)
    with pytest.raises(DataError, match=r"file\.csv.*32768.*than the memory holds"):
        import_text(f"{HEADER}\n{GOOD}", tmp_path / "out")
    assert left_in(tmp_path) == []
