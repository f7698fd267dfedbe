"""Callbacks of widgets, buttons and boxes, as functions of the session and its filter."""

from datetime import date
from typing import Any

import pytest

from dashboard.events.filters import Filter
from dashboard.page import state
from dashboard.page.display import Display
from tests.page.conftest import Session

DAYS = date(2020, 9, 27), date(2020, 11, 10)


def dates(session: Session) -> tuple[date | None, date | None]:
    return session.filter.since, session.filter.until


def test_a_box_on_the_overview_stays_and_can_be_taken_away(session: Session) -> None:
    shown = session.overview
    state.brush(DAYS)
    assert dates(session) == DAYS
    assert session.overview == shown  # the same chart, with its box
    state.brush(None)
    assert dates(session) == (None, None)


def test_a_chart_drawn_anew_takes_no_period_away(session: Session) -> None:
    """It reports that it has no box, which nobody has asked for."""
    state.set_period(*DAYS)
    state.brush(None)
    assert dates(session) == DAYS


def test_a_period_that_was_not_dragged_clears_the_box(session: Session) -> None:
    state.brush(DAYS)
    shown = session.overview
    state.set_period(None, None)
    assert dates(session) == (None, None)
    assert session.overview != shown
    assert not session.boxed


def test_a_typed_date_clears_the_box(session: Session) -> None:
    state.brush(DAYS)
    shown = session.overview
    session[state.key("since")] = date(2020, 10, 1)
    state.told("since")()
    assert dates(session) == (date(2020, 10, 1), DAYS[1])
    assert session.overview != shown


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("actor", ["russia", "turkey"], ("russia", "turkey")),
        ("layer", "article", ("article",)),
        ("layer", "", ()),
        ("contested", "yes", "yes"),
        ("q", "  Shusha ", "Shusha"),
        ("until", None, None),
    ],
)
def test_a_widget_tells_its_value(session: Session, name: str, value: Any, field: Any) -> None:
    session.filter = Filter(event="a")
    session[state.key(name)] = value
    state.told(name)()
    assert getattr(session.filter, name) == field
    assert session.filter.event == "a"


def test_whatever_else_sets_the_filter_makes_the_widgets_anew(session: Session) -> None:
    """A value pushed into a widget that is there can be lost."""
    before = state.key("actor")
    state.set_filter(Filter(actor=("russia",)))
    assert state.key("actor") != before
    assert state.default("actor") == ("russia",)


def test_a_display_that_is_clicked_away_stays(session: Session) -> None:
    session[state.key("map")] = "diplomacy"
    state.shown_as("map")()
    session[state.key("map")] = None
    state.shown_as("map")()
    assert session.display.map == "diplomacy"


def test_reset_empties_every_filter_and_keeps_the_display(session: Session) -> None:
    session.display = Display(lanes="type")
    session |= {"notes": ["n"], "stack": ("a", "b")}
    state.set_filter(Filter(since=DAYS[0], actor=("russia",), q="a", event="a"))
    state.reset()
    assert session.filter == Filter()
    assert (session.notes, session.stack) == ([], ())
    assert session.display.lanes == "type"
