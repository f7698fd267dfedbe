"""Counts, stretches of time and squares in words."""

import pandas as pd
import pytest

from dashboard.figures.counts.words import bin_hover, say_bin, say_box, say_count, short_count


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1"), (999, "999"), (1234, "1,234"), (9999, "9,999"), (10_000, "10k"), (99_999, "99k"),
     (999_999, "999k"), (1_000_000, "1M"), (3_490_000, "3.4M")],
)  # fmt: skip
def test_short_numbers_are_never_rounded_up(count: int, words: str) -> None:
    assert short_count(count) == words


def test_one_record_is_singular() -> None:
    assert (say_count(1), say_count(0), say_count(1234)) == (
        "1 record", "0 records", "1,234 records")  # fmt: skip


@pytest.mark.parametrize(
    ("first", "end", "unit", "words"),
    [
        ("2015-03-04", "2015-03-05", "day", "4 Mar 2015"),
        ("2015-03-02", "2015-03-09", "week", "2–8 Mar 2015"),
        ("2015-03-01", "2015-04-01", "month", "Mar 2015"),
        ("2015-10-01", "2016-01-01", "quarter", "Oct – Dec 2015"),
        ("2015-01-01", "2016-01-01", "year", "2015"),
    ],
)
def test_a_bin_is_said_by_its_unit(first: str, end: str, unit: str, words: str) -> None:
    assert say_bin(pd.Timestamp(first), pd.Timestamp(end), unit) == words


def test_an_unknown_unit_is_a_fault() -> None:
    with pytest.raises(ValueError, match="decade"):
        bin_hover("decade")


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((46, 39.5, 46.5, 40), "39.5–40° N, 46–46.5° E"),
        ((-75, -5, -70, 0), "0–5° S, 70–75° W"),
        ((-1, -1, 1, 1), "1° S – 1° N, 1° W – 1° E"),
    ],
)
def test_a_square_is_said_by_its_degrees(box: tuple[float, ...], words: str) -> None:
    assert say_box(*box) == words
