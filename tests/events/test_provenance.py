"""What an export was made from can be told later, and what has changed since, cell by cell."""

import json
from datetime import date

import pytest

from dashboard import VERSION
from dashboard.events.dataset import Dataset, read_dataset
from dashboard.events.filters import Filter
from dashboard.events.provenance import (
    Change,
    Provenance,
    compare,
    read_provenance,
    say_difference,
    trace,
)
from tests.data_copy import Copy

MADE = date(2026, 11, 24)
RUSSIA = Filter(actor=("russia",))
EVENT = "first-truce-2020-10-10"


@pytest.fixture
def made(dataset: Dataset) -> Provenance:
    return trace(dataset.view(RUSSIA), dataset, MADE)


def test_a_provenance_says_data_filter_counts_and_program(
    made: Provenance, dataset: Dataset
) -> None:
    view = dataset.view(RUSSIA)
    assert (made.dataset, made.version) == ("nagorno-karabakh-1991-2020-records", "1.1.0")
    assert made.sha256 == dataset.tables.sha256
    assert made.query == {"actor": ["russia"]}
    assert (made.shown, made.total, made.not_on_map) == (len(view.events), 75, view.off_map)
    assert list(made.records) == list(view.events["event_id"])
    assert VERSION in made.app and made.made == "2026-11-24"
    assert read_provenance(made.to_json()) == made
    assert len(made.head()) < 1024
    assert read_provenance(made.head()).records == {}


def test_the_marked_record_is_no_part_of_it(dataset: Dataset) -> None:
    view = dataset.view(Filter(actor=("russia",), event=EVENT))
    assert trace(view, dataset, MADE) == trace(dataset.view(RUSSIA), dataset, MADE)


def test_the_same_data_gives_the_same_records(made: Provenance, dataset: Dataset) -> None:
    found = compare(made, dataset)
    assert found.same
    assert say_difference(made, found, {})[-1] == "The data gives the same records."


def test_an_edited_record_is_named_with_field_old_and_new(made: Provenance, copy: Copy) -> None:
    old = copy.cell("events", copy.number("events", EVENT), "title")
    copy.change("events", EVENT, title="Another title")
    found = compare(made, read_dataset(copy.folder))
    assert not found.same and not found.added and not found.gone
    assert found.changed == {EVENT: (Change("events.csv", EVENT, "title", old, "Another title"),)}
    said = "\n".join(say_difference(made, found, {EVENT: "Another title"}))
    assert f"changed: {EVENT} (Another title)" in said
    assert f"events.csv, {EVENT}, title: “{old}” → “Another title”" in said


@pytest.mark.parametrize(
    ("table", "column"),
    [("claims", "statement"), ("sources", "title"), ("places", "latitude"), ("actors", "name")],
)
def test_a_change_in_what_a_record_names_is_a_change_of_it(
    made: Provenance, copy: Copy, table: str, column: str
) -> None:
    key = next(k for k in made.records[EVENT] if k.startswith(f"{table}.csv:")
               and k.endswith(f":{column}"))  # fmt: skip
    row = key.split(":")[1]
    copy.change(table, row, **{column: "7.5"})
    changed = compare(made, read_dataset(copy.folder)).changed or {}
    (cell,) = [c for c in changed[EVENT] if c.row == row]
    assert (cell.file, cell.column, cell.new) == (f"{table}.csv", column, "7.5")
    assert cell.old == made.records[EVENT][key]


def test_records_that_left_or_came_are_told_apart(made: Provenance, copy: Copy) -> None:
    gone, left = list(made.records)[:2]
    copy.drop_rows("events", "event_id", gone)
    copy.drop_rows("claims", "event_id", gone)
    number = copy.number("events", left)
    others = [a for a in copy.cell("events", number, "actors").split(";") if a == "armenia"]
    copy.change("events", left, actors=";".join(others) or "armenia")
    came = next(line[0] for line in copy.lines("events")[1:] if line[0] not in made.records)
    actors = copy.cell("events", copy.number("events", came), "actors")
    copy.change("events", came, actors=f"{actors};russia")
    found = compare(made, read_dataset(copy.folder))
    assert found.gone == (gone,) or gone in found.gone
    assert found.added == (came,)
    assert {c.column for c in (found.left or {})[left]} >= {"actors"}
    said = say_difference(made, found, {})
    assert f"removed: {gone} is no longer in the data" in said


def test_a_new_version_with_the_same_records_is_the_same(made: Provenance, copy: Copy) -> None:
    untouched = next(line[0] for line in copy.lines("events")[1:] if line[0] not in made.records)
    copy.change("events", untouched, note="another note")
    later = read_dataset(copy.folder)
    assert later.tables.sha256 != made.sha256
    assert compare(made, later).same


def test_a_head_alone_can_only_say_same_or_not(made: Provenance, copy: Copy) -> None:
    head = read_provenance(made.head())
    copy.change("events", EVENT, title="Another title")
    found = compare(head, read_dataset(copy.folder))
    assert found.unknown and not found.same
    assert "does not say which" in say_difference(head, found, {})[-1]


def test_above_the_limit_records_are_named_without_cells(
    monkeypatch: pytest.MonkeyPatch, dataset: Dataset, copy: Copy
) -> None:
    monkeypatch.setattr("dashboard.events.provenance.origin.MOST", 3)
    made = trace(dataset.view(RUSSIA), dataset, MADE)
    assert made.records == {} and len(made.digests) == made.shown
    copy.change("events", EVENT, title="Another title")
    assert compare(read_provenance(made.to_json()), read_dataset(copy.folder)).changed == {
        EVENT: ()
    }


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", "no json", '{"dataset": 1}'],
)
def test_what_is_no_provenance_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="provenance"):
        read_provenance(text)


def test_a_changed_provenance_is_refused(made: Provenance) -> None:
    content = json.loads(made.to_json())
    content["records"][EVENT][f"events.csv:{EVENT}:title"] = "forged"
    with pytest.raises(ValueError, match="was changed"):
        read_provenance(json.dumps(content))


@pytest.mark.parametrize(
    ("part", "value"),
    [("query", {"q": 5}), ("query", {"from": [5]}), ("filter_words", [1]), ("shown", 3)],
)
def test_a_filter_or_a_count_that_was_meddled_with_is_refused(
    made: Provenance, part: str, value: object
) -> None:
    content = {**json.loads(made.to_json()), part: value}
    with pytest.raises(ValueError, match="its provenance"):
        read_provenance(json.dumps(content))


def test_what_verify_does_not_check_is_said(made: Provenance, dataset: Dataset) -> None:
    said = say_difference(made, compare(made, dataset), {})
    assert "what it draws or prints is not." in said[-2]
