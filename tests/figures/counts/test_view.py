"""The view of all records: a margin, never too near, never outside the world."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.counts import fit_view

LON, LAT = st.floats(-180, 180), st.floats(-90, 90)


@given(LON, LON, LAT, LAT)
def test_all_records_lie_inside_as_far_as_the_map_goes(
    a: float, b: float, c: float, d: float
) -> None:
    (west, east), (south, north) = sorted((a, b)), sorted((c, d))
    left, low, right, high = fit_view(west, south, east, north).bounds
    assert -180 <= left < right <= 180 and -84 <= low < high <= 84
    assert left <= west + 1e-3 and right >= east - 1e-3
    assert low <= max(south, -84) + 1e-3 and high >= min(north, 84) - 1e-3
    assert right - left >= 0.999 and high - low >= 0.999


def test_a_country_has_a_margin() -> None:
    view = fit_view(44.0, 38.0, 50.0, 42.0)
    assert (view.key, view.label) == ("data", "All records")
    assert view.bounds == pytest.approx((43.64, 37.76, 50.36, 42.24))


def test_one_point_is_in_the_middle_of_a_degree() -> None:
    assert fit_view(46.75, 39.85, 46.75, 39.85).bounds == pytest.approx(
        (46.25, 39.35, 47.25, 40.35)
    )


def test_the_whole_world_and_no_place_at_all_can_be_drawn() -> None:
    for view in (fit_view(-180, -90, 180, 90), fit_view(*[math.nan] * 4)):
        assert (view.bounds[0], view.bounds[2]) == (-180, 180)
        assert math.isfinite(view.zoom(358, 300)) and math.isfinite(view.zoom(1400, 700))
        assert all(math.isfinite(v) for v in view.edges(860, 500))
