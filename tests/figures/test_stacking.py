"""Rows and piles: no mark lies on another, and no record is lost or drawn twice in a lane."""

from collections import Counter
from itertools import combinations, pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset, View
from dashboard.figures.lanes import Layout
from dashboard.figures.marks import LANES_BY
from dashboard.figures.stacking import NEAR_PX
from tests.figures.helpers import SIDES, lay, real_layout, table
from tests.figures.random_events import UNHURRIED, event_lists


def overlapping(layout: Layout) -> list[tuple[str, str]]:
    """The titles of marks that lie on each other."""
    return [
        (a.title, b.title)
        for a, b in combinations(layout.marks, 2)
        if a.row == b.row and a.left < b.right and b.left < a.right
    ]


def ids_by_lane(layout: Layout) -> dict[str, Counter[str]]:
    return {x.key: Counter(i for m in x.marks for i in m.event_ids) for x in layout.lanes}


@UNHURRIED
@given(event_lists, st.sampled_from(["type", "speaker"]), st.sampled_from([3, 12, 60]),
       st.sampled_from([300, 1000]))  # fmt: skip
def test_no_two_marks_of_a_row_overlap(
    found: list[dict], by: str, room: float, width: float
) -> None:
    layout = lay(table(*found), by=by, rows=room, width=width)
    assert overlapping(layout) == []
    for lane in layout.lanes:
        inside = [-0.01 < m.row - lane.top < lane.rows - 0.99 for m in lane.marks]
        assert all(inside)
    for above, below in pairwise(layout.lanes):
        assert above.top + above.rows < below.top
    ends = [lane.top + lane.rows for lane in layout.lanes]
    assert layout.height >= max(ends, default=0)


@UNHURRIED
@given(event_lists, st.sampled_from([2, 6, 60]))
def test_piles_keep_every_record_of_a_lane_exactly_once(found: list[dict], room: float) -> None:
    events = table(*found)
    layout = lay(events, rows=room, width=500)
    first, end = layout.panels[0].first, layout.panels[0].end
    dated = events[events["earliest"].notna() | events["latest"].notna()]
    dated = dated[~(dated["latest"] < first) & ~(dated["earliest"] >= end)]
    expected = {str(key): Counter(group["event_id"]) for key, group in dated.groupby("event_type")}
    assert ids_by_lane(layout) == expected


@UNHURRIED
@given(event_lists)
def test_where_room_is_short_each_record_stands_in_its_first_lane(found: list[dict]) -> None:
    events = table(*found)
    layout = lay(events, by="speaker", rows=1, width=500)
    lanes = ids_by_lane(layout)
    first = {i: sides[0] for i, sides in zip(events["event_id"], events["sides"], strict=True)}
    for key, ids in lanes.items():
        assert all(count == 1 for count in ids.values())
        if layout.once:
            assert all(first[i] == key for i in ids)


def test_each_record_stands_once_only_where_its_lanes_have_no_room() -> None:
    spread = [{"date": f"2020-11-{d:02}", "sides": tuple(SIDES)} for d in range(1, 9)]
    assert not lay(table(*spread), by="speaker", rows=60).once
    crowded = lay(table(*spread), by="speaker", rows=1)
    assert crowded.once
    assert [lane.key for lane in crowded.lanes] == ["azerbaijan"]
    assert not lay(table(*spread), by="type", rows=0.5).once  # a record has one type


def test_records_on_one_spot_pile_up_only_for_want_of_room() -> None:
    same = [{"title": f"t{i}", "contested": i < 3, "sides": (s,)} for i, s in enumerate(
        ["azerbaijan", "armenia", "un", "un"])]  # fmt: skip
    window = ("2020-01-01", "2020-12-31")
    roomy, tight = (lay(table(*same), *window, rows=rows) for rows in (60, 2))
    assert [m.kind for m in roomy.marks] == ["point"] * 4
    assert len({m.row for m in roomy.marks}) == 4
    (pile,) = tight.marks
    assert (pile.kind, pile.event_ids) == ("pile", ("r0", "r1", "r2", "r3"))
    assert not pile.hollow  # one of them is not contested
    assert pile.sides == ("azerbaijan", "armenia", "un")
    assert "4" in pile.title
    everyone = lay(table(*[{**row, "contested": True} for row in same]), *window, rows=2)
    assert everyone.marks[0].hollow


def test_only_points_that_cover_each_other_pile_up() -> None:
    step = pd.Timedelta(days=365 * NEAR_PX * 1.2 / 1000)
    apart = [str((pd.Timestamp("2020-03-01") + i * step).date()) for i in range(4)]
    layout = lay(table(*({"date": d} for d in apart)), "2020-01-01", "2020-12-31", rows=0.5)
    assert {m.kind for m in layout.marks} == {"point"}
    bars = lay(table(*[{"date": "2020-11-02/2020-11-20"}] * 4), rows=0.5)
    assert [m.kind for m in bars.marks] == ["period"] * 4
    two = lay(table({}, {}), "2020-01-01", "2020-12-31", rows=0.5)
    assert [m.event_ids for m in two.marks] == [("r0", "r1")]


def test_small_lanes_of_a_figure_with_many_are_merged_without_loss(
    dataset: Dataset, everything: View
) -> None:
    layout = real_layout(dataset, everything, "type", rows=60)
    others = [lane for lane in layout.lanes if lane.key == "others"]
    assert others == layout.lanes[-1:]
    counts = everything.events["event_type"].value_counts()
    small = counts[counts < 3]
    names = dataset.names["type"]
    assert all(names[key].split(" (")[0] in others[0].label for key in small.index)
    assert sum(ids_by_lane(layout)["others"].values()) == small.sum()


@pytest.mark.parametrize("by", LANES_BY)
@pytest.mark.parametrize("rows", [12, 35])
def test_the_records_lie_clear_of_each_other(
    dataset: Dataset, view: View, by: str, rows: float
) -> None:
    layout = real_layout(dataset, view, by, rows=rows)
    assert overlapping(layout) == []
    assert all(n == 1 for ids in ids_by_lane(layout).values() for n in ids.values())
