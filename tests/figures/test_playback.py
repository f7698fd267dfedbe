"""What is played says of each day what the core says of it, and draws it no longer than it was."""

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import geopandas as gpd
import pytest

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View
from dashboard.events.filters import Filter
from dashboard.events.story import on_day
from dashboard.figures.map_parts import MapBase
from dashboard.figures.map_view import REGION
from dashboard.figures.playback import playback, playback_days
from dashboard.figures.playback_map import LAYERS, playback_map
from dashboard.figures.theme import DARK, LIGHT

AUTUMN = date(2020, 9, 27), date(2020, 11, 10)
SIZE = (460.0, 360.0)


@pytest.fixture(scope="module")
def base(areas: gpd.GeoSeries) -> MapBase:
    bounds = Boundaries()
    layers = {name: bounds.layer(name) for name in LAYERS}
    return MapBase(layers, areas, {"ARMENIA": (44.8, 40.2), "FRANCE": (2.0, 47.0)}, {})


@pytest.fixture(scope="module")
def played(dataset: Dataset, everything: View) -> dict[str, Any]:
    return playback(everything, dataset, AUTUMN, LIGHT, 600)


def records(played: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in played["records"]}


def test_the_days_are_those_of_the_filter_or_the_autumn(dataset: Dataset) -> None:
    assert playback_days(dataset, dataset.view(Filter())) == AUTUMN
    since = Filter(since=date(2020, 11, 1))
    assert playback_days(dataset, dataset.view(since)) == (date(2020, 11, 1), AUTUMN[1])
    one = Filter(since=date(1993, 4, 2), until=date(1993, 4, 3))
    assert playback_days(dataset, dataset.view(one)) == (one.since, one.until)


def test_every_day_has_the_records_that_the_core_finds(
    dataset: Dataset, everything: View, played: dict[str, Any]
) -> None:
    assert (played["first"], played["count"]) == ("2020-09-27", 45)
    for number in range(45):
        there: dict[str, list[str]] = {}
        for record in played["records"]:
            for first, last, state in record["runs"]:
                if first <= number <= last:
                    there.setdefault(state, []).append(record["id"])
        day = AUTUMN[0] + timedelta(days=number)
        expected = on_day(everything.events, dataset.truces, day)
        assert {state: tuple(ids) for state, ids in there.items()} == expected, day


def test_a_ceasefire_is_drawn_to_the_minute(played: dict[str, Any]) -> None:
    truce = records(played)["third-truce-2020-10-26"]
    assert truce["kind"] == "truce"
    assert truce["bar"] == pytest.approx((29 + 8 / 24, 29 + (8 + 5 / 60) / 24), abs=1e-3)
    assert records(played)["trilateral-statement-2020-11-10"]["bar"][1] == 45
    assert "08:05" in truce["hours"]


def test_points_doubts_and_bars(played: dict[str, Any]) -> None:
    found = records(played)
    assert found["war-begins-2020-09-27"]["kind"] == "point"
    assert found["qubadli-claim-2020-10-25"]["kind"] == "doubt"
    assert found["share-of-azerbaijan-held-figures"]["kind"] == "doubt"
    assert found["strikes-khankendi-stepanakert-2020"]["kind"] == "bar"
    assert found["strikes-khankendi-stepanakert-2020"]["bar"] == (0, 32)
    assert "ceasefire-1994" not in found


def test_no_two_marks_of_a_row_overlap(played: dict[str, Any]) -> None:
    rows: dict[int, list[tuple[float, float]]] = {}
    for record in played["records"]:
        assert 0 <= record["bar"][0] <= record["bar"][1] <= 45
        rows.setdefault(record["row"], []).append(record["bar"])
    assert set(rows) == set(range(played["rows"]))
    for bars in rows.values():
        bars.sort()
        assert all(one[1] <= two[0] for one, two in pairwise(bars))


def test_it_is_plain_json_and_takes_the_look(dataset: Dataset, everything: View) -> None:
    text = json.dumps(playback(everything, dataset, AUTUMN, DARK, 600), allow_nan=False)
    assert DARK.sides["turkey"] in text and LIGHT.sides["turkey"] not in text


def test_nothing_is_played_of_an_empty_view(dataset: Dataset, base: MapBase) -> None:
    view = dataset.view(Filter(q="no such word"))
    played = playback(view, dataset, playback_days(dataset, view), LIGHT, 600)
    assert (played["records"], played["rows"]) == ([], 0)
    assert playback_map(view, base, REGION, SIZE, LIGHT, "both")["places"] == []


def test_an_area_is_a_path_and_never_a_point(everything: View, base: MapBase) -> None:
    shown = playback_map(everything, base, REGION, SIZE, LIGHT, "both")
    places = {place["name"]: place for place in shown["places"]}
    region = places["Nagorno-Karabakh (Dağlıq Qarabağ / Artsakh)"]
    assert region["path"].startswith("M") and "war-begins-2020-09-27" in region["ids"]
    assert places["Azerbaijan"]["country"]
    rough = everything.locations[~everything.locations["place_precision"].isin(["exact", "near"])]
    drawn = {name for name, place in places.items() if not place["path"]}
    assert not drawn & set(rough["label"])


def test_what_lies_outside_is_not_on_the_map(everything: View, base: MapBase) -> None:
    shown = playback_map(everything, base, REGION, SIZE, LIGHT, "both")
    for place in shown["places"]:
        assert 0 <= place["x"] <= SIZE[0] and 0 <= place["y"] <= SIZE[1]
    assert [word["text"] for word in shown["words"]] == ["ARMENIA"]
    assert len(shown["shapes"]) == len(LAYERS)
    assert all(shape["path"].startswith("M") for shape in shown["shapes"])
    assert len(json.dumps(shown)) < 200_000, "it is sent whole"
