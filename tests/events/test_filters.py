"""The filter: to a URL and back, what overlaps a period, and what is dropped with a note."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset
from dashboard.events.filters import (
    CONTESTED,
    LAYERS,
    MAX_TEXT,
    Choices,
    Filter,
    apply,
    read_query,
    write_query,
)

CHOICES = Choices(
    actor=("turkey", "erdogan", "armenia"),
    type=("call", "strike"),
    speaker=("turkey", "russia", "un"),
    event=("a-call", "a-strike"),
)


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
texts = st.text(st.characters(blacklist_categories=["Cs"]), max_size=MAX_TEXT)
filters = st.builds(
    Filter,
    since=days,
    until=days,
    actor=some(CHOICES.actor),  # type: ignore[arg-type]
    type=some(CHOICES.type),  # type: ignore[arg-type]
    layer=st.sampled_from([(), ("article",), ("context",)]),
    speaker=some(CHOICES.speaker),  # type: ignore[arg-type]
    contested=st.sampled_from(["", *CONTESTED]),
    q=texts.map(str.strip),
    event=st.sampled_from(["", *CHOICES.event]),
).filter(lambda f: not (f.since and f.until and f.since > f.until))


@given(filters)
def test_a_filter_comes_back_from_its_query(value: Filter) -> None:
    assert read_query(write_query(value), CHOICES) == (value, [])


def test_the_query_is_plain_text_and_leaves_out_what_is_empty() -> None:
    value = Filter(since=date(2020, 11, 7), actor=("turkey", "armenia"), contested="yes")
    query = {"from": ["2020-11-07"], "actor": ["turkey", "armenia"], "contested": ["yes"]}
    assert write_query(value) == query
    assert write_query(Filter()) == {}


@pytest.mark.parametrize(
    ("query", "value", "note"),
    [
        ({"actor": ["nobody", "turkey"]}, Filter(actor=("turkey",)), "actor=nobody is not known"),
        ({"type": ["riot"]}, Filter(), "type=riot is not known"),
        ({"speaker": ["mars"]}, Filter(), "speaker=mars is not known"),
        ({"layer": ["rumour"]}, Filter(), "layer=rumour is not known"),
        ({"event": ["gone"]}, Filter(), "event=gone is not known"),
        ({"contested": ["maybe"]}, Filter(), "contested=maybe is not known"),
        ({"contested": ["yes", "no"]}, Filter(contested="yes"), "contested=no was left out"),
        ({"from": ["yesterday"]}, Filter(), "from=yesterday is not a day"),
        ({"to": ["2020-02-30"]}, Filter(), "to=2020-02-30 is not a day"),
        ({"from": ["2020-11-07", "1991-01-01"]}, Filter(since=date(2020, 11, 7)),
         "from=1991-01-01 was left out"),
        ({"from": ["2020-11-08"], "to": ["2020-11-07"]}, Filter(),
         "from=2020-11-08 is after to=2020-11-07"),
        ({"q": ["x" * (MAX_TEXT + 1)]}, Filter(q="x" * MAX_TEXT), "q is longer than 100"),
    ],
)  # fmt: skip
def test_bad_values_are_dropped_with_a_note(
    query: dict[str, list[str]], value: Filter, note: str
) -> None:
    found, notes = read_query(query, CHOICES)
    assert found == value
    assert len(notes) == 1
    assert note in notes[0]


def test_every_bad_value_has_its_note() -> None:
    _, notes = read_query({"from": ["x"], "actor": ["y", "z"], "type": ["call"]}, CHOICES)
    assert len(notes) == 3


@pytest.mark.parametrize("query", [{"from": [""]}, {"actor": [""], "q": [" "]}, {"unknown": ["1"]}])
def test_what_says_nothing_filters_nothing(query: dict[str, list[str]]) -> None:
    assert read_query(query, CHOICES) == (Filter(), [])


def test_both_layers_are_no_filter() -> None:
    assert read_query({"layer": list(LAYERS)}, CHOICES) == (Filter(), [])


SPANS = {
    "day": ("2020-11-07", "2020-11-07"),
    "week": ("2020-11-01", "2020-11-07"),
    "open start": (None, "2020-11-07"),
    "open end": ("2020-11-07", None),
    "undated": (None, None),
}


@pytest.mark.parametrize(
    ("since", "until", "names"),
    [
        (None, None, {"day", "week", "open start", "open end", "undated"}),
        ("2020-11-07", "2020-11-07", {"day", "week", "open start", "open end"}),
        ("2020-11-08", None, {"open end"}),
        (None, "2020-11-06", {"week", "open start"}),
        ("2020-11-07", None, {"day", "week", "open start", "open end"}),
        (None, "2020-11-01", {"week", "open start"}),
        (None, "2020-10-31", {"open start"}),
        ("1800-01-01", "1800-01-02", {"open start"}),
        ("2999-01-01", "2999-01-02", {"open end"}),
        ("2020-11-02", "2020-11-03", {"week", "open start"}),
    ],
)
def test_an_event_is_in_when_its_span_overlaps_the_period(
    since: str | None, until: str | None, names: set[str]
) -> None:
    ends = pd.DataFrame(SPANS, index=["earliest", "latest"]).T.apply(pd.to_datetime)
    found = apply(ends, Filter(*(date.fromisoformat(d) if d else None for d in (since, until))))
    assert set(found.index) == names


def test_a_state_finds_the_records_of_its_persons(dataset: Dataset) -> None:
    turkey = apply(dataset.events, Filter(actor=("turkey",)))
    erdogan = apply(dataset.events, Filter(actor=("erdogan",)))
    assert 0 < len(erdogan) < len(turkey)
    assert set(erdogan.index) <= set(turkey.index)
    assert all("erdogan" in ids for ids in erdogan["actors"])


def test_values_of_one_field_add_up_and_fields_narrow_down(dataset: Dataset) -> None:
    events = dataset.events
    calls = apply(events, Filter(type=("call",)))
    both = apply(events, Filter(type=("call", "strike")))
    assert set(both["event_type"]) == {"call", "strike"}
    assert len(both) == len(calls) + len(apply(events, Filter(type=("strike",))))
    article = apply(events, Filter(type=("call",), layer=("article",)))
    assert list(article.index) == [i for i in calls.index if events.layer[i] == "article"]


def test_contested_parts_the_records_in_two(dataset: Dataset) -> None:
    yes, no = (apply(dataset.events, Filter(contested=value)) for value in CONTESTED)
    assert yes["contested"].all()
    assert not no["contested"].any()
    assert len(yes) + len(no) == len(dataset.events)


def test_a_speaker_finds_the_records_it_tells(dataset: Dataset) -> None:
    found = apply(dataset.events, Filter(speaker=("un",)))
    claims = dataset.tables.claims
    assert set(found.index) == set(claims.loc[claims["side"] == "un", "event_id"])


@pytest.mark.parametrize("q", ["Şuşa", "susa", "SHUSHI", "Շուշի", "shusha shushi", "[", "shusha ["])
def test_search_knows_both_names_and_no_pattern(dataset: Dataset, q: str) -> None:
    found = apply(dataset.events, Filter(q=q))
    assert ("shusha-taken-1992" in found.index) == ("[" not in q)


def test_every_word_must_occur(dataset: Dataset) -> None:
    one, two = (set(apply(dataset.events, Filter(q=q)).index) for q in ("erdogan", "putin"))
    assert set(apply(dataset.events, Filter(q="erdogan putin")).index) == one & two
    assert one & two < one


def test_the_order_of_the_table_is_kept(dataset: Dataset) -> None:
    found = apply(dataset.events, Filter(layer=("context",)))
    assert list(found.index) == [i for i in dataset.events.index if i in found.index]


def test_a_marked_record_filters_nothing(dataset: Dataset) -> None:
    value = Filter(event="shusha-taken-1992")
    assert len(apply(dataset.events, value)) == len(dataset.events)
    assert value.without_event() == Filter()
