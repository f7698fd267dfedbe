"""The legend: what the view shows and no more, in its own frame."""

from itertools import pairwise

import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.legend import Entry, legend_axes, legend_entries, legend_flow
from dashboard.figures.text import width_px
from dashboard.figures.theme import LIGHT, SEVERAL, TEXT_PX, THIRD
from tests.figures.helpers import HOSTILE, SIDES, TYPES, lay, real_layout, table, types


def labels(*rows: dict, width: float = 600, room: float = 60, **more: bool) -> list[str]:
    events = table(*rows)
    marks = lay(events, width=width, rows=room).marks
    return [e.label for e in legend_entries(marks, set(events["event_type"]), TYPES, SIDES, **more)]


def test_only_the_types_and_accounts_in_view_are_explained() -> None:
    found = labels({"event_type": "act", "sides": ("armenia",)})
    assert found == ["Act", "account: Armenia"]
    assert labels() == []


def test_third_parties_and_several_sides_have_words() -> None:
    found = labels({"sides": ("un",)}, {"sides": ("armenia", "azerbaijan")})
    assert found == ["Call", "account: third parties", "account: more than one side"]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"contested": True}, "hollow: contested"),
        ({"date": "2020-11-02/2020-11-25"}, "bar: throughout"),
        ({"date": "2020-11"}, "hatched: some time within"),
    ],
)
def test_a_way_of_drawing_is_explained_where_it_is_used(row: dict, word: str) -> None:
    assert word in labels(row)
    assert word not in labels({})


def test_a_pile_is_explained() -> None:
    word = "number: records on one spot"
    assert word in labels(*[{}] * 6, room=2)
    assert word not in labels(*[{}] * 6, room=60)


def test_entries_carry_the_symbol_of_the_type_and_the_colour_of_the_account() -> None:
    events = table({"event_type": "strike", "sides": ("un",)})
    entries = legend_entries(lay(events, width=600).marks, {"strike"}, TYPES, SIDES)
    assert entries[0] == Entry("Strike", "star", "")
    assert entries[1].colour == THIRD


def test_every_type_in_view_is_explained(dataset: Dataset, view: View) -> None:
    layout = real_layout(dataset, view, "type")
    shown = set(view.events["event_type"])
    entries = legend_entries(layout.marks, shown, types(dataset), dataset.names["speaker"])
    known = {label: key for key, (label, _) in types(dataset).items()}
    assert {known[e.label] for e in entries if e.label in known} == shown
    told = {mark.colour for mark in layout.marks}
    assert {e.colour for e in entries if e.label.startswith("account:")} == told


@pytest.mark.parametrize("width", [150, 300, 900])
def test_entries_flow_in_lines_within_the_width(width: float) -> None:
    entries = [Entry(f"entry {i}" * (1 + i % 3), "circle", SEVERAL) for i in range(12)]
    (trace,), rows = legend_flow(entries, width, LIGHT)
    lines: dict[float, list[tuple[float, float]]] = {}
    for entry, x, y in zip(entries, trace["x"], trace["y"], strict=True):
        lines.setdefault(y, []).append((x, x + width_px(entry.label, TEXT_PX - 1)))
    assert len(lines) == rows
    assert all(0 < y < rows for y in lines)
    for line in lines.values():
        assert all(a[1] < b[0] for a, b in pairwise(line))
        assert line[-1][1] <= width
    axes = legend_axes(rows, width, 0.1)
    assert axes["xaxis90"]["range"] == [0, width]
    assert axes["yaxis90"]["range"] == [rows, 0]


def test_no_entries_make_no_trace() -> None:
    assert legend_flow([], 900, LIGHT) == ([], 0)


def test_a_label_cannot_bring_markup() -> None:
    (trace,), _ = legend_flow([Entry(HOSTILE, "circle", "")], 900, LIGHT)
    assert "<" not in trace["text"][0]
