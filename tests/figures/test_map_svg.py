"""The map as vectors: the same records, counts and labels as in WebGL, and no foreign base."""

import re
from typing import Any

import geopandas as gpd
import plotly.graph_objects as go
import pytest

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_base_svg import Path, outline
from dashboard.figures.map_marks import MapMarks, map_marks
from dashboard.figures.map_svg import svg_map
from dashboard.figures.map_view import REGION, mercator
from dashboard.figures.theme import LIGHT, THEMES
from tests.figures.helpers import HOSTILE, MAP_SIZE, SYMBOLS, places, real_marks, table, texts

LAYERS = ["countries", "districts", "lakes", "rivers", "nkao_1991", "control_1994_2020", "world"]


@pytest.fixture(scope="module")
def base() -> dict[str, Path]:
    known = Boundaries()
    return {name: outline(known.layer(name).geometry) for name in LAYERS}


def build(marks: MapMarks, labels: list, areas: gpd.GeoSeries, base: dict[str, Path],
          **more: Any) -> dict[str, Any]:  # fmt: skip
    look = THEMES[more.pop("theme", "light")]
    return svg_map(marks, labels, areas, base, REGION, MAP_SIZE, look, **more)


def traces(figure: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [t for t in figure["data"] if t["name"] == name]


@pytest.fixture(scope="module", params=THEMES)
def figure(
    request: Any, dataset: Dataset, view: View, areas: gpd.GeoSeries, base: dict[str, Path]
) -> dict[str, Any]:
    return build(*real_marks(dataset, view, areas), areas, base, theme=request.param)


def test_plotly_takes_it(figure: dict[str, Any]) -> None:
    assert len(go.Figure(figure).data) == len(figure["data"])


def test_it_is_made_of_vectors_on_plain_axes(figure: dict[str, Any]) -> None:
    assert {t["type"] for t in figure["data"]} == {"scatter"}
    assert not [k for k in figure["layout"] if re.match(r"geo|map|images", k)]
    assert not [t for t in texts(figure) if re.search(r"https?:|//|tile", t)]


def test_the_map_holds_the_records_of_its_marks(
    dataset: Dataset, view: View, areas: gpd.GeoSeries, base: dict[str, Path]
) -> None:
    marks, labels = real_marks(dataset, view, areas)
    made = build(marks, labels, areas, base)
    (dots,) = traces(made, "places")
    expected = {m.records.event_ids for m in (*marks.areas, *marks.places)}
    assert {tuple(ids) for ids in dots["customdata"]} == expected
    assert len(dots["customdata"]) == len(marks.areas) + len(marks.places)
    lines = [t for t in made["data"] if "customdata" in t and t["mode"] == "lines"]
    assert [tuple(t["customdata"][0]) for t in lines] == [a.records.event_ids for a in marks.arcs]
    numbers = [int(t) for t in dots["text"] if t]
    counts = [m.records.count for m in marks.places if m.records.count > 1]
    assert sorted(numbers) == sorted(counts + [m.records.count for m in marks.areas])
    written = [a["text"].replace("<br>", "\n") for a in made["layout"]["annotations"]]
    assert written == [label.text for label in labels]


def test_places_and_labels_lie_where_they_belong(
    dataset: Dataset, everything: View, areas: gpd.GeoSeries, base: dict[str, Path]
) -> None:
    marks, labels = real_marks(dataset, everything, areas)
    made = build(marks, labels, areas, base)
    (dots,) = traces(made, "places")
    both = [*marks.areas, *marks.places]
    assert dots["x"] == [m.longitude for m in both]
    assert list(dots["y"]) == pytest.approx(list(mercator([m.latitude for m in both])))
    notes = made["layout"]["annotations"]
    assert [(a["x"], a["xshift"], a["yshift"]) for a in notes] == [
        (m.longitude, m.dx, -m.dy) for m in labels  # Plotly counts px upwards
    ]  # fmt: skip


def test_the_axes_show_the_view_at_one_scale(figure: dict[str, Any]) -> None:
    west, east, south, north = REGION.edges(*MAP_SIZE)
    layout = figure["layout"]
    assert layout["xaxis"]["range"] == [west, east]
    assert layout["yaxis"]["range"] == [south, north]
    assert layout["yaxis"]["scaleanchor"] == "x"
    assert layout["height"] == MAP_SIZE[1]
    assert set(layout["margin"].values()) == {0}


@pytest.mark.parametrize("contested", [True, False])
def test_hollow_is_contested(contested: bool, areas: gpd.GeoSeries, base: dict[str, Path]) -> None:
    marks = map_marks(table({"contested": contested}), places({}), SYMBOLS)
    (dots,) = traces(build(marks, [], areas, base), "places")
    side = LIGHT.sides["azerbaijan"]
    assert dots["marker"]["color"] == [LIGHT.paper if contested else side]
    assert dots["marker"]["line"]["color"] == [side]
    assert dots["marker"]["symbol"] == ["diamond"]
    assert dots["text"] == [""]


def test_only_the_place_of_the_marked_record_is_ringed(
    areas: gpd.GeoSeries, base: dict[str, Path]
) -> None:
    marks = map_marks(table({}, {}), places({}, {"event_id": "r1", "place_id": "q"}), SYMBOLS)
    (ring,) = traces(build(marks, [], areas, base, selected="r1"), "selected")
    assert ring["x"] == [46.7]
    assert traces(build(marks, [], areas, base), "selected")[0]["x"] == []


def test_no_country_is_tinted_unless_it_is_marked(
    areas: gpd.GeoSeries, base: dict[str, Path]
) -> None:
    rough = {"kind": "country", "place_precision": "country", "area": "ARM", "label": "Armenia"}
    marks = map_marks(table({}), places(rough), SYMBOLS)
    (plain,) = traces(build(marks, [], areas, base), "Armenia")
    (chosen,) = traces(build(marks, [], areas, base, selected="r0"), "Armenia")
    assert (len(plain["x"]), chosen["line"]["color"]) == (0, LIGHT.accent)
    assert len(chosen["x"]) > 10


def test_no_text_of_a_record_becomes_markup(areas: gpd.GeoSeries, base: dict[str, Path]) -> None:
    marks = map_marks(table({"title": HOSTILE}), places({"label": HOSTILE}), SYMBOLS)
    (dots,) = traces(build(marks, [], areas, base), "places")
    assert set(re.findall(r"<[^>]*>", dots["hovertext"][0])) == {"<b>", "</b>", "<br>"}
    assert "&lt;script&gt;" in dots["hovertext"][0]
