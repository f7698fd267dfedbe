"""The data set: what can be chosen, and the view that all charts and tables share."""

from datetime import date

import pandas as pd
from pandas.testing import assert_frame_equal

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter


def test_choices_are_what_finds_a_record(dataset: Dataset) -> None:
    choices = dataset.choices
    for name in ("actor", "type", "speaker"):
        values = getattr(choices, name)
        assert values
        assert len(set(values)) == len(values)
        for value in values:
            assert len(dataset.view(Filter(**{name: (value,)})).events) > 0, (name, value)
    assert set(choices.event) == set(dataset.tables.events["event_id"])


def test_types_and_sides_come_in_the_order_of_their_tables(dataset: Dataset) -> None:
    for values, table, key in (
        (dataset.choices.type, dataset.tables.categories, "event_type"),
        (dataset.choices.speaker, dataset.tables.sides, "side"),
    ):
        order = dict(zip(table[key], map(int, table["order"]), strict=True))
        assert [order[v] for v in values] == sorted(order[v] for v in values)


def test_a_state_comes_before_those_below_it(dataset: Dataset) -> None:
    actors = list(dataset.choices.actor)
    for actor in actors:
        above = dataset.actors.lineage(actor)[1:]
        assert all(actors.index(a) < actors.index(actor) for a in above)


def test_a_view_counts_what_it_shows_and_what_the_map_cannot(dataset: Dataset) -> None:
    view = dataset.view(Filter(since=date(2020, 11, 7), until=date(2020, 11, 7)))
    assert 0 < len(view.events) < view.total == len(dataset.events)
    assert set(view.locations["event_id"]) <= set(view.events["event_id"])
    drawn = view.locations["event_id"].nunique()
    assert view.off_map == len(view.events) - drawn
    assert view.sentence == f"7 Nov 2020 · {len(view.events)} of {view.total} records"


def test_places_that_cannot_be_drawn_are_counted(dataset: Dataset) -> None:
    nowhere = dataset.locations.assign(
        area="", latitude=float("nan"), longitude=float("nan"), place_precision="none"
    )
    view = Dataset(dataset.tables, dataset.events, nowhere, dataset.truces, dataset.actors).view(
        Filter(type=("call",))
    )
    assert view.locations.empty
    assert view.off_map == len(view.events) > 0
    assert view.count_words[-1] == f"{view.off_map} not on the map"


def test_an_empty_view_keeps_its_columns(dataset: Dataset) -> None:
    view = dataset.view(Filter(q="no such words anywhere"))
    assert view.events.empty
    assert view.locations.empty
    assert list(view.events.columns) == list(dataset.events.columns)
    assert view.count_words == (f"0 of {view.total} records",)


def test_a_view_changes_nothing_in_the_data_set(dataset: Dataset) -> None:
    before = dataset.events.copy(deep=True)
    view = dataset.view(Filter(layer=("article",)))
    view.events["title"] = "changed"
    assert_frame_equal(pd.DataFrame(dataset.events), before)
