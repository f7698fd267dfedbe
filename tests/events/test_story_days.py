"""Day by day: a record is under way on the days that its date covers, and on no other day."""

from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from dashboard.events.dataset import Dataset
from dashboard.events.story import STATES, on_day, say_hours, stretches

FIRST, LAST = date(2020, 9, 27), date(2020, 11, 10)
AUTUMN = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
NO_TRUCES = pd.DataFrame(columns=["event_id", "begins", "held_until", "breaches"])


def states(text: str, *days: str) -> list[str]:
    """The state of a record with this date on each of the days; "" if it is not under way."""
    events = pd.DataFrame({"event_id": ["x"], "date": [text]})
    found = [on_day(events, NO_TRUCES, date.fromisoformat(day)) for day in days]
    return [next(iter(groups), "") for groups in found]


def truce(begins: str, until: str | None) -> pd.DataFrame:
    rows = [("x", pd.Timestamp(begins), pd.Timestamp(until) if until else pd.NaT, ())]
    return pd.DataFrame(rows, columns=["event_id", "begins", "held_until", "breaches"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-10-02", ["", "day", "", "", ""]),
        ("2020-10-02T12:00:00+04:00", ["", "day", "", "", ""]),
        ("2020-10-02/2020-10-02", ["", "day", "", "", ""]),
        ("2020-10-02/2020-10-04", ["", "begins", "lasts", "ends", ""]),
        ("[2020-10-02..2020-10-04]", ["", "within", "within", "within", ""]),
        ("[2020-10-02,2020-10-04]", ["", "within", "within", "within", ""]),
        ("2020-10", ["within"] * 5),
        ("2020-10-02/..", ["", "begins", "lasts", "lasts", "lasts"]),
        ("../2020-10-02", ["lasts", "ends", "", "", ""]),
        ("2020/2020-10-03", ["within", "within", "ends", "", ""]),
        ("2020-10/2020-10-03", ["within", "within", "ends", "", ""]),
        ("2020-10-03/2020-10", ["", "", "begins", "within", "within"]),
        ("2020-09/2020-11", ["lasts"] * 5),
        ("2020-10/2020-10", ["within"] * 5),
        ("", [""] * 5),
    ],
)
def test_the_state_on_each_day(text: str, expected: list[str]) -> None:
    assert states(text, *(f"2020-10-0{day}" for day in range(1, 6))) == expected


def test_months_around_a_period_may_already_or_still_be_it() -> None:
    days = ("2020-08-31", "2020-09-15", "2020-10-15", "2020-11-01", "2020-11-30", "2020-12-01")
    assert states("2020-09/2020-11", *days) == ["", "within", "lasts", "lasts", "within", ""]


def test_each_record_is_there_on_the_days_of_its_span_and_no_day_more(dataset: Dataset) -> None:
    events, held = dataset.events, set(dataset.truces["event_id"])
    for day in AUTUMN:
        found = on_day(events, dataset.truces, day)
        shown = [i for ids in found.values() for i in ids]
        assert len(shown) == len(set(shown))
        at = pd.Timestamp(day)
        covers = ~(events["earliest"] > at) & ~(events["latest"] < at)
        covers &= events["earliest"].notna() | events["latest"].notna()
        assert set(shown) - held == set(events.index[covers]) - held
        for i in (*found.get("lasts", ()), *found.get("begins", ()), *found.get("ends", ())):
            assert i in held or events.at[i, "extent"] == "period"
        for i in found.get("within", ()):
            assert events.at[i, "earliest"] < events.at[i, "latest"]


def test_each_ceasefire_is_there_for_exactly_its_window(dataset: Dataset) -> None:
    def days(event: str) -> list[date]:
        groups = (on_day(dataset.events, dataset.truces, day) for day in AUTUMN)
        return [d for d, g in zip(AUTUMN, groups, strict=True) if event in sum(g.values(), ())]

    assert days("first-truce-2020-10-10") == [date(2020, 10, 10)]
    assert days("second-truce-2020-10-18") == [date(2020, 10, 18)]
    assert days("third-truce-2020-10-26") == [date(2020, 10, 26)]
    assert days("trilateral-statement-2020-11-10") == [date(2020, 11, 10)]


@pytest.mark.parametrize(
    ("begins", "until", "expected"),
    [
        ("2020-10-02T12:00", "2020-10-02T12:00", ["", "day", "", "", ""]),
        ("2020-10-02T12:00", "2020-10-04T00:02", ["", "begins", "lasts", "ends", ""]),
        ("2020-10-02T12:00", "2020-10-04T00:00", ["", "begins", "ends", "", ""]),
        ("2020-10-02T00:00", "2020-10-03T00:00", ["", "day", "", "", ""]),
        ("2020-10-02T12:00", None, ["", "begins", "lasts", "lasts", "lasts"]),
    ],
)
def test_a_ceasefire_lasts_from_its_hour_to_the_first_breach(
    begins: str, until: str | None, expected: list[str]
) -> None:
    events = pd.DataFrame({"event_id": ["x"], "date": [f"{begins}:00+04:00"]})
    days = (date(2020, 10, day) for day in range(1, 6))
    found = [on_day(events, truce(begins, until), day) for day in days]
    assert [next(iter(groups), "") for groups in found] == expected


def test_the_hours_of_a_ceasefire_in_words(dataset: Dataset) -> None:
    said = say_hours(dataset.truces)
    assert said["third-truce-2020-10-26"] == (
        "in effect from 08:00 local time; first breach alleged at 08:05"
    )
    assert said["trilateral-statement-2020-11-10"].endswith("no breach recorded")
    later = say_hours(truce("2020-10-02T12:00", "2020-10-04T01:30"))
    assert later["x"].endswith("first breach alleged at 01:30 on 2020-10-04")


def test_the_stretches_of_a_record_follow_each_other(dataset: Dataset) -> None:
    found: dict[str, list] = {}
    for stretch in stretches(dataset.events, dataset.truces):
        assert stretch.state in STATES
        found.setdefault(stretch.event_id, []).append(stretch)
    for parts in found.values():
        for one, other in pairwise(parts):
            assert other.first - one.last == timedelta(days=1)


def test_a_day_lists_the_states_in_their_order(dataset: Dataset) -> None:
    found = on_day(dataset.events, dataset.truces, date(2020, 9, 28))
    assert list(found) == [state for state in STATES if state in found]
    assert found["begins"] == ("turkey-role-dispute-2020",)
    assert found["within"] == ("share-of-azerbaijan-held-figures",)
