"""The bands of lanes: one scale for all, nothing out of its band, labels that fit."""

from typing import Any

import pytest

from dashboard.figures.counts.bands import LEAST_PX
from tests.figures.counts.helpers import LANES, draw, many_bins, month, named, table, year

TWELVE = {f"l{i}": f"Government of country number {i}" for i in range(12)}
DECADE = year("2010-01-01", "2022-06-30")


@pytest.fixture(scope="module")
def full() -> dict[str, Any]:
    return draw(many_bins(), TWELVE, panels=DECADE)


def test_heights_are_square_roots_on_one_scale_for_all_lanes() -> None:
    (trace,) = named(draw(table(month("a", 1, 400), month("b", 1, 100))), "counts")
    assert trace["y"][0] < trace["y"][1] < 0  # the axis counts downwards
    assert trace["y"][0] == pytest.approx(2 * trace["y"][1], rel=1e-2)


def test_a_single_record_is_seen_beside_a_million() -> None:
    figure = draw(table(month("a", 1, 1_000_000), month("b", 1, 1)))
    (trace,) = named(figure, "counts")
    low, high = figure["layout"]["yaxis"]["domain"]
    lane_px = 600 * (high - low) / len(LANES)
    assert -trace["y"][1] * lane_px >= LEAST_PX * 0.8


def test_no_bar_leaves_its_band(full: dict[str, Any]) -> None:
    for name in ("counts", "count spans", "count periods"):
        for trace in named(full, name):
            bases = trace["base"] if isinstance(trace["base"], list) else [trace["base"]] * 999
            for base, y in zip(bases, trace["y"], strict=False):
                lane = int(base)
                assert lane <= base + y <= lane + 1.001


def test_each_lane_says_its_largest_count() -> None:
    bins = table(month("a", 1, 1234), month("a", 2, 10), month("b", 1, 5))
    first, second, third = draw(bins)["layout"]["yaxis"]["ticktext"]
    assert "Side A" in first and "max 1,234 a month" in first
    assert "max 5 a month" in second
    assert third == "All others (7)"


def test_labels_stay_in_low_bands_and_tell_lanes_apart() -> None:
    figure = draw(many_bins(), TWELVE, panels=DECADE, height=330)
    labels = figure["layout"]["yaxis"]["ticktext"]
    assert len(set(labels)) == 12
    assert not [label for label in labels if "<br>" in label]


def test_few_tall_bands_have_a_scale_and_many_low_ones_none(full: dict[str, Any]) -> None:
    figure = draw(table(month("a", 1, 1100), month("a", 12, 30)), {"a": "A"})
    notes = {a["text"]: a for a in figure["layout"]["annotations"]}
    assert {"1,000", "500"} <= set(notes)
    assert notes["1,000"]["x"] == 1  # where the bars are lower
    lines = [s for s in figure["layout"]["shapes"] if s["y0"] == notes["1,000"]["y"]]
    assert len(lines) == 1
    base = named(figure, "counts")[0]["base"][0]
    heights = {v: base - notes[f"{v:,}"]["y"] for v in (500, 1000)}
    assert heights[1000] / heights[500] == pytest.approx(2**0.5, rel=1e-2)
    assert "1,000" not in {a["text"] for a in full["layout"]["annotations"]}
