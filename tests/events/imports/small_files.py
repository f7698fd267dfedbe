"""A small good file of each form, made up, to be imported whole and to be spoiled."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from dashboard.events.formats.gdelt import COLUMNS as GDELT

Rows = Sequence[Mapping[str, object]]

GED: Rows = [
    {
        "id": 100 + n, "year": 2020, "active_year": "True", "type_of_violence": 1 + n % 3,
        "conflict_name": "A: B", "dyad_name": "Government of A - B", "side_a": "Government of A",
        "side_b": "B", "number_of_sources": -1, "source_article": '"BBC,2020-09-27,War, again"',
        "source_office": "BBC;Turan", "source_headline": "War,\nagain", "where_prec": 1 + n,
        "where_coordinates": "Şuşa town", "adm_1": "C", "latitude": 39.7 + n, "longitude": 46.75,
        "country": "A", "date_prec": 1 + n % 5, "date_start": "2020-09-27 00:00:00.000",
        "date_end": f"2020-09-{27 + n % 3} 00:00:00.000", "best": n, "high": n + 1, "low": 0,
    }
    for n in range(6)
]  # fmt: skip
ACLED: Rows = [
    {
        "event_id_cnty": f"AZE{n}", "event_date": f"{10 + n} November 2020", "year": 2020,
        "time_precision": 1 + n % 3, "event_type": "Battles", "sub_event_type": "Armed clash",
        "actor1": "Military Forces of A", "assoc_actor_1": "X; Y", "actor2": "B",
        "assoc_actor_2": "", "country": "A", "admin1": "C", "location": "Şuşa", "latitude": 39.7,
        "longitude": 46.75, "geo_precision": 1 + n % 3, "source": "BBC; Turan",
        "notes": 'On 10 November, "forces"\nclashed.', "fatalities": n,
    }
    for n in range(5)
]  # fmt: skip
TIMELINEJS: Rows = [
    {
        "Year": 2020, "Month": 9 + n % 2, "Day": "" if n else 27, "Time": "", "End Year": 2020,
        "End Month": 11, "End Day": 10, "Display Date": "", "Headline": f"War {n}",
        "Text": "<b>It</b> began", "Media": "http://a/b.jpg", "Media Credit": "Somebody",
        "Type": "", "Group": "A",
    }
    for n in range(4)
]  # fmt: skip
TIMEMAP: Rows = [
    {
        "id": f"e{n}", "description": "Something, somewhere", "date": "09/27/2020",
        "time": "10:30", "location": "Şuşa", "latitude": 39.7, "longitude": 46.75,
        "association1": "shelling", "source1": "A film", "source1_url": "http://a",
    }
    for n in range(4)
]  # fmt: skip
TABLE: Rows = [
    {
        "id": n, "date": f"2020-1{n % 3}-07", "date_end": f"2020-1{n % 3}-09",
        "title": f"Event {n}",
        "actors": "A;B", "source": "BBC", "place": "Şuşa", "lat": "39,7", "lon": "46,75",
        "deaths": "1,234", "disputed": "yes", "note": "a\nb",
    }
    for n in range(5)
]  # fmt: skip


def as_csv(rows: Rows, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def as_workbook(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _gdelt() -> bytes:
    said: dict[str, object] = {
        "SQLDATE": 20201107, "MonthYear": 202011, "Year": 2020, "FractionDate": 2020.8493,
        "Actor1Name": "AZERBAIJAN", "Actor2Name": "ARMENIA", "EventCode": "190",
        "EventRootCode": "19", "QuadClass": 4, "ActionGeo_Type": 4,
        "ActionGeo_FullName": 'Shusha "the", City', "ActionGeo_Lat": 39.76,
        "ActionGeo_Long": 46.75, "SOURCEURL": "http://a",
    }  # fmt: skip
    rows = [{"GLOBALEVENTID": 1_000_000_001 + n, **said} for n in range(4)]
    lines = ("\t".join(str(row.get(name, "")) for name in GDELT) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def _slides() -> bytes:
    slides: list[dict[str, Any]] = [
        {
            "start_date": {"year": "2020", "month": str(9 + n)},
            "end_date": {"year": 2020, "month": 11, "day": 10},
            "text": {"headline": f"War {n}", "text": "<p>It began</p>"},
            "media": {"url": "http://a", "credit": "Somebody"},
            "unique_id": f"s{n}",
        }
        for n in range(3)
    ]
    return json.dumps({"title": {"text": {"headline": "All"}}, "events": slides}).encode()


def _features() -> bytes:
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [46.75, 39.7 + n]},
            "properties": {"id": n, "date": "2020-11-07", "title": f"Event {n}", "deaths": n},
        }
        for n in range(4)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


# Name -> the file, the form that it is of, and how many records it has.
FILES: dict[str, tuple[bytes, str, int]] = {
    "ged.csv": (as_csv(GED), "ged", 6),
    "ged.json": (json.dumps({"TotalCount": 6, "Result": GED}).encode(), "ged", 6),
    "acled.csv": (as_csv(ACLED), "acled", 5),
    "acled.xlsx": (as_workbook(ACLED), "acled", 5),
    "gdelt.tsv": (_gdelt(), "gdelt", 4),
    "timelinejs.csv": (as_csv(TIMELINEJS), "timelinejs", 4),
    "timelinejs.json": (_slides(), "timelinejs", 3),
    "timemap.csv": (as_csv(TIMEMAP), "timemap", 4),
    "geojson.json": (_features(), "geojson", 4),
    "table.csv": (as_csv(TABLE, ";"), "columns", 5),
    "table.xlsx": (as_workbook(TABLE), "columns", 5),
}
