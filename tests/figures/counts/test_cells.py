"""What a map of counts draws: squares in shades, numbers that fit, octagons that keep apart."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.figures.counts import fit_view
from dashboard.figures.counts.cells import (
    APART_PX,
    NUMBER_PX,
    Octagons,
    make_octagons,
    make_squares,
)
from dashboard.figures.counts.words import short_count
from dashboard.figures.map_view import MapView, mercator, to_px
from dashboard.figures.text import width_px
from tests.figures.counts.helpers import areas, many_squares, squares

SIZE = (540.0, 620.0)
WORLD = fit_view(-180, -60, 180, 70)
NEAR = MapView("data", "", (44.0, 38.5, 50.0, 41.5))


def test_the_fullest_lies_on_top_and_is_the_darkest() -> None:
    made = make_squares(squares((1, 1, 500), (2, 1, 3), (3, 1, 40)), WORLD, SIZE)
    assert made.count.tolist() == [3, 40, 500]
    assert made.shade.tolist() == sorted(made.shade) and 0 < made.shade[0] < made.shade[2] < 1
    assert made.box[2].tolist() == [1, 1, 2, 2]


def test_numbers_stand_where_all_of_them_fit() -> None:
    wide = make_squares(squares((44, 39, 2028), (46, 39, 7), size=0.8), NEAR, SIZE)
    assert len(wide.written) == 2
    degree = SIZE[0] / 6
    for index in wide.written:
        text = short_count(int(wide.count[index]))
        assert width_px(text, NUMBER_PX) < 0.8 * degree
    narrow = make_squares(squares((44, 39, 2028), (46, 39, 7), size=0.3), NEAR, SIZE)
    assert not len(narrow.written)  # a 7 beside a 2,028 without number would mislead
    assert not len(make_squares(many_squares(), WORLD, SIZE).written)


def test_small_squares_have_no_outline() -> None:
    assert make_squares(squares((44, 39, 5)), NEAR, SIZE).outlined
    assert not make_squares(many_squares(), WORLD, SIZE).outlined


def test_the_middle_of_a_square_is_that_of_the_map() -> None:
    made = make_squares(squares((0, 60, 1), size=10), WORLD, SIZE)
    ((longitude, latitude),) = made.centre
    assert longitude == 5
    assert float(mercator(latitude)) == pytest.approx(float(mercator(60) + mercator(70)) / 2)


def test_nothing_is_nothing() -> None:
    assert len(make_squares(squares(), WORLD, SIZE).count) == 0
    assert len(make_octagons(areas(), WORLD, SIZE).count) == 0


def pixels(made: Octagons) -> np.ndarray:
    return to_px(WORLD, made.point[:, 0].tolist(), made.point[:, 1].tolist(), *SIZE)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(-170, 170), st.floats(-50, 60), st.integers(1, 5000)),
                min_size=1, max_size=60))  # fmt: skip
def test_octagons_keep_apart_and_lose_no_record(rows: list[tuple[float, float, int]]) -> None:
    made = make_octagons(areas(*rows), WORLD, SIZE)
    assert made.count.sum() == sum(count for _, _, count in rows)
    px = pixels(made)
    for i in range(len(px)):
        assert (np.hypot(*(px[i + 1 :] - px[i]).T) >= APART_PX).all()
    known = {(round(x, 4), round(y, 4)) for x, y, _ in rows}
    assert {tuple(p) for p in made.point.tolist()} <= known


def test_a_smaller_octagon_joins_the_larger_one_beside_it() -> None:
    made = make_octagons(areas((10, 10, 3), (12, 11, 40), (100, 10, 1)), WORLD, SIZE)
    assert made.point.tolist() == [[12, 11], [100, 10]]
    assert made.count.tolist() == [43, 1]


@pytest.mark.parametrize("count", [1, 999, 9999, 12_345, 9_999_999])
def test_an_octagon_has_room_for_its_number(count: int) -> None:
    made = make_octagons(areas((10, 10, count)), WORLD, SIZE)
    assert made.px[0] > width_px(short_count(count), NUMBER_PX) + 4
    assert made.px[0] < 50
