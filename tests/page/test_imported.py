"""The page on imported records: one by one or as counts, always all of them, from one filter."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.events.filters import Filter, read_query
from dashboard.events.sets.library import open_folder
from dashboard.events.sets.source import Stored
from dashboard.events.store.store import Store
from dashboard.page import patience
from tests.events.sets.conftest import write_set
from tests.events.store.synthetic import make_rows
from tests.page.conftest import OpenPage
from tests.page.reading import bodies, charts, fragment, ids_in, notes, text, widget, words

CROWD: list[dict[str, str]] = [
    {},
    {"lanes": "type"},
    {"lanes": "speaker", "from": "2000-01-01"},
    {"to": "2019-06-30"},
]
FEW: list[dict[str, str]] = [
    {"actor": "Şuşa könüllüləri", "from": "2010-01-01"},
    {"from": "2020-09-27", "to": "2020-11-10"},
    {"q": "bridge", "type": "One-sided violence"},
    {"country": "Fiji", "lanes": "speaker"},
    {"box": "44,38,48,41", "from": "2015-01-01"},
    {"q": "no such word"},
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imported")
    write_set(folder / "odd", make_rows(4000), title="Odd records", warning="Invented.")
    write_set(folder / "other", make_rows(300, seed=9), title="Other", sha256="cd" * 32)
    return folder


@pytest.fixture(scope="module")
def odd(workspace: Path) -> Stored:
    return open_folder(workspace / "odd")


@pytest.fixture
def open_set(
    open_page: OpenPage, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    """Opens the page on the data set of 4,000 records, or on another one."""
    monkeypatch.setenv("DASHBOARD_WORKSPACE", str(workspace))
    monkeypatch.setattr(patience, "WAIT", 60.0)  # a busy computer is no slow engine

    def opened(dataset: str | list[str] = "odd", **query: str) -> Any:
        return open_page(
            dataset=dataset, **{k.replace("from", "from_"): v for k, v in query.items()}
        )

    return opened


def value_of(odd: Stored, query: dict[str, str]) -> Filter:
    value, faults = read_query({k: [v] for k, v in query.items()}, odd.choices)
    assert not faults
    return value


def bars(spec: dict[str, Any]) -> int:
    """How many records the bars of a timeline of counts stand for, as its legend says."""
    told = " ".join(
        t for trace in spec["data"] if trace.get("name") == "legend" for t in trace["text"]
    )
    return sum(int(n.replace(",", "")) for n in re.findall(r"\(([\d,]+)\)", told))


@pytest.mark.parametrize("query", CROWD, ids=str)
def test_a_crowd_is_drawn_as_counts_of_all_its_records(
    open_set: Callable[..., Any], odd: Stored, query: dict[str, str]
) -> None:
    at = open_set(**query)
    assert not at.exception
    totals = odd.store.totals(value_of(odd, query))
    assert totals.count > 2000
    assert f"{totals.count:,} of 4,000 records" in words(at)
    assert bars(charts(at)["crowd"]) + totals.undated == totals.count
    assert f"not on the map: {totals.nowhere:,}" in text(fragment(at, "cd-mapnote"))
    assert "timeline" not in charts(at)


@pytest.mark.parametrize("query", FEW, ids=str)
def test_few_are_drawn_one_by_one(
    open_set: Callable[..., Any], odd: Stored, query: dict[str, str]
) -> None:
    at = open_set(**query)
    assert not at.exception and not notes(at)
    _, view = odd.show(value_of(odd, query))
    assert words(at) == view.sentence
    if view.shown:
        dated = view.events[view.events["earliest"].notna() | view.events["latest"].notna()]
        assert ids_in(charts(at)["timeline"]) == set(dated["event_id"])


def test_all_records_are_listed_page_by_page(open_set: Callable[..., Any], odd: Stored) -> None:
    at = open_set(actor="Armenia")
    count = odd.store.totals(value_of(odd, {"actor": "Armenia"})).count
    seen: list[str] = []
    while True:
        (table,) = [element.value for element in at.dataframe]
        seen += list(table["what"])
        further = widget(at, "button", "page-after")
        if further.disabled:
            break
        further.click().run()
    assert len(seen) == count
    assert text(fragment(at, "cd-step")).endswith(f"{count:,} of {count:,}, newest first")


def test_the_citation_and_the_warning_stand_on_page_and_picture(
    open_set: Callable[..., Any],
) -> None:
    at = open_set()
    head, foot = text(fragment(at, "cd-head")), text(fragment(at, "cd-credits"))
    citation = "UCDP GED 26.1, accessed 24 Nov 2026"
    assert "Invented." in head and citation in foot
    told = " ".join(str(note["text"]) for note in charts(at)["crowd"]["layout"]["annotations"])
    assert citation in told.replace("<br>", " ")


def test_a_marked_record_of_a_crowd_can_be_read(open_set: Callable[..., Any], odd: Stored) -> None:
    row = odd.store.page(Filter(), 7).iloc[6]
    at = open_set(event=str(row["event_id"]))
    card = next(text(e.proto.body) for e in at.get("html") if "cd-card" in e.proto.body)
    assert "UCDP GED" in card and "said in the article" not in card and "not contested" not in card
    assert ("No place is given." in card) == (not row["place_label"])


def test_counts_of_another_set_are_laid_over_with_their_own_name(
    open_set: Callable[..., Any], workspace: Path
) -> None:
    at = open_set(dataset=["curated", "other"], **{"from": "1990-01-01"})
    other = open_folder(workspace / "other")
    value = Filter(since=value_of(other, {"from": "1990-01-01"}).since, until=None)
    assert "75 records" in words(at)
    strip = charts(at)["overlay-strip"]
    note = next(text(e.proto.body) for e in at.get("html") if "Laid over" in e.proto.body)
    told = re.search(r"Laid over: ([\d,]+) records of Other", note)
    assert told and 0 < int(told[1].replace(",", "")) <= other.store.totals(value).count
    assert strip["data"]
    assert "UCDP GED 26.1, accessed 24 Nov 2026" in text(fragment(at, "cd-credits"))


def test_a_set_that_is_not_there_is_said_and_the_curated_records_are_shown(
    open_set: Callable[..., Any],
) -> None:
    at = open_set(dataset="gone")
    assert "dataset=gone is not in the workspace and was left out" in notes(at).replace("\\", "")
    assert "75 of 75 records" in words(at)


def test_an_engine_that_is_down_is_said_and_the_curated_records_still_work(
    open_set: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENTS_URL", "duckdb:///no/such/file.duckdb")
    at = open_set(dataset="engine")
    assert not at.exception and len(at.error) == 1
    widget(at, "button", "leave-set").click().run()
    assert not at.error and "75 of 75 records" in words(at)


def test_an_engine_that_is_slow_is_said_and_its_answer_is_taken_later(
    open_set: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "WAIT", 0.0)
    at = open_set(**{"from": "1999-03-04", "to": "2001-02-03"})
    assert not at.exception and "still being asked" in at.info[0].value
    monkeypatch.setattr(patience, "WAIT", 60.0)
    widget(at, "button", "again").click().run()
    assert not at.info and "records" in words(at)


def test_a_question_that_takes_too_long_is_ended_and_said(
    open_set: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = (
        "SELECT count(*) FROM range(10_000_000_000) a, range(10_000) b WHERE hash(a.range) = 1"
    )
    at, totals = open_set("other"), Store.totals

    def slow(self: Store, value: Filter) -> Any:
        if value.q:
            return self.engine.ask(lambda: self.engine.backend().raw_sql(endless).fetchall())
        return totals(self, value)

    monkeypatch.setattr(Store, "totals", slow)
    monkeypatch.setenv("EVENTS_SECONDS", "0.5")
    widget(at, "text_input", "q").set_value("bridge").run()
    assert not at.exception
    assert [e.value for e in at.error] == ["These records cannot be shown."]
    assert "DuckDB: no answer after 0.5 seconds, so the question was ended" in at.code[0].value
    monkeypatch.setenv("EVENTS_SECONDS", "30")
    widget(at, "text_input", "q").set_value("").run()  # the way back is on the page
    assert not at.error
    assert "300 of 300 records" in words(at)


@pytest.mark.parametrize("view", ["claims", "ceasefires", "areas", "story"])
def test_pages_of_claims_say_that_there_are_none(open_set: Callable[..., Any], view: str) -> None:
    at = open_set(view=view)
    assert not at.exception
    assert "Imported records state no claims" in at.info[0].value
    at.button(key="back").click().run()
    assert "view" not in at.query_params
    assert "4,000 of 4,000 records" in words(at)


def test_choosing_a_set_begins_anew(open_set: Callable[..., Any]) -> None:
    at = open_set(dataset="curated", actor="russia")
    widget(at, "selectbox", "set").set_value("odd").run()
    assert not at.exception
    assert words(at).startswith("all records") and "of 4,000 records" in words(at)
    assert at.query_params["dataset"] in ("odd", ["odd"]) and "actor" not in at.query_params


def test_another_set_is_listed_from_its_first_page(
    open_set: Callable[..., Any], workspace: Path
) -> None:
    at = open_set()
    widget(at, "button", "page-after").click().run()
    assert text(fragment(at, "cd-step")).startswith("51–100 of 4,000")
    widget(at, "selectbox", "set").set_value("other").run()
    assert text(fragment(at, "cd-step")).startswith("1–50 of 300")
    (table,) = [element.value for element in at.dataframe]
    newest = open_folder(workspace / "other").store.page(Filter(), 50)
    assert list(table["what"]) == list(newest["title"])


def test_the_map_says_what_its_marks_are(open_set: Callable[..., Any]) -> None:
    wide = text(fragment(open_set(country="Chile", **{"from": "2022-06-01"}), "cd-mapnote"))
    assert "octagon: known only to that area" in wide and "1994–2020" not in wide
    near = text(fragment(open_set(country="Georgia", box="43,40,46,43"), "cd-mapnote"))
    assert "area held by Armenian forces 1994–2020" in near
    over = " ".join(map(text, bodies(open_set(dataset=["curated", "other"]))))
    assert "squares, octagons beside them: counts of Other" in over
