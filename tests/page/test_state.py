"""The callbacks, as functions of the session: what a click, a step and a period do to it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.events.filters import Filter
from dashboard.page import state
from dashboard.page.frame import picked_ids
from tests.page.conftest import Session


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    made = Session(
        filter=Filter(), base=Filter(), display=state.Display(), notes=[], stack=(),
        generation=0, overview=0, boxed=False, picks=0,
    )  # fmt: skip
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=made, query_params={}))
    return made


def test_a_click_on_a_stack_goes_on_to_the_next(session: Session) -> None:
    chosen = []
    for _ in range(4):
        state.select(["a", "b", "c"])
        chosen.append(session.filter.event)
    assert chosen == ["a", "b", "c", "a"]
    assert session.stack == ("a", "b", "c")


def test_a_click_elsewhere_starts_there(session: Session) -> None:
    state.select(["a", "b"])
    state.select(["c"])
    assert (session.filter.event, session.stack) == ("c", ())
    state.select(["b", "a"])
    assert (session.filter.event, session.stack) == ("b", ("b", "a"))


def test_a_stack_that_holds_the_chosen_record_goes_on_from_it(session: Session) -> None:
    """One record can stand in a pile of the timeline and at a place of the map."""
    session.filter = Filter(event="b")
    state.select(("a", "b", "c"))
    assert session.filter.event == "c"


def test_a_click_on_nothing_changes_nothing(session: Session) -> None:
    before = dict(session)
    state.select([])
    assert session == before


def test_a_click_on_a_single_record_twice(session: Session) -> None:
    state.select(["a"])
    state.select(["a"])
    assert session.filter.event == "a"


@pytest.mark.parametrize(
    ("start", "by", "end"),
    [("a", 1, "b"), ("c", 1, "c"), ("a", -1, "a"), ("c", -1, "b"), ("", 1, "a"), ("x", 1, "a"),
     ("x", -1, "a")],
)  # fmt: skip
def test_steps_stop_at_the_ends(session: Session, start: str, by: int, end: str) -> None:
    session.filter = Filter(event=start)
    state.step(["a", "b", "c"], by)
    assert session.filter.event == end


def test_a_step_in_an_empty_view(session: Session) -> None:
    session.filter = Filter(event="a")
    state.step((), 1)
    assert session.filter.event == "a"


def test_each_choice_gives_the_map_new_layers(session: Session) -> None:
    """It remembers a pick by row, so the layers that hold it must not come back."""
    seen = {session.picks}
    for act in (lambda: state.select(["a"]), lambda: state.step("ab", 1), state.clear_selection):
        act()
        assert session.picks not in seen
        seen.add(session.picks)
    assert (session.filter.event, session.stack) == ("", ())


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
    session.display = state.Display(lanes="type")
    session |= {"notes": ["n"], "stack": ("a", "b")}
    state.set_filter(Filter(since=DAYS[0], actor=("russia",), q="a", event="a"))
    state.reset()
    assert session.filter == Filter()
    assert (session.notes, session.stack) == ([], ())
    assert session.display.lanes == "type"


@pytest.mark.parametrize(
    ("points", "ids"),
    [
        ([], []),
        ([{"customdata": None}, {"x": 1}], []),
        ([{"customdata": "a"}], ["a"]),
        ([{"customdata": ["a", "b"]}], ["a", "b"]),
        ([{}, {"customdata": [3]}], []),
    ],
)
def test_picked_records(points: list[dict[str, Any]], ids: list[str]) -> None:
    assert picked_ids(points) == ids
