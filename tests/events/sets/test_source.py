"""A data set in an engine, as the page asks it: records up to a number, counts above."""

from datetime import date

import pandas as pd
import pytest

from dashboard.events.dataset import read_dataset
from dashboard.events.filters import Filter, read_query, write_query
from dashboard.events.sets.source import Curated, Stored

AUTUMN = Filter(since=date(2020, 9, 27), until=date(2020, 11, 10))


def test_few_records_come_one_by_one(stored: Stored) -> None:
    data, view = stored.show(AUTUMN)
    totals = stored.store.totals(AUTUMN)
    assert 0 < len(view.events) == totals.count == view.shown and not view.crowd
    assert view.total == 2000
    assert view.off_map == (~view.events["event_id"].isin(view.locations["event_id"])).sum()
    assert f"{totals.count} of 2,000 records" in view.sentence
    assert set(view.events["event_id"]) <= set(data.tables.events["event_id"])


def test_many_are_a_crowd_of_which_nothing_is_shown_as_a_record(stored: Stored) -> None:
    data, view = stored.show(AUTUMN, most=10)
    assert view.crowd == view.shown == stored.store.totals(AUTUMN).count > 10
    assert view.events.empty and view.locations.empty and data.events.empty
    assert view.off_map == stored.store.totals(AUTUMN).nowhere
    assert view.sentence.startswith("27 Sep – 10 Nov 2020 · ")


def test_the_axis_is_that_of_all_records(stored: Stored) -> None:
    data, _ = stored.show(AUTUMN)
    assert data.span == stored.span == (date(1918, 1, 1), stored.store.extent.last)


def test_a_link_may_name_any_value_that_occurs(stored: Stored, rows: pd.DataFrame) -> None:
    one = rows.iloc[7]["event_id"]
    value = Filter(
        actor=("Şuşa könüllüləri",), speaker=("O'Reilly & Co",), country=("Fiji",), event=one
    )
    query = write_query(value)
    assert read_query(query, stored.choices) == (value, [])
    _, notes = read_query({"actor": ["Nobody"], "event": ["no-such"]}, stored.choices)
    assert len(notes) == 2


def test_choices_are_offered_by_name(stored: Stored) -> None:
    countries = list(stored.choices.country)
    assert countries == sorted(countries) and "Fiji" in countries and "" not in countries
    assert len(stored.choices.event) == 0  # type: ignore[arg-type]
    types = list(stored.choices.type)
    counts = stored.store.top(Filter(), "event_type", 99)
    assert types == list(counts["value"])


def test_one_record_wherever_it_is(stored: Stored, rows: pd.DataFrame) -> None:
    one = rows.iloc[1234]
    data = stored.record(one["event_id"])
    assert list(data.events["event_id"]) == [one["event_id"]]
    assert stored.record("no such").events.empty


@pytest.mark.parametrize("value", [Filter(), AUTUMN, Filter(q="nothing has this")])
def test_the_curated_records_are_a_source_too(value: Filter) -> None:
    source = Curated(read_dataset())
    data, view = source.show(value)
    assert data is source.data and view.total == 75 and view.shown == len(view.events)


def test_a_map_looks_where_the_records_are(stored: Stored) -> None:
    """Of a few their places, of a crowd chosen by country its squares, else of all records."""
    fiji = Filter(country=("Fiji",))
    _, view = stored.show(Filter(country=("Chile",)))
    west, south, east, north = stored.bounds_of(view)
    assert -73 < west < east < -69 and -56 < south < north < -51
    _, crowd = stored.show(fiji, most=10)
    wide, found = stored.bounds, stored.bounds_of(crowd)
    assert crowd.crowd and found != wide and -30 < found[1] < found[3] <= 0
    assert stored.bounds_of(stored.show(AUTUMN, most=10)[1]) == wide
    box = (44.0, 38.0, 48.0, 41.0)
    assert stored.bounds_of(stored.show(Filter(box=box))[1]) == box
    assert stored.bounds_of(stored.show(Filter(q="nothing has this"))[1]) == wide
