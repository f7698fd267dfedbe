"""The data sets that can be opened: the curated records, the workspace's, and an engine's.

The workspace holds imported records, and data sets of one's own that are edited by hand.
"""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from ..check import check
from ..dataset import DATA, Dataset, read_dataset
from ..faults import DataError, Fault
from ..own import is_own, last, layout, title_of
from ..own.history import HISTORY
from ..store.addresses import duckdb_url, without_password
from ..tables import read_tables
from .about import RECORDS, SIDECAR, About, read_about
from .names import ENGINE
from .source import Curated, Source, Stored

if TYPE_CHECKING:
    from ..store.store import Store

WORKSPACE, URL, ABOUT, TABLE = (
    "DASHBOARD_WORKSPACE", "EVENTS_URL", "EVENTS_ABOUT", "EVENTS_TABLE",
)  # fmt: skip


def workspace() -> Path:
    """The folder of imported and own data sets: `DASHBOARD_WORKSPACE`, else in the user's data."""
    given = os.environ.get(WORKSPACE)
    return Path(given) if given else user_data_path("conflict-dashboard") / "datasets"


def listed(folder: Path) -> dict[str, str]:
    """Titles of the data sets by key, in the order in which they are offered. The curated records
    are not among them: they have the key "". What is no data set is left out."""
    found = {}
    if os.environ.get(URL):
        found[ENGINE] = engine_about().title
    for path in sorted(folder.glob("[!.]*")) if folder.is_dir() else []:
        try:
            if is_own(path):
                found[path.name] = title_of(path)
            elif is_stored(path):
                found[path.name] = read_about(path / SIDECAR).title
        except DataError:
            continue
    return found


def own_sets(folder: Path) -> dict[str, str]:
    """Titles by key of the data sets of one's own, among those that are listed."""
    return {key: title for key, title in listed(folder).items() if is_own(folder / key)}


def version(key: str, folder: Path) -> float:
    """Changes when the data set is imported anew, or another version of it is saved."""
    if key in ("", ENGINE):
        return 0.0
    name = HISTORY if is_own(folder / key) else SIDECAR
    try:
        return (folder / key / name).stat().st_mtime
    except OSError:
        return -1.0


def open_source(key: str, folder: Path, data: Path = DATA) -> Source:
    """The data set with this key; "" are the curated records in `data`.

    Raises DataError if its files cannot be read or one's own have faults, EngineError if its engine
    does not answer.
    """
    if not key:
        return Curated(read_dataset(data))
    if key == ENGINE:
        store = _store(os.environ[URL], os.environ.get(TABLE, "events"))
        return Stored(key, engine_about(), store)
    return open_curated(folder / key) if is_own(folder / key) else open_folder(folder / key)


def open_folder(folder: Path) -> Stored:
    """The imported data set in `folder`; errors as `open_source`."""
    about = read_about(folder / SIDECAR)
    return Stored(folder.name, about, _store(duckdb_url(folder / RECORDS)))


def open_curated(folder: Path) -> Curated:
    """Records with their claims: a data package, or a data set of one's own. Raises DataError with
    all faults, or if there is no record that could be shown."""
    if not is_own(folder):
        return Curated(_checked(folder))
    try:
        version, data = last(folder), _checked(layout(folder))
    except OSError as error:
        told = str(error.strerror or error)
        raise DataError([Fault(folder.name, 0, "", told, "room to lay out its tables")]) from error
    # The hash of all files, its title among them: a copy has the same tables as its original.
    tables = replace(data.tables, sha256=version.sha256)
    return Curated(replace(data, tables=tables), folder.name)


def _checked(folder: Path) -> Dataset:
    faults = check(folder)
    if not faults and read_tables(folder).events.empty:
        faults = [Fault("events.csv", 0, "", "no records", "at least one record")]
    if faults:
        raise DataError(faults)
    return read_dataset(folder)


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


def asks_engine(folder: Path) -> bool:
    """Whether one of the data sets that can be opened is asked through an engine."""
    return bool(os.environ.get(URL)) or any(is_stored(path) for path in folder.glob("[!.]*"))


def _store(url: str, table: str = "events") -> "Store":
    # Loaded here: engines take a second and 50 MB, which a server of other data sets can spare.
    from ..store.engines import open_engine
    from ..store.store import Store

    return Store(open_engine(url), table)
