"""An import as a whole: all rows accounted for, complete or not at all, and never in the way."""

import csv
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.events.faults import DataError
from dashboard.events.imports import (
    Cancelled,
    Options,
    Progress,
    finish,
    is_free,
    run,
    running,
    sweep,
)
from dashboard.events.imports import load as loading
from dashboard.events.imports.pace import STEPS
from dashboard.events.imports.write import put, workshop
from dashboard.events.sets.names import WORKSHOP
from dashboard.events.store.companions import COMPANIONS
from tests.events.imports.workbench import (
    HEADER,
    events,
    go_on,
    import_text,
    imported,
    left_in,
    listed,
    sidecar,
    silent,
)

GOOD = "".join(f"a{n},2020-01-{n % 28 + 1:02},what {n},Army,40,46\n" for n in range(100))
BAD = 'x,"unclosed,y,,,\nz,1,2\nw,soon,"bad, day",Army;"B",,\nv,2020-01-01,=1+1,,,,,\n'


def test_rejected_rows_can_be_mended_and_imported(tmp_path: Path) -> None:
    report = import_text(f"{HEADER}\n{GOOD}{BAD}", tmp_path / "out")
    assert (report.read, report.accepted, report.rejected) == (104, 100, 4)
    path = tmp_path / "out" / "rejected.csv"
    text = path.read_text("utf-8-sig")
    assert text.splitlines()[:3] == [HEADER, 'x,"unclosed,y,,,', "z,1,2"]
    assert text.splitlines()[4] == "v,2020-01-01,=1+1,,,,,"
    again = tmp_path / "again.csv"
    again.write_text(text, "utf-8-sig")
    report = imported(again, tmp_path / "more")
    assert (report.read, report.accepted, report.rejected) == (4, 0, 4)
    mended = text.replace('"unclosed', "2020-01-01").replace("z,1,2", "z,2020-01-02,2,,,")
    again.write_text(mended.replace("soon", "2020-01-03").replace("=1+1,,,,,", "=1+1,,,"), "utf-8")
    assert imported(again, tmp_path / "more").accepted == 4
    assert {e["title"] for e in events(tmp_path / "more")} == {"y", "2", "bad, day", "=1+1"}


def test_rejected_rows_keep_the_delimiter_and_the_missing_header(tmp_path: Path) -> None:
    import_text(f"{HEADER}\na,2020-01-01,b,,,\nw,soon,c,,,\n".replace(",", ";"), tmp_path / "out")
    assert (tmp_path / "out" / "rejected.csv").read_text("utf-8-sig") == (
        f"{HEADER}\nw,soon,c,,,\n".replace(",", ";")
    )
    gdelt = ["1000000001", "20201107", "202011", "2020", "2020.8493", *[""] * 55, "http://a"]
    bad = ["1000000002", "20201307", *gdelt[2:60], 'http://"b']
    text = "".join("\t".join(row) + "\n" for row in (gdelt, bad))
    assert import_text(text, tmp_path / "gdelt", form="").rejected == 1
    assert (tmp_path / "gdelt" / "rejected.csv").read_text("utf-8-sig") == "\t".join(bad) + "\n"


def test_the_report_holds_no_formula(tmp_path: Path) -> None:
    import_text(f"{HEADER}\na,2020-01-01,b,,,\n1,=cmd|' /C calc'!A0,x,,,\n", tmp_path / "out")
    assert listed(tmp_path / "out")[0]["value"] == "'=cmd|' /C calc'!A0"


def test_nothing_accepted_makes_no_data_set(tmp_path: Path) -> None:
    report = import_text(f"{HEADER}\na,soon,b,,,\n", tmp_path / "out")
    assert (report.read, report.accepted, report.rejected, report.folder) == (1, 0, 1, None)
    assert report.faults
    assert left_in(tmp_path) == []


def test_many_faults_are_all_in_the_report_and_some_in_hand(tmp_path: Path) -> None:
    bad = "".join(f"b{n},soon {n},x,,,\n" for n in range(1_500))
    report = import_text(f"{HEADER}\n{GOOD}{bad}", tmp_path / "out")
    assert (report.rejected, len(report.faults)) == (1_500, 1_000)
    assert len(listed(tmp_path / "out")) == 1_500
    assert [f.row for f in report.faults] == list(range(102, 1_102))


def test_progress_only_grows_and_ends_at_all(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(f"{HEADER}\n{GOOD * 100}")
    told: list[Progress] = []
    run(path, tmp_path / "out", Options("small"), told.append, go_on)
    shares = [each.share for each in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert list(dict.fromkeys(each.step for each in told)) == list(STEPS)
    assert all(each.done <= each.total or not each.total for each in told)
    reading = [each for each in told if each.step == "Reading the file"]
    assert reading[-1].done >= 8_000
    assert 9_000 < reading[-1].total < 11_000  # an estimate; there are 10,000


class Brake:
    """Says stop when it is asked for the n-th time."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_a_cancelled_import_leaves_nothing_wherever_it_is(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(f"{HEADER}\n{GOOD * 100}")
    counted = Brake(10_000)
    run(path, tmp_path / "out", Options("small"), silent, counted)
    asked = 10_000 - counted.left
    before = sidecar(tmp_path / "out")
    for after in range(0, asked - 1, max(asked // 12, 1)):
        with pytest.raises(Cancelled):
            run(path, tmp_path / "out", Options("small"), silent, Brake(after))
        assert left_in(tmp_path) == ["out"]
        assert sidecar(tmp_path / "out") == before


def test_a_query_under_way_is_broken_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A query that would take hours, instead of the one that makes the records."""
    endless = "SELECT count(*) FROM range(1000000000) a, range(1000000) b WHERE a.range < b.range"
    stop = threading.Event()

    def never(con: duckdb.DuckDBPyConnection, recipe: object, pace: Any) -> None:
        stop.set()
        pace.run(con, endless)

    monkeypatch.setattr(running, "make", never)
    with pytest.raises(Cancelled):
        path = tmp_path / "file.csv"
        path.write_text(f"{HEADER}\n{GOOD}")
        run(path, tmp_path / "out", Options("small"), silent, stop.is_set)
    assert left_in(tmp_path) == []


def test_an_interrupted_program_leaves_nothing(tmp_path: Path) -> None:
    def ctrl_c(progress: Progress) -> None:
        if progress.step == "Making the records":
            raise KeyboardInterrupt

    path = tmp_path / "file.csv"
    path.write_text(f"{HEADER}\n{GOOD}")
    with pytest.raises(KeyboardInterrupt):
        run(path, tmp_path / "out", Options("small"), ctrl_c, go_on)
    assert left_in(tmp_path) == []


def test_a_row_that_the_engine_drops_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = loading.raw_query

    def dropping(*given: Any) -> str:
        return f"{query(*given)} WHERE id <> 'a7'"

    monkeypatch.setattr(loading, "raw_query", dropping)
    with pytest.raises(DataError, match="99 rows of 100"):
        import_text(f"{HEADER}\n{GOOD}", tmp_path / "out")
    assert left_in(tmp_path) == []


def test_an_error_of_the_engine_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(con: duckdb.DuckDBPyConnection, *_: object) -> None:
        con.execute("SELECT cast('x' AS INTEGER)").fetchall()

    monkeypatch.setattr(running, "judge", wrong)
    with pytest.raises(DataError) as error:
        import_text(f"{HEADER}\n{GOOD}", tmp_path / "out")
    assert error.value.faults[0].file == "file.csv"
    assert left_in(tmp_path) == []


def test_a_data_set_is_replaced_and_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()  # empty
    import_text(f"{HEADER}\n{GOOD}", tmp_path / "out")
    import_text(f"{HEADER}\nb,2020-01-01,x,,,\n", tmp_path / "out")
    assert len(events(tmp_path / "out")) == 1
    assert left_in(tmp_path) == ["out"]
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear")
    with pytest.raises(FileExistsError):
        import_text(f"{HEADER}\n{GOOD}", mine)
    (tmp_path / "plain").write_text("x")
    assert not is_free(tmp_path / "plain")
    (tmp_path / "link").symlink_to(tmp_path / "out")
    assert not is_free(tmp_path / "link")
    assert (mine / "letter.txt").read_text() == "dear"


def test_what_appears_while_an_import_runs_is_not_overwritten(tmp_path: Path) -> None:
    def meanwhile(progress: Progress) -> None:
        if progress.share == 1:
            (tmp_path / "out").mkdir()
            (tmp_path / "out" / "letter.txt").write_text("dear")

    path = tmp_path / "file.csv"
    path.write_text(f"{HEADER}\n{GOOD}")
    with pytest.raises(FileExistsError):
        run(path, tmp_path / "out", Options("small"), meanwhile, go_on)
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["letter.txt"]


def test_sweeping_leaves_running_imports_alone(tmp_path: Path) -> None:
    dead = tmp_path / f"{WORKSHOP}dead"
    (dead / "made").mkdir(parents=True)
    with workshop(tmp_path) as place:
        sweep(tmp_path)
        assert left_in(tmp_path) == [place.name]
    assert left_in(tmp_path) == []


def test_sweeping_puts_back_what_was_about_to_be_replaced(tmp_path: Path) -> None:
    """Killed between the two renames."""
    import_text(f"{HEADER}\n{GOOD}", tmp_path / "out")
    dead = tmp_path / f"{WORKSHOP}dead"
    (dead / "old").mkdir(parents=True)
    (tmp_path / "out").rename(dead / "old" / "out")
    sweep(tmp_path)
    assert left_in(tmp_path) == ["out"]
    assert len(events(tmp_path / "out")) == 100


def test_two_imports_at_once_both_end_whole(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(f"{HEADER}\n{GOOD}")
    failed: list[BaseException] = []

    def work(name: str) -> None:
        try:
            run(path, tmp_path / name, Options("small"), silent, go_on)
        except BaseException as error:
            failed.append(error)

    names = ["one", "one", "one", "two"]
    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert left_in(tmp_path) == ["one", "two"]
    assert len(events(tmp_path / "one")) == len(events(tmp_path / "two")) == 100


def test_a_large_data_set_has_its_companions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_text(f"{HEADER}\n{GOOD}", tmp_path / "small")
    monkeypatch.setattr(finish, "LARGE", 100)
    import_text(f"{HEADER}\n{GOOD}", tmp_path / "large")

    def tables(name: str) -> set[str]:
        with duckdb.connect(str(tmp_path / name / "events.duckdb"), read_only=True) as con:
            return {
                row[0] for row in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
            }

    assert tables("small") == {"events"}
    assert tables("large") == {"events", *COMPANIONS}


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Path]:
    """A finished data set that is to go where another import has just put one."""
    with workshop(tmp_path) as place:
        made = place / "made"
        made.mkdir()
        (made / "dataset.json").write_text(json.dumps({"name": "new"}))
        (made / "events.duckdb").write_bytes(b"records")
        yield made


def test_putting_replaces_what_another_import_has_put(taken: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "dataset.json").write_text(json.dumps({"name": "old"}))
    put(taken, tmp_path / "out")
    assert sidecar(tmp_path / "out") == {"name": "new"}


def test_the_report_has_the_header_that_is_promised(tmp_path: Path) -> None:
    import_text(f"{HEADER}\n{GOOD}", tmp_path / "out")
    with (tmp_path / "out" / "report.csv").open(encoding="utf-8-sig") as file:
        assert next(csv.reader(file)) == ["what", "line", "column", "value", "reason"]
