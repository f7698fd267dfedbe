"""The data sets that can be opened: the curated records, the workspace's, and an engine's."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from ..dataset import DATA, read_dataset
from ..faults import DataError
from ..store.engines import duckdb_url, open_engine, without_password
from ..store.store import Store
from .about import RECORDS, SIDECAR, About, read_about
from .source import Curated, Source, Stored

WORKSPACE, URL, ABOUT, TABLE = (
    "DASHBOARD_WORKSPACE", "EVENTS_URL", "EVENTS_ABOUT", "EVENTS_TABLE",
)  # fmt: skip
ENGINE = "engine"  # the key of the data set that EVENTS_URL names


def workspace() -> Path:
    """The folder of imported data sets: `DASHBOARD_WORKSPACE`, or one in the user's data folder."""
    given = os.environ.get(WORKSPACE)
    return Path(given) if given else user_data_path("conflict-dashboard") / "datasets"


def listed(folder: Path) -> dict[str, str]:
    """Titles of the data sets by key, in the order in which they are offered. The curated records
    are not among them: they have the key "". What is no data set is left out."""
    found = {}
    if os.environ.get(URL):
        found[ENGINE] = engine_about().title
    for path in sorted(folder.glob(f"*/{SIDECAR}")) if folder.is_dir() else []:
        try:
            found[path.parent.name] = read_about(path).title
        except DataError:
            continue
    return found


def version(key: str, folder: Path) -> float:
    """Changes when the data set is imported anew."""
    try:
        return (folder / key / SIDECAR).stat().st_mtime if key not in ("", ENGINE) else 0.0
    except OSError:
        return -1.0


def open_source(key: str, folder: Path, data: Path = DATA) -> Source:
    """The data set with this key; "" are the curated records in `data`.

    Raises DataError if its files cannot be read, EngineError if its engine does not answer.
    """
    if not key:
        return Curated(read_dataset(data))
    if key == ENGINE:
        return Stored(key, engine_about(), Store(open_engine(os.environ[URL]), _table(os.environ)))
    return open_folder(folder / key)


def open_folder(folder: Path) -> Stored:
    """The imported data set in `folder`; errors as `open_source`."""
    about = read_about(folder / SIDECAR)
    return Stored(folder.name, about, Store(open_engine(duckdb_url(folder / RECORDS))))


def is_stored(folder: Path) -> bool:
    """Whether a folder holds an imported data set."""
    return (folder / SIDECAR).exists()


def engine_about() -> About:
    """What is said of the engine's records: the file that `EVENTS_ABOUT` names, or its address."""
    path = os.environ.get(ABOUT)
    if path:
        return read_about(Path(path))
    url = os.environ.get(URL, "")
    digest = sha256(url.encode()).hexdigest()
    place = without_password(url).split("?")[0].rstrip("/")
    return About(ENGINE, f"Records at {place}", "engine", digest)


def _table(settings: Mapping[str, str]) -> str:
    return settings.get(TABLE, "events")
