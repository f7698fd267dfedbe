"""Areas: boundaries, discs on the ground, and the point where the number of an area stands."""

from math import nan

import geopandas as gpd
import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_areas import clear_point, disc, place_areas, shape_of
from dashboard.figures.map_marks import PlaceMark, Records, map_marks
from dashboard.figures.map_view import REGION, MapView
from tests.figures.helpers import symbols
from tests.figures.random_events import UNHURRIED

FRAME = MapView("test", "Test", (0.0, 0.0, 10.0, 10.0))
BOXES = gpd.GeoSeries(
    {
        "inside": shapely.box(2, 2, 4, 4),
        "half": shapely.box(8, 4, 14, 6),
        "outside": shapely.box(20, 20, 21, 21),
        "sliver": shapely.box(9.9, 0, 30, 10),
    },
    crs=4326,
)


def mark(area: str, kind: str = "region", count: int = 1, lon: float = nan) -> PlaceMark:
    records = Records(tuple(f"r{i}" for i in range(count)), (), False, "circle", "")
    return PlaceMark(area or "p", area, kind, area, 5.0 if lon == lon else nan, lon, 20.0, records)


@given(st.floats(-179, 179), st.floats(-80, 80), st.floats(0.5, 300))
@UNHURRIED
def test_a_disc_has_its_radius_on_the_ground(lon: float, lat: float, radius: float) -> None:
    ring = shapely.get_coordinates(disc(lon, lat, radius))
    n = len(ring)
    _, _, metres = Geod(ellps="WGS84").inv(np.full(n, lon), np.full(n, lat), *ring.T)
    assert np.abs(metres / 1000 - radius).max() < 0.02  # rounded to 4 decimals: 11 m


def test_an_area_is_its_boundary_and_a_place_without_one_its_disc() -> None:
    assert shape_of(mark("inside"), BOXES).equals(BOXES["inside"])
    assert shape_of(mark("", lon=5.0), BOXES).equals(disc(5.0, 5.0, 20.0))


def test_the_number_of_an_area_stands_in_what_the_view_shows_of_it() -> None:
    found = {m.area: m for m in place_areas([mark("inside"), mark("half")], BOXES, (), FRAME)}
    for area, placed in found.items():
        visible = BOXES[area].intersection(shapely.box(*FRAME.bounds))
        assert visible.contains(shapely.Point(placed.longitude, placed.latitude))
    assert set(found) == {"inside", "half"}


def test_what_the_view_does_not_show_carries_no_number() -> None:
    marks = [mark("outside"), mark("sliver", "country"), mark("inside", "country")]
    assert [m.area for m in place_areas(marks, BOXES, (), FRAME)] == ["inside"]


def test_a_small_part_of_a_district_still_carries_its_number() -> None:
    assert [m.area for m in place_areas([mark("sliver")], BOXES, (), FRAME)] == ["sliver"]


def test_a_disc_keeps_its_centre() -> None:
    (placed,) = place_areas([mark("", lon=5.0)], BOXES, (), FRAME)
    assert (placed.longitude, placed.latitude) == (5.0, 5.0)


def test_areas_with_more_records_come_first_and_numbers_keep_clear_of_each_other() -> None:
    twins = gpd.GeoSeries({"a": BOXES["inside"], "b": BOXES["inside"]}, crs=4326)
    few, many = mark("a"), mark("b", count=9)
    first, second = place_areas([few, many], twins, (), FRAME)
    assert (first.area, second.area) == ("b", "a")
    assert (first.longitude, first.latitude) != (second.longitude, second.latitude)


boxes = st.tuples(*[st.floats(-10, 10)] * 2, *[st.floats(0.01, 10)] * 2)


@UNHURRIED
@given(boxes, st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), max_size=4))
def test_a_clear_point_lies_inside(
    box: tuple[float, ...], taken: list[tuple[float, float]]
) -> None:
    x, y, wide, high = box
    shape = shapely.box(x, y, x + wide, y + high) - shapely.box(x, y, x + wide / 2, y + high / 2)
    assert shape.contains(shapely.Point(clear_point(shape, taken)))


def test_a_clear_point_keeps_away_from_what_is_there() -> None:
    shape = shapely.box(0, 0, 10, 10)
    free, pushed = clear_point(shape, ()), clear_point(shape, [(5, 5)])
    assert np.hypot(free[0] - 5, free[1] - 5) < 1.2
    assert np.hypot(pushed[0] - 5, pushed[1] - 5) > 2


def test_a_shape_too_thin_for_the_grid_has_a_point_all_the_same() -> None:
    thin = shapely.Polygon([(0, 0), (10, 10), (10, 10.0001)])
    assert thin.distance(shapely.Point(clear_point(thin, ()))) < 1e-6


def test_the_areas_of_the_records_lie_in_the_view(
    dataset: Dataset, everything: View, areas: gpd.GeoSeries
) -> None:
    marks = map_marks(everything.events, everything.locations, symbols(dataset))
    found = place_areas(marks.areas, areas, marks.places, REGION)
    west, south, east, north = REGION.bounds
    assert len(found) >= 3
    for placed in (m for m in found if m.area):
        assert west < placed.longitude < east
        assert south < placed.latitude < north
    assert {m.area for m in marks.areas if m.kind == "region"} <= {m.area for m in found}
    assert place_areas((), areas, (), REGION) == ()
