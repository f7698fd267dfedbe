"""Bad files by name: cut off, mislabelled, malformed, and made to exhaust whoever reads them."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable

from tests.events.imports.small_files import FILES

HEAD = b"id,date,title,latitude,longitude,actors\n"
ROW = b"1,2020-11-07,Calls,40.1,46.2,A\n"
GED, BOOK = FILES["ged.csv"][0], FILES["table.xlsx"][0]


def packed(**members: bytes) -> bytes:
    """A ZIP; `__` in a name stands for a slash, `_` before the last part for its dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def book(sheet: bytes) -> bytes:
    """A workbook whose one sheet is this XML."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(BOOK)) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            bad.writestr(name, sheet if name.endswith("sheet1.xml") else good.read(name))
    return out.getvalue()


def cells(**changed: bytes) -> bytes:
    """A table of one good row and one in which these cells are changed."""
    names = HEAD.strip().decode().split(",")
    row = dict(zip(names, ROW.strip().split(b","), strict=True)) | {"id": b"2"} | changed
    return HEAD + ROW + b",".join(row[name] for name in names) + b"\n"


def features(geometry: object) -> bytes:
    """A GeoJSON file of one feature."""
    properties = {"id": 1, "date": "2020-11-07", "title": "Calls"}
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def bomb() -> bytes:
    """A ZIP of a few hundred kB that unpacks to 300 MB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("table.csv", "w") as table,
    ):
        table.write(HEAD)
        for _ in range(300):
            table.write(b"\n" * 1_000_000)
    return out.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"ha" * 50 + b'">' + b"".join(
    b'<!ENTITY b%d "%b">' % (n, b"&b%d;" % (n - 1) * 10 if n else b"&b;" * 10) for n in range(9)
) + b"]><worksheet><sheetData><row><c><v>&b8;</v></c></row></sheetData></worksheet>"  # fmt: skip
FAR = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + (
    b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
) + b"</sheetData></worksheet>"  # fmt: skip

# Two filled cells, with 17 billion empty ones between: the reader asks for memory for all of them,
# and its process is gone.
DEADLY = book(FAR)
# Name -> how it is made, and words that its message has (in a fault, or in the report of its
# rows); "" for one that is only large.
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.csv": (lambda: b"", "the file is empty"),
    "blank.csv": (lambda: b" \n\n\t\n", "the file is empty"),
    "mark-only.csv": (lambda: b"\xef\xbb\xbf", "the file is empty"),
    "header-only.csv": (lambda: HEAD, "no rows under the header"),
    "nul-bytes.csv": (lambda: b"\0" * 5_000, "no text"),
    "nul-in-cell.csv": (lambda: cells(title=b"a\0b"), "row 3"),
    "random.csv": (lambda: bytes(range(256)) * 40, "no text"),
    "picture.csv": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a picture"),
    "pages.csv": (lambda: b"%PDF-1.7\n", "a PDF"),
    "parquet.csv": (lambda: b"PAR1" + b"\0" * 100 + b"PAR1", "Parquet"),
    "sqlite.csv": (lambda: b"SQLite format 3\0" + b"\0" * 100, "SQLite"),
    "web-page.csv": (lambda: b"<!doctype html><html><body>Sign in</body></html>", "a web page"),
    "map.kml": (lambda: b'<?xml version="1.0"?><kml><Placemark/></kml>', "web page or XML"),
    "laughs.xml": (lambda: LAUGHS, "web page or XML"),
    "no-known-column.csv": (lambda: b"a,b\n1,2\n", "no known form"),
    "one-column.csv": (lambda: b"words\nmany\n", "no known form"),
    "too-wide.csv": (lambda: b",".join(b"c%d" % n for n in range(100_000)) + b"\n1\n", "columns"),
    "endless-line.csv": (lambda: HEAD + b"x" * 6_000_000 + b"\n" + ROW, "row 2"),
    "endless-header.csv": (lambda: b"x" * 6_000_000, "row 1"),
    "endless-cell.csv": (lambda: cells(title=b'"' + b"y" * 5_000_000 + b'"'), "row 3"),
    "ragged.csv": (lambda: HEAD + ROW + b"2,2020-11-07\n" + b"3,,,,,,,,\n", "row 3"),
    "unclosed-quote.csv": (lambda: HEAD + b'2,"2020-11-07,Calls\n' + ROW, "row 2"),
    "quotes.csv": (lambda: HEAD + b'"' * 100_001 + b"\n" + ROW, "row 2"),
    "latin.csv": (lambda: cells(title="Şuşa é".encode("cp1254", "replace") * 3), "row 3"),
    "all-latin.csv": (lambda: HEAD + "1,2020-11-07,é,1,1,ö\n".encode("cp1252") * 9, "not UTF-8"),
    "utf-16-no-mark.csv": (lambda: (HEAD + ROW).decode().encode("utf-16-le"), "UTF-16"),
    "utf-16-cut.csv": (lambda: (HEAD + ROW).decode().encode("utf-16")[:-1], "row"),
    "two-orders.csv": (lambda: cells(date=b"07/11/2020"), "two ways"),
    "no-day.csv": (lambda: cells(date=b"2020-02-30"), "column date"),
    "year-25.csv": (lambda: cells(date=b"0025-11-07"), "fewer than four digits"),
    "year-99999.csv": (lambda: cells(date=b"99999-01-01"), "column date"),
    "time-stamp.csv": (lambda: cells(date=b"1604707200"), "column date"),
    "north-of-north.csv": (lambda: cells(latitude=b"90.5"), "column latitude"),
    "infinite.csv": (lambda: cells(latitude=b"inf"), "column latitude"),
    "not-a-number.csv": (lambda: cells(longitude=b"nan"), "without a longitude"),
    "half-a-place.csv": (lambda: cells(longitude=b""), "latitude"),
    "hex-place.csv": (lambda: cells(latitude=b"0x28"), "column latitude"),
    "cut-in-row.csv": (lambda: GED[: len(GED) * 2 // 3], "row"),
    "cut.zip": (lambda: packed(a_dot_csv=HEAD + ROW)[:60], "broken or cut off"),
    "empty.zip": (packed, "holds nothing"),
    "two-tables.zip": (lambda: packed(a_dot_csv=HEAD, b_dot_csv=HEAD), "one table"),
    "no-table.zip": (lambda: packed(a_dot_exe=b"MZ"), "one table"),
    "nested.zip": (lambda: packed(a_dot_csv=packed(b_dot_csv=HEAD + ROW)), "inside an archive"),
    "bomb.zip": (bomb, "200 times"),
    "bomb.csv.gz": (lambda: gzip.compress(HEAD + b"\n" * 250_000_000, 9), "200 times"),
    "cut.csv.gz": (lambda: gzip.compress(HEAD + ROW * 99)[:-9], "cut off"),
    "cut.xlsx": (lambda: BOOK[: len(BOOK) // 2], "broken or cut off"),
    "office-97.xls": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "broken or cut off"),
    "laughs.xlsx": (lambda: book(LAUGHS), "the workbook is empty"),
    "no-xml.xlsx": (lambda: book(b"\0\xff<<"), "broken or cut off"),
    "deep.json": (lambda: b"[" * 200_000, "nested deeper"),
    "deep-closed.json": (lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested deeper"),
    "cut.json": (lambda: FILES["ged.json"][0][:-40], "JSON"),
    "no-records.json": (lambda: b'{"error": "limit reached"}', "no records"),
    "number.json": (lambda: b"[1, 2, 3]", "no object"),
    "not-numbers.json": (
        lambda: features({"type": "Point", "coordinates": [float("nan"), 1]}), "row 1"),
    "strings.geojson": (lambda: features({"type": "Point", "coordinates": ["46", {}]}), "row 1"),
    "many-corners.geojson": (
        lambda: features({"type": "Polygon", "coordinates": [[[46, 40]] * 400_000]}), ""),
    "deep.geojson": (
        lambda: features({"type": "Point", "coordinates": 1}).replace(
            b'"coordinates": 1', b'"coordinates": ' + b"[" * 50_000 + b"]" * 50_000),
        "nested deeper"),
    "surrogate.json": (lambda: rb'[{"id": 1, "date": "2020-11-07", "title": "\ud800"}]', "row 1"),
    "formula.csv": (lambda: cells(date=b"=1+1", title=b"=cmd|' /C calc'!A0"), "column date"),
}  # fmt: skip
