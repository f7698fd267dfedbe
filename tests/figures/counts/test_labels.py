"""Labels of a map of counts: the countries of any view, over no number and no octagon."""

import geopandas as gpd
import pytest
import shapely

from dashboard.events.boundaries import Boundaries
from dashboard.figures.counts import count_labels, fit_view, land_points
from dashboard.figures.map_labels import Label
from dashboard.figures.map_view import MapView, to_px
from dashboard.figures.text import width_px
from dashboard.figures.theme import TEXT_PX
from tests.figures.counts.helpers import areas, squares

SIZE = (860.0, 500.0)
WORLD = fit_view(-180, -60, 180, 70)
SAHEL = fit_view(-12.0, 8.0, 24.0, 24.0)
ITALY = MapView("data", "", (6.0, 36.0, 19.0, 47.5))
COUNTRIES = {"MALI": (-2.0, 18.0), "NIGER": (9.0, 17.0)}


@pytest.fixture(scope="module")
def land() -> gpd.GeoDataFrame:
    return Boundaries().layer("world")


@pytest.mark.parametrize("view", [WORLD, SAHEL, ITALY], ids=["world", "sahel", "italy"])
def test_each_name_stands_in_its_country_and_in_the_view(
    land: gpd.GeoDataFrame, view: MapView
) -> None:
    found = land_points(land, view)
    assert 3 <= len(found) <= 14
    shapes = dict(zip(land["name"].str.upper(), land.geometry, strict=True))
    for name, (longitude, latitude) in found.items():
        assert shapely.contains_xy(shapes[name].buffer(1e-9), longitude, latitude)
        assert view.bounds[0] <= longitude <= view.bounds[2]
        assert view.bounds[1] <= latitude <= view.bounds[3]


def test_the_largest_come_first(land: gpd.GeoDataFrame) -> None:
    assert {"RUSSIA", "CANADA", "CHINA", "BRAZIL"} <= set(land_points(land, WORLD))
    assert list(land_points(land, SAHEL))[:3] and "MALI" in land_points(land, SAHEL, 4)
    assert list(land_points(land, ITALY, 1)) == ["ITALY"]


def test_open_sea_has_no_names(land: gpd.GeoDataFrame) -> None:
    assert land_points(land, MapView("data", "", (-35.0, -20.0, -25.0, -10.0))) == {}


def box(label: Label) -> tuple[float, float, float, float]:
    ((x, y),) = to_px(SAHEL, [label.longitude], [label.latitude], *SIZE)
    wide = width_px(label.text, TEXT_PX)
    left = x + label.dx - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, y + label.dy - 6, left + wide, y + label.dy + 6


def clear(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def test_names_keep_clear_of_each_other_and_of_the_edge() -> None:
    crowd = {f"NAME {i}": (-6.0 + i, 18.0) for i in range(20)} | {"FAR": (170.0, 0.0)}
    labels = count_labels(areas(), crowd, {"Town": (-2.0, 18.0)}, SAHEL, SIZE)
    boxes = [box(label) for label in labels]
    assert 2 < len(labels) < 20 and labels[0].kind == "town"
    assert all(clear(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert "FAR" not in [label.text for label in labels]


def test_a_name_makes_way_for_an_octagon() -> None:
    rough = areas((-2.0, 18.0, 12))
    labels = count_labels(rough, COUNTRIES, {}, SAHEL, SIZE)
    for label in labels:
        ((x, y),) = to_px(SAHEL, [-2.0], [18.0], *SIZE)
        assert clear(box(label), (x - 9, y - 9, x + 9, y + 9))
    assert "NIGER" in [label.text for label in labels]


def test_a_name_covers_no_number() -> None:
    cells = squares((-3, 17, 8), (-2, 18, 9), (-1, 17, 7), size=1.5)
    labels = count_labels(areas(), {"MALI": (-2.25, 17.75)}, {}, SAHEL, SIZE, cells)
    ((x, y),) = to_px(SAHEL, [-2.25], [17.75], *SIZE)
    assert all(clear(box(label), (x - 3, y - 5, x + 3, y + 5)) for label in labels)


def test_over_squares_a_name_has_a_ground_of_its_own() -> None:
    cells = squares((-4, 16, 100_000), size=4)
    kinds = {x.text: x.kind for x in count_labels(areas(), COUNTRIES, {}, SAHEL, SIZE, cells)}
    assert kinds["NIGER"] == "country"
    assert kinds.get("MALI", "area") == "area"
    small = squares(*((-4 + i / 5, 17.9, 5) for i in range(20)), size=0.2)
    kinds = {x.text: x.kind for x in count_labels(areas(), COUNTRIES, {}, SAHEL, SIZE, small)}
    assert kinds == {"MALI": "area", "NIGER": "country"}
