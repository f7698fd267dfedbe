"""Every page with every payload in every text: none becomes markup, a link or Markdown."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import DATA, read_dataset
from dashboard.events.own import copy_of, find, load, save
from dashboard.events.own.model import Draft
from dashboard.page import cache
from dashboard.page.edit.desk import KEY as DESK_KEY
from dashboard.page.intake.draft import KEY
from dashboard.page.probe import Screen
from dashboard.page.story import PARTS
from tests.page.conftest import OpenPage
from tests.page.markup import Markup, faults, markdown
from tests.page.reading import bodies, fragment, widget
from tests.payloads import PAYLOADS, hostile, pairs

PHONE, SLIDE = Screen(True, 360, 780), Screen(False, 1240, 720)
TOLD = "ceasefire-1994"


def rows_of(folder: Path) -> dict[str, list[dict[str, str]]]:
    """The tables in a folder."""
    return {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8", newline="")))
        for path in folder.glob("*.csv")
    }


@pytest.fixture
def evil(
    tmp_path: Path, other_data: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The curated records with payloads, and addresses that run a script.

    The check at the start would refuse some: here it is blind, as the second wall counts.
    """
    monkeypatch.setattr(cache, "check", lambda folder: [])
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name, rows in hostile(rows_of(folder), valid=False).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            table.writeheader()
            table.writerows(rows)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["title"] = package["description"] = " ".join(PAYLOADS)
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    other_data(folder)
    return folder


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data set of one's own with payloads that its check lets pass."""
    monkeypatch.setenv("DASHBOARD_WORKSPACE", str(tmp_path / "datasets"))
    folder = copy_of(tmp_path / "datasets", PAYLOADS[8], PAYLOADS[44], DATA)
    draft = load(folder)
    package = {**draft.package, "title": PAYLOADS[0], "description": " ".join(PAYLOADS)}
    save(folder, Draft(package, hostile(draft.rows, valid=True), draft.version), PAYLOADS[44],
         " ".join(PAYLOADS))  # fmt: skip
    return folder


def right(at: AppTest) -> AppTest:
    """The page, if it stands and nothing of the data is alive on it."""
    assert not at.exception
    found = faults(at)
    assert not found, "\n".join(found[:20])
    return at


def test_every_field_holds_every_payload() -> None:
    assert len(set(PAYLOADS)) >= 60
    rows = hostile(rows_of(DATA), valid=False)
    for table, column in pairs():
        held = "\n".join(row[column] for row in rows[table])
        assert [p for p in PAYLOADS if p not in held] == [], (table, column)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"event": TOLD, "lanes": "type"},
        {"event": TOLD, "lanes": "speaker", "map": "diplomacy", "names": "az"},
        {"view": "claims"},
        {"view": "claims", "event": TOLD, "order": "contested"},
        {"view": "ceasefires"},
        {"view": "areas"},
        {"view": "story", "event": TOLD},
        {"view": "briefing"},
    ],
    ids=lambda query: "-".join(query.values()) or "records",
)
def test_records(open_page: OpenPage, evil: Path, query: dict[str, str]) -> None:
    right(open_page(**query))


def test_it_is_shown_as_it_was_written(open_page: OpenPage, evil: Path) -> None:
    at = open_page(event=TOLD)
    summary = find(rows_of(evil), "events", TOLD)["summary"]
    assert " ".join(summary.split()) in " ".join(Markup(fragment(at, "cd-card")).words.split())
    head = Markup(fragment(at, "cd-head")).words
    assert "{{ 7*7 }}" in head and "49" not in head


def test_on_a_phone_and_on_a_slide(open_page: OpenPage, evil: Path) -> None:
    right(open_page(PHONE, event=TOLD))
    right(open_page(PHONE, view="claims", event=TOLD))
    right(open_page(SLIDE, present="1", names="hy", event=TOLD))


def test_cards_and_all_parts_of_the_story(open_page: OpenPage, evil: Path) -> None:
    at = open_page()
    for page in range(1, 9):
        widget(at, "button_group", "form").set_value("Cards").run()
        at.number_input[0].set_value(page).run()
        right(at)
    at = open_page(view="story")
    for part in PARTS:
        right(widget(at, "button_group", "story-part").set_value(part).run())


def test_the_filters_offer_hostile_names(open_page: OpenPage, evil: Path) -> None:
    """What is chosen stands in the sentence on top, in buttons and in the address."""
    data = read_dataset(evil)
    chosen = {"actor": list(data.choices.actor[:40]), "type": list(data.choices.type),
              "speaker": list(data.choices.speaker)}  # fmt: skip
    right(open_page(**chosen))
    right(open_page(view="claims", **chosen))
    right(open_page(q=PAYLOADS[8], actor=PAYLOADS[0], event=PAYLOADS[44], lanes=PAYLOADS[45]))


def test_a_set_of_ones_own(open_page: OpenPage, own: Path) -> None:
    for view in ("", "claims", "ceasefires", "areas", "story", "briefing", "import", "edit"):
        at = right(open_page(view=view, dataset=own.name))
        assert at.session_state.display.dataset == own.name
    assert PAYLOADS[0].replace("<", "&lt;").replace(">", "&gt;") in "".join(bodies(at))


def test_each_row_in_the_form(open_page: OpenPage, own: Path) -> None:
    """Labels, helps, lists and the question before deleting, for rows of each table.

    More rows than the data set has versions: no widget of a row may have the key of another one.
    """
    at = open_page(view="edit", dataset=own.name)
    rows = load(own).rows
    keys = {"events": "event_id", "claims": "claim_id", "actors": "actor_id",
            "places": "place_id", "sources": "source_id"}  # fmt: skip
    for table, key in keys.items():
        for row in rows[table][:3]:
            held = at.session_state[DESK_KEY]
            held.show_table(table)
            held.open_row(table, row[key])
            held.deleting = True
            right(at.run())
    assert find(rows, "events", TOLD)


def test_faults_that_quote_hostile_cells(open_page: OpenPage, own: Path) -> None:
    draft = load(own)
    rows = dict(draft.rows)
    rows["events"] = [{**row, "date": PAYLOADS[at % len(PAYLOADS)], "actors": f"x {PAYLOADS[44]}"}
                      for at, row in enumerate(rows["events"])]  # fmt: skip
    save(own, Draft(draft.package, rows, draft.version), "me", "broken")
    at = right(open_page(view="edit", dataset=own.name))
    assert "fault" in "\n".join(markdown(at))
    right(open_page(dataset=own.name))  # refused, with a list of the faults


def test_an_article_of_payloads(open_page: OpenPage, own: Path) -> None:
    at = open_page(view="intake")
    said = "".join(f"Erdogan said on Friday that {' '.join(text.split())} was near Shusha.\n"
                   for text in PAYLOADS)  # fmt: skip
    at.text_area[0].set_value(said).run()
    for field in at.text_input:
        if field.key and "begin-" in field.key:
            field.set_value(PAYLOADS[44])
    right(at.run())
    right(next(b for b in at.button if b.label == "Propose records").click().run())
    held = at.session_state[KEY]
    assert len(held.proposals) > 10
    for number in range(0, len(held.proposals), 6):
        held.go(number)
        right(at.run())


def test_the_checker_sees_what_is_alive() -> None:
    """Each kind of fault, planted."""

    def app() -> None:
        import streamlit as st

        st.html("<img src=x onerror=alert(1)>")
        st.html('<a href="javascript:x">a</a>')
        st.html('<i style="background:url(https://evil.test)">a</i>')
        st.caption("![p](https://evil.test/f.png)")
        st.button(":red[x]")
        st.expander("{{ 7*7 }}").write("x")
        st.radio("A", ["$$x$$"], captions=["**bold**"])
        st.text_input("A", help="<img src=x>")
        st.plotly_chart({"data": [{"x": [1], "text": ["<a href=x>"]}], "layout": {}})

    found = faults(AppTest.from_function(app).run())
    for sign in ("<img> in", 'onerror="', 'href="javascript', "background:url", "![ in", ":red[",
                 "{{ in", "$$ in", "**bold", "<img in", "<a href"):  # fmt: skip
        assert any(sign in one for one in found), (sign, found)
