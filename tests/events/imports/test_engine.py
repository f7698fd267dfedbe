"""The engine of an import reads and writes in its own folder, and can be told nothing else."""

from pathlib import Path

import duckdb
import pytest

from dashboard.events.imports.engine import connect, expect

ESCAPES = (
    "FROM read_csv('/etc/passwd')",
    "FROM read_text('/etc/passwd')",
    "FROM read_blob('/proc/self/environ')",
    "FROM '/etc/passwd'",
    "FROM glob('/etc/*')",
    "FROM read_csv('{place}/../../etc/passwd')",
    "FROM 'http://127.0.0.1:9/a.csv'",
    "COPY (SELECT 1) TO '{place}/../out.csv'",
    "ATTACH '{place}/../out.duckdb'",
    "EXPORT DATABASE '{place}/../out'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "INSTALL h3 FROM community",
    "SET enable_external_access = true",
    "SET allowed_directories = ['/']",
    "RESET allowed_directories",
    "SET memory_limit = '90GB'",
    "SET lock_configuration = false",
    "FROM a_frame",
)


@pytest.mark.parametrize("query", ESCAPES)
def test_it_cannot_be_left(query: str, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    a_frame = {"of": "the test"}  # noqa: F841 - what a query must not see
    with connect(place) as con:
        expect(con, 1)
        with pytest.raises(duckdb.Error):
            con.execute(query.format(place=place)).fetchall()
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_its_own_folder_is_open(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("1,2\n")
    with connect(tmp_path, tmp_path / "work.duckdb") as con:
        expect(con, 1)
        assert con.execute(f"FROM read_csv('{tmp_path}/a.csv')").fetchall() == [(1, 2)]
        con.execute(f"ATTACH '{tmp_path}/new.duckdb' AS n").fetchall()
        con.execute("CREATE TABLE n.t AS SELECT 1").fetchall()
