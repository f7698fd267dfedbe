"""Edits of rows: what is put in and taken out, and that references follow."""

import copy

import pytest

from dashboard.events.dataset import DATA
from dashboard.events.faults import DataError
from dashboard.events.own import (
    Reference,
    Rows,
    drop,
    faults,
    find,
    new_claim_id,
    put,
    references,
)
from dashboard.events.own.begin import read_files
from dashboard.events.own.structure import Link, links, package
from dashboard.events.own.written import read_rows

EVENT = "ceasefire-1994"


@pytest.fixture(scope="module")
def rows() -> Rows:
    return read_rows(read_files(DATA))


@pytest.fixture(autouse=True)
def unchanged(rows: Rows):  # type: ignore[no-untyped-def]
    before = copy.deepcopy(rows)
    yield
    assert rows == before


def test_the_links_between_the_tables() -> None:
    assert set(links()) == {
        Link("events", "event_type", "categories", False),
        Link("events", "about_event", "events", False),
        Link("events", "actors", "actors", True),
        Link("events", "places", "places", True),
        Link("events", "sources", "sources", True),
        Link("claims", "event_id", "events", False),
        Link("claims", "speaker", "actors", False),
        Link("claims", "side", "sides", False),
        Link("claims", "source_id", "sources", False),
        Link("actors", "side", "sides", False),
        Link("sources", "side", "sides", False),
        Link("actors", "parent", "actors", False),
    }


def test_a_new_row_stands_at_the_end_with_all_columns(rows: Rows) -> None:
    made = put(rows, "actors", {"actor_id": "x", "name": "X"})
    assert made["actors"][:-1] == rows["actors"]
    row = {"actor_id": "x", "name": "X", "kind": "", "side": "", "parent": ""}
    assert made["actors"][-1] == row
    assert [(f.row, f.column) for f in faults(package(), made)] == [
        (len(made["actors"]) + 1, "kind"),
        (len(made["actors"]) + 1, "side"),
    ]


def test_a_changed_row_stays_where_it_was(rows: Rows) -> None:
    at = [row["event_id"] for row in rows["events"]].index(EVENT)
    made = put(rows, "events", {**rows["events"][at], "title": "New"}, EVENT)
    assert made["events"][at]["title"] == "New"
    assert made["events"][:at] == rows["events"][:at]
    assert {**made, "events": 0} == {**rows, "events": 0}


@pytest.mark.parametrize(
    ("table", "key"),
    [("events", EVENT), ("actors", "armenia"), ("places", "nk"), ("sources", "trt")],
)
def test_references_follow_another_id(rows: Rows, table: str, key: str) -> None:
    row = find(rows, table, key)
    assert row
    column = next(iter(row))
    made = put(rows, table, {**row, column: "renamed"}, key)
    assert faults(package(), made) == []
    assert not references(made, table, key)
    before, after = references(rows, table, key), references(made, table, "renamed")
    assert len(after) == len(before) > 0
    back = put(made, table, row, "renamed")
    assert back == rows


def test_an_id_must_be_there_and_its_own(rows: Rows) -> None:
    for value, key in (("", "armenia"), ("azerbaijan", "armenia"), ("azerbaijan", ""), ("", "")):
        with pytest.raises(DataError, match="an id that no other row"):
            put(rows, "actors", {"actor_id": value}, key)
    with pytest.raises(KeyError):
        put(rows, "actors", {"actor_id": "x"}, "nobody")
    with pytest.raises(KeyError, match="colour"):
        put(rows, "actors", {"actor_id": "x", "colour": "red"})


def test_a_record_goes_with_its_claims(rows: Rows) -> None:
    made = drop(rows, "events", EVENT)
    assert not find(made, "events", EVENT)
    told = [claim for claim in rows["claims"] if claim["event_id"] == EVENT]
    assert told and not any(claim in made["claims"] for claim in told)


def test_what_still_refers_to_a_row_is_a_fault(rows: Rows) -> None:
    named = references(rows, "sources", "trt")
    assert Reference("events", "article-turkey-supports-azerbaijan", "sources") in named
    made = drop(rows, "sources", "trt")
    unknown = [f for f in faults(package(), made) if f.value == "trt" and "stands in" in f.allowed]
    assert len(unknown) == len(named)
    with pytest.raises(KeyError):
        drop(made, "sources", "trt")


def test_the_next_claim_has_the_next_number(rows: Rows) -> None:
    assert new_claim_id(rows, "article-turkey-supports-azerbaijan") == (
        "article-turkey-supports-azerbaijan--"
        f"{1 + sum(c['event_id'] == 'article-turkey-supports-azerbaijan' for c in rows['claims'])}"
    )
    assert new_claim_id(rows, "new-event") == "new-event--1"
