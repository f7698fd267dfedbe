"""Labels beside marks: in free room only, within their panel, each record named once."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset, View
from dashboard.figures.lanes import Layout, Mark
from dashboard.figures.mark_labels import LEAST_LABEL, SIZE
from dashboard.figures.marks import LANES_BY
from dashboard.figures.text import width_px
from tests.figures.helpers import lay, real_layout, table
from tests.figures.random_events import UNHURRIED, event_lists

PERIODS = (("early", "2020-11-01", "2020-11-15"), ("late", "2020-11-16", "2020-11-30"))
EDGE = 1  # px that nobody sees


def box(mark: Mark) -> tuple[float, float]:
    """The left and the right end of a label in px."""
    wide = width_px(mark.label, SIZE)
    if mark.label_side == "left":
        return mark.left - 4 - wide, mark.left - 4
    start = mark.label_at + 4 if mark.label_side == "inside" else mark.right + 4
    return start, start + wide


def faults(layout: Layout) -> list[str]:
    """Labels on a mark, on another label, on two panels or outside the axis."""
    found = []
    labelled = [m for m in layout.marks if m.label]
    panels = [(p.left * layout.width, p.right * layout.width) for p in layout.panels]
    for mark in labelled:
        left, right = box(mark)
        if not any(a - EDGE <= left and right <= b + EDGE for a, b in panels):
            found.append(f"{mark.label}: crosses the edge of a panel")
        if mark.label_side == "inside" and right > mark.right + EDGE:
            found.append(f"{mark.label}: wider than its mark")
        for other in layout.marks:
            apart = right <= other.left + EDGE or other.right <= left + EDGE
            if other is not mark and other.row == mark.row and not apart:
                found.append(f"{mark.label}: on the mark of {other.title}")
    for a, b in combinations(labelled, 2):
        (left, right), (other_left, other_right) = box(a), box(b)
        if a.row == b.row and left < other_right - EDGE and other_left < right - EDGE:
            found.append(f"{a.label}: on the label {b.label}")
    return found


@UNHURRIED
@given(event_lists, st.booleans(), st.sampled_from([4, 15, 60]))
def test_labels_stand_in_free_room(found: list[dict], cut: bool, room: float) -> None:
    layout = lay(table(*found), "2020-11-01", "2020-11-30", *(PERIODS if cut else ()),
                 by="speaker", rows=room, width=600)  # fmt: skip
    assert faults(layout) == []


@UNHURRIED
@given(event_lists)
def test_a_record_is_named_once_though_it_stands_in_several_lanes(found: list[dict]) -> None:
    named = [m.event_ids for m in lay(table(*found), by="speaker", width=600).marks if m.label]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("by", LANES_BY)
@pytest.mark.parametrize("width", [320, 900, 1500])
def test_labels_of_the_records_stand_in_free_room(
    dataset: Dataset, view: View, by: str, width: float
) -> None:
    assert faults(real_layout(dataset, view, by, width)) == []


def test_a_title_is_written_in_full_where_it_fits_and_shortened_where_not() -> None:
    full, cut = "Call of the two presidents", "Call of the two presidents " * 9
    apart = table({"title": full, "date": "2020-11-02"}, {"title": cut, "date": "2020-11-20"})
    first, second = sorted(lay(apart, width=600).marks, key=lambda m: m.left)
    assert (first.label, first.label_side) == (full, "right")
    assert second.label.endswith("…")
    assert LEAST_LABEL <= len(second.label) < len(cut)


def test_at_the_right_end_a_label_stands_left_of_its_mark() -> None:
    events = table({"title": "Call of the two presidents", "date": "2020-11-30"})
    (mark,) = lay(events, width=600).marks
    assert (mark.label, mark.label_side) == ("Call of the two presidents", "left")


def test_a_bar_carries_its_label_inside_and_a_narrow_one_none() -> None:
    events = table({"date": "2020-11-05/2020-11-25", "title": "A long fight"})
    (mark,) = lay(events).marks
    assert (mark.label, mark.label_side) == ("A long fight", "inside")
    (narrow,) = lay(events, width=60).marks
    assert (narrow.kind, narrow.label) == ("period", "")


def test_a_pile_has_no_label_but_its_number() -> None:
    (pile,) = lay(table(*[{}] * 5), "2020-01-01", "2020-12-31", rows=2).marks
    assert (pile.kind, pile.label) == ("pile", "")


def test_in_rows_too_low_for_text_nothing_is_labelled() -> None:
    events = table(*({"date": f"2020-11-{d:02}/2020-11-{d + 9:02}"} for d in range(1, 20)))
    crowded = lay(events, rows=5)
    assert crowded.height > 5 * 1.15
    assert not [m for m in crowded.marks if m.label]
    assert [m for m in lay(events, rows=60).marks if m.label]
