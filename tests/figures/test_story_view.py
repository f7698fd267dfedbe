"""The map of a step shows its places and areas whole, near enough to see where they are."""

import geopandas as gpd
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_view import DIPLOMACY, REGION
from dashboard.figures.story_view import LEAST, LEAST_FAR, fit_step


def fitted(view: View, areas: gpd.GeoSeries, event: str):
    return fit_step(view.events.loc[event].to_dict(), view.locations, areas)


def test_every_place_of_every_record_lies_in_its_view(
    everything: View, areas: gpd.GeoSeries
) -> None:
    for event in everything.events.index:
        west, south, east, north = fitted(everything, areas, event).bounds
        rows = everything.locations[everything.locations["event_id"] == event]
        for row in rows.to_dict("records"):
            if row["latitude"] == row["latitude"]:
                assert west <= row["longitude"] <= east, event
                assert south <= row["latitude"] <= north, event


def test_a_region_is_shown_whole(everything: View, areas: gpd.GeoSeries) -> None:
    west, south, east, north = fitted(everything, areas, "april-2016-fighting").bounds
    inner = areas["nkao_1991"].bounds
    assert west < inner[0] and south < inner[1] and east > inner[2] and north > inner[3]
    assert east - west < 3, "and not the whole country"


def test_a_point_near_is_shown_near_and_a_far_one_with_its_country(
    everything: View, areas: gpd.GeoSeries
) -> None:
    west, _, east, _ = fitted(everything, areas, "shusha-taken-1992").bounds
    assert LEAST <= east - west < 2
    west, _, east, _ = fitted(everything, areas, "geneva-meeting-2020-10-30").bounds
    assert east - west >= LEAST_FAR


def test_a_call_has_the_view_of_calls(everything: View, areas: gpd.GeoSeries) -> None:
    assert fitted(everything, areas, "erdogan-putin-call-2020-11-07") is DIPLOMACY


def test_without_a_place_the_region_is_shown(dataset: Dataset, areas: gpd.GeoSeries) -> None:
    event = dataset.events.iloc[0].to_dict()
    assert fit_step(event, dataset.locations.iloc[:0], areas) is REGION


@pytest.mark.parametrize("event", ["un-resolution-874-1993", "article-un-resolutions-claim"])
def test_the_bounds_are_plain_numbers(everything: View, areas: gpd.GeoSeries, event: str) -> None:
    bounds = fitted(everything, areas, event).bounds
    assert all(type(edge) is float for edge in bounds)
