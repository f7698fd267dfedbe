"""Records by hand, without a browser: what a person writes, mends, takes back and deletes."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import DATA
from dashboard.events.own import (
    copy_of,
    drop,
    find,
    history,
    load,
    new_set,
    pack,
    put,
    save,
)
from dashboard.events.own.written import FILES
from tests.page.conftest import OpenPage

EVENT = "ceasefire-1994"
EVIL = "<script>alert(1)</script> **b** [x](javascript:alert(1)) $a$ :red[x]"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_WORKSPACE", str(tmp_path))
    return tmp_path


@pytest.fixture
def copied(workspace: Path) -> Path:
    return copy_of(workspace, "My copy", "Leyla", DATA)


@pytest.fixture
def edit(copied: Path, open_page: OpenPage) -> AppTest:
    """The page on a copy of the curated records."""
    return open_page(view="edit")


def field(at: AppTest, name: str, kind: str = "text_input"):  # type: ignore[no-untyped-def]
    """A field of a form by its label, whether or not it has a fault or must be filled."""
    return next(w for w in at.get(kind) if w.label.strip("⚠ *") == name and w.form_id)


def press(at: AppTest, label: str) -> AppTest:
    """The first button whose label begins so."""
    return next(b for b in at.button if b.label.startswith(label)).click().run()


def row(at: AppTest, table: str, key: str) -> AppTest:
    """Choose a row, as a click in the list does, which only a browser has."""
    at.session_state["edit-desk"].open_row(table, key)
    return at.run()


def save_row(at: AppTest) -> AppTest:
    desk = at.session_state["edit-desk"]
    return at.button(key=desk.widget("save")).click().run()


def hand_over(at: AppTest, raw: bytes) -> AppTest:
    """Choose a data package as a file."""
    at.button_group(key="edit-way").set_value("Data package (ZIP)").run()
    return at.file_uploader[0].upload("records.zip", raw).run()


def html(at: AppTest) -> str:
    return " ".join(each.proto.body for each in at.get("html"))


def test_without_a_set_the_page_says_how_to_begin(workspace: Path, open_page: OpenPage) -> None:
    at = open_page(view="edit")
    assert not at.exception
    assert any("no data set of your own yet" in c.value for c in at.caption)
    press(at, "Begin")
    assert at.error[0].value == "A data set needs a title."
    field(at, "Title of the data set").set_value("Mine")
    press(at, "Begin")
    assert [path.name for path in workspace.iterdir()] == ["mine"]
    assert "<b>0</b> records" in html(at) and "no faults" in html(at)
    assert at.button(key="edit-open").disabled
    assert any(c.value == "No records yet." for c in at.caption)


def test_a_copy_of_the_curated_records(workspace: Path, open_page: OpenPage) -> None:
    at = open_page(view="edit")
    at.button_group(key="edit-way").set_value("Copy of the curated records").run()
    field(at, "Title of the data set").set_value("Copy")
    press(at, "Begin")
    assert len(load(workspace / "copy").rows["events"]) == 75
    assert len(at.dataframe[0].value) == 75


def test_a_set_from_nothing_to_no_faults(workspace: Path, open_page: OpenPage) -> None:
    """An actor, a place, a source, a record and its claim, each when the next one needs it."""
    folder = new_set(workspace, "Mine", "Leyla")
    at = open_page(view="edit")

    def add(table: str, texts: dict[str, str], chosen: dict[str, str | list[str]]) -> None:
        at.session_state["edit-desk"].begin_row(table)
        at.run()
        for name, text in texts.items():
            kind = "text_area" if name in ("Summary", "Statement") else "text_input"
            field(at, name, kind).set_value(text)
        for name, value in chosen.items():
            kind = "multiselect" if isinstance(value, list) else "selectbox"
            kind = "radio" if name in ("Layer", "Contested") else kind
            field(at, name, kind).set_value(value)
        save_row(at)
        assert not at.exception and not at.error

    add("actors", {"Name": "Norway"}, {"Kind": "state", "Side": "independent"})
    add("places", {"Label": "Oslo", "Latitude": "59.91", "Longitude": "10.75"},
        {"Kind": "capital", "Place precision": "exact"})  # fmt: skip
    add("sources", {"Publisher": "NTB", "Title": "A report", "Date": "2020-11", "Address":
                    "https://example.org/a", "Affiliation": "Agency"},
        {"Kind": "news", "Read": "whole"})  # fmt: skip
    add("events", {"Title": "Talks in Oslo", "Date": "2020-11-0x", "Summary": "Talks were held."}, {
        "Event type": "meeting", "Layer": "context", "Actors": ["norway"], "Places": ["oslo"],
        "Sources": ["a-report"]})  # fmt: skip
    faults = {b.label.split(": ")[-1] for b in at.button if b.key.startswith("edit-fault-")}
    assert len(faults) == 2 and any("EDTF" in told for told in faults)
    field(at, "Date").set_value("2020-11-03~")
    save_row(at)
    assert any(c.value == "about 3 Nov 2020" for c in at.caption)
    press(at, "Add a claim")
    field(at, "Speaker", "selectbox").set_value("norway")
    field(at, "Source id", "selectbox").set_value("a-report")
    field(at, "Statement", "text_area").set_value("Talks were held in Oslo.")
    field(at, "Contested", "radio").set_value("no")
    save_row(at)
    claim = load(folder).rows["claims"][0]
    assert (claim["claim_id"], claim["side"]) == ("talks-in-oslo--1", "independent")
    assert "no faults" in html(at)
    press(at, "Open these records")
    assert not at.exception and not at.error
    assert at.session_state["display"].dataset == "mine"
    assert "1 of 1 record" in html(at)


def test_an_edit_is_saved_undone_and_done_again(edit: AppTest, copied: Path) -> None:
    row(edit, "events", EVENT)
    field(edit, "Title").set_value("Another title")
    save_row(edit)
    assert edit.success[0].value.startswith("Changed record “Another title”")
    assert find(load(copied).rows, "events", EVENT)["title"] == "Another title"  # type: ignore[index]
    press(edit, "Undo: Changed record “Another title”")
    assert history(copied)[2].files == history(copied)[0].files
    press(edit, "Redo: Changed record “Another title”")
    assert history(copied)[3].files == history(copied)[1].files
    shown = edit.dataframe[-1].value
    assert list(shown["Version"]) == [4, 3, 2, 1]
    assert shown["What"][1].startswith("Undone: Changed record")


def test_the_name_given_stands_in_the_history(edit: AppTest, copied: Path) -> None:
    edit.text_input(key="edit-who").set_value("Aram").run()
    row(edit, "events", EVENT)
    field(edit, "Title").set_value("New")
    save_row(edit)
    assert history(copied)[-1].who == "Aram"


def test_faults_stand_at_the_field_and_lead_to_it(edit: AppTest, copied: Path) -> None:
    row(edit, "events", EVENT)
    field(edit, "Date").set_value("autumn 2020")
    field(edit, "Actors", "multiselect").set_value([])
    save_row(edit)
    assert {w.label for w in edit.text_input if w.label.startswith("⚠")} == {"⚠ Date *"}
    assert {w.label for w in edit.multiselect if w.label.startswith("⚠")} == {"⚠ Actors *"}
    told = html(edit)
    assert 'aria-label="Fault of Date"' in told and "a date in EDTF" in told
    assert 'aria-label="Fault of Actors"' in told and "must not be empty" in told
    row(edit, "actors", "armenia")
    press(edit, "Records › ")
    assert edit.session_state["edit-desk"].at == ("events", EVENT)
    assert field(edit, "Date").value == "autumn 2020"
    assert edit.dataframe[0].value["faults"].isin(["⚠ 2", ""]).all()


def test_an_id_that_is_taken_is_said_at_its_field_and_nothing_is_lost(edit: AppTest) -> None:
    edit.session_state["edit-desk"].begin_row("actors")
    edit.run()
    field(edit, "Name").set_value("A new state")
    field(edit, "Actor id").set_value("armenia")
    field(edit, "Kind", "selectbox").set_value("state")
    save_row(edit)
    assert "Not saved" in edit.error[0].value
    assert 'aria-label="Fault of Actor id"' in html(edit)
    assert field(edit, "Name").value == "A new state"
    assert field(edit, "Kind", "selectbox").value == "state"
    field(edit, "Actor id").set_value("")
    save_row(edit)
    assert edit.session_state["edit-desk"].at == ("actors", "a-new-state")


def test_what_somebody_else_saved_is_not_overwritten_unseen(edit: AppTest, copied: Path) -> None:
    row(edit, "events", EVENT)
    draft = load(copied)
    other = {**draft.rows["events"][0], "title": "Theirs"}
    rows = put(draft.rows, "events", other, other["event_id"])
    save(copied, replace(draft, rows=rows), "Aram", "Retitled the first")
    field(edit, "Title").set_value("Mine")
    save_row(edit)
    assert "Aram saved version 2 meanwhile" in edit.error[0].value
    assert field(edit, "Title").value == "Mine"
    save_row(edit)
    assert not edit.error
    titles = {row["event_id"]: row["title"] for row in load(copied).rows["events"]}
    assert (titles[EVENT], titles[other["event_id"]]) == ("Mine", "Theirs")


def test_deleting_is_asked_once_more_and_says_what_depends(edit: AppTest, copied: Path) -> None:
    row(edit, "sources", "trt")
    press(edit, "Delete this source")
    assert "It is named by" in edit.warning[0].value
    press(edit, "Keep it")
    assert not edit.warning
    press(edit, "Delete this source")
    press(edit, "Yes, delete")
    assert not find(load(copied).rows, "sources", "trt")
    assert "faults in this data set" in edit.expander[1].label
    press(edit, "Undo")
    row(edit, "events", EVENT)
    press(edit, "Delete this record")
    assert "Its claims (" in edit.warning[0].value
    press(edit, "Yes, delete")
    assert len(load(copied).rows["events"]) == 74 and "no faults" in html(edit)


def test_a_claim_leads_back_to_its_record(edit: AppTest, copied: Path) -> None:
    row(edit, "events", EVENT)
    press(edit, "Edit")
    table, key = edit.session_state["edit-desk"].at
    assert table == "claims" and key.startswith(f"{EVENT}--")
    field(edit, "Statement", "text_area").set_value("Said otherwise.")
    save_row(edit)
    assert find(load(copied).rows, "claims", key)["statement"] == "Said otherwise."  # type: ignore[index]
    press(edit, "‹ To its record")
    assert edit.session_state["edit-desk"].at == ("events", EVENT)


def test_the_list_finds_words_in_any_cell(edit: AppTest) -> None:
    edit.text_input(key="edit-search-events").set_value("sochi").run()
    found = edit.dataframe[0].value
    assert 0 < len(found) < 75
    edit.text_input(key="edit-search-events").set_value("zzzz").run()
    assert any(c.value == "None found." for c in edit.caption)


def test_title_and_description_are_a_version_too(edit: AppTest, copied: Path) -> None:
    field(edit, "Title").set_value("Renamed")
    edit.button(key="edit-about-save").click().run()
    assert load(copied).package["title"] == "Renamed"
    assert "Renamed" in history(copied)[-1].what
    press(edit, "Undo")
    assert load(copied).package["title"] == "My copy"


def test_a_set_with_faults_is_mended_from_the_records_page(
    copied: Path, open_page: OpenPage
) -> None:
    draft = load(copied)
    save(copied, replace(draft, rows=drop(draft.rows, "sources", "trt")), "Leyla", "dropped")
    at = open_page(dataset="my-copy")
    assert at.error[0].value == "These records cannot be shown."
    assert "'trt' - an id that stands in sources.csv" in at.code[0].value
    press(at, "Mend these records")
    assert not at.exception and not at.error
    assert at.session_state["edit-desk"].key == "my-copy"
    assert any("faults in this data set" in e.label for e in at.expander)
    press(at, "Open these records")
    assert at.error[0].value == "These records cannot be shown."


def test_an_own_set_is_shown_with_its_own_title(copied: Path, open_page: OpenPage) -> None:
    """Its tables have the bytes of the curated ones: what is kept of those must not stand in."""
    assert not open_page().exception
    at = open_page(dataset="my-copy")
    assert not at.exception and not at.error
    assert "My copy" in html(at) and "75 of 75 records" in html(at)
    at = open_page()
    assert "My copy" not in html(at)


def package(change: Callable[[bytes], bytes] = lambda raw: raw) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in FILES:
            raw = (DATA / name).read_bytes()
            archive.writestr(name, change(raw) if name == "events.csv" else raw)
    return out.getvalue()


def test_a_package_with_faults_names_all_and_can_be_mended(
    workspace: Path, open_page: OpenPage
) -> None:
    raw = package(lambda raw: raw.replace(b",ceasefire,", b",truce,", 3))
    at = hand_over(open_page(view="edit"), raw)
    assert "3 faults" in at.error[0].value
    assert at.code[0].value.count("'truce'") == 3
    press(at, "Take it with its faults")
    assert not at.exception and not at.error
    assert any("3 faults in this data set" in e.label for e in at.expander)


def test_a_package_that_is_none_is_refused(workspace: Path, open_page: OpenPage) -> None:
    at = hand_over(open_page(view="edit"), b"GIF89a")
    assert "readable ZIP file" in at.code[0].value
    press(at, "Take it with its faults")
    assert "1 fault" in at.error[0].value and not list(workspace.iterdir())


def test_a_pack_comes_back(edit: AppTest, copied: Path, workspace: Path) -> None:
    hand_over(edit, pack(copied))
    assert edit.session_state["edit-desk"].key == "my-copy-2"
    assert pack(workspace / "my-copy-2") == pack(copied)


def test_hostile_text_stays_text(edit: AppTest, copied: Path) -> None:
    row(edit, "events", EVENT)
    field(edit, "Title").set_value(EVIL[:60])
    field(edit, "Date").set_value(EVIL)
    save_row(edit)
    assert not edit.exception
    assert "<script>" not in html(edit)
    sinks = [e.value for e in (*edit.markdown, *edit.success, *edit.caption)]
    sinks += [b.label for b in edit.button]
    told = [text for text in sinks if "script" in text]
    assert told and all("\\<script\\>" in text for text in told)
