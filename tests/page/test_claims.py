"""The page of claims without a browser: the same records, their balance, a record that is open."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter
from dashboard.page.probe import Screen
from tests.page.conftest import OpenPage
from tests.page.reading import charts, count, fragment, text, widget, words


def told(at: AppTest) -> dict[str, Any]:
    """What the table of records by sides was given to draw."""
    found = [e.proto for e in at.get("bidi_component") if "claims_table" in e.proto.component_name]
    assert len(found) == 1
    return dict(json.loads(found[0].json))


def test_the_table_holds_the_records_of_the_view(open_page: OpenPage, dataset: Dataset) -> None:
    at = open_page(view="claims", layer="article")
    assert not at.exception
    assert count(at) == (24, 75)
    ids = [row["id"] for row in told(at)["rows"]]
    assert ids == list(dataset.view(Filter(layer=("article",))).events["event_id"])
    claims = [cell["claims"] for row in told(at)["rows"] for cell in row["cells"].values()]
    assert sum(claims) == 65


def test_it_says_how_the_view_leans(open_page: OpenPage) -> None:
    at = open_page(view="claims", layer="article")
    page = text(" ".join(e.proto.body for e in at.get("html")))
    assert "Of 65 claims 28 are by Turkey, 15 by Armenia, the next." in page
    assert "65 claims from 36 sources. 8 of 24 records rest on one side only." in page
    balance = text(fragment(at, "cd-balance"))
    assert "Turkey 28 25 4" in balance
    assert "Armenia 15 13 7" in balance
    assert "In all 65 65 36" in balance


def test_a_link_opens_a_record(open_page: OpenPage) -> None:
    at = open_page(view="claims", event="article-three-truces-violated-claim")
    card = text(fragment(at, "cd-card"))
    assert "Armenia went as far as to violate three humanitarian ceasefires." in card
    assert "In the first truce Azerbaijan attacked at 12:05 on 10 October." in card
    assert told(at)["open"] == "article-three-truces-violated-claim"


def test_most_contested_first(open_page: OpenPage) -> None:
    at = open_page(view="claims")
    widget(at, "button_group", "order").set_value("contested").run()
    assert told(at)["rows"][0]["id"] == "article-three-truces-violated-claim"
    again = open_page(view="claims", order=at.query_params["order"])
    assert told(again)["rows"] == told(at)["rows"]


@pytest.mark.parametrize("order", ["date", "contested"])
def test_the_picture_shows_the_same(open_page: OpenPage, order: str) -> None:
    at = open_page(view="claims", layer="article")
    widget(at, "button_group", "order").set_value(order).run()
    rows = [row["title"] for row in told(at)["rows"]]
    widget(at, "button_group", "claims-form").set_value("Picture").run()
    (figure,) = [v for k, v in charts(at).items() if k.startswith("claims-picture")]
    shown = figure["layout"]["yaxis"]["ticktext"]
    assert len(shown) == 24
    assert all(row[:8] in label for row, label in zip(rows, shown, strict=True))


def test_a_picture_of_too_many(open_page: OpenPage) -> None:
    at = open_page(view="claims")
    widget(at, "button_group", "claims-form").set_value("Picture").run()
    assert "A picture holds 40 records at most; this view has 75." in at.info[0].value
    assert not charts(at)


@pytest.mark.parametrize("screen", [Screen(True, 1080, 900), Screen(True, 360, 780)])
def test_nothing_to_show(open_page: OpenPage, screen: Screen) -> None:
    at = open_page(screen, view="claims", q="zzzz")
    assert not at.exception
    assert "No record matches" in text(fragment(at, "cd-empty"))
    assert "0 of 75 records" in words(at)


def test_the_way_to_the_page_and_back(open_page: OpenPage) -> None:
    at = open_page(actor="russia")
    at.get("button_group")[0].set_value("claims").run()
    assert at.query_params["view"] in ("claims", ["claims"])
    assert count(at) == (14, 75)
    widget(at, "button_group", "page").set_value("").run()
    assert "view" not in at.query_params
    assert count(at) == (14, 75)
