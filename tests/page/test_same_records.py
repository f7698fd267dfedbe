"""Timeline, map, table and words are fed by one filtered table, so they show the same records."""

import re
from dataclasses import replace

import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.events.filters import read_query
from dashboard.figures.map_marks import FAR_KINDS
from tests.page.conftest import DESK, OpenPage
from tests.page.reading import charts, deck, fragment, ids_in, ids_in_deck, rows, text

FILTERS: list[dict[str, str]] = [
    {},
    {"from": "2020-11-07", "to": "2020-11-07"},
    {"from": "1991-01-01", "to": "1991-12-31"},
    {"to": "1988-12-31"},
    {"actor": "russia", "layer": "article"},
    {"contested": "yes", "speaker": "armenia"},
    {"q": "shusha"},
]
LANES = ["actor", "type", "speaker"]


def view_of(dataset: Dataset, query: dict[str, str]) -> View:
    value, _ = read_query({name: [text] for name, text in query.items()}, dataset.choices)
    return dataset.view(value)


@pytest.mark.parametrize("query", FILTERS, ids=str)
def test_each_view_shows_the_filtered_records(
    open_page: OpenPage, dataset: Dataset, query: dict[str, str]
) -> None:
    view = view_of(dataset, query)
    at = open_page(**query)
    assert ids_in(charts(at)["timeline"]) == set(view.events.index)
    assert len(rows(at)) == len(view.events)
    assert ids_in(charts(at)["map-svg"]) <= set(view.events.index)


@pytest.mark.parametrize("query", FILTERS, ids=str)
@pytest.mark.parametrize("key", ["region", "diplomacy"])
def test_the_map_says_how_many_it_does_not_show(
    open_page: OpenPage, dataset: Dataset, key: str, query: dict[str, str]
) -> None:
    """With no place at all, or with none where the map looks (though some may lie beside it)."""
    at = open_page(map=key, **query)
    view = view_of(dataset, query)
    said = text(fragment(at, "cd-mapnote"))
    nowhere = re.search(r"not on the map: (\d+)", said)
    beside = re.search(r"outside this view: (\d+)", said)
    assert nowhere and int(nowhere[1]) == view.off_map
    undrawn = len(view.events) - len(ids_in(charts(at)["map-svg"]))
    assert undrawn <= view.off_map + int(beside[1] if beside else 0) <= len(view.events)


def test_records_beside_the_view_are_counted(open_page: OpenPage) -> None:
    """All five resolutions were adopted in New York, which the region's map does not show."""
    said = text(
        fragment(open_page(map="region", type="resolution", from_="2008-01-01"), "cd-mapnote")
    )
    assert "outside this view: 1" in said
    assert "not on the map: 0" in said


@pytest.mark.parametrize("query", FILTERS, ids=str)
@pytest.mark.parametrize("key", ["region", "diplomacy"])
def test_the_map_in_webgl_shows_the_same(
    open_page: OpenPage, key: str, query: dict[str, str]
) -> None:
    drawn = set(ids_in_deck(deck(open_page(replace(DESK, webgl=True), map=key, **query))))
    assert drawn == ids_in(charts(open_page(map=key, **query))["map-svg"])


@pytest.mark.parametrize("lanes", LANES)
@pytest.mark.parametrize("query", FILTERS[:3], ids=str)
def test_no_choice_of_lanes_loses_a_record(
    open_page: OpenPage, dataset: Dataset, lanes: str, query: dict[str, str]
) -> None:
    at = open_page(lanes=lanes, **query)
    assert ids_in(charts(at)["timeline"]) == set(view_of(dataset, query).events.index)


def test_the_view_of_the_world_keeps_capitals_and_cities(
    open_page: OpenPage, dataset: Dataset
) -> None:
    places = dataset.locations
    far = set(places.loc[places["kind"].isin(FAR_KINDS), "event_id"])
    for webgl in (False, True):
        at = open_page(replace(DESK, webgl=webgl), map="diplomacy")
        shown = set(ids_in_deck(deck(at))) if webgl else ids_in(charts(at)["map-svg"])
        assert shown
        assert shown <= far


def test_the_overview_depends_on_no_filter(open_page: OpenPage) -> None:
    """Streamlit would draw it again and lose the box that the reader dragged."""
    specs = [charts(open_page(**query)) for query in FILTERS[:3]]
    drawn = [next(s for key, s in spec.items() if key.startswith("overview")) for spec in specs]
    assert drawn[0] == drawn[1] == drawn[2]


def test_the_alternatives_say_the_counts(open_page: OpenPage, dataset: Dataset) -> None:
    query = FILTERS[4]
    at = open_page(**query)
    said = {e.proto.id.split("-", 2)[2]: e.proto.alt for e in at.get("plotly_chart")}
    for chart in ("timeline", "map-svg"):
        assert view_of(dataset, query).sentence in said[chart]
    overview = next(words for key, words in said.items() if key.startswith("overview"))
    assert f"{len(dataset.events)} records" in overview
