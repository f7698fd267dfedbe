"""Our own records: the data package as rows, and a round trip that changes nothing."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.events.dataset import DATA, Dataset
from dashboard.events.export.rows import records
from dashboard.events.faults import DataError
from dashboard.events.filters import Filter
from dashboard.events.formats import package_rows
from tests.events.formats.outcome import Cells, Outcome, form_of, read


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    rows = package_rows(DATA)
    assert form_of(rows) == "package"
    return read("package", rows)


def test_every_record_of_the_package_comes_back_as_it_was(
    dataset: Dataset, outcome: Outcome
) -> None:
    assert not outcome.rejected
    found = list(outcome.records.values())
    assert len(found) == len(dataset.events)
    for record, (_, event) in zip(found, dataset.events.iterrows(), strict=True):
        for name in ("event_id", "date", "extent", "precision", "title", "summary"):
            assert (record[name] or "") == event[name]
        for name in ("earliest", "latest"):
            day = None if pd.isna(event[name]) else event[name].date()
            assert record[name] == day
        assert record["clock"] == (None if pd.isna(event["clock"]) else event["clock"])
        assert record["actors"] == [dataset.actors.name[a] for a in event["actors"]]
        assert bool(record["sources"]) == bool(event["sources"])
        assert record["contested"] == event["contested"]
        drawable = pd.notna(event["latitude"])
        assert record["place_precision"] == (event["place_precision"] if drawable else "none")
        assert (record["latitude"] == event["latitude"]) == drawable


def test_each_side_s_account_is_in_the_note(dataset: Dataset, outcome: Outcome) -> None:
    claims = dataset.tables.claims
    notes = {record["event_id"]: record["note"] or "" for record in outcome.records.values()}
    missing = [
        claim_id
        for claim_id, event, statement in claims[["claim_id", "event_id", "statement"]].itertuples(
            index=False
        )
        if statement not in notes[event]
    ]
    assert not missing
    publishers: dict[str, str] = dict(
        dataset.tables.sources[["source_id", "publisher"]].itertuples(index=False)
    )
    for record, ids in zip(outcome.records.values(), dataset.events["sources"], strict=True):
        assert set(record["sources"]) == {publishers[s] for s in ids}


def test_our_csv_export_is_the_same_form(dataset: Dataset) -> None:
    table = records(dataset.view(Filter())).astype(object).fillna("").astype(str)
    rows: list[Cells] = [dict(row) for _, row in table.iterrows()]
    assert form_of(rows) == "package"
    outcome = read("package", rows)
    assert (outcome.rejected, len(outcome.records)) == ([], len(rows))


def test_words_that_are_none_of_ours_are_rejected() -> None:
    row = {"event_id": "a", "earliest": "2020-09-27", "latest": "2020-09-27", "extent": "moment",
           "precision": "day", "title": "X", "latitude": "40", "longitude": "46",
           "place_precision": "exact"}  # fmt: skip
    wrong = [
        {"extent": "doubt"},
        {"precision": "exact"},
        {"earliest": "27.9.20"},
        {"latest": "2020-09-26"},
    ]
    outcome = read("package", [row | change for change in wrong] + [row | {"place_precision": "?"}])
    assert [(line, column) for line, column, _ in outcome.rejected] == [
        (2, "extent"), (3, "precision"), (4, "earliest"), (5, "latest"),
    ]  # fmt: skip
    assert outcome.column("place_precision") == ["region"]


def test_a_folder_without_a_package_is_a_data_error(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        package_rows(tmp_path)
