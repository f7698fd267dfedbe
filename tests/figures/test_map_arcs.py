"""Calls as arcs between capitals, and what a map of the world shows of a view."""

import numpy as np
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_marks import MapMarks, curve, far_marks, map_marks
from tests.figures.helpers import SYMBOLS, places, symbols, table

CAPITALS = {"ankara": (39.9, 32.9), "moscow": (55.8, 37.6), "baku": (40.4, 49.9)}


def marks(events: object, *rows: dict) -> MapMarks:
    return map_marks(events, places(*rows), SYMBOLS)  # type: ignore[arg-type]


def capital(name: str, rank: int, event: str = "r0", **more: object) -> dict:
    lat, lon = CAPITALS.get(name, (40.0, 45.0))
    return {"event_id": event, "place_id": name, "rank": rank, "kind": "capital", "label": name,
            "name_az": "", "name_hy": "", "latitude": lat, "longitude": lon, **more}  # fmt: skip


def test_arcs_are_calls_between_capitals(dataset: Dataset, view: View) -> None:
    real = map_marks(view.events, view.locations, symbols(dataset))
    calls = view.events[view.events["event_type"] == "call"]["event_id"]
    ends = view.locations[view.locations["kind"] == "capital"]
    points = {(round(x, 3), round(y, 3)) for x, y in zip(ends["longitude"], ends["latitude"],
                                                         strict=True)}  # fmt: skip
    for arc in real.arcs:
        assert set(arc.records.event_ids) <= set(calls)
        assert {tuple(arc.path[0]), tuple(arc.path[-1])} <= points
    linked = {i for i in calls if (ends["event_id"] == i).sum() > 1}
    assert {i for arc in real.arcs for i in arc.records.event_ids} == linked


def test_a_call_links_the_capital_named_first_with_each_other_one() -> None:
    rows = [capital("moscow", 1), capital("ankara", 0), capital("baku", 2),
            capital("ankara", 0, "r1"), capital("moscow", 1, "r1"),
            capital("ankara", 0, "r2"), capital("baku", 1, "r2")]  # fmt: skip
    found = marks(table({}, {}, {"event_type": "act"}), *rows)
    assert {a.name: a.records.event_ids for a in found.arcs} == {
        "ankara – moscow": ("r0", "r1"),
        "ankara – baku": ("r0",),
    }


@pytest.mark.parametrize("rows", [[capital("ankara", 0)], [capital("ankara", 0),
                         capital("shusha", 1, kind="city")]])  # fmt: skip
def test_a_call_with_one_capital_is_no_link(rows: list[dict]) -> None:
    assert marks(table({}), *rows).arcs == ()


def test_the_world_shows_cities_and_calls_only() -> None:
    rows = [capital("ankara", 0), capital("baku", 1), {"place_id": "v", "kind": "village"},
            {"place_id": "a", "place_precision": "region", "area": "AZ-X"}]  # fmt: skip
    far = far_marks(marks(table({}), *rows))
    assert [p.place_id for p in far.places] == ["ankara", "baku"]
    assert (far.areas, len(far.arcs)) == ((), 1)


def test_an_arc_is_bent_and_ends_where_it_should() -> None:
    path = curve(np.array([[30.0, 40.0], [40.0, 40.0]]), bend=0.2)
    assert path[0].tolist() == [30, 40]
    assert path[-1].tolist() == [40, 40]
    assert path[:, 1].max() == pytest.approx(41, abs=0.05)  # half of the control point's height
    assert (np.diff(path[:, 0]) > 0).all()
