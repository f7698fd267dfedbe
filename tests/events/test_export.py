"""Exports: the same rows in all forms as in the view, and no point for what is no point."""

import csv
import io
import json

import pandas as pd
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.events.export import COLUMNS, FORMATS, records, to_csv, to_geojson, to_json
from dashboard.events.filters import Filter

FILTERS = [
    Filter(),
    Filter(actor=("turkey",), layer=("article",)),
    Filter(contested="yes", type=("territory",)),
    Filter(q="no such words anywhere"),
]


@pytest.fixture(params=FILTERS, ids=["all", "turkey", "contested", "empty"])
def view(request: pytest.FixtureRequest, dataset: Dataset) -> View:
    return dataset.view(request.param)


def test_all_forms_hold_the_rows_of_the_view(view: View, dataset: Dataset) -> None:
    ids = list(view.events["event_id"])
    rows = list(csv.DictReader(io.StringIO(to_csv(view, dataset))))
    assert [row["event_id"] for row in rows] == ids
    told = json.loads(to_json(view, dataset))
    assert [row["event_id"] for row in told["records"]] == ids
    drawn = json.loads(to_geojson(view, dataset))
    assert [feature["id"] for feature in drawn["features"]] == ids
    for head in (told, drawn):
        assert (head["shown"], head["total"]) == (len(ids), view.total)
        assert head["not_on_map"] == view.off_map
        assert head["filter"] == list(view.filter_words)
        assert head["data"] == dataset.tables.version
    assert {"csv", "json", "geojson"} <= set(FORMATS)


def test_csv_cells_are_those_of_the_view(view: View, dataset: Dataset) -> None:
    text = to_csv(view, dataset)
    assert "\r" not in text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert text.split("\n", 1)[0] == ",".join(COLUMNS)
    for row, event in zip(rows, view.events.to_dict("records"), strict=True):
        for column in ("title", "summary", "date", "date_label", "place_label", "note", "url"):
            assert row[column] == event[column]
        assert row["actors"].split(";") == list(event["actors"])
        assert row["contested"] == ("yes" if event["contested"] else "no")
        for column in ("earliest", "latest"):
            known = pd.notna(event[column])
            assert row[column] == (event[column].date().isoformat() if known else "")


def test_an_open_start_is_empty_in_csv_and_null_in_json(dataset: Dataset) -> None:
    view = dataset.view(Filter(q="long backed Azerbaijan's claims"))
    assert list(view.events["event_id"]) == ["article-turkey-supports-azerbaijan"]
    assert records(view)["earliest"].isna().all()
    (record,) = json.loads(to_json(view, dataset))["records"]
    assert record["earliest"] is None
    assert record["latest"] == "2020-11-07"


def test_json_carries_every_claim_of_its_records(view: View, dataset: Dataset) -> None:
    claims = dataset.tables.claims
    for record in json.loads(to_json(view, dataset))["records"]:
        mine = claims[claims["event_id"] == record["event_id"]]
        assert record["claims"] == mine.to_dict("records")
        assert len(record["claims"]) > 0


def test_only_a_point_is_given_as_a_point(view: View, dataset: Dataset) -> None:
    found = json.loads(to_geojson(view, dataset))
    for feature in found["features"]:
        event = view.events.loc[feature["id"]]
        if event["place_precision"] in ("exact", "near"):
            point = {"type": "Point", "coordinates": [event["longitude"], event["latitude"]]}
            assert feature["geometry"] == point
        else:
            assert feature["geometry"] is None
    without = [f for f in found["features"] if f["geometry"] is None]
    assert found["without_geometry"] == len(without)


def test_axis_order_is_longitude_then_latitude(dataset: Dataset) -> None:
    view = dataset.view(Filter(q="Shusha / Shushi", type=("territory",)))
    features = json.loads(to_geojson(view, dataset))["features"]
    shusha = next(f for f in features if f["id"] == "shusha-taken-1992")
    assert shusha["geometry"]["coordinates"] == [46.7499, 39.7601]


def test_a_region_is_no_point_though_it_has_a_label_point(dataset: Dataset) -> None:
    features = json.loads(to_geojson(dataset.view(Filter()), dataset))["features"]
    truce = next(f for f in features if f["id"] == "first-truce-2020-10-10")
    assert truce["properties"]["place_precision"] == "region"
    assert truce["properties"]["latitude"] == 39.85
    assert truce["geometry"] is None
