"""A link opens its view: the words, the count and the table say what the filter lets through."""

from collections.abc import Mapping
from datetime import date

import pytest

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter, read_query
from tests.page.conftest import OpenPage, go
from tests.page.reading import count, fragment, notes, rows, text, widget, words

ASKED = [
    ({"from": "2020-11-07", "to": "2020-11-07"}, 22),
    ({"actor": "russia"}, 14),
    ({"from": "1991-01-01", "to": "1991-12-31"}, 7),
    ({"layer": "article", "contested": "yes"}, 15),
]
OTHERS: list[dict[str, str | list[str]]] = [
    {},
    {"from": "2020-09-27"},
    {"to": "1994-05-12"},
    {"actor": ["turkey", "france"]},
    {"type": "ceasefire"},
    {"layer": "context"},
    {"speaker": ["armenia", "karabakh_armenians"]},
    {"contested": "no"},
    {"q": "şuşa"},
    {"q": "shusha nikol", "actor": "azerbaijan"},
    {"event": "ceasefire-1994"},
]


def view_of(dataset: Dataset, query: Mapping[str, str | list[str]]):
    lists = {k: v if isinstance(v, list) else [v] for k, v in query.items()}
    value, faults = read_query(lists, dataset.choices)
    assert not faults
    return dataset.view(value)


@pytest.mark.parametrize(("query", "number"), ASKED, ids=str)
def test_the_links_that_were_asked_for(
    open_page: OpenPage, query: dict[str, str], number: int
) -> None:
    at = open_page(**query)
    assert count(at) == (number, 75)
    assert len(rows(at)) == number


@pytest.mark.parametrize("query", [*(q for q, _ in ASKED), *OTHERS], ids=str)
def test_a_link_shows_the_rows_of_its_filter(
    open_page: OpenPage, dataset: Dataset, query: dict[str, str | list[str]]
) -> None:
    view = view_of(dataset, query)
    at = open_page(**query)
    assert not at.exception
    assert not notes(at)
    assert words(at) == view.sentence
    assert count(at) == (len(view.events), len(dataset.events))
    shown = zip(view.events["date_label"], view.events["title"], strict=True)
    assert rows(at) == list(shown)
    assert at.subheader[0].value == f"Records ({len(view.events)} of {view.total})"
    assert "event" not in query or view.filter.event


def test_every_event_has_a_link(open_page: OpenPage, dataset: Dataset) -> None:
    at = open_page()
    for event_id in dataset.choices.event:
        go(at, event=event_id)
        assert not at.exception
        title = dataset.events.loc[event_id, "title"]
        assert " ".join(title.split()) in text(fragment(at, "cd-card"))


def test_the_widgets_show_what_the_link_says(open_page: OpenPage) -> None:
    query = {
        "from": "2020-09-27", "to": "2020-11-10", "actor": ["russia", "turkey"], "type": "call",
        "layer": "article", "speaker": "russia", "contested": "no", "q": "peace",
        "lanes": "type", "names": "az", "map": "diplomacy",
    }  # fmt: skip
    at = open_page(**query)
    assert widget(at, "date_input", "since").value == date(2020, 9, 27)
    assert widget(at, "date_input", "until").value == date(2020, 11, 10)
    assert widget(at, "multiselect", "actor").value == ["russia", "turkey"]
    assert widget(at, "multiselect", "type").value == ["call"]
    assert widget(at, "multiselect", "speaker").value == ["russia"]
    assert widget(at, "radio", "layer").value == "article"
    assert widget(at, "radio", "contested").value == "no"
    assert widget(at, "text_input", "q").value == "peace"
    assert widget(at, "selectbox", "lanes").value == "type"
    assert widget(at, "selectbox", "names").value == "az"
    assert widget(at, "button_group", "map").value == "diplomacy"
    assert dict(at.query_params) == query


def test_back_in_the_history_takes_the_address(open_page: OpenPage, dataset: Dataset) -> None:
    at = go(open_page(actor="russia"), actor="turkey")
    assert words(at) == dataset.view(Filter(actor=("turkey",))).sentence
    go(at)
    assert count(at) == (75, 75)
    assert widget(at, "multiselect", "actor").value == []


def test_a_message_with_an_old_address_takes_no_filter_away(open_page: OpenPage) -> None:
    """The browser sent it before it had the address of the last change."""
    at = open_page()
    widget(at, "date_input", "since").set_value(date(2020, 11, 7)).run()
    at.query_params.clear()
    at.run()
    assert widget(at, "date_input", "since").value == date(2020, 11, 7)
    widget(at, "date_input", "until").set_value(date(2020, 11, 7)).run()
    assert count(at) == (22, 75)
    assert dict(at.query_params) == {"from": "2020-11-07", "to": "2020-11-07"}
