"""Where a map looks: its projection, its zoom and the pixels of a place."""

import numpy as np
import pytest

from dashboard.figures.map_view import (
    DIPLOMACY,
    REGION,
    VIEWS,
    MapView,
    mercator,
    to_px,
)

SIZES = [(540.0, 620.0), (390.0, 420.0), (1200.0, 300.0), (300.0, 900.0)]
views = pytest.mark.parametrize("view", VIEWS.values(), ids=list(VIEWS))
sizes = pytest.mark.parametrize("size", SIZES)


@pytest.mark.parametrize(
    ("latitude", "y"), [(0, 0), (30, 31.4729), (45, 50.4990), (-45, -50.4990), (60, 75.4561)]
)
def test_mercator(latitude: float, y: float) -> None:
    assert float(mercator(latitude)) == pytest.approx(y, abs=1e-4)


def test_the_poles_are_cut_off() -> None:
    assert mercator([90, -90]) == pytest.approx(mercator([85, -85]))
    assert np.isfinite(mercator([90, -90])).all()


def test_the_world_has_512_px_at_zoom_0() -> None:
    world = MapView("world", "World", (-180, -60, 180, 60))
    assert world.zoom(512, 10_000) == 0
    assert world.zoom(1024, 10_000) == 1
    assert world.centre == pytest.approx((0, 0))


@views
@sizes
def test_the_zoom_is_the_largest_at_which_the_bounds_fit(
    view: MapView, size: tuple[float, float]
) -> None:
    west, south, east, north = view.bounds
    corners = to_px(view, [west, east], [north, south], *size)
    slack = 0.004 * max(size)  # the zoom is rounded to a hundredth
    assert (corners >= -slack).all()
    assert (corners <= np.array(size) + slack).all()
    wide, high = corners[1] - corners[0]
    assert min(size[0] - wide, size[1] - high) <= 2 * slack


@views
@sizes
def test_the_centre_of_the_view_is_the_middle_of_the_map(
    view: MapView, size: tuple[float, float]
) -> None:
    lon, lat = view.centre
    assert to_px(view, [lon], [lat], *size) == pytest.approx(np.array([[size[0] / 2, size[1] / 2]]))


@views
@sizes
def test_edges_and_pixels_agree(view: MapView, size: tuple[float, float]) -> None:
    west, east, south, north = view.edges(*size)
    across = to_px(view, [west, east], [0, 0], *size)[:, 0]
    assert across == pytest.approx([0, size[0]])
    px_a_degree = size[0] / (east - west)
    assert (north - south) * px_a_degree == pytest.approx(size[1])  # the same scale both ways


def test_pixels_count_right_and_down() -> None:
    points = to_px(REGION, [46, 47, 46], [40, 40, 39], 500, 500)
    assert points[1][0] > points[0][0]
    assert points[2][1] > points[0][1]


def test_the_region_lies_in_the_wide_view_and_so_do_the_capitals() -> None:
    def inside(view: MapView, lon: float, lat: float) -> bool:
        west, south, east, north = view.bounds
        return west < lon < east and south < lat < north

    assert inside(REGION, 46.75, 39.82)
    for lon, lat in ((46.75, 39.82), (32.85, 39.92), (37.62, 55.75), (2.35, 48.86), (-77, 38.9)):
        assert inside(DIPLOMACY, lon, lat)
