"""What the first visitor would wait for is done before the server answers, and nothing else is."""

import os
import subprocess
import sys
from pathlib import Path

from dashboard.events.sets.names import WORKSHOP

SEEN = """
import sys
import app
from dashboard.page import cache
cache.read_dataset = None  # the first visit reads nothing any more
assert len(cache.dataset().tables.events) == 75
print(*sorted({name.split(".")[0] for name in sys.modules} | set(sys.modules)))
"""
# Some 85 MB that all sessions share: engines, the reader of map formats, writers of files.
SPARED = {"duckdb", "ibis", "matplotlib", "pyogrio", "pypdf", "sqlglot", "xlsxwriter"}


def _loaded(root: Path, workspace: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SEEN], cwd=root, capture_output=True, text=True, check=True,
        env=os.environ | {"DASHBOARD_WORKSPACE": str(workspace)},
    )  # fmt: skip
    assert "ScriptRunContext" not in done.stderr
    return set(done.stdout.split())


def test_the_records_are_read_and_the_page_is_loaded(root: Path, tmp_path: Path) -> None:
    loaded = _loaded(root, tmp_path)
    assert "dashboard.page.timelines" in loaded
    assert not loaded & SPARED


def test_engines_are_loaded_where_there_are_records_to_ask(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ged").mkdir()
    (tmp_path / "ged" / "dataset.json").write_text("{}", "utf-8")
    assert {"duckdb", "ibis"} <= _loaded(root, tmp_path)


def test_what_a_killed_import_had_moved_aside_is_put_back(root: Path, tmp_path: Path) -> None:
    left = tmp_path / f"{WORKSHOP}dead"
    (left / "old" / "ged").mkdir(parents=True)
    (left / "old" / "ged" / "dataset.json").write_text("{}", "utf-8")
    (left / "made").mkdir()
    _loaded(root, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["ged"]
