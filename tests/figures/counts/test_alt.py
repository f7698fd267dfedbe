"""Text alternatives of the figures of counts: how many, when and where most."""

from dashboard.figures.counts import alt_count_map, alt_count_timeline
from tests.figures.counts.helpers import LANES, areas, month, squares, table, wide

BINS = table(month("a", 1, 1200), month("b", 1, 5), month("b", 3, 700), wide("a", 2, 5, 30),
             wide("b", 2, 5, 3, extent="period"))  # fmt: skip


def test_the_timeline_is_told_with_its_busiest_bin() -> None:
    words = alt_count_timeline(BINS, "month", LANES, "since 2020")
    assert "since 2020" in words and "1,938 records" in words
    assert "Side A 1,230" in words and "Side B 708" in words and "All others" not in words
    assert "Most in one month: 1,205 records in Jan 2020" in words
    assert "across more than one month: 30" in words


def test_lanes_that_are_taken_together_are_told_together() -> None:
    words = alt_count_timeline(BINS, "month", {"": "Other set"}, "Other set")
    assert "1,938 records." in words and "by lane" not in words


def test_only_doubts_have_no_busiest_bin() -> None:
    words = alt_count_timeline(table(wide("a", 1, 9, 2)), "month", LANES, "all")
    assert "Most in" not in words and "2 records" in words


def test_the_map_is_told_with_its_fullest_squares() -> None:
    cells = squares((46, 39, 9), (47, 39, 1234), (48, 39, 30), (49, 39, 2))
    words = alt_count_map(cells, areas((45, 40, 70)), "since 2020", 12)
    assert "since 2020" in words and "1,275 records in 4 squares" in words
    assert "1,234 records at 39–40° N, 47–48° E" in words
    assert "70 known only to" in words and "12 records are not on the map" in words
    assert "49–50" not in words


def test_no_records_are_told() -> None:
    assert "no records" in alt_count_timeline(table(), "month", LANES, "w")
    assert "no records" in alt_count_map(squares(), areas(), "w", 0)
    only = alt_count_map(squares(), areas((1, 1, 2)), "w", 0)
    assert "2 known only" in only and "Most in" not in only
