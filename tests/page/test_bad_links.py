"""What an address gets wrong is left out with a note that names it; the rest of it still counts."""

import pytest

from dashboard.page.probe import Screen
from tests.page.conftest import OpenPage
from tests.page.reading import bodies, count, fragment, notes, widget

LONG = "a" * 5000


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"from": "yesterday"}, "from=yesterday"),
        ({"from": "2020-02-30"}, "from=2020-02-30"),
        ({"to": "07.11.2020"}, "to=07.11.2020"),
        ({"from": "2020-11-08", "to": "2020-11-07"}, "from=2020-11-08"),
        ({"actor": "narnia"}, "actor=narnia"),
        ({"type": "party"}, "type=party"),
        ({"layer": "both"}, "layer=both"),
        ({"speaker": "nobody"}, "speaker=nobody"),
        ({"contested": "maybe"}, "contested=maybe"),
        ({"event": "nope"}, "event=nope"),
        ({"lanes": "colour"}, "lanes=colour"),
        ({"names": "ru"}, "names=ru"),
        ({"map": "moon"}, "map=moon"),
        ({"present": "2"}, "present=2"),
    ],
    ids=str,
)
def test_a_bad_value_is_named_and_left_out(
    open_page: OpenPage, query: dict[str, str], named: str
) -> None:
    at = open_page(**query)
    assert not at.exception
    assert named in plain(notes(at))
    assert count(at) == (75, 75)
    assert dict(at.query_params) == {}  # the address then says what is shown


def test_a_bad_value_does_not_take_the_good_ones_along(open_page: OpenPage) -> None:
    at = open_page(actor=["russia", "narnia"], contested="perhaps", event="nope")
    assert count(at) == (14, 75)
    for named in ("actor=narnia", "contested=perhaps", "event=nope"):
        assert named in plain(notes(at))
    assert dict(at.query_params) == {"actor": "russia"}


def test_a_long_text_is_cut(open_page: OpenPage) -> None:
    at = open_page(q=LONG)
    assert not at.exception
    assert "q is longer than 100 characters" in plain(notes(at))
    assert len(widget(at, "text_input", "q").value) == 100
    assert len(at.query_params["q"]) == 100
    assert "No record matches" in fragment(at, "cd-empty")
    assert LONG not in "".join(bodies(at))


def test_many_values_and_unknown_names(open_page: OpenPage) -> None:
    at = open_page(
        event=["ceasefire-1994", "nope"], from_=["2020-11-07", "2020-11-08"], utm_source="mail"
    )
    assert not at.exception
    assert "event=nope" in plain(notes(at))
    assert "from=2020-11-08" in plain(notes(at))
    assert "utm_source" not in at.query_params


def test_notes_go_when_the_filters_are_reset(open_page: OpenPage) -> None:
    at = open_page(actor="narnia")
    at.button(key="reset").click().run()
    assert not notes(at)


def test_a_note_is_text_not_markdown(open_page: OpenPage) -> None:
    """A link made by a stranger must not make the page draw pictures or links of theirs."""
    at = open_page(actor="![x](https://example.org/x.png)", type="[y](https://example.org)")
    for raw in ("![x](", "[y]("):
        assert raw not in notes(at)
    assert "![x](https://example.org/x.png)" in plain(notes(at))


def test_a_bad_link_in_the_presentation(open_page: OpenPage) -> None:
    at = open_page(Screen(False, 1240, 720), present="1", actor="narnia", from_="x")
    assert not at.exception
    assert count(at) == (75, 75)


def plain(markdown: str) -> str:
    """Markdown as it is read: without its backslashes and invisible joiners."""
    return markdown.replace("\\", "").replace("\u2060", "")
