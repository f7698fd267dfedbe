"""Callbacks that mark a record, as functions of the session: clicks on stacks, steps, closing."""

from typing import Any

import pytest

from dashboard.events.filters import Filter
from dashboard.page import state
from dashboard.page.frame import picked_ids
from tests.page.conftest import Session


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
