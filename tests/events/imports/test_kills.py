"""A killed import leaves the data set that was there, or the new one: whole, and nothing else."""

from pathlib import Path

import pytest

from dashboard.events.sets.names import WORKSHOP
from tests.events.imports.kills import kill_many, make_file, what_is_wrong
from tests.events.imports.workbench import imported


@pytest.mark.parametrize(
    ("kills", "rows", "longest"),
    [(10, 3_000, 0.3), pytest.param(200, 20_000, 0.6, marks=pytest.mark.long)],
)
def test_imports_are_killed_at_any_moment(
    kills: int, rows: int, longest: float, tmp_path: Path
) -> None:
    """So many are killed before they have ended; what each leaves is looked at."""
    hit = kill_many(kills, rows, longest, tmp_path, seed=7)
    print({step: hit[step] for step in sorted(hit)})
    assert sum(count for step, count in hit.items() if step) == kills


def test_half_a_data_set_would_be_seen(tmp_path: Path) -> None:
    version = make_file(tmp_path / "one.csv", 20, "one")
    other = make_file(tmp_path / "two.csv", 20, "two")
    folder = tmp_path / "set"
    assert what_is_wrong(folder, [version]) == ""
    assert "gone" in what_is_wrong(folder, [other, version])
    imported(version.path, folder, form="columns")
    assert what_is_wrong(folder, [version]) == ""
    assert "older" in what_is_wrong(folder, [other])
    (folder / "report.csv").unlink()
    assert "False" in what_is_wrong(folder, [version])
    (tmp_path / f"{WORKSHOP}x").write_text("a file, which is not ours to sweep")
    (tmp_path / "else").mkdir()
    assert "left behind" in what_is_wrong(folder, [version])
    with pytest.raises(AssertionError):
        kill_many(kills=1, rows=5, longest=0, workspace=tmp_path, seed=1)
