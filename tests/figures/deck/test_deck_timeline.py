"""The timeline of a deck has a native shape for every mark, where the layout has it."""

from typing import Any

import pytest
from pptx.util import Pt

from dashboard.events.dataset import Dataset, View
from dashboard.figures.briefing import Brief
from dashboard.figures.deck.timeline import slide_plot
from dashboard.figures.deck.timeline_marks import mark_name, pieces
from dashboard.figures.deck.timeline_scale import PT
from dashboard.figures.lanes import POINTS
from dashboard.figures.panels import place_on_axis
from tests.figures.deck.conftest import Made, make, material, walk, words


def _lane(made: Made, label: str) -> list[Any]:
    (slide,) = made.titled("Timeline")
    groups = [s for s in walk(slide.shapes) if s.name == f"Records: {label}"]
    return [shape for group in groups for shape in group.shapes]


def test_every_mark_is_a_shape_at_its_place(made: Made) -> None:
    plot = slide_plot(made.material)
    for lane in plot.layout.lanes:
        shapes = _lane(made, " ".join(lane.label.split()))
        for mark in lane.marks:
            middle = plot.y(mark.row + 0.5)
            (shape,) = [
                s
                for s in shapes
                if s.name == mark_name(mark)
                and abs((s.top + s.height / 2) / 12700 - middle) < 1
                and abs(_place(s, mark.kind) - _expected(plot, mark)) < PT
            ]
            assert all(i in _alt_titles(made, shape) for i in mark.event_ids)
            hollow = "noFill" in shape._element.spPr.xml.split("<a:ln")[0]
            assert hollow == (mark.hollow and mark.kind != "span")
            assert shape.width > 0


def _place(shape: Any, kind: str) -> float:
    return (shape.left + (shape.width / 2 if kind in POINTS else 0)) / 12700


def _expected(plot: Any, mark: Any) -> float:
    if mark.kind not in POINTS:
        return pieces(plot, mark)[0][0]
    at = [
        place_on_axis(plot.layout.panels, m) * plot.layout.width for m in (mark.begins, mark.ends)
    ]
    return plot.left + (sum(at) / 2 if mark.kind == "pile" else at[0]) * PT


def _alt_titles(made: Made, shape: Any) -> set[str]:
    alt = shape._element.find(".//{*}cNvPr").get("descr")
    events = made.material.view.events
    return {i for i, title in zip(events["event_id"], events["title"], strict=True) if title in alt}


def test_a_pile_carries_its_number(made: Made) -> None:
    plot = slide_plot(made.material)
    for lane in plot.layout.lanes:
        shapes = _lane(made, " ".join(lane.label.split()))
        numbers = sorted(s.text_frame.text for s in shapes if s.name.startswith("pile: "))
        piles = [m for m in lane.marks if m.kind == "pile"]
        assert numbers == sorted(str(len(m.event_ids)) for m in piles)


def test_bars_end_at_the_cuts_of_the_axis(made: Made) -> None:
    plot = slide_plot(made.material)
    for mark in plot.layout.marks:
        parts = [] if mark.kind in POINTS else pieces(plot, mark)
        for left, right in parts:
            panels = [p for p in plot.layout.panels if _within(plot, p, left, right)]
            assert len(panels) == 1
        if parts:
            assert parts[-1][1] == pytest.approx(plot.x(mark.right), abs=PT)


def _within(plot: Any, panel: Any, left: float, right: float) -> bool:
    low, high = (plot.x(share * plot.layout.width) for share in (panel.left, panel.right))
    return low - 0.01 <= left and right <= high + 0.01


def test_it_holds_no_picture_and_a_legend(made: Made) -> None:
    (slide,) = made.titled("Timeline")
    assert not list(slide._element.iter("{*}pic"))
    if len(made.material.view.events):
        assert "Legend" in [shape.name for shape in slide.shapes]
        types = made.material.dataset.types
        for event_type in set(made.material.view.events["event_type"]):
            assert types[event_type][0] in words(slide)


def test_ceasefires_and_alleged_breaches_are_shapes_that_say_so(made: Made) -> None:
    plot = slide_plot(made.material)
    (slide,) = made.titled("Timeline")
    shapes = list(walk(slide.shapes))
    breaches = [s for s in shapes if s.name.startswith("Breach alleged by ")]
    assert len(breaches) == sum(len(b) for b in plot.truces["breaches"])
    for truce in plot.truces.to_dict("records"):
        x = Pt(plot.at(truce["begins"]))
        lines = [s for s in shapes if s.name == f"Ceasefire: {truce['title']}"]
        assert any(abs(line.left - x) < Pt(PT) for line in lines)


def test_without_colour_a_side_is_named_beside_its_marks(
    dataset: Dataset, everything: View
) -> None:
    made = make(material(dataset, everything, Brief("T", look="grey")))
    (slide,) = made.titled("Timeline")
    assert "Az" in words(slide).split("\n")
    assert "account: Azerbaijan (Az)" in words(slide)
