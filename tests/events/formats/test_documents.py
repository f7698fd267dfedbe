"""JSON: GeoJSON of any geometry, what interfaces hand out, and documents without records."""

import pytest

from dashboard.events.formats import rows_of
from tests.events.formats.outcome import read
from tests.events.formats.test_acled import ROW as ACLED
from tests.events.formats.test_ged import ROW as GED


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features: object, **more: object) -> dict[str, object]:
    return {"type": "FeatureCollection", "features": list(features), **more}


POINT = {"type": "Point", "coordinates": [46.75, 39.8177]}
SQUARE = {"type": "Polygon", "coordinates": [[[46, 39], [47, 39], [47, 40], [46, 40], [46, 39]]]}
LINE = {"type": "LineString", "coordinates": [[46, 39], [47, 40]]}


def test_points_are_near_and_all_else_is_an_area() -> None:
    features = [feature(g, name="X", date="2020-09-27") for g in (POINT, SQUARE, LINE)]
    form, rows = rows_of(collection(*features))
    outcome = read(form, rows)
    assert (form, outcome.rejected) == ("geojson", [])
    assert outcome.column("place_precision") == ["near", "region", "region"]
    assert outcome.column("latitude")[0] == 39.8177
    assert 46 < outcome.column("longitude")[1] < 47
    assert outcome.column("radius_km")[0] is None
    assert 60 < outcome.column("radius_km")[1] < 80  # half of the diagonal of 1 by 1 degree
    assert outcome.column("title") == ["X"] * 3


def test_geometries_that_are_missing_or_broken_are_said() -> None:
    broken = {"type": "Polygon", "coordinates": [[1, 2]]}
    empty = {"type": "Point", "coordinates": []}
    far = {"type": "Point", "coordinates": [4675, 39.8]}
    features = [feature(g, title="X") for g in (None, broken, empty, far)]
    form, rows = rows_of(collection(*features))
    outcome = read(form, rows)
    assert sorted({line for line, *_ in outcome.rejected}) == [3, 4, 5]
    assert outcome.column("place_precision") == ["none"]


def test_properties_of_a_known_format_make_it_that_format() -> None:
    bare = {k: v for k, v in GED.items() if k not in ("latitude", "longitude")}
    form, rows = rows_of(collection(feature(POINT, **bare)))
    record = read(form, rows).one
    assert (form, record["latitude"], record["place_precision"]) == ("ged", 39.8177, "exact")
    form, rows = rows_of(collection(feature(POINT, **ACLED)))
    assert (form, read(form, rows).one["latitude"]) == ("acled", 40.39)


def test_names_of_the_interfaces_of_ucdp_and_acled() -> None:
    ged = {**GED, "id": 376126, "best": 3, "active_year": True, "latitude": 40.39, "gwnoa": 700.0}
    form, rows = rows_of({"TotalCount": 1, "NextPageUrl": "", "Result": [ged | {"adm_2": None}]})
    assert (form, rows[0]["active_year"], "adm_2" in rows[0]) == ("ged", "True", False)
    assert read(form, rows).one == read("ged", [GED]).one
    form, rows = rows_of({"success": True, "data": [ACLED]})
    assert read(form, rows).one == read("acled", [ACLED]).one


def test_a_list_of_objects_is_a_table() -> None:
    form, rows = rows_of([{"when": {"day": "2020-09-27"}, "who": ["A; B", None, "C"], "n": 1.5}])
    assert (form, rows) == ("columns", [{"when.day": "2020-09-27", "who": "A, B;C", "n": "1.5"}])
    assert rows_of([]) == ("columns", [])


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ("text", "no records"),
        (None, "no records"),
        ({"a": 1}, "no records"),
        ([{"a": 1}, None], "item 2 is no object"),
        (collection(7), "feature 1 is no object"),
        ({"type": "FeatureCollection"}, "is no list"),
        (collection(crs={"properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}), "only WGS84"),
        (collection({"type": "Feature", "properties": [1]}), "the properties of a feature"),
        ({"events": [{"start_date": {}}, 3]}, "events, item 2 is no object"),
    ],
)
def test_documents_without_records_say_so(document: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        rows_of(document)


def test_the_usual_name_of_wgs84_is_no_trouble() -> None:
    named = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    assert rows_of(collection(feature(POINT, title="X"), crs=named))[0] == "geojson"
