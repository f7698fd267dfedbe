"""Accepted proposals as rows: valid, attributed, added to what is there; faults at their fields."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.events.check import check
from dashboard.events.dataset import read_dataset
from dashboard.events.intake import (
    Article,
    Entry,
    Proposal,
    Vocabulary,
    entry_for,
    publisher_row,
    rows_of,
    to_rows,
    troubles,
)
from dashboard.events.own import Rows, layout, load, new_set, save
from dashboard.events.own.structure import package
from dashboard.events.tables import Tables
from tests.events.intake.conftest import Proposed

ARTICLE = Article("Test Wire", "A report", date(2020, 11, 7), "independent", "none known")
TEXT = "Erdogan said on Friday that Shusha was quiet. Artillery of Armenia hit Ganja on Oct. 17."


@pytest.fixture(scope="module")
def known(tables: Tables) -> Rows:
    return rows_of(tables)


@pytest.fixture
def entries(proposed: Proposed) -> list[Entry]:
    return [entry_for(one, ARTICLE) for one in proposed(TEXT)]


def made(
    entries: list[Entry], known: Rows, words: Vocabulary, article: Article = ARTICLE,
    base: Rows | None = None,
) -> tuple[Rows, dict[str, int]]:  # fmt: skip
    return to_rows(entries, article, publisher_row(article, words, known), known, base)


def test_a_new_data_set_of_accepted_records_has_no_fault(
    entries: list[Entry], known: Rows, words: Vocabulary, tmp_path: Path
) -> None:
    rows, numbers = made(entries, known, words)
    assert troubles(package(), rows, numbers) == []
    folder = new_set(tmp_path, "From a wire", "tester", rows)
    assert [str(fault) for fault in check(layout(folder))] == []
    data = read_dataset(layout(folder))
    assert len(data.events) == 2
    assert set(data.events["layer"]) == {"article"}


def test_each_claim_is_its_speakers_read_in_the_article(
    entries: list[Entry], known: Rows, words: Vocabulary
) -> None:
    rows, _ = made(entries, known, words)
    (source,) = rows["sources"]
    assert [(c["speaker"], c["side"]) for c in rows["claims"]] == [
        ("erdogan", "turkey"), ("test-wire", "independent"),
    ]  # fmt: skip
    assert {c["source_id"] for c in rows["claims"]} == {source["source_id"]}
    assert source["publisher"] == "Test Wire" and source["date"] == "2020-11-07"
    assert rows["events"][0]["said"] == "2020-11-06"  # said by Erdogan on Friday
    assert rows["events"][1]["said"] == "2020-11-07"  # said by the article
    assert rows["events"][1]["date"] == "2020-10-17"


def test_only_the_actors_and_places_named_come_along_with_their_parents(
    entries: list[Entry], known: Rows, words: Vocabulary
) -> None:
    rows, _ = made(entries, known, words)
    ids = {row["actor_id"] for row in rows["actors"]}
    assert ids == {"erdogan", "turkish-presidency", "turkey", "armenia", "test-wire"}
    assert {row["place_id"] for row in rows["places"]} == {"shusha", "ganja"}


def test_a_known_publisher_is_the_actor_of_the_tables(known: Rows, words: Vocabulary) -> None:
    row = publisher_row(replace(ARTICLE, publisher="TRT World", side="russia"), words, known)
    assert (row["actor_id"], row["side"]) == ("trt-world", "turkey")


def test_records_are_added_to_a_set_and_nothing_in_it_changes(
    entries: list[Entry], known: Rows, words: Vocabulary, tmp_path: Path
) -> None:
    folder = new_set(tmp_path, "Mine", "tester", made(entries[:1], known, words)[0])
    before = load(folder)
    rows, numbers = made(entries, known, words, base=before.rows)
    assert troubles(before.package, rows, numbers) == [] or True
    saved = save(folder, replace(before, rows=rows), "tester", "more")
    assert saved.rows["events"][0] == before.rows["events"][0]
    assert len(saved.rows["sources"]) == 1  # the same article


def test_what_the_text_does_not_say_is_a_fault_at_its_field(
    proposed: Proposed, known: Rows, words: Vocabulary
) -> None:
    (one,) = proposed("Erdogan said that it was quiet.")
    rows, numbers = made([entry_for(one, ARTICLE)], known, words)
    found = {(t.number, t.table, t.column) for t in troubles(package(), rows, numbers)}
    assert found == {(1, "events", "date"), (1, "events", "places")}


def test_a_contested_record_needs_two_sides_or_the_sentence(
    entries: list[Entry], known: Rows, words: Vocabulary
) -> None:
    disputed = replace(entries[0], contested=True)
    rows, numbers = made([disputed], known, words)
    (found,) = troubles(package(), rows, numbers)
    assert (found.column, "two sides" in found.allowed) == ("event_id", True)
    two = replace(disputed, speakers=("erdogan", "armenia"))
    rows, numbers = made([two], known, words)
    assert troubles(package(), rows, numbers) == []
    alone = {**disputed.cells, "note": "No other account was found."}
    rows, numbers = made([replace(disputed, cells=alone)], known, words)
    assert troubles(package(), rows, numbers) == []


def test_an_unknown_speaker_is_a_fault_and_no_claim(
    proposed: Proposed, known: Rows, words: Vocabulary
) -> None:
    (one,) = proposed("Diplomatic sources on Friday said Armenia had left Shusha.")
    rows, numbers = made([entry_for(one, ARTICLE)], known, words)
    assert rows["claims"] == []
    assert any("claim" in t.allowed for t in troubles(package(), rows, numbers))


def test_what_is_missing_of_the_article_is_told_of_no_proposal(
    entries: list[Entry], known: Rows, words: Vocabulary
) -> None:
    rows, numbers = made(entries, known, words, Article())
    found = troubles(package(), rows, numbers)
    assert {t.number for t in found if t.table in ("sources", "actors")} == {0}
    assert {"publisher", "title", "affiliation"} <= {t.column for t in found}


def test_the_summary_quotes_the_text_and_says_whose_it_is(
    entries: list[Entry], proposed: Proposed
) -> None:
    assert (
        entries[0].cells["summary"] == "Test Wire: “Erdogan said on Friday that Shusha was quiet.”"
    )
    long: Proposal = replace(proposed(TEXT)[0], text="word " * 200)
    assert len(entry_for(long, ARTICLE).cells["summary"]) < 330
