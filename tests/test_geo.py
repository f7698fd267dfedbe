"""Looks inside geo/*.geojson: shapes, names, sources and known points and areas.

Points are longitude, latitude (GeoNames). Areas are km2 on an equal-area projection at 40 N 47 E.
"""

import csv
import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Point, box

GEO = Path(__file__).parents[1] / "geo"
EQUAL_AREA = "+proj=laea +lat_0=40 +lon_0=47 +datum=WGS84"
REGION = box(42.0, 37.8, 51.2, 43.2)
COUNTS = {
    "countries": 6,
    "districts": 89,
    "nkao_1991": 1,
    "control_1994_2020": 1,
    "line_of_contact_1994": 1,
    "seven_districts": 7,
    "rivers": 3,
    "lakes": 4,
    "world": 177,
}
REGIONAL = [layer for layer in COUNTS if layer != "world"]
TOWNS = {  # the district each town lies in
    "Shusha": (46.7499, 39.7601, "AZ-SUS-C"),
    "Khankendi / Stepanakert": (46.7528, 39.8177, "AZ-XA"),
    "Lachin": (46.5498, 39.6374, "AZ-LAC"),
    "Kalbajar": (46.0445, 40.1098, "AZ-KAL"),
    "Agdam": (46.9274, 39.9910, "AZ-AGM"),
    "Fuzuli": (47.1453, 39.6009, "AZ-FUZ"),
    "Jabrayil": (47.0283, 39.3992, "AZ-CAB"),
    "Qubadli": (46.5818, 39.3444, "AZ-QBI"),
    "Zangilan": (46.6599, 39.0837, "AZ-ZAN"),
    "Hadrut": (47.0318, 39.5200, "AZ-XVD"),
    "Khojaly": (46.7921, 39.9136, "AZ-XCI"),
    "Martakert / Aghdara": (46.8209, 40.2124, "AZ-TAR"),
    "Tartar": (46.9316, 40.3420, "AZ-TAR"),
    "Barda": (47.1262, 40.3758, "AZ-BAR"),
    "Horadiz": (47.3350, 39.4502, "AZ-FUZ"),
    "Lankaran": (48.8506, 38.7529, "AZ-LA"),
    "Goris": (46.3417, 39.5111, "AM-SU"),
    "Yerevan": (44.5126, 40.1777, "AM-ER"),
}
CONFLICT_AREA = [
    "AZ-SUS",
    "AZ-SUS-C",
    "AZ-XA",
    "AZ-XCI",
    "AZ-XVD",
    "AZ-LAC",
    "AZ-KAL",
    "AZ-AGM",
    "AZ-FUZ",
    "AZ-CAB",
    "AZ-QBI",
    "AZ-ZAN",
    "AZ-TAR",
]


def layer(name):
    return gpd.read_file(GEO / f"{name}.geojson").set_index("id", drop=False)


def only_shape(name):
    return layer(name).geometry.iloc[0]


def km2(frame):
    return frame.to_crs(EQUAL_AREA).area / 1e6


def town(name):
    return Point(TOWNS[name][:2])


def test_the_folder_holds_these_layers_and_stays_small():
    paths = list(GEO.glob("*.geojson"))
    assert {path.stem for path in paths} == set(COUNTS)
    assert sum(path.stat().st_size for path in paths) < 700 * 1024
    assert (GEO / "world.geojson").stat().st_size <= 200 * 1024


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_features_are_valid_and_have_unique_ids(name, count):
    frame = layer(name)
    assert len(frame) == count
    assert frame.is_valid.all() and not frame.is_empty.any()
    assert frame.index.is_unique and frame["name"].notna().all()


@pytest.mark.parametrize("name", COUNTS)
def test_files_follow_rfc_7946(name):
    collection = json.loads((GEO / f"{name}.geojson").read_text(encoding="utf-8"))
    assert "crs" not in collection and "Natural Earth" in collection["attribution"]
    assert all(item["id"] == item["properties"]["id"] for item in collection["features"])
    shapes = layer(name).geometry.values
    corners = shapely.get_coordinates(shapes)
    assert (corners == corners.round(4)).all()
    rings = shapely.get_exterior_ring(shapely.get_parts(shapes))
    assert all(shapely.is_ccw(ring) for ring in rings if ring is not None)


@pytest.mark.parametrize("name", REGIONAL)
def test_longitude_comes_first_and_lies_in_the_region(name):
    frame = layer(name)
    assert frame.crs == 4326
    assert REGION.covers(box(*frame.total_bounds))


def test_world_is_cut_at_180_degrees_and_leaves_antarctica_out():
    world = layer("world")
    assert box(-180, -60, 180, 84).covers(box(*world.total_bounds))
    assert "ATA" not in world.index
    for country in ("RUS", "FJI"):  # drawn across the whole map where they are not cut
        parts = shapely.bounds(shapely.get_parts(world.geometry[country]))
        assert (parts[:, 2] - parts[:, 0] < 170).all()


def test_world_draws_crimea_as_a_shape_of_its_own():
    world = layer("world")
    assert list(world.index[world.contains(Point(34.1, 45.1))]) == ["XCR"]


@pytest.mark.parametrize("name", ["countries", "districts"])
def test_neighbours_share_their_borders(name):
    assert shapely.coverage_is_valid(layer(name).geometry.values)


def test_districts_make_up_their_countries():
    districts, countries = layer("districts"), layer("countries")
    counts = districts["country"].value_counts()
    assert counts.to_dict() == {"AZE": 78, "ARM": 11}
    prefixes = set(zip(districts["country"], districts.index.str[:3], strict=True))
    assert prefixes == {("AZE", "AZ-"), ("ARM", "AM-")}
    for country in counts.index:
        whole = districts[districts["country"] == country].union_all()
        differing = whole.symmetric_difference(countries.geometry[country])
        assert km2(gpd.GeoSeries([differing], crs=4326)).item() < 0.01


@pytest.mark.parametrize(("place", "expected"), [(name, at[2]) for name, at in TOWNS.items()])
def test_towns_lie_in_their_district(place, expected):
    districts = layer("districts")
    assert list(districts.index[districts.contains(town(place))]) == [expected]


def test_lachin_is_not_lankaran():
    lachin = layer("districts").loc["AZ-LAC"]
    assert lachin["name_az"] == "Laçın"
    assert lachin.geometry.contains(town("Lachin"))
    assert not lachin.geometry.contains(town("Lankaran"))


def test_conflict_area_is_named_in_both_languages():
    named = {"districts": CONFLICT_AREA, "seven_districts": None, "nkao_1991": None}
    for name, keys in named.items():
        rows = layer(name).loc[keys] if keys else layer(name)
        assert rows[["name_az", "name_hy"]].notna().all(axis=None)
        assert rows["name_hy"].str.fullmatch(r"[\u0531-\u0587 ]+").all()
    provinces = layer("districts").query("country == 'ARM'")
    assert provinces[["name_az", "name_hy"]].notna().all(axis=None)
    assert layer("districts")["name_az"].notna().all()


@pytest.mark.parametrize("name", REGIONAL)
def test_both_name_properties_are_there_even_if_empty(name):
    features = json.loads((GEO / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    for item in features:
        assert {"id", "name", "name_az", "name_hy"} <= item["properties"].keys()
        assert "" not in item["properties"].values()  # unknown is null


def test_names_are_the_ones_in_the_table():
    with (GEO / "names.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    for name in REGIONAL:
        for item in layer(name).itertuples():
            for column in ("name", "name_az", "name_hy"):
                value = getattr(item, column)
                assert (value if isinstance(value, str) else "") == rows[item.id][column]


@pytest.mark.parametrize("place", ["Shusha", "Khankendi / Stepanakert", "Hadrut", "Khojaly"])
def test_former_oblast_contains(place):
    assert only_shape("nkao_1991").contains(town(place))


@pytest.mark.parametrize("place", ["Lachin", "Agdam", "Jabrayil", "Tartar", "Goris"])
def test_former_oblast_does_not_contain(place):
    assert not only_shape("nkao_1991").contains(town(place))


def test_held_area_lies_behind_the_line_of_contact():
    held = only_shape("control_1994_2020")
    inside = ["Shusha", "Lachin", "Kalbajar", "Agdam", "Fuzuli", "Jabrayil", "Zangilan"]
    outside = ["Tartar", "Barda", "Horadiz", "Goris", "Yerevan"]
    assert [place for place in inside if not held.contains(town(place))] == []
    assert [place for place in outside if held.contains(town(place))] == []
    line = only_shape("line_of_contact_1994")
    assert held.boundary.buffer(0.001).contains(line)


def test_seven_districts_lie_outside_the_former_oblast():
    seven, oblast = layer("seven_districts"), only_shape("nkao_1991")
    assert km2(seven.intersection(oblast)).max() < 0.1
    for place in ("Lachin", "Kalbajar", "Agdam", "Fuzuli", "Jabrayil", "Qubadli", "Zangilan"):
        assert seven.geometry[TOWNS[place][2]].contains(town(place))


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        ("nkao_1991", "nkao_1991", 4282),
        ("control_1994_2020", "control_1994_2020", 11927),
        ("seven_districts", "AZ-AGM", 952),
        ("seven_districts", "AZ-CAB", 889),
        ("seven_districts", "AZ-FUZ", 1374),
        ("seven_districts", "AZ-KAL", 2023),
        ("seven_districts", "AZ-LAC", 1905),
        ("seven_districts", "AZ-QBI", 787),
        ("seven_districts", "AZ-ZAN", 747),
        ("countries", "AZE", 86250),
    ],
)
def test_areas_are_the_measured_ones(name, key, expected):
    assert km2(layer(name))[key] == pytest.approx(expected, rel=0.005)


def test_held_area_divides_into_the_oblast_and_the_rest():
    held, oblast = layer("control_1994_2020"), only_shape("nkao_1991")
    row = held.iloc[0]
    assert km2(held.intersection(oblast)).item() == pytest.approx(4119, rel=0.005)
    assert km2(held.difference(oblast)).item() == pytest.approx(7808, rel=0.005)
    assert row["in_oblast_km2"] + row["around_oblast_km2"] == row["area_km2"]


@pytest.mark.parametrize("name", ["districts", "nkao_1991", "control_1994_2020", "seven_districts"])
def test_stated_areas_are_those_of_the_shapes(name):
    frame = layer(name)
    assert (frame["area_km2"] - km2(frame)).abs().max() <= 1


@pytest.mark.parametrize(
    ("name", "year"),
    [("nkao_1991", 1991), ("control_1994_2020", 1994), ("line_of_contact_1994", 1994)],
)
def test_historical_lines_carry_source_and_year(name, year):
    row = layer(name).iloc[0]
    assert row["source"].startswith("Natural Earth")
    assert row["year"] == year and row["period"].split("-")[0].isdigit()
