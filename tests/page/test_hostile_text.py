"""Text in the records stays text: in no field does it become markup, a link or a formula."""

import json
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import DATA, read_dataset
from dashboard.page import cache
from dashboard.page.probe import Screen
from tests.page.conftest import DESK, OpenPage
from tests.page.reading import bodies, charts, fragment

EVIL = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> ![p](https://example.org/p.png) "
    "[link](javascript:alert(1)) {{7*7}} \"><b onclick='alert(1)'>"
)
# What a curator types in; ids, dates and allowed values cannot hold it.
FIELDS = {
    "events": ["title", "summary", "note"],
    "claims": ["statement"],
    "actors": ["name"],
    "places": ["label", "name_az", "name_hy", "note"],
    "sources": ["publisher", "title", "locator", "affiliation"],
    "categories": ["label", "definition"],
    "sides": ["label"],
    "periods": ["label"],
}
TAGS = {
    *("article", "section", "div", "p", "h1", "h3", "h4", "span", "b", "i", "small", "a", "br"),
    *("details", "summary", "ul", "li", "style", "abbr", "table", "tr", "td", "th", "dl", "dt"),
}


class Markup(HTMLParser):
    """What a fragment really consists of: its tags, attributes and words."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def hostile(
    tmp_path: Path, other_data: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The records with bad intentions in every text, and with addresses that run a script.

    The check at the start would refuse the addresses: here it is blind, as the second wall counts.
    """
    monkeypatch.setattr(cache, "check", lambda folder: [])
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name, columns in FIELDS.items():
        path = folder / f"{name}.csv"
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        for column in columns:
            table[column] = table[column] + " " + EVIL
        if name == "sources":
            table["url"] = ["javascript:alert(1)", "data:text/html,x"] * (len(table) // 2) + [
                "https://example.org/?a=\"onclick='x'"
            ] * (len(table) % 2)
        table.to_csv(path, index=False)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["title"] += f" {EVIL}"
    package["version"] += f" {EVIL}"
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    other_data(folder)
    return folder


def pages(open_page: OpenPage, event: str) -> list[AppTest]:
    """The page in every way in which it can stand."""
    slide = Screen(False, 1240, 720)
    return [
        open_page(),
        open_page(event=event),
        open_page(Screen(True, 360, 780), lanes="type", map="diplomacy", names="az"),
        open_page(slide, present="1", names="hy", lanes="speaker"),
        open_page(q="zzzz", actor="narnia<script>"),
        open_page(DESK, q="<script>alert(1)</script>"),
    ]


def test_hostile_records(open_page: OpenPage, hostile: Path) -> None:
    told = read_dataset(hostile).tables.claims["event_id"].value_counts()
    for at in pages(open_page, str(told.idxmax())):
        assert not at.exception
        for body in bodies(at):
            markup = Markup(body)
            assert markup.tags <= TAGS
            assert not [name for name, _ in markup.attributes if name.startswith("on")]
            for name, value in markup.attributes:
                assert name not in ("href", "src") or value.startswith(("https://", "http://"))
        _is_text_in_charts(at)
        _is_text_in_markdown(at)
    card = fragment(open_page(event=str(told.idxmax())), "cd-card")
    assert EVIL in " ".join(Markup(card).words.split(" "))  # shown as it was written


def _is_text_in_charts(at: AppTest) -> None:
    """Plotly reads some tags, and would draw a link."""
    for key, spec in charts(at).items():
        written = json.dumps(spec)
        for tag in ("<script", "<img", "<a ", "<b onclick"):
            at_ = written.find(tag)
            assert at_ < 0, f"{key}: {written[max(at_ - 200, 0) : at_ + 40]}"


def _is_text_in_markdown(at: AppTest) -> None:
    """Labels of buttons and choices, notes and captions are Markdown, pictures included."""
    said = [element.value for kind in (at.markdown, at.caption, at.warning) for element in kind]
    said += [option for group in at.get("button_group") for option in group.options]
    said += [option for radio in at.radio for option in radio.options]
    for markdown in said:
        assert "![" not in markdown
        assert "](" not in markdown


def test_texts_are_not_read_as_templates(open_page: OpenPage, hostile: Path) -> None:
    at = open_page()
    assert "49" not in Markup(fragment(at, "cd-head")).words
    assert "{{7*7}}" in Markup(fragment(at, "cd-head")).words
