"""Areas from geo/ against the geodesic areas of the same shapes on the WGS84 ellipsoid.

The other computation shares nothing with the code: GeoJSON read with `json`, rings turned so that
holes are subtracted, no projection. Plane straight lines and geodesics part by less than the bound.
"""

import json
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from pyproj import Geod
from shapely.geometry.polygon import orient

from dashboard.events.areas import COUNTRY_KM2, agreement, areas, measured_km2
from dashboard.events.boundaries import GEO, Boundaries
from dashboard.events.dataset import Dataset

BOUND = 0.1  # km2
WGS84 = Geod(ellps="WGS84")
WHOLE_KM2 = {  # measured, in whole km2, as they stand in geo/README.md
    "AZE": 86250, "nkao_1991": 4282, "AZ-KAL": 2023, "AZ-LAC": 1905, "AZ-QBI": 787, "AZ-ZAN": 747,
    "AZ-CAB": 889, "AZ-FUZ": 1374, "AZ-AGM": 951, "seven": 8676, "control_1994_2020": 11927,
    "held_in": 4119, "held_around": 7808,
}  # fmt: skip


def geodesic_km2(shape: Any) -> float:
    """The area of polygons with geodesic edges: outer rings anticlockwise, holes clockwise."""
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon"]
    return sum(WGS84.geometry_area_perimeter(orient(part, 1.0))[0] for part in parts) / 1e6


def shapes(layer: str) -> dict[str, Any]:
    features = json.loads((GEO / f"{layer}.geojson").read_text(encoding="utf-8"))["features"]
    return {f["id"]: shapely.geometry.shape(f["geometry"]) for f in features}


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return areas(Boundaries()).set_index("key")


@pytest.fixture(scope="module")
def independent() -> dict[str, Any]:
    seven = shapes("seven_districts")
    oblast, held = (
        shapes("nkao_1991")["nkao_1991"],
        shapes("control_1994_2020")["control_1994_2020"],
    )
    around = shapely.union_all(list(seven.values()))
    return {
        **seven, "nkao_1991": oblast, "control_1994_2020": held, "AZE": shapes("countries")["AZE"],
        "held_in": held & oblast, "held_around": held - oblast,
        "seven": around, "both": around | oblast,
    }  # fmt: skip


def test_every_area_is_the_geodesic_one(table: pd.DataFrame, independent: dict[str, Any]) -> None:
    assert set(table.index) == set(independent)
    off = {key: table.loc[key, "km2"] - geodesic_km2(s) for key, s in independent.items()}
    assert {key: gap for key, gap in off.items() if abs(gap) > BOUND} == {}


def test_held_parts_are_the_geodesic_ones(table: pd.DataFrame, independent: dict[str, Any]) -> None:
    held = independent["control_1994_2020"]
    for key, shape in independent.items():
        found = table.loc[key, "held_km2"]
        if key == "AZE":
            assert pd.isna(found)
        else:
            assert abs(found - geodesic_km2(shape & held)) <= BOUND, key


def test_straight_lines_in_degrees_change_little(independent: dict[str, Any]) -> None:
    """RFC 7946 draws edges straight in degrees: with a corner every 0.01 degrees the areas stay
    within the bound, so the kind of edge does not matter."""
    series = gpd.GeoSeries(independent, crs=4326)
    gap = measured_km2(series.segmentize(0.01)) - measured_km2(series)
    assert gap.abs().max() < BOUND
    assert gap.abs().max() > 0


def test_a_hole_is_subtracted_whatever_the_direction_of_its_ring() -> None:
    outer, inner = shapely.box(46, 39, 47, 40), shapely.box(46.2, 39.2, 46.8, 39.8)
    hole = list(inner.exterior.coords)
    for ring in (hole, hole[::-1]):
        shape = shapely.Polygon(outer.exterior.coords, [ring])
        found = measured_km2(gpd.GeoSeries([shape], crs=4326)).item()
        assert abs(found - (geodesic_km2(outer) - geodesic_km2(inner))) < 1  # edges of 100 km
        assert found < 0.7 * geodesic_km2(outer)


def test_areas_are_those_of_the_readme(table: pd.DataFrame) -> None:
    assert {key: round(table.loc[key, "km2"]) for key in WHOLE_KM2} == WHOLE_KM2


def test_parts_add_up(table: pd.DataFrame) -> None:
    km2 = table["km2"]
    assert km2["held_in"] + km2["held_around"] == pytest.approx(km2["control_1994_2020"], abs=0.01)
    assert km2[table["kind"] == "district"].sum() == pytest.approx(km2["seven"], abs=0.5)
    assert km2["seven"] + km2["nkao_1991"] == pytest.approx(km2["both"], abs=0.5)


def test_shares_are_of_the_country_that_the_records_divide_by(
    dataset: Dataset, table: pd.DataFrame
) -> None:
    dividing = dataset.tables.claims["statement"].str.contains(f"of {COUNTRY_KM2:,} square kilo")
    assert dividing.sum() >= 2
    assert table.loc["control_1994_2020", "percent"] == pytest.approx(13.77, abs=0.005)
    assert table.loc["nkao_1991", "percent"] == pytest.approx(4.94, abs=0.005)
    assert table.loc["both", "percent"] == pytest.approx(14.96, abs=0.005)
    assert table.loc["AZ-KAL", "percent"] == pytest.approx(2.34, abs=0.005)


def test_published_areas_are_those_of_geo_and_their_sums(table: pd.DataFrame) -> None:
    published = table["published_km2"].dropna().to_dict()
    assert published == {
        "AZE": 86600, "nkao_1991": 4388, "AZ-KAL": 1936, "AZ-LAC": 1835, "AZ-QBI": 802,
        "AZ-ZAN": 707, "AZ-CAB": 1050, "AZ-FUZ": 1386, "AZ-AGM": 1094, "seven": 8810,
        "both": 13198,
    }  # fmt: skip


def test_totals_agree_within_two_and_a_half_percent_and_two_districts_do_not_within_ten(
    table: pd.DataFrame,
) -> None:
    found = agreement(table)
    assert found.totals == pytest.approx(2.42, abs=0.005) and found.totals < 2.5
    assert found.district == pytest.approx(15.33, abs=0.005)
    assert [(label, round(gap)) for label, gap in found.far] == [
        ("Jabrayil / Jrakan", -15),
        ("Agdam / Akna", -13),
    ]


def test_agreement_is_computed_and_not_remembered(table: pd.DataFrame) -> None:
    better = table.assign(difference=table["difference"] / 10)
    assert agreement(better).far == ()
    assert agreement(better).totals == pytest.approx(0.242, abs=0.001)


def test_both_names_stand_with_every_district(table: pd.DataFrame) -> None:
    named = table[table["kind"] == "district"]
    assert len(named) == 7
    assert (named[["name_az", "name_hy"]] != "").all(axis=None)
