"""Breaks whole rows, columns and files, and expects every fault, not only the first."""

import json
import shutil
from pathlib import Path

import pytest

from dashboard.events.boundaries import GEO
from dashboard.events.check import check
from dashboard.events.check.country_codes import ALPHA_3
from dashboard.events.dataset import DATA
from dashboard.events.faults import Fault
from dashboard.events.tables import NAMES

from .conftest import Copy

PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
COLUMNS = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in PACKAGE["resources"]}


def found(copy: Copy) -> list[tuple[str, int, str, str]]:
    return [(f.file, f.row, f.column, f.value) for f in check(copy.folder)]


@pytest.mark.parametrize("table", NAMES)
def test_each_missing_column_is_one_fault_and_hides_no_other(copy: Copy, table: str) -> None:
    other = "periods" if table == "categories" else "categories"
    copy.change(other, copy.lines(other)[1][0], order="none")
    whole = copy.lines(table)
    for column in COLUMNS[table]:
        copy.write(table, whole)
        copy.drop_column(table, column)
        missing, broken = (f"{table}.csv", 1, column, ""), (f"{other}.csv", 2, "order", "none")
        assert sorted(found(copy)) == sorted([missing, broken])


@pytest.mark.parametrize("table", NAMES)
def test_an_id_that_stands_twice_is_named_in_its_second_row(copy: Copy, table: str) -> None:
    lines = copy.lines(table)
    copy.write(table, [*lines, lines[1]])
    key = COLUMNS[table][0]
    place = (f"{table}.csv", len(lines) + 1, key)
    (fault,) = [f for f in check(copy.folder) if (f.file, f.row, f.column) == place]
    assert fault.value == lines[1][0]
    assert fault.allowed == "a value of its own; it stands in row 2 too"


def test_all_columns_and_files_missing(copy: Copy) -> None:
    for table in NAMES:
        copy.write(table, [["x"], ["1"]])
    faults = found(copy)
    for table in NAMES:
        assert (f"{table}.csv", 1, "x", "x") in faults
        for column in COLUMNS[table]:
            assert (f"{table}.csv", 1, column, "") in faults
        (copy.folder / f"{table}.csv").unlink()
    gone = [(f"{table}.csv", 0, "", "No such file or directory") for table in NAMES]
    assert found(copy) == gone


def test_faults_of_all_tables_come_at_once_in_order(copy: Copy) -> None:
    expected = [
        ("events.csv", 1, "note", ""),
        ("events.csv", copy.change("events", "ceasefire-1994", date="1994-99"), "date", "1994-99"),
        ("claims.csv", copy.change("claims", "ceasefire-1994--1", source_id="x"), "source_id", "x"),
        ("actors.csv", copy.change("actors", "polad-hashimov", parent="y"), "parent", "y"),
        ("places.csv", copy.change("places", "baku", latitude="91"), "latitude", "91"),
        ("sources.csv", copy.change("sources", "trt-lachin", url="mail"), "url", "mail"),
        ("categories.csv", copy.change("categories", "call", symbol="?"), "symbol", "?"),
        ("periods.csv", copy.change("periods", "lull", to="1990-01-01"), "to", "1990-01-01"),
    ]
    copy.drop_column("events", "note")
    faults = found(copy)
    # The unknown source is not among those of the event either.
    assert faults[2] == faults[3] == expected[2]
    assert [*faults[:3], *faults[4:]] == expected


def test_a_record_without_a_claim(copy: Copy) -> None:
    copy.drop_rows("claims", "event_id", "article-tension-since-1991")
    number = copy.number("events", "article-tension-since-1991")
    (fault,) = check(copy.folder)
    place = (fault.file, fault.row, fault.column, fault.value)
    assert place == ("events.csv", number, "event_id", "article-tension-since-1991")
    assert fault.allowed == "at least one claim in claims.csv"


def test_a_contested_record_needs_two_sides_or_the_sentence(copy: Copy) -> None:
    copy.change("claims", "article-tension-since-1991--1", contested="yes")
    number = copy.number("events", "article-tension-since-1991")
    (fault,) = check(copy.folder)
    place = (fault.file, fault.row, fault.column, fault.value)
    assert place == ("events.csv", number, "event_id", "article-tension-since-1991")
    assert "claims of two sides or more" in fault.allowed
    note = f"{copy.cell('events', number, 'note')} No other account was found."
    copy.change("events", "article-tension-since-1991", note=note)
    assert check(copy.folder) == []


def test_actors_in_a_circle_are_named_and_those_below_are_not(copy: Copy) -> None:
    number = copy.change("actors", "azerbaijan", parent="ilham-aliyev")
    between = copy.number("actors", "azerbaijani-presidency")
    person = copy.number("actors", "ilham-aliyev")
    assert found(copy) == [
        ("actors.csv", number, "parent", "ilham-aliyev"),
        ("actors.csv", between, "parent", "azerbaijan"),
        ("actors.csv", person, "parent", "azerbaijani-presidency"),
    ]


def test_a_source_needs_an_address_or_a_locator(copy: Copy) -> None:
    number = copy.change("sources", "trt-lachin", url="", locator="")
    (fault,) = check(copy.folder)
    assert (fault.file, fault.row, fault.column) == ("sources.csv", number, "url")
    assert fault.allowed == "an address, or a locator in its place"


def test_exchanged_coordinates_are_recognised(copy: Copy) -> None:
    number = copy.change("places", "shusha", latitude="46.7499", longitude="39.7601")
    (fault,) = check(copy.folder)
    assert (fault.file, fault.row, fault.column) == ("places.csv", number, "latitude")
    assert fault.value == "46.7499, 39.7601"
    assert "the other way round: then the place lies in AZE" in fault.allowed


@pytest.mark.parametrize(("key", "precision"), [("shusha", "exact"), ("tovuz", "near")])
def test_a_point_needs_coordinates(copy: Copy, key: str, precision: str) -> None:
    number = copy.change("places", key, latitude="", longitude="")
    (fault,) = check(copy.folder)
    assert (fault.row, fault.column, fault.value) == (number, "latitude", "")
    assert fault.allowed == f"coordinates, as place_precision is {precision}"


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        ("40.3777", "49.892", "AZ-BA"),  # Baku, by the sea
        ("40.7143", "-74.006", "US-NY"),  # New York, by the sea, coarse boundary
        ("46.2022", "6.1457", "CH-GE"),  # Geneva, beside the border
        ("41.6168", "41.6367", "GE-AJ"),  # Batumi, by the sea
        ("43.5855", "39.7231", "RU-KDA"),  # Sochi, by the sea
        ("59.9343", "30.3351", "RU-SPE"),  # Saint Petersburg
        ("41.0082", "28.9784", "TR-34"),  # Istanbul
    ],
)
def test_towns_by_the_sea_or_a_border_pass(
    copy: Copy, latitude: str, longitude: str, code: str
) -> None:
    copy.change("places", "baku", latitude=latitude, longitude=longitude, iso_3166_2=code)
    assert check(copy.folder) == []


def test_a_column_name_that_stands_twice(copy: Copy) -> None:
    copy.write("sides", [[*line, line[1]] for line in copy.lines("sides")])
    assert found(copy) == [("sides.csv", 1, "label", "label")]


def test_a_row_with_too_many_or_too_few_cells(copy: Copy) -> None:
    lines = copy.lines("places")
    copy.write("places", [*lines[:2], lines[2] + ["x"], lines[3][:-1], *lines[4:]])
    width = len(lines[0])
    assert found(copy) == [
        ("places.csv", 3, "", f"{width + 1} cells"),
        ("places.csv", 4, "", f"{width - 1} cells"),
    ]


def test_rows_are_counted_as_a_spreadsheet_counts_them(copy: Copy) -> None:
    copy.change("sides", "armenia", label="Armenia\nin two lines")
    number = copy.change("sides", "russia", order="last")
    assert found(copy) == [("sides.csv", number, "order", "last")]
    lines = copy.lines("sides")
    copy.write("sides", [lines[0], [], *lines[1:]])  # an empty line counts, but is no record
    assert found(copy) == [("sides.csv", number + 1, "order", "last")]


def test_what_a_spreadsheet_adds_is_no_fault(copy: Copy) -> None:
    path = copy.folder / "events.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(copy.folder) == []


def test_a_file_that_cannot_be_read(copy: Copy) -> None:
    (copy.folder / "sides.csv").write_bytes("side,label,order\nş,ş,1\n".encode("cp1254"))
    (copy.folder / "periods.csv").unlink()
    files = [f for f in check(copy.folder) if f.row == 0]
    assert [(f.file, f.allowed) for f in files] == [
        ("sides.csv", "a readable CSV file in UTF-8"),
        ("periods.csv", "a readable CSV file in UTF-8"),
    ]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"resources": [{"name": "events"}]}'])
def test_a_description_that_cannot_be_used(copy: Copy, content: str) -> None:
    (copy.folder / "datapackage.json").write_text(content, "utf-8")
    faults = check(copy.folder)
    assert faults
    assert {(f.file, f.row) for f in faults} == {("datapackage.json", 0)}


def test_a_missing_boundary_file_is_a_fault(tmp_path: Path) -> None:
    geo = Path(shutil.copytree(GEO, tmp_path / "geo"))
    (geo / "districts.geojson").unlink()
    assert check(DATA, geo) == [
        Fault(
            "geo", 0, "", "districts.geojson is missing from geo/", "a folder with all boundaries"
        )
    ]


def test_country_codes_fit_the_world_map() -> None:
    world = json.loads((GEO / "world.geojson").read_text("utf-8"))
    ids = {feature["properties"]["id"] for feature in world["features"]}
    assert ids - set(ALPHA_3.values()) == {"CYN", "SOL", "XCR"}
    assert set(ALPHA_3.values()) <= ids
    assert len(set(ALPHA_3.values())) == len(ALPHA_3)
