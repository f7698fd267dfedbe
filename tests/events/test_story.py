"""A story: its steps in a view, its order, and its file, which is the same for the same story."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset
from dashboard.events.faults import DataError
from dashboard.events.filters import Filter, write_query
from dashboard.events.story import (
    LARGEST,
    MOST_STEPS,
    Story,
    moved,
    plain_title,
    read_story,
    steps_of,
    view_of,
    write_story,
)

AUTUMN = Filter(since=date(2020, 9, 27), until=date(2020, 11, 10))
TOLD = Story("Who says so: Şuşa, Շուշի", ("b", "a", "c"), "records", "0f", {"q": ("war",)})

ids = st.text(st.characters(categories=["L", "N"], include_characters="-"), min_size=1)
lines = st.text(max_size=60).map(plain_title)
stories = st.builds(
    Story,
    title=lines,
    steps=st.lists(ids, min_size=1, max_size=20, unique=True).map(tuple),
    dataset=lines,
    sha256=st.just("ab" * 32),
    query=st.dictionaries(
        st.sampled_from(["from", "actor", "q"]),
        st.lists(lines.filter(bool), min_size=1, max_size=3).map(tuple),
    ),
)


@settings(deadline=None)
@given(stories)
def test_a_story_is_read_as_it_was_written(story: Story) -> None:
    written = write_story(story)
    read = read_story(written)
    assert (read.title, read.steps, read.query) == (story.title, story.steps, story.query)
    assert read == story
    assert write_story(read) == written


def test_the_file_is_short_and_plain() -> None:
    told = json.loads(write_story(TOLD))
    assert list(told) == ["format", "title", "dataset", "sha256", "filter", "steps"]
    assert told["steps"] == ["b", "a", "c"]
    assert "Շուշի" in write_story(TOLD).decode()


def test_the_order_of_the_filter_in_an_address_does_not_change_the_file() -> None:
    there = {"q": ("war",), "from": ("2020-09-27",)}
    back = dict(reversed(there.items()))
    told = (Story("t", ("a",), "d", "0f", query) for query in (there, back))
    assert len({write_story(story) for story in told}) == 1


def test_all_faults_are_told_at_once() -> None:
    told = json.loads(write_story(TOLD))
    told |= {"title": "two\nlines", "sha256": 5, "steps": ["a", "a", 7, ""], "more": 1}
    told["filter"] = {"layer": "article", "event": ["x"]}
    del told["dataset"]
    with pytest.raises(DataError) as caught:
        read_story(json.dumps(told).encode(), "mine.json")
    found = {fault.column for fault in caught.value.faults}
    assert found == {
        *("dataset", "more", "title", "sha256", "filter.event", "filter.layer"),
        *("steps", "steps[2]", "steps[3]"),
    }
    assert {fault.file for fault in caught.value.faults} == {"mine.json"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"title": "\\ud800"}',
        b'{"format": "story of dated records, 9"}',
        b"x" * (LARGEST + 1),
        write_story(Story("t", tuple(map(str, range(MOST_STEPS + 1))), "d", "0f")),
        write_story(Story("t", (), "d", "0f")),
    ],
    ids=lambda content: content[:20],
)
def test_what_is_no_story_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(DataError) as caught:
        read_story(content)
    assert all(fault.allowed for fault in caught.value.faults)
    str(caught.value).encode()  # can be shown


def test_a_title_is_one_printable_line() -> None:
    assert plain_title("  a\n b\u202e\x00c  ") == "a b c"
    assert plain_title("x" * 500) == "x" * 200
    assert plain_title(plain_title("a " * 150)) == plain_title("a " * 150)


def test_without_a_choice_every_record_of_the_view_is_a_step(dataset: Dataset) -> None:
    view = dataset.view(Filter(layer=("article",)))
    steps = steps_of(view, None, set(dataset.events.index))
    assert len(steps.shown) == 24
    assert list(steps.shown) == list(view.events["event_id"])
    assert steps.outside == steps.unknown == ()


def test_steps_outside_the_filter_or_the_data_are_told_apart(dataset: Dataset) -> None:
    view = dataset.view(AUTUMN)
    chosen = ("third-truce-2020-10-26", "gone", "ceasefire-1994", "war-begins-2020-09-27")
    steps = steps_of(view, chosen, set(dataset.events.index))
    assert steps.shown == ("third-truce-2020-10-26", "war-begins-2020-09-27")
    assert steps.outside == ("ceasefire-1994",)
    assert steps.unknown == ("gone",)


def test_a_view_of_steps_has_their_order_and_counts(dataset: Dataset) -> None:
    chosen = ["third-truce-2020-10-26", "war-begins-2020-09-27"]
    view = view_of(dataset.view(AUTUMN), chosen, "Two")
    assert list(view.events["event_id"]) == chosen
    assert set(view.locations["event_id"]) <= set(chosen)
    assert view.sentence == "27 Sep – 10 Nov 2020 · steps of “Two” · 2 of 75 records"
    assert write_query(view.filter) == write_query(AUTUMN)


@pytest.mark.parametrize(
    ("step", "by", "expected"),
    [("a", 1, "bac"), ("a", -1, "abc"), ("c", -2, "cab"), ("b", 9, "acb"), ("b", 0, "abc")],
)
def test_a_step_moves_and_stays_at_the_ends(step: str, by: int, expected: str) -> None:
    assert moved("abc", step, by) == tuple(expected)
