"""Files of every kind: told by what is in them; each trouble a sentence, never a traceback."""

import datetime as dt
import gzip
import io
import json
import shutil
import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from python_calamine import PasswordError

from dashboard.events.dataset import DATA
from dashboard.events.faults import DataError
from dashboard.events.imports import Asked, Options, Unusable, run, sheets
from dashboard.events.imports.opening import open_source
from dashboard.events.imports.source import WIDEST, Source
from tests.events.imports.workbench import HEADER, events, go_on, imported, silent

ROW = "1,2020-01-02,a,,,"


def opened(path: Path, encoding: str = "", sheet: str = "") -> Source:
    work = path.parent / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    return open_source(path, work, encoding, sheet, lambda: None)


def rows(source: Source) -> list[tuple[int, list[str]]]:
    return [(r.line, source.dialect.cut(r.clean)) for r in source.records() if not r.why]


def file(folder: Path, content: bytes | str, name: str = "file.bin") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def book(*tabs: tuple[str, list[list[object]]]) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, cells in tabs:
        sheet = workbook.create_sheet(title)
        for row in cells:
            sheet.append(row)
    raw = io.BytesIO()
    workbook.save(raw)
    return raw.getvalue()


def zipped(*files: tuple[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return raw.getvalue()


def fault_of(path: Path) -> str:
    with pytest.raises(DataError) as error:
        opened(path)
    assert error.value.faults[0].file == path.name
    return str(error.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"  \n\r\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n" * 999 + b"a,b\n1,2\n", "header"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n...", "picture"),
        (b"PAR1...", "Parquet"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "web page"),
        (b"\n\n<html>", "web page"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (bytes(range(256)) * 20, "no text"),
        (b"PK\x03\x04 and no more", "ZIP"),
        (b"\x1f\x8b\x08\x00 and no more", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook"),
        (b'{"a": [1, 2', "JSON"),
        (b'{"a": 1}', "no records"),
        (b"[" * 100_000, ""),
        ("a,b\n1,2\n".encode("utf-16-le"), "UTF-16"),
        (b'"a,b\n1,2\n', "quotation mark"),
        (",".join("c" * (WIDEST + 1)).encode(), "columns"),
    ],
)
def test_what_holds_no_table_says_so(content: bytes, words: str, tmp_path: Path) -> None:
    assert words in fault_of(file(tmp_path, content))


def test_a_header_alone_is_no_data(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no rows"):
        imported(file(tmp_path, HEADER), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_must_be_a_data_package(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"datapackage\.json"):
        opened(tmp_path)


def test_column_names_are_trimmed_filled_and_unique(tmp_path: Path) -> None:
    source = opened(file(tmp_path, '\ufeff id ,"Date",date,,line,\n1,2,3,4,5,6\n'))
    assert source.columns == ("id", "Date", "date (2)", "column 4", "line (2)", "column 6")


def test_gdelt_has_no_header_and_no_quotes(tmp_path: Path) -> None:
    cells = ["1000000001", "20201107", "202011", "2020", "2020.8493", *[""] * 55, 'http://a/"b']
    source = opened(file(tmp_path, "\t".join(cells) + "\n" + "\t".join(cells) + "\n"))
    assert len(source.columns) == 61
    assert source.header == b""
    assert [line for line, _ in rows(source)] == [1, 2]
    assert rows(source)[0][1] == cells


def test_a_workbook_is_read_as_a_csv_of_it_would_be(tmp_path: Path) -> None:
    when = dt.datetime(2020, 11, 7, 22, 5)
    cells: list[list[object]] = [
        ["id", "day", "hour", "n", "share", "yes", "empty"],
        [7, dt.datetime(2020, 11, 7), dt.time(10, 30), 3.0, 1.5, True, None],
        [None] * 7,
        ["x", when, None, 1e300, -0.25, False, None],
    ]
    source = opened(file(tmp_path, book(("Sheet", cells))))
    assert source.columns == ("id", "day", "hour", "n", "share", "yes", "empty")
    assert rows(source) == [
        (2, ["7", "2020-11-07", "10:30:00", "3", "1.5", "True", ""]),
        (4, ["x", "2020-11-07T22:05:00", "", "1e+300", "-0.25", "False", ""]),
    ]


def test_rows_above_the_header_keep_their_numbers(tmp_path: Path) -> None:
    cells: list[list[object]] = [[None], [None], ["id", "day"], [1, "2020"]]
    assert rows(opened(file(tmp_path, book(("a", cells))))) == [(4, ["1", "2020"])]


def test_which_tab_is_asked_unless_one_alone_is_known(tmp_path: Path) -> None:
    plain: list[list[object]] = [["a", "b"], [1, 2]]
    path = file(tmp_path, book(("one", plain), ("two", plain), ("none", [])))
    with pytest.raises(Asked) as asked:
        opened(path)
    assert (asked.value.question, asked.value.choices) == ("sheet", ("one", "two"))
    assert opened(path, sheet="two").sheet == "two"
    with pytest.raises(Unusable):
        opened(path, sheet="three")
    acled: list[list[object]] = [
        ["event_id_cnty", "event_date", "time_precision", "event_type", "actor1", "geo_precision"]
    ]
    assert opened(file(tmp_path, book(("one", plain), ("two", acled)))).sheet == "two"


def test_a_workbook_of_timemap_is_joined(tmp_path: Path) -> None:
    events_tab: list[list[object]] = [
        ["id", "description", "date", "latitude", "longitude", "source1"],
        [None] * 6,
        ["e1", "What", "01/02/2020", 40.1, 46.2, "s1"],
    ]
    sources: list[list[object]] = [["id", "title", "path1"], ["s1", "A film", "http://a"]]
    tabs = ("EXPORT_EVENTS", events_tab), ("EXPORT_SOURCES", sources)
    source = opened(file(tmp_path, book(*tabs)))
    assert source.recognised() == "timemap"
    [(line, cells)] = rows(source)
    assert line == 3
    assert "A film" in cells


def test_an_empty_workbook_and_one_cut_off(tmp_path: Path) -> None:
    assert "empty" in fault_of(file(tmp_path, book(("a", []))))
    whole = book(("a", [["id"], [1]]))
    assert "cut off" in fault_of(file(tmp_path, whole[: len(whole) // 2]))


def test_a_locked_workbook_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader says of one, as nothing here can lock a workbook."""

    def locked(opened: object) -> None:
        raise PasswordError("Workbook is password protected")

    monkeypatch.setattr(sheets, "CalamineWorkbook", SimpleNamespace(from_filelike=locked))
    assert "password" in fault_of(file(tmp_path, book(("a", [["id"], [1]]))))


def test_json_lists_and_their_place(tmp_path: Path) -> None:
    items = [{"id": "1", "day": "2020-01-02", "what": "a"}, {"id": 2, "what": None, "more": [1]}]
    source = opened(file(tmp_path, json.dumps(items)))
    assert [line for line, _ in rows(source)] == [1, 2]
    first = dict(zip(source.columns, rows(source)[0][1], strict=True))
    assert (first["id"], first["day"], first["what"]) == ("1", "2020-01-02", "a")
    path = file(tmp_path, '[{"id": "1"},\n {"id": }]')
    with pytest.raises(DataError) as error:
        opened(path)
    assert error.value.faults[0].row == 2


def test_json_text_that_is_no_text_costs_its_row(tmp_path: Path) -> None:
    path = file(tmp_path, '[{"id": "1", "what": "\\ud800"}, {"id": "2", "what": "b"}]')
    report = imported(path, tmp_path / "out")
    assert (report.read, report.accepted, report.rejected) == (2, 1, 1)


def test_geojson_points_have_coordinates(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [46.75, 39.82]},
        "properties": {"name": "Place", "date": "2020-11-07"},
    }
    path = file(tmp_path, json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert imported(path, tmp_path / "out", form="").accepted == 1
    [event] = events(tmp_path / "out")
    assert (event["latitude"], event["longitude"]) == (39.82, 46.75)


def test_packed_tables_are_unpacked(tmp_path: Path) -> None:
    text = f"{HEADER}\n{ROW}\n".encode()
    for packed in (gzip.compress(text), zipped(("a/t.csv", text), ("__MACOSX/t.csv", b"x"))):
        assert rows(opened(file(tmp_path, packed)))[0][1][0] == "1"


def test_an_archive_of_several_tables_or_of_none_is_refused(tmp_path: Path) -> None:
    table = b"a,b\n1,2\n"
    two = zipped(("a.csv", table), ("b.csv", table))
    for raw in (two, zipped(("a.exe", b"MZ")), gzip.compress(zipped(("a.csv", table)))):
        assert "archive" in fault_of(file(tmp_path, raw))


def test_an_archive_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    packed = gzip.compress(f"{HEADER}\n{ROW}\n".encode() * 50)
    assert "cut off" in fault_of(file(tmp_path, packed[:-12]))


def test_names_in_an_archive_cannot_point_out_of_it(tmp_path: Path) -> None:
    evil = zipped(("../../evil.csv", f"{HEADER}\n{ROW}\n".encode()))
    assert rows(opened(file(tmp_path, evil)))
    assert [p.parent.name for p in tmp_path.parent.rglob("evil.csv")] == ["unpacked"]


def test_our_own_package_comes_back(tmp_path: Path) -> None:
    """As a folder and as a ZIP of it; lines are those of events.csv."""
    packed = zipped(*((f"data/{path.name}", path.read_bytes()) for path in DATA.iterdir()))
    paths = DATA, file(tmp_path, packed, "data.zip")
    reports = [
        run(path, tmp_path / str(n), Options(), silent, go_on) for n, path in enumerate(paths)
    ]
    count = len((DATA / "events.csv").read_text("utf-8").splitlines()) - 1
    assert {(r.form, r.read, r.accepted) for r in reports} == {("package", count, count)}
    first, second = events(tmp_path / "0"), events(tmp_path / "1")
    assert first == second
    assert sorted(event["line"] for event in first) == list(range(2, count + 2))


def test_a_broken_package_lists_its_faults(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    text = (folder / "events.csv").read_text("utf-8")
    (folder / "events.csv").write_text(text.replace("2020", "20x0", 1), "utf-8")
    with pytest.raises(DataError):
        run(folder, tmp_path / "out", Options(), silent, go_on)
