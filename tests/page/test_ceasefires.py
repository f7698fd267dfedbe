"""The page of ceasefires: what it says beside what stands in the tables, filters, empty states."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.page.probe import Screen
from tests.data_copy import Copy
from tests.page.conftest import DESK, OpenPage
from tests.page.reading import bodies, charts, fragment, text

PHONE = Screen(webgl=False, width=360, height=780)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Copy:
    """The data of the project in a folder that the test may change."""
    return Copy(Path(shutil.copytree(root / "data", tmp_path / "data")))


def cards(at: AppTest) -> list[str]:
    """The words of each ceasefire's card."""
    return [text(part) for part in fragment(at, "cd-truces").split("<article")[1:]]


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_three_ceasefires_with_both_sides_accounts(open_page: OpenPage, screen: Screen) -> None:
    at = open_page(screen, view="ceasefires")
    assert not at.exception
    first, second, third = cards(at)
    assert "To begin 10 Oct 2020, 12:00 local = 08:00 UTC" in first
    assert "To begin 18 Oct 2020, 00:00 local = 17 Oct, 20:00 UTC" in second
    assert "To begin 26 Oct 2020, 08:00 local = 04:00 UTC" in third
    assert "Azerbaijan : after 12:00, no minute given (12:00 local = 08:00 UTC)" in first
    assert "Armenia : 12:05 local = 08:05 UTC · 5 minutes after the start" in first
    assert "Armenia : no hour given Armenian forces did not break the truce." in first
    assert "Azerbaijan : 00:02 local = 17 Oct, 20:02 UTC · 2 minutes after the start" in second
    assert "Armenia : 00:04 local = 17 Oct, 20:04 UTC · 4 minutes after the start" in second
    assert "Azerbaijan : 08:05 local = 04:05 UTC · 5 minutes after the start" in third
    assert "Armenia : 08:45 local = 04:45 UTC · 45 minutes after the start" in third
    assert "Karabakh Armenian authorities : no hour given The Defence Army keeps" in third
    assert [len(t["x"]) for t in charts(at)["ceasefires"]["data"]] == [2, 2, 2]


def test_who_brokered_each(open_page: OpenPage) -> None:
    first, second, third = cards(open_page(view="ceasefires"))
    assert "Broker: Russia." in first
    assert "beside the parties: Russia, Sergey Lavrov, International Committee" in first
    assert "Who brokered it is told differently: AFP and the US text speak of Paris" in second
    assert "beside the parties: France, Russia, United States." in second
    assert "Macron took part in a mediation on 17 October beside Russia" in second
    assert "Broker: United States." in third
    assert "United States, Stephen Biegun, Mike Pompeo, Minsk Group co-chairs" in third


def test_the_articles_sentence_stands_beside_as_its_speakers_claim(open_page: OpenPage) -> None:
    at = open_page(view="ceasefires")
    said = text(fragment(at, "cd-card cd-truce"))
    assert "Armenia went as far as to violate three humanitarian ceasefires." in said
    assert "Turkey : TRT World, 7 Nov 2020, day uncertain · contested" in said
    assert (
        "8 accounts of the breach of 3 ceasefires, denials included: 3 by Azerbaijan, "
        "4 by Armenia, 1 by Karabakh Armenian authorities." in said
    )
    assert "Azerbaijan names an hour for a breach in 3 of 3." in said
    assert "Armenia names an hour for a breach in 3 of 3." in said
    context = text(fragment(open_page(view="ceasefires", layer="context"), "cd-card cd-truce"))
    assert "went as far" not in context
    assert "The view holds no sentence of the article" in context


def test_every_claim_has_its_source(open_page: OpenPage) -> None:
    body = fragment(open_page(view="ceasefires"), "cd-truces")
    for words in ("Hürriyet Daily News", "Al-Masdar News", "Azernews", "Armenpress"):
        assert f'rel="noopener noreferrer">{words}' in body
    assert body.count("<a href=") == 8 + 6  # accounts, claims of the ceasefires themselves


def test_ceasefires_without_an_axis_are_named(open_page: OpenPage) -> None:
    rest = next(b for b in bodies(open_page(view="ceasefires")) if "without an axis" in b)
    said = text(rest)
    assert "no account of a breach: Trilateral statement: ceasefire and peacekeepers" in said
    assert "Without an hour in the date of the record: Bishkek Protocol signed" in said


def test_the_picture_stands_alone(open_page: OpenPage) -> None:
    notes = charts(open_page(view="ceasefires"))["ceasefires"]["layout"]["annotations"]
    said = " ".join(a["text"] for a in notes).replace("<br>", " ")
    for words in ("Ceasefires, minute by minute", "75 of 75 records", "Every axis is",
                  "no minute given", "sources, listed with each record", "data 1."):  # fmt: skip
        assert words in said


def test_a_filter_shows_its_ceasefires_only(open_page: OpenPage) -> None:
    at = open_page(view="ceasefires", from_="2020-10-18", to="2020-10-18")
    (only,) = cards(at)
    assert "To begin 18 Oct 2020, 00:00 local" in only
    assert len(charts(at)["ceasefires"]["data"]) == 1


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"type": "resolution"}, "The records have 3 with an hour of effect"),
        ({"q": "zzzz"}, "No record matches:"),
    ],
    ids=["no truce", "no record"],
)
def test_a_filter_that_lets_none_through_says_so(
    open_page: OpenPage, screen: Screen, query: dict[str, str], words: str
) -> None:
    at = open_page(screen, view="ceasefires", **query)
    assert not at.exception
    assert words in text(fragment(at, "cd-empty"))
    assert "ceasefires" not in charts(at)
    assert not cards(at)


def test_data_without_an_hour_says_so(
    open_page: OpenPage, other_data: Callable[[Path], None], copy: Copy
) -> None:
    for truce, day in (("first", "10"), ("second", "18"), ("third", "26")):
        copy.change("events", f"{truce}-truce-2020-10-{day}", date=f"2020-10-{day}")
    other_data(copy.folder)
    at = open_page(view="ceasefires")
    assert not at.exception
    assert "No ceasefire can be drawn." in text(fragment(at, "cd-empty"))
    assert "First truce takes effect" in " ".join(text(b) for b in bodies(at))


def test_text_of_the_records_stays_text(
    open_page: OpenPage, other_data: Callable[[Path], None], copy: Copy
) -> None:
    evil = "<script>alert(1)</script> <img src=x onerror=alert(1)>"
    copy.change("claims", "first-truce-breaches-2020-10-10--1", statement=evil)
    copy.change("events", "first-truce-2020-10-10", title=evil, note=f"Broker: {evil}")
    copy.change("sources", "amn-1010", url='https://example.org/"onclick=alert(1)', publisher=evil)
    other_data(copy.folder)
    at = open_page(view="ceasefires")
    assert not at.exception
    body = fragment(at, "cd-truces")
    assert "&lt;script&gt;" in body
    assert "<script" not in body and "<img" not in body and '"onclick' not in body
    for trace in charts(at)["ceasefires"]["data"]:
        assert "<script" not in "".join([*trace["hovertext"], *trace["text"]])
