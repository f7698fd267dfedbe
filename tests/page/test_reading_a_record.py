"""A chosen record: its card with every account, its ring on both views, the way to the next."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import Dataset
from dashboard.events.dates import say_edtf
from dashboard.events.filters import Filter
from tests.page.conftest import OpenPage, go
from tests.page.reading import charts, fragment, ringed, text


def squeezed(words: str) -> str:
    return " ".join(words.split())


def test_the_card_has_every_account(open_page: OpenPage, dataset: Dataset) -> None:
    """Of each side, with its speaker and its source, as a link where the source has a page."""
    claims, sources = dataset.tables.claims, dataset.tables.sources.set_index("source_id")
    sides = claims[claims["contested"] == "yes"].groupby("event_id")["side"].nunique()
    most = str(sides.idxmax())
    card = fragment(open_page(event=most), "cd-card")
    shown = text(card)
    told = claims[claims["event_id"] == most]
    assert told["side"].nunique() >= 2
    for claim in told.to_dict("records"):
        source = sources.loc[claim["source_id"]]
        assert squeezed(claim["statement"]) in shown
        assert squeezed(dataset.actors.name[claim["speaker"]]) in shown
        assert squeezed(dataset.names["speaker"][claim["side"]]) in shown
        assert f"{squeezed(source['publisher'])}, {say_edtf(source['date']) or 'undated'}" in shown
        if source["url"]:
            assert f'href="{source["url"]}"' in unescape(card)
    assert card.count('class="cd-side"') == told["side"].nunique()


def test_every_card(open_page: OpenPage, dataset: Dataset) -> None:
    """Title, date, layer and whether it is contested, for each record; links leave safely."""
    at = open_page()
    for event in dataset.events.to_dict("records"):
        go(at, event=event["event_id"])
        card = fragment(at, "cd-card")
        shown = text(card)
        assert squeezed(event["title"]) in shown
        assert squeezed(event["date_label"]) in shown
        assert ("said in the article" if event["layer"] == "article" else "context") in shown
        assert ("not contested" in shown) != event["contested"]
        for link in re.findall(r"<a [^>]*>", card):
            assert re.search(r'href="https?://', link)
            assert 'rel="noopener noreferrer"' in link


def test_both_views_ring_it(open_page: OpenPage, dataset: Dataset) -> None:
    event = "ceasefire-1994"
    drawn = charts(open_page(event=event, lanes="type"))
    assert ringed(drawn["timeline"]) == 1
    in_places = dataset.locations[dataset.locations["event_id"] == event]
    assert ringed(drawn["map-svg"]) == len(in_places[in_places["place_precision"] == "exact"])


def test_nothing_is_ringed_without_a_choice(open_page: OpenPage) -> None:
    drawn = charts(open_page())
    assert not ringed(drawn["timeline"])
    assert not ringed(drawn["map-svg"])


def test_next_and_previous(open_page: OpenPage, dataset: Dataset) -> None:
    ids = list(dataset.view(Filter(actor=("russia",))).events.index)
    at = open_page(actor="russia", event=ids[0])
    assert step(at).startswith(f"1 of {len(ids)}")
    at.button(key="before").click().run()
    assert at.query_params["event"] == ids[0]  # stays at the start
    for event_id in ids[1:4]:
        at.button(key="after").click().run()
        assert at.query_params["event"] == event_id
        title = dataset.events.loc[event_id, "title"]
        assert squeezed(title) in text(fragment(at, "cd-card"))
    at.button(key="before").click().run()
    assert at.query_params["event"] == ids[2]
    assert step(at).startswith(f"3 of {len(ids)}")


def test_closing(open_page: OpenPage) -> None:
    at = open_page(event="ceasefire-1994")
    at.button(key="close").click().run()
    assert dict(at.query_params) == {}
    assert not fragment(at, "cd-card")
    assert "Whose accounts" in text(fragment(at, "cd-balance"))


@pytest.mark.parametrize("webgl", [False, True])
def test_a_record_outside_the_filter_still_has_its_card(open_page: OpenPage, webgl: bool) -> None:
    at = open_page(event="ceasefire-1994", from_="2020-01-01")
    assert "outside the filter" in step(at)
    assert fragment(at, "cd-card")
    at.button(key="after").click().run()
    assert "1 of " in step(at)


def test_a_stack_is_stepped_through_where_it_stands(open_page: OpenPage, dataset: Dataset) -> None:
    """A click on a mark of several records opens the first and offers the others."""
    at = open_page()
    stack = tuple(dataset.events.index[3:6])
    at.session_state["stack"] = stack
    at.session_state["filter"] = Filter(event=stack[0])
    at.run()
    assert step(at) == "1 of 3 on this spot"
    at.button(key="after").click().run()
    assert at.query_params["event"] == stack[1]


def step(at: AppTest) -> str:
    return text(fragment(at, "cd-step"))
