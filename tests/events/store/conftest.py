"""What the tests of the store share: one table of oddities, held by every engine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard.events.store.companions import build_companions
from dashboard.events.store.engines import close_engine, duckdb_url, open_engine
from dashboard.events.store.loading import to_clickhouse, to_parquet
from dashboard.events.store.store import Store

from .plain import Plain
from .sail import free_port, running_sail
from .synthetic import make_rows, write_table

Held = tuple[Store, Plain]  # an engine, and the same records in plain pandas


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="session")
def rows() -> pd.DataFrame:
    return make_rows()


@pytest.fixture(scope="session")
def plain(rows: pd.DataFrame) -> Plain:
    return Plain(rows)


@pytest.fixture(scope="session")
def file(folder: Path, rows: pd.DataFrame) -> Path:
    """The records as an import leaves them."""
    return keep(folder / "events.duckdb", rows)


@pytest.fixture(scope="session")
def duckdb_store(file: Path) -> Store:
    return Store(open_engine(duckdb_url(file)))


@pytest.fixture(scope="session")
def companions_store(folder: Path, rows: pd.DataFrame) -> Store:
    path = keep(folder / "companions.duckdb", rows, build_companions)
    return Store(open_engine(duckdb_url(path)))


@pytest.fixture(scope="session")
def chdb_url(folder: Path) -> Iterator[str]:
    """The address of the one chdb that a process may have."""
    url = f"clickhouse:///?interface=chdb&path={folder / 'chdb'}"
    yield url
    close_engine(url)


@pytest.fixture(scope="session")
def clickhouse_store(chdb_url: str, file: Path) -> Store:
    to_clickhouse(file, chdb_url)
    return Store(open_engine(chdb_url))


@pytest.fixture(scope="session")
def parquet(folder: Path, file: Path) -> Path:
    to_parquet(file, folder / "events.parquet")
    return folder / "events.parquet"


@pytest.fixture(scope="session")
def sail_url(folder: Path) -> Iterator[str]:
    with running_sail(folder / "sail.log", free_port()) as url:
        yield url
        close_engine(url)


@pytest.fixture(scope="session")
def spark_store(sail_url: str, parquet: Path) -> Store:
    return Store(open_engine(sail_url), str(parquet.with_name("*.parquet")))


@pytest.fixture(scope="session", params=["duckdb", "clickhouse", "spark"])
def held(request: pytest.FixtureRequest, plain: Plain) -> Held:
    """Every engine."""
    return request.getfixturevalue(f"{request.param}_store"), plain


def keep(
    path: Path, rows: pd.DataFrame, more: Callable[[duckdb.DuckDBPyConnection], None] | None = None
) -> Path:
    """A DuckDB file with these records, and what `more` makes of them."""
    with duckdb.connect(str(path)) as connection:
        write_table(rows, connection)
        if more:
            more(connection)
    return path
