"""The marks of the map: exact places as points with counts, the rest as areas, calls as arcs."""

from math import nan

import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_marks import (
    LISTED,
    MapMarks,
    map_marks,
    octagon_px,
    radius_px,
)
from dashboard.figures.theme import SEVERAL
from tests.figures.helpers import SYMBOLS, places, symbols, table


def marks(events: object, *rows: dict, names: str = "both") -> MapMarks:
    return map_marks(events, places(*rows), SYMBOLS, names)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def real(dataset: Dataset, view: View) -> MapMarks:
    return map_marks(view.events, view.locations, symbols(dataset))


def test_every_record_with_a_place_is_in_a_mark(real: MapMarks, view: View) -> None:
    drawn = {i for m in (*real.places, *real.areas) for i in m.records.event_ids}
    assert drawn == set(view.locations["event_id"])
    assert len(drawn) == len(view.events) - view.off_map


def test_points_are_exact_places_with_the_count_of_their_records(
    real: MapMarks, view: View
) -> None:
    known = view.locations.set_index("place_id")
    for mark in real.places:
        rows = known.loc[[mark.place_id]]
        assert set(rows["place_precision"]) <= {"exact", "near"}
        assert mark.records.count == rows["event_id"].nunique()
        assert (mark.latitude, mark.longitude) == (
            rows["latitude"].iloc[0],
            rows["longitude"].iloc[0],
        )
    assert len({m.place_id for m in real.places}) == len(real.places)


def test_each_area_is_one_mark_of_all_its_records(real: MapMarks, view: View) -> None:
    rough = view.locations[~view.locations["place_precision"].isin(["exact", "near"])]
    by_area = rough.assign(key=rough["area"].where(rough["area"] != "", rough["place_id"]))
    counts = by_area.groupby("key")["event_id"].nunique().to_dict()
    assert {m.area or m.place_id: m.records.count for m in real.areas} == counts


def test_records_of_a_mark_stand_in_order_of_time(real: MapMarks, view: View) -> None:
    order = list(view.events["event_id"])
    for mark in (*real.places, *real.areas, *real.arcs):
        ids = list(mark.records.event_ids)
        assert ids == sorted(ids, key=order.index)


def test_hollow_is_a_mark_all_of_whose_records_are_contested(real: MapMarks, view: View) -> None:
    for mark in (*real.places, *real.areas, *real.arcs):
        assert mark.records.hollow == view.events["contested"][list(mark.records.event_ids)].all()


@pytest.mark.parametrize("precision", ["region", "country", "district", "province"])
def test_a_region_is_never_a_point_though_it_has_coordinates(precision: str) -> None:
    found = marks(table({}), {"place_precision": precision, "area": "AZ-X"})
    assert found.places == ()
    assert [(a.area, a.records.count) for a in found.areas] == [("AZ-X", 1)]


def test_two_places_of_one_area_are_one_mark_and_a_record_counts_once() -> None:
    rough = {"place_precision": "region", "area": "AZ-X"}
    found = marks(table({}, {}), {**rough, "place_id": "a"}, {**rough, "place_id": "b"},
                  {**rough, "place_id": "b", "event_id": "r1"})  # fmt: skip
    assert [a.records.event_ids for a in found.areas] == [("r0", "r1")]


def test_a_rough_place_without_a_boundary_is_a_disc_of_its_own() -> None:
    found = marks(table({}), {"place_precision": "near", "latitude": nan},
                  {"place_id": "q", "place_precision": "district", "radius_km": 12.0})  # fmt: skip
    assert found.places == ()
    assert [(a.place_id, a.area, a.radius_km) for a in found.areas] == [("q", "", 12.0)]


@pytest.mark.parametrize(("names", "name"), [("both", "Both"), ("az", "Az"), ("hy", "Hy")])
def test_names_are_those_asked_for(names: str, name: str) -> None:
    rough = {"place_id": "a", "place_precision": "region", "area": "AZ-X"}
    found = marks(table({}), {}, rough, names=names)
    assert [m.name for m in (*found.places, *found.areas)] == [name, name]
    bare = marks(table({}), {"name_az": "", "name_hy": ""}, names=names)
    assert bare.places[0].name == "Both"


def test_a_single_record_has_its_symbol_and_several_a_circle() -> None:
    events = table({"event_type": "strike"}, {"sides": ("armenia",), "contested": True})
    one = marks(events, {}).places[0].records
    assert (one.symbol, one.colour, one.hollow) == ("star", "azerbaijan", False)
    both = marks(events, {}, {"event_id": "r1"}).places[0].records
    assert (both.symbol, both.colour, both.hollow) == ("circle", SEVERAL, False)
    assert both.title.splitlines() == ["7 Nov 2020: Record 0", "7 Nov 2020: Record 1"]


def test_a_mark_names_a_few_records_and_says_how_many_more() -> None:
    many = [{"event_id": f"r{i}"} for i in range(LISTED + 3)]
    lines = marks(table(*[{}] * len(many)), *many).places[0].records.title.splitlines()
    assert len(lines) == LISTED + 1
    assert lines[-1] == "and 3 more"


def test_no_records_make_no_marks() -> None:
    assert marks(table()) == MapMarks((), (), ())


def test_marks_grow_with_their_count_to_a_limit() -> None:
    sizes = [radius_px(n) for n in range(1, 200)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[10] < sizes[-1] == max(sizes) == radius_px(10**6)
    assert all(octagon_px(n) >= radius_px(n) for n in (1, 2, 50))
