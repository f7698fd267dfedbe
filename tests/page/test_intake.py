"""The page that takes an article: what is accepted is saved beside the curated records, no more."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.check import check
from dashboard.events.dataset import DATA, read_dataset
from dashboard.events.own import Rows, history, layout, load
from dashboard.page.intake.draft import KEY, Intake

TEXT = """A report
Erdogan said on Friday that Shusha was quiet.
Armenia shelled Ganja on Oct. 17.
Azerbaijan <b>said</b> on Saturday that *Lachin* was near.
Diplomatic sources said on Saturday that Karabakh was discussed.
"""
IntakePage = Callable[[], AppTest]


def app(workspace: str) -> None:
    """The page alone; what it opens stands in the session."""
    from pathlib import Path

    import streamlit as st

    from dashboard.page.intake import draw_intake

    def opened(key: str) -> None:
        st.session_state["opened"] = key

    draw_intake(Path(workspace), opened)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "datasets"


@pytest.fixture
def page(workspace: Path) -> AppTest:
    return AppTest.from_function(app, default_timeout=120, args=(str(workspace),)).run()


def draft(page: AppTest) -> Intake:
    found: Intake = page.session_state[KEY]
    return found


def fill(page: AppTest, kind: str, label: str, value: object) -> AppTest:
    """Fill the first field with this label."""
    return next(w for w in getattr(page, kind) if w.label == label).set_value(value).run()


def press(page: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return next(b for b in page.button if b.label == label).click().run()


def begin(page: AppTest, text: str = TEXT, day: date | None = date(2020, 11, 7)) -> AppTest:
    """Hand over a text with what is known of it, and have records proposed."""
    fill(page, "text_area", "Text of the article", text)
    fill(page, "date_input", "Date of the article", day)
    fill(page, "text_input", "Publisher", "Test Wire")
    fill(page, "text_input", "Title of the article", "A report")
    fill(page, "text_input", "Affiliation of the publisher", "none known")
    fill(page, "selectbox", "Side of the publisher", "independent")
    return press(page, "Propose records")


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def curated() -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in DATA.iterdir()}


def rows(workspace: Path, key: str) -> Rows:
    return load(workspace / key).rows


def test_what_was_decided_is_saved_and_nothing_else(page: AppTest, workspace: Path) -> None:
    before = curated()
    begin(page)
    assert page.get("progress")[0].proto.text == "0 of 4 decided"
    press(page, "Accept")
    press(page, "Accept")
    press(page, "Mend")
    fill_cell(page, "title", "A statement on Lachin")
    press(page, "Accept with these changes")
    press(page, "Drop")
    assert page.get("progress")[0].proto.text == "4 of 4 decided"
    assert not workspace.exists() or list(workspace.iterdir()) == []  # nothing is saved unasked
    fill(page, "text_input", "Title of the data set", "From a wire")
    press(page, "Save 3 accepted records")
    assert [box.value for box in page.success] == ["3 records saved."]
    folder = workspace / "from-a-wire"
    assert [str(fault) for fault in check(layout(folder))] == []
    data = read_dataset(layout(folder))
    assert sorted(data.events["title"]) == [
        "A statement on Lachin", "Armenia: a strike (2)", "Recep Tayyip Erdogan: a statement (1)",
    ]  # fmt: skip
    press(page, "Open these records")
    assert page.session_state["opened"] == "from-a-wire"
    assert curated() == before


def fill_cell(page: AppTest, name: str, value: object) -> None:
    """Type into a field of the form that is open; it counts when the form is sent."""
    key = draft(page).widget(name)
    kinds = ("text_input", "text_area", "multiselect", "selectbox", "checkbox")
    widget = next(w for kind in kinds for w in getattr(page, kind) if w.key == key)
    widget.set_value(value)


def test_faults_stand_at_their_fields_and_keep_what_was_typed(page: AppTest) -> None:
    begin(page, "Erdogan said that it was quiet.\n")
    press(page, "Accept")
    assert draft(page).states == {}
    faults = html(page)
    assert 'aria-label="Fault of Date"' in faults and 'aria-label="Fault of Places"' in faults
    fill_cell(page, "date", "soon")
    fill_cell(page, "places", ["shusha"])
    press(page, "Accept with these changes")
    assert draft(page).states == {}
    assert 'aria-label="Fault of Date"' in html(page)
    assert 'aria-label="Fault of Places"' not in html(page)
    fill_cell(page, "date", "2020-11")
    press(page, "Accept with these changes")
    assert draft(page).states == {1: "accepted"}
    assert draft(page).accepted[0].cells["places"] == "shusha"


def test_a_speaker_who_is_not_known_is_named_by_the_reader(page: AppTest, workspace: Path) -> None:
    begin(page)
    fill(page, "selectbox", "Proposal", 4)
    assert "not known: “Diplomatic sources”" in html(page)
    press(page, "Accept")
    assert 'aria-label="Fault of Who says so"' in html(page)
    fill_cell(page, "new-kind", "body")
    fill_cell(page, "new-side", "turkey")
    press(page, "Add to the list")
    fill_cell(page, "speakers", ["diplomatic-sources"])
    fill_cell(page, "actors", ["diplomatic-sources"])
    press(page, "Accept with these changes")
    press(page, "Save 1 accepted record")
    (claim,) = rows(workspace, "a-report")["claims"]
    assert (claim["speaker"], claim["side"]) == ("diplomatic-sources", "turkey")


def test_contested_without_another_account_says_so_or_is_not_accepted(page: AppTest) -> None:
    begin(page)
    press(page, "Mend")
    fill_cell(page, "contested", True)
    press(page, "Accept with these changes")
    assert draft(page).states == {}
    assert 'aria-label="Fault of Contested"' in html(page)
    fill_cell(page, "alone", True)
    press(page, "Accept with these changes")
    assert draft(page).accepted[0].cells["note"] == "No other account was found."


def test_the_rest_is_saved_into_the_same_set_later(page: AppTest, workspace: Path) -> None:
    begin(page)
    press(page, "Accept")
    assert any("3 not decided yet" in c.value for c in page.caption)
    press(page, "Save 1 accepted record")
    assert len(rows(workspace, "a-report")["events"]) == 1
    press(page, "Accept")
    assert next(s for s in page.selectbox if s.label == "Save into").value == "a-report"
    press(page, "Save 1 accepted record")
    saved = rows(workspace, "a-report")
    assert len(saved["events"]) == 2 and len(saved["sources"]) == 1
    assert [v.number for v in history(workspace / "a-report")] == [1, 2]


def test_what_is_missing_of_the_article_keeps_it_from_being_saved(
    page: AppTest, workspace: Path
) -> None:
    fill(page, "text_area", "Text of the article", TEXT)
    fill(page, "date_input", "Date of the article", date(2020, 11, 7))
    press(page, "Propose records")
    press(page, "Accept")
    press(page, "Save 1 accepted record")
    (told,) = page.error
    assert "About the article, Publisher" in told.value
    assert not workspace.exists() or list(workspace.iterdir()) == []
    fill(page, "text_input", "Publisher", "TRT World")
    fill(page, "text_input", "Title of the article", "A report")
    fill(page, "text_input", "Affiliation of the publisher", "Turkish public broadcaster")
    press(page, "Save 1 accepted record")
    assert [box.value for box in page.success] == ["1 record saved."]


def test_the_date_is_asked_and_only_suggested_by_the_text(page: AppTest) -> None:
    text = "BAKU, 12 October 2020 – Armenia shelled Ganja on Monday.\n"
    fill(page, "text_area", "Text of the article", text)
    assert draft(page).article.day is None
    press(page, "The text bears “12 October 2020”: use 12 Oct 2020?")
    assert draft(page).article.day == date(2020, 10, 12)
    press(page, "Propose records")
    assert draft(page).proposals[0].date == "2020-10-12"


def test_without_a_date_the_weekday_says_why_it_gives_none(page: AppTest) -> None:
    begin(page, day=None)
    assert "none: “on Friday”, but no date of the article is given" in html(page)


def test_an_open_order_of_day_and_month_is_asked(page: AppTest) -> None:
    fill(page, "text_area", "Text of the article", "Armenia shelled Ganja on 07/11/2020.")
    assert [r.label for r in page.radio] == ["Order of day and month in figures"]
    fill(page, "radio", "Order of day and month in figures", True)
    press(page, "Propose records")
    assert draft(page).proposals[0].date == "2020-11-07"


def test_a_file_is_taken_and_one_that_is_no_text_is_refused(page: AppTest) -> None:
    page.file_uploader[0].upload("report.txt", TEXT.encode()).run()
    assert draft(page).text == TEXT
    page.file_uploader[0].upload("report.docx", b"PK\x03\x04\xff\xfe").run()
    assert "no UTF-8" in page.error[0].value


def test_a_text_in_which_nothing_is_known_says_so(page: AppTest) -> None:
    begin(page, "The rain fell on the plain.\n")
    assert "no known name, date or speaker" in page.error[0].value
    assert draft(page).proposals == ()


def test_the_text_is_shown_as_text_with_its_marks(page: AppTest) -> None:
    begin(page)
    body = html(page)
    assert "&lt;b&gt;said&lt;/b&gt;" in body and "<b>said" not in body
    assert '<span class="cd-date">on Oct. 17</span>' in body
    assert '<span class="cd-name">Ganja</span>' in body
    assert body.count('aria-current="true"') == 1


def test_another_article_begins_empty(page: AppTest) -> None:
    begin(page)
    press(page, "Accept")
    press(page, "Take another article")
    assert next(t for t in page.text_area).value == ""
    assert draft(page).proposals == () and draft(page).accepted == []
