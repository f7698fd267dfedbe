"""The boundaries: areas by the ids of places.csv, whole countries, and a missing layer."""

from pathlib import Path

import pytest
from shapely.geometry import Point

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset


@pytest.fixture(scope="module")
def boundaries() -> Boundaries:
    return Boundaries()


def test_every_area_of_a_place_has_a_boundary(boundaries: Boundaries, dataset: Dataset) -> None:
    used = set(dataset.tables.places["area"]) - {""}
    assert {"nkao_1991", "AZE", "ARM", "TUR", "AZ-BAR"} <= used <= set(boundaries.areas.index)


def test_each_id_stands_for_one_shape_in_degrees(boundaries: Boundaries) -> None:
    areas = boundaries.areas
    assert areas.index.is_unique
    assert areas.crs.to_epsg() == 4326
    assert not areas.is_empty.any()


def test_countries_are_whole_and_the_two_parties_are_the_finer_ones(boundaries: Boundaries) -> None:
    areas = boundaries.areas
    fine = boundaries.layer("countries").set_index("id").geometry
    ankara = Point(32.85, 39.92)  # outside the region, to which that file is cut
    assert areas["TUR"].contains(ankara)
    assert not fine["TUR"].contains(ankara)
    assert areas["AZE"].equals(fine["AZE"])
    assert areas["ARM"].equals(fine["ARM"])


def test_a_layer_is_read_once(boundaries: Boundaries) -> None:
    assert boundaries.layer("districts") is boundaries.layer("districts")


def test_a_missing_layer_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"rivers\.geojson is missing"):
        Boundaries(tmp_path).layer("rivers")
