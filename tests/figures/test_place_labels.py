"""Room for the labels of a map: clear of all marks, of each other and of the edge."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.map_view import place_labels
from dashboard.figures.text import width_px
from tests.figures.random_events import UNHURRIED

Box = tuple[float, float, float, float]
name = st.sampled_from(["Shusha / Shushi", "Baku", "Ստեփանակերտ (Stepanakert)", "Two\n(lines)"])
spot = st.tuples(st.floats(0, 600), st.floats(0, 500), st.sampled_from([0, 2, 6, 17]), name)


def boxes(names: list[str], points: np.ndarray, found: list, px: float) -> list[Box | None]:
    """What a label covers, worked out from its anchor and its shift alone."""
    result: list[Box | None] = []
    for text, (x, y), place in zip(names, points, found, strict=True):
        if place is None:
            result.append(None)
            continue
        anchor, dx, dy = place
        lines = text.split("\n")
        wide, high = max(width_px(line, px) for line in lines), px * 1.2 * len(lines)
        left = x + dx - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        result.append((left, y + dy - high / 2, left + wide, y + dy + high / 2))
    return result


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@UNHURRIED
@given(st.lists(spot, max_size=30), st.sampled_from([9.0, 11.0, 16.0]))
def test_labels_keep_clear_of_marks_of_each_other_and_of_the_edge(
    spots: list[tuple[float, float, int, str]], px: float
) -> None:
    points = np.array([s[:2] for s in spots]).reshape(-1, 2)
    names, radii = [s[3] for s in spots], [s[2] for s in spots]
    found = place_labels(names, points, radii, (600, 500), px)
    assert len(found) == len(spots)
    placed = boxes(names, points, found, px)
    for a, b in combinations([box for box in placed if box], 2):
        assert not overlap(a, b)
    for index, box in enumerate(placed):
        if box:
            assert box[0] >= 0 and box[1] >= 0 and box[2] <= 600 and box[3] <= 500
            for other, ((x, y), r) in enumerate(zip(points, radii, strict=True)):
                own = other == index and r == 0  # a country's name stands on its point
                assert own or not overlap(box, (x - r, y - r, x + r, y + r))


def test_the_first_of_two_rivals_gets_the_room() -> None:
    points = np.array([[100.0, 50.0], [100.0, 61.0]])
    found = place_labels(["A name of a place", "B name of a place"], points, [0, 0], (200, 99))
    assert found == [("middle", 0, 0), None]


def test_a_label_stands_right_of_its_mark_or_left_of_it_at_the_edge() -> None:
    points = np.array([[20.0, 50.0], [580.0, 250.0]])
    right, left = place_labels(["Baku", "Baku"], points, [6, 6], (600, 500))
    assert right and right[0] == "start" and right[1] > 6
    assert left and left[0] == "end" and left[1] < -6
    assert place_labels([], np.empty((0, 2)), [], (600, 500)) == []
