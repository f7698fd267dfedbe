"""What the tests of imported data sets share: 2,000 odd records as an imported data set."""

import json
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.events.sets.library import open_folder
from dashboard.events.sets.source import Stored
from tests.events.store.synthetic import make_rows, write_table

SIDECAR = {
    "name": "odd", "title": "Odd records", "form": "ged", "sha256": "ab" * 32, "read": 2003,
    "accepted": 2000, "rejected": 3, "citation": "UCDP GED 26.1, accessed 24 Nov 2026",
    "licence": "CC BY 4.0", "accessed": "2026-11-24", "file": "odd.csv",
}  # fmt: skip


def write_set(folder: Path, rows: pd.DataFrame, **about: object) -> Path:
    """Make `folder` an imported data set of these rows."""
    folder.mkdir(parents=True)
    with duckdb.connect(folder / "events.duckdb") as connection:
        write_table(rows, connection)
    content = SIDECAR | {"name": folder.name} | about
    (folder / "dataset.json").write_text(json.dumps(content), "utf-8")
    return folder


@pytest.fixture(scope="session")
def rows() -> pd.DataFrame:
    return make_rows()


@pytest.fixture(scope="session")
def stored(rows: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return open_folder(write_set(tmp_path_factory.mktemp("sets") / "odd", rows))
