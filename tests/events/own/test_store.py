"""Versions: kept byte for byte, never lost, never mixed up between two who save."""

import copy
import json
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.events.check import check
from dashboard.events.dataset import DATA, read_dataset
from dashboard.events.faults import DataError
from dashboard.events.own import (
    Conflict,
    can_redo,
    can_undo,
    copy_of,
    faults,
    find,
    history,
    is_own,
    layout,
    load,
    new_set,
    packages,
    put,
    redo,
    save,
    structure,
    undo,
)
from dashboard.events.own.objects import FOLDER
from dashboard.events.own.structure import resources
from dashboard.events.own.written import FILES, file_bytes, read_rows
from tests.events.own.conftest import AT, tables

EVENT = "ceasefire-1994"


def retitled(folder: Path, title: str, who: str = "Leyla") -> None:
    draft = load(folder)
    row = {**(find(draft.rows, "events", EVENT) or {}), "title": title}
    rows = put(draft.rows, "events", row, EVENT)
    save(folder, replace(draft, rows=rows), who, f"Titled {title}", AT)


def test_a_copy_has_the_bytes_of_the_original(copied: Path) -> None:
    assert tables(layout(copied)) == tables(DATA)
    assert check(layout(copied)) == []
    assert is_own(copied) and not is_own(DATA)


def test_saving_what_was_loaded_changes_nothing(copied: Path) -> None:
    draft = load(copied)
    assert save(copied, draft, "Leyla", "nothing").version.number == 1
    assert file_bytes(draft.package, draft.rows) == {
        name: (layout(copied) / name).read_bytes() for name in FILES
    }


def test_the_description_is_the_copys_own(copied: Path) -> None:
    package = json.loads((layout(copied) / "datapackage.json").read_text("utf-8"))
    assert package["title"] == "My copy" and package["name"] == copied.name == "my-copy"
    assert "Records around one news article" in package["description"]
    assert package["licenses"] == json.loads((DATA / "datapackage.json").read_text())["licenses"]


def test_titles_that_are_alike_have_folders_of_their_own(workspace: Path, copied: Path) -> None:
    other = copy_of(workspace, "My copy!", "Leyla", DATA)
    assert (copied.name, other.name) == ("my-copy", "my-copy-2")
    assert load(other).package["title"] == "My copy!"
    assert not list(workspace.glob(".*"))


def test_a_new_set_is_empty_and_has_types_and_sides(workspace: Path) -> None:
    folder = new_set(workspace, "Mine", "Leyla", at=AT)
    draft = load(folder)
    filled = {name: len(rows) for name, rows in draft.rows.items() if rows}
    assert filled == {"categories": 12, "sides": 12}
    assert check(layout(folder)) == [] == faults(draft.package, draft.rows)
    assert "article" not in json.dumps({**draft.package, "resources": []})
    assert [v.what for v in history(folder)] == ["Begun: Mine"]


def test_a_new_set_takes_the_rows_given(workspace: Path) -> None:
    actor = {"actor_id": "x", "name": "X", "kind": "state", "side": "un"}
    folder = new_set(workspace, "Mine", "", {"actors": [actor]})
    assert load(folder).rows["actors"] == [{**actor, "parent": ""}]


def test_an_edit_is_a_version_with_who_when_and_what(copied: Path) -> None:
    retitled(copied, "One", "Aram")
    kept = history(copied)
    assert [(v.number, v.at, v.who, v.what) for v in kept] == [
        (1, AT, "Leyla", f"Begun as a copy of: {read_dataset().tables.package['title']}"),
        (2, AT, "Aram", "Titled One"),
    ]
    changed = {name for name in FILES if kept[0].files[name] != kept[1].files[name]}
    assert changed == {"events.csv"} and kept[0].sha256 != kept[1].sha256
    assert find(load(copied).rows, "events", EVENT)["title"] == "One"  # type: ignore[index]


def test_undo_and_redo_walk_through_the_edits_byte_for_byte(copied: Path) -> None:
    seen = [tables(layout(copied))]
    for title in ("One", "Two", "Three"):
        retitled(copied, title)
        seen.append(tables(layout(copied)))
    for back in (2, 1, 0):
        undo(copied, "Aram")
        assert tables(layout(copied)) == seen[back]
    assert not can_undo(copied)
    with pytest.raises(Conflict):
        undo(copied, "Aram")
    redo(copied, "Aram")
    redo(copied, "Aram")
    assert tables(layout(copied)) == seen[2]
    undo(copied, "Aram")
    assert tables(layout(copied)) == seen[1]
    redo(copied, "Aram")
    assert tables(layout(copied)) == seen[2]
    assert [v.what for v in history(copied)][-2:] == [
        "Undone: Titled Two",
        "Done again: Titled Two",
    ]


def test_an_edit_ends_what_could_be_done_again(copied: Path) -> None:
    retitled(copied, "One")
    undo(copied, "Leyla")
    assert can_redo(copied)
    retitled(copied, "Other")
    assert not can_redo(copied) and can_undo(copied)
    with pytest.raises(Conflict):
        redo(copied, "Leyla")


def test_who_saves_second_is_told_and_loses_nothing_of_the_first(copied: Path) -> None:
    mine = load(copied)
    retitled(copied, "Theirs", "Aram")
    with pytest.raises(Conflict, match="Aram saved version 2"):
        save(copied, mine, "Leyla", "mine")
    assert find(load(copied).rows, "events", EVENT)["title"] == "Theirs"  # type: ignore[index]


def test_a_torn_last_line_never_counted(copied: Path) -> None:
    retitled(copied, "One")
    path = copied / "history.jsonl"
    whole = path.read_bytes()
    for cut in (1, 30, 700):
        path.write_bytes(whole + whole.splitlines()[-1][:cut])
        assert load(copied).version.number == 2
    retitled(copied, "Two")
    assert [v.number for v in history(copied)] == [1, 2, 3]


def test_damage_is_named(copied: Path) -> None:
    digest = history(copied)[-1].files["claims.csv"]
    path = copied / FOLDER / digest
    raw = path.read_bytes()
    path.write_bytes(raw[:-9] + b"overwritten"[:9])
    with pytest.raises(DataError, match="the bytes that were kept here"):
        load(copied)
    path.unlink()
    with pytest.raises(DataError, match=digest[:12]):
        load(copied)
    with pytest.raises(DataError, match=r"history\.jsonl"):
        load(copied.parent)


def test_rows_that_cannot_be_told_apart_are_refused(copied: Path) -> None:
    draft = load(copied)
    twice = {**draft.rows, "actors": [*draft.rows["actors"], draft.rows["actors"][0]]}
    with pytest.raises(DataError) as told:
        save(copied, replace(draft, rows=twice), "Leyla", "twice")
    assert [(f.file, f.column, f.value) for f in told.value.faults] == [
        ("actors.csv", "actor_id", "azerbaijan")
    ]
    assert load(copied).version.number == 1


def test_any_text_comes_back_as_it_was_saved(copied: Path) -> None:
    draft = load(copied)
    note = 'a "b",\r\nc;\t=1+1 \x00\ud800Şuşa\u00a0Շուշի  '
    rows = put(draft.rows, "events", {**draft.rows["events"][0], "note": note},
               draft.rows["events"][0]["event_id"])  # fmt: skip
    saved = save(copied, replace(draft, rows=rows), "Leyla", "note")
    assert load(copied) == saved
    expected = 'a "b",\nc;\t=1+1 Şuşa\u00a0Շուշի  '
    assert saved.rows["events"][0]["note"] == expected
    files = {path.name: path.read_bytes() for path in layout(copied).iterdir()}
    assert read_rows(files)["events"][0]["note"] == expected
    assert read_dataset(layout(copied)).tables.events.loc[0, "note"] == expected


def test_a_set_that_is_older_than_a_column_has_it_empty(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The curated tables may get a column; a set that was saved before still opens and saves."""
    before = load(copied)
    wider = copy.deepcopy(resources())
    wider["actors"]["schema"]["fields"].append({"name": "born", "type": "string"})
    monkeypatch.setattr(structure, "resources", lambda: wider)
    monkeypatch.setattr(packages, "resources", lambda: wider)
    structure.columns_of.cache_clear()
    try:
        now = load(copied)
        assert now.rows["actors"] == [{**row, "born": ""} for row in before.rows["actors"]]
        assert save(copied, now, "Leyla", "column").version.number == 2
        assert load(copied).rows == now.rows
    finally:
        structure.columns_of.cache_clear()
