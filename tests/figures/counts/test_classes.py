"""Classes of counts: round limits, no gap, every count in one."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.counts import class_words, count_classes, swatches
from dashboard.figures.counts.classes import MOST, class_of, number_tone, shades
from dashboard.figures.theme import LIGHT, THEMES, Theme, rgb
from tests.figures.test_theme import contrast


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=50))
def test_every_count_is_in_exactly_one_class(counts: list[int]) -> None:
    classes = count_classes(counts)
    assert 1 <= len(classes) <= MOST
    for number, place in zip(counts, class_of(counts, classes), strict=True):
        holding = [i for i, (low, high) in enumerate(classes) if low <= number <= high]
        assert holding == [place]
    for (_, high), (low, _) in pairwise(classes):
        assert low == high + 1
    for low, _ in classes:
        assert low / 10 ** int(math.log10(low)) in (1, 2, 3, 5)
    assert classes[-1][1] == max(counts)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([1, 1], ["1"]),
        ([1, 2, 3], ["1", "2 – 3"]),
        ([1, 40], ["1", "2 – 4", "5 – 9", "10 – 19", "20 – 40"]),
        ([1, 1234], ["1 – 9", "10 – 99", "100 – 999", "1,000 – 1,234"]),
        ([], []),
    ],
)
def test_the_words_are_round(counts: list[int], words: list[str]) -> None:
    assert class_words(count_classes(np.array(counts, dtype="int64"))) == words


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("most", [1, 3, 9, 40, 1234, 99_999])
def test_the_more_the_farther_from_the_land_and_each_number_is_read(
    most: int, theme: Theme
) -> None:
    classes = count_classes([1, most])
    colours = [colour for colour, _ in swatches(classes, theme)]
    land = np.array(rgb(theme.land))
    apart = [0, *(np.abs(np.array(rgb(colour)) - land).sum() for colour in colours)]
    assert min(b - a for a, b in pairwise(apart)) > 40
    for colour, shade in zip(colours, shades(classes), strict=True):
        assert contrast(colour, number_tone(float(shade), theme)) >= 4.5


def test_one_class_is_neither_pale_nor_black() -> None:
    ((colour, words),) = swatches([(7, 7)], LIGHT)
    assert words == "7"
    assert 80 < sum(rgb(colour)) / 3 < 180
