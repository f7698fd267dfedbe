"""A browser reports widgets that are no longer there once more, with the value that they had."""

from datetime import date

import pytest

from dashboard.events.filters import Filter
from dashboard.page import reports, state
from dashboard.page.reports import unless_gone
from tests.page.conftest import Session

DAY = date(2020, 11, 7)


@pytest.fixture(autouse=True)
def in_session(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "st", state.st)


def test_an_old_widget_does_not_take_back_what_came_after_it(session: Session) -> None:
    old, tell = state.key("since"), state.told("since")
    session[old] = date(1991, 1, 1)
    tell()
    state.set_filter(Filter(since=DAY))  # a button: the widgets are made anew
    session[old] = date(1991, 1, 1)  # reported once more with the next click
    tell()
    assert session.filter.since == DAY


def test_an_old_widget_that_was_never_used_takes_nothing_back(session: Session) -> None:
    old, tell = state.key("actor"), state.told("actor")
    state.set_filter(Filter(actor=("russia",)))
    session[old] = []
    tell()
    assert session.filter.actor == ("russia",)


def test_what_a_reader_typed_before_it_was_made_anew_counts(session: Session) -> None:
    old, tell = state.key("until"), state.told("until")
    state.set_filter(Filter(since=DAY))
    session[old] = DAY
    tell()
    assert (session.filter.since, session.filter.until) == (DAY, DAY)


def test_a_widget_can_go_back_to_what_it_was(session: Session) -> None:
    widget, tell = state.key("contested"), state.told("contested")
    for value in ("yes", "", "yes"):
        session[widget] = value
        tell()
        assert session.filter.contested == value


def test_an_old_list_of_the_display_changes_nothing(session: Session) -> None:
    old, tell = state.key("lanes"), state.shown_as("lanes")
    session[old] = "type"
    tell()
    state.set_filter(Filter(since=DAY))
    session[state.key("lanes")] = "speaker"
    state.shown_as("lanes")()
    tell()
    assert session.display.lanes == "speaker"


def test_a_widget_is_passed_over_when_what_it_stood_for_is_gone() -> None:
    turn, done = [1], []
    change = unless_gone(lambda: turn[0], lambda: done.append(turn[0]))
    change()
    turn[0] = 2
    change()
    assert done == [1]


def test_what_is_remembered_stays_little(session: Session) -> None:
    for n in range(3 * reports.MOST):
        assert reports.is_news(f"q-{n}", "x", "")
    assert len(session.told) == reports.MOST
