"""One import, from the file to the data set: all rows are accounted for, or nothing is left."""

import errno
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ..faults import DataError, Fault
from ..sets.about import RECORDS
from ..tables import read_tables
from .apply import judge, make
from .engine import connect, expect
from .finish import fold_rest, name_twins, write_companions, write_events
from .job import Job
from .load import load
from .model import DiskFull, Options, Report, Say, Stop
from .opening import open_source
from .pace import Pace
from .prepare import plan
from .report import write_rejected, write_report
from .sidecar import write_sidecar
from .source import NO_ROWS
from .write import is_free, put, sweep, workshop

BLOCK = 1 << 22  # bytes


def run(path: Path, folder: Path, options: Options, say: Say, stop: Stop) -> Report:
    """Import the file `path` as the data set `folder`, whose parent is the workspace.

    `say` hears of progress and `stop` is asked whether to go on, both in the calling thread. The
    folder appears complete or not at all; a data set that is there is replaced. If no row can be
    accepted, no folder is made. Raises DataError if the file cannot be used, Asked (a DataError) if
    something must be said first, Cancelled, DiskFull, OSError (FileExistsError: the folder holds
    something else). Then nothing is left behind.
    """
    folder = folder.absolute()
    if not is_free(folder):
        raise FileExistsError(f"{folder} holds something else than a data set; name another")
    sweep(folder.parent)
    with _errors_in_words(path, folder), workshop(folder.parent) as place:
        work, made = place / "work", place / "made"
        work.mkdir()
        made.mkdir()
        report = _import(path, folder, options, Pace(say, stop), work, made)
        if report.folder:
            put(made, folder)
    return report


def _import(
    path: Path, folder: Path, options: Options, pace: Pace, work: Path, made: Path
) -> Report:
    """The report; all files of the data set are in the folder `made`."""
    sha256 = _digest(path, pace)
    source = open_source(path, work, options.encoding, options.sheet, pace.check)
    con = connect(work.parent, work / "work.duckdb")
    try:
        loaded = load(source, con, work, pace)
        if not loaded.read:
            raise DataError([Fault(path.name, 1, "", "", NO_ROWS)])
        expect(con, loaded.held)
        job = Job(path, folder, options, sha256, con, source, loaded, plan(con, source, options))
        pace.start("Checking the rows", loaded.held)
        judge(con, job.plan.recipe, source.columns, pace)
        pace.start("Making the records", loaded.held)
        make(con, job.plan.recipe, pace)
        name_twins(con, pace)
        fold_rest(con, pace)
        pace.start("Writing the data set", loaded.held)
        return _write(job, made, work, pace)
    finally:
        con.close()


def _write(job: Job, made: Path, work: Path, pace: Pace) -> Report:
    write_events(job.con, made / RECORDS, pace)
    write_companions(made / RECORDS, work, pace)
    faults = write_report(job, made)
    write_rejected(job, made)
    accepted = count(job.con, "SELECT count(*) FROM made")
    repaired = count(job.con, "SELECT count(DISTINCT line) FROM found WHERE what = 'repaired'")
    rejected = count(job.con, "SELECT count(DISTINCT line) FROM found WHERE what = 'rejected'")
    rejected += job.loaded.read - job.loaded.held
    if accepted + rejected != job.loaded.read:
        why = f"{job.loaded.read:,} rows read, {accepted:,} accepted, {rejected:,} rejected"
        raise DataError([Fault(job.path.name, 0, "", why, "a row was lost; nothing is imported")])
    report = Report(
        job.plan.form, job.loaded.read, accepted, rejected, repaired, job.sha256, faults,
        job.folder if accepted else None,
    )  # fmt: skip
    write_sidecar(job, report, made)
    pace.at(job.loaded.held, job.loaded.held)
    return report


def count(con: duckdb.DuckDBPyConnection, query: str) -> int:
    """The one number that a query gives."""
    return int(con.execute(query).fetchall()[0][0])


def _digest(path: Path, pace: Pace) -> str:
    """SHA-256 of the file; of a folder, over the tables of the data package in it."""
    if path.is_dir():
        return read_tables(path).sha256
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            pace.check()
    return digest.hexdigest()


@contextmanager
def _errors_in_words(path: Path, folder: Path) -> Iterator[None]:
    """Errors of the disk and of the engine as such that say what to do."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise _disk_full(path, folder) from error
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        if "No space left" in said or "offload" in said:  # what is too much for the memory goes to
            raise _disk_full(path, folder) from error  # the disk, until that is full
        allowed = "a file that the engine can read"
        if isinstance(error, duckdb.OutOfMemoryException):
            allowed = "less than the memory holds; import it in parts"
        raise DataError([Fault(path.name, 0, "", said, allowed)]) from error


def _disk_full(path: Path, folder: Path) -> DiskFull:
    """A copy of the file and tables of its text and records are on the disk at once."""
    needed = 2 * path.stat().st_size + (1 << 24)
    free = shutil.disk_usage(folder.parent).free
    return DiskFull(
        f"no room for the import in {folder.parent}: it needs about {needed:,} bytes, "
        f"{free:,} are free; nothing was imported"
    )
