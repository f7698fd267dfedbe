"""A widget changes the words, the address and all views; reset takes everything back."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter, write_query
from tests.page.conftest import OpenPage
from tests.page.reading import charts, count, fragment, ids_in, rows, widget, words


def listed(at: AppTest) -> dict[str, list[str]]:
    """The address, each parameter with all its values."""
    return {k: v if isinstance(v, list) else [v] for k, v in at.query_params.items()}


def use(at: AppTest, kind: str, key: str, value: Any) -> AppTest:
    return widget(at, kind, key).set_value(value).run()


@pytest.mark.parametrize(
    ("kind", "key", "value", "expected"),
    [
        ("date_input", "since", date(2020, 11, 7), Filter(since=date(2020, 11, 7))),
        ("date_input", "until", date(1991, 12, 31), Filter(until=date(1991, 12, 31))),
        ("text_input", "q", " Shusha ", Filter(q="Shusha")),
        ("multiselect", "actor", ["russia", "france"], Filter(actor=("russia", "france"))),
        ("multiselect", "type", ["call"], Filter(type=("call",))),
        ("multiselect", "speaker", ["armenia"], Filter(speaker=("armenia",))),
        ("radio", "layer", "article", Filter(layer=("article",))),
        ("radio", "contested", "yes", Filter(contested="yes")),
    ],
)
def test_a_widget_filters_everything(
    open_page: OpenPage, dataset: Dataset, kind: str, key: str, value: Any, expected: Filter
) -> None:
    at = use(open_page(), kind, key, value)
    view = dataset.view(expected)
    assert not at.exception
    assert words(at) == view.sentence
    assert listed(at) == write_query(expected)
    assert len(rows(at)) == len(view.events) > 0
    assert ids_in(charts(at)["timeline"]) == set(view.events.index)
    again = open_page(**{k.replace("from", "from_"): v for k, v in listed(at).items()})
    assert words(again) == words(at)


@pytest.mark.parametrize(
    ("label", "since", "until"),
    [
        ("1988–94 war", "1988-02-20", "1994-05-12"),
        ("Autumn 2020", "2020-09-27", "2020-11-10"),
        ("7 November", "2020-11-07", "2020-11-07"),
    ],
)
def test_a_period_button_sets_both_dates(
    open_page: OpenPage, label: str, since: str, until: str
) -> None:
    at = use(open_page(), "button_group", "period", label)
    assert widget(at, "date_input", "since").value == date.fromisoformat(since)
    assert widget(at, "date_input", "until").value == date.fromisoformat(until)
    assert dict(at.query_params) == {"from": since, "to": until}
    assert widget(at, "button_group", "period").value == label
    at = use(at, "button_group", "period", "All")
    assert dict(at.query_params) == {}
    assert count(at) == (75, 75)


def test_dates_that_are_no_period_light_no_button(open_page: OpenPage) -> None:
    at = open_page(from_="2020-11-06", to="2020-11-07")
    assert widget(at, "button_group", "period").value is None
    at = use(at, "date_input", "since", date(2020, 11, 7))
    assert widget(at, "button_group", "period").value == "7 November"


def test_the_strip_says_the_window(open_page: OpenPage) -> None:
    at = open_page(from_="2020-09-27", to="2020-11-10")
    strip = fragment(at, "cd-strip")
    assert 'aria-label="Shown below: 27 Sep – 10 Nov 2020"' in strip, strip


def test_reset_clears_all(open_page: OpenPage) -> None:
    at = open_page(
        from_="2020-01-01", to="2020-12-31", actor="russia", type="call", layer="article",
        speaker="russia", contested="no", q="a", event="ceasefire-1994", lanes="type",
    )  # fmt: skip
    at.button(key="reset").click().run()
    assert count(at) == (75, 75)
    assert words(at).startswith("all records")
    assert not fragment(at, "cd-card")
    assert dict(at.query_params) == {"lanes": "type"}  # the display is no filter


def test_the_display_goes_into_the_address_too(open_page: OpenPage) -> None:
    at = use(open_page(), "selectbox", "lanes", "speaker")
    at = use(at, "selectbox", "names", "hy")
    at = use(at, "button_group", "map", "diplomacy")
    assert dict(at.query_params) == {"lanes": "speaker", "names": "hy", "map": "diplomacy"}


def test_a_map_view_that_is_clicked_again_stays(open_page: OpenPage) -> None:
    """The control then has no value; the map must not vanish."""
    at = use(open_page(map="diplomacy"), "button_group", "map", None)
    assert not at.exception
    assert ids_in(charts(at)["map-svg"])


@pytest.mark.parametrize(
    ("names", "town", "region"),
    [
        ("az", "Xankəndi", "Dağlıq Qarabağ"),
        ("hy", "Ստեփանակերտ", "Լեռնային Ղարաբաղ"),
        ("both", "Khankendi / Stepanakert", ""),
    ],
)
def test_the_map_names_the_main_places_in_the_language_chosen(
    open_page: OpenPage, names: str, town: str, region: str
) -> None:
    """Neither language may lose the names that the other one keeps."""
    at = use(open_page(), "selectbox", "names", names)
    labels = " ".join(a["text"] for a in charts(at)["map-svg"]["layout"]["annotations"])
    assert town in labels
    assert region in labels
