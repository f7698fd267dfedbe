"""Which places of a map are named: areas and places first, each once, as far as there is room."""

from itertools import combinations

import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_areas import place_areas
from dashboard.figures.map_labels import Label, map_labels
from dashboard.figures.map_marks import MapMarks, PlaceMark, Records, map_marks, radius_px
from dashboard.figures.map_view import REGION, MapView, to_px
from dashboard.figures.text import width_px
from dashboard.figures.theme import TEXT_PX
from tests.figures.helpers import symbols

SIZE = (540.0, 620.0)
VIEW = MapView("test", "Test", (44.0, 38.0, 49.0, 42.0))
Box = tuple[float, float, float, float]


def mark(name: str, lon: float, lat: float, count: int = 1, area: str = "") -> PlaceMark:
    records = Records(tuple(f"{name}{i}" for i in range(count)), (), False, "circle", "")
    return PlaceMark(name, name, "town", area, lat, lon, 10, records)


def labels(marks: MapMarks, **more: dict[str, tuple[float, float]]) -> list[Label]:
    found = {"countries": {}, "towns": {}} | more
    return map_labels(marks, found["countries"], found["towns"], VIEW, SIZE)


def test_each_kind_is_named_as_what_it_is() -> None:
    marks = MapMarks((mark("Shusha", 46.7, 39.7),), (mark("Oblast", 46.0, 40.5, area="X"),), ())
    found = labels(marks, countries={"ARMENIA": (45.0, 41.0)}, towns={"Baku": (48.0, 40.4)})
    assert {m.text: m.kind for m in found} == {
        "Shusha": "place", "Oblast": "area", "Baku": "town", "ARMENIA": "country",
    }  # fmt: skip
    assert [(m.longitude, m.latitude) for m in found if m.kind == "place"] == [(46.7, 39.7)]


def test_a_town_that_is_a_place_and_a_country_that_is_an_area_are_named_once() -> None:
    marks = MapMarks((mark("Baku", 48.0, 40.4),), (mark("Armenia", 45.0, 41.0, area="ARM"),), ())
    found = labels(marks, countries={"ARMENIA": (44.8, 40.2)}, towns={"Baku": (48.0, 40.4)})
    assert sorted((m.text, m.kind) for m in found) == [("Armenia", "area"), ("Baku", "place")]


def test_the_place_with_more_records_keeps_its_name_where_room_is_short() -> None:
    rivals = [mark("Shusha / Shushi town", 46.7, 39.7 + i / 100, i + 1) for i in range(12)]
    found = labels(MapMarks(tuple(rivals), (), ()))
    assert 0 < len(found) < 12
    named = {m.latitude for m in found}
    assert rivals[-1].latitude in named
    assert len(named) == len(found)


def test_a_long_name_breaks_before_its_bracket() -> None:
    area = mark("Nagorno-Karabakh (Artsakh)", 46.0, 40.0, area="X")
    assert [m.text for m in labels(MapMarks((), (area,), ()))] == ["Nagorno-Karabakh\n(Artsakh)"]


def test_a_mark_outside_the_map_is_not_named() -> None:
    assert labels(MapMarks((mark("Far", 60.0, 39.7),), (), ())) == []
    assert labels(MapMarks((), (), ())) == []


def box(label: Label, size: tuple[float, float]) -> Box:
    ((x, y),) = to_px(REGION, [label.longitude], [label.latitude], *size)
    lines = label.text.split("\n")
    wide = max(width_px(line, TEXT_PX) for line in lines)
    high = TEXT_PX * 1.2 * len(lines)
    left = x + label.dx - wide * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return left, y + label.dy - high / 2, left + wide, y + label.dy + high / 2


@pytest.mark.parametrize("size", [SIZE, (360.0, 420.0)])
@pytest.mark.parametrize("names", ["both", "az", "hy"])
def test_no_label_of_the_records_lies_on_another_or_on_a_mark(
    dataset: Dataset, view: View, areas: object, size: tuple[float, float], names: str
) -> None:
    marks = map_marks(view.events, view.locations, symbols(dataset), names)
    placed = place_areas(marks.areas, areas, marks.places, REGION)
    marks = MapMarks(marks.places, placed, marks.arcs)
    found = map_labels(marks, {"ARMENIA": (44.9, 40.3)}, {}, REGION, size)
    boxes = [box(label, size) for label in found]
    both = [*marks.places, *marks.areas]
    points = to_px(REGION, [m.longitude for m in both], [m.latitude for m in both], *size)
    circles = [
        (x - r, y - r, x + r, y + r)
        for m, (x, y) in zip(both, points, strict=True)
        for r in [radius_px(m.records.count)]
    ]
    for a, b in (*combinations(boxes, 2), *((a, c) for a in boxes for c in circles)):
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
    assert all(b[0] >= 0 and b[1] >= 0 and b[2] <= size[0] and b[3] <= size[1] for b in boxes)
    named = {label.text.replace("\n", " ") for label in found}
    full = {m.name for m in both}
    assert named <= full | {name.split(" (")[0] for name in full} | {"ARMENIA"}
    assert len(found) >= min(2, len(both))
