"""Escaping at the edge: what comes from data stays text wherever it goes."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.text import markdown_text, plotly_text, shorten, web_address, width_px
from tests.figures.helpers import HOSTILE


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("a & b", "a &amp; b"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("two\nlines \t here", "two lines here"),
        ('"Şuşa" – Շուշի', '"Şuşa" – Շուշի'),
        ("", ""),
    ],
)
def test_plotly_text(text: str, shown: str) -> None:
    assert plotly_text(text) == shown


@given(st.text())
def test_plotly_text_has_no_markup_and_reads_as_before(text: str) -> None:
    found = plotly_text(text)
    assert "<" not in found
    assert html.unescape(found) == html.unescape(html.escape(" ".join(text.split()), quote=False))


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "[x](javascript:alert(1))",
        "![x](http://example.org/x.png)",
        "*a* _b_ `c` # d | e ~f~",
        "$x^2$ :smile: :material/home: :red[x]",
        "&lt;b&gt; &#60;",
        "1. one",
        "- one",
        "http://example.org",
        "www.example.org",
    ],
)
def test_markdown_text_leaves_no_sign_that_means_something(text: str) -> None:
    found = markdown_text(text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", found)  # an escaped sign is text
    assert not re.search(r"[\\`*_{}\[\]()<>#+\-.!|~$:&]", bare)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", found).replace("\u2060", "") == text


@pytest.mark.parametrize(
    "text",
    ["see https://example.org", "www.example.org", "WWW.a.b", "a@example.org", ":smile:", "a:+1:",
     ":material/home:", "3:smile:", "::tada::"],
)  # fmt: skip
def test_markdown_text_breaks_what_is_found_after_escapes_are_read(text: str) -> None:
    """The patterns of remark-gfm's autolinks, remark-emoji and Streamlit's icons, on the text."""
    later = re.compile(
        r"(https?://|www(?=\.))[-.\w]+|[-.\w+]+@[-\w]+(\.[-\w]+)+|:\+1:|:-1:|:[\w-]+:"
        r"|:material/\w+:", re.IGNORECASE
    )  # fmt: skip
    assert later.search(text)
    assert not later.search(markdown_text(text).replace("\\", ""))


def test_markdown_text_leaves_times_as_they_are() -> None:
    assert markdown_text("2020-10-10T12:00:00+04:00").replace("\\", "") == (
        "2020-10-10T12:00:00+04:00"
    )


def test_markdown_text_cannot_begin_a_new_block() -> None:
    assert "\n" not in markdown_text("a\n\n# b\r\n---\n    code")


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org/Şuşa"],
)
def test_a_web_page_is_linked(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "//example.org/a",
        "/a/b",
        "example.org",
        "https:",
        "https:///a",
        "https:javascript:alert(1)",
        "http://[::1",
        "blob:https://example.org/x",
    ],
)
def test_nothing_else_is_ever_linked(url: str) -> None:
    assert web_address(url) == ""


def test_short_text_stays_and_long_text_is_cut_at_a_word() -> None:
    assert shorten("Call of two", 11) == "Call of two"
    assert shorten("Call of two presidents", 16) == "Call of two…"
    assert shorten("Call, of two presidents", 6) == "Call…"
    assert shorten("Nagornokarabakhskaya", 10) == "Nagornoka…"
    assert shorten("a bcdefghijklmnop", 10) == "a bcdefgh…"  # the word ends too early


@given(st.text(), st.integers(1, 60))
def test_shortened_text_keeps_its_limit_and_says_that_it_is_cut(text: str, limit: int) -> None:
    found = shorten(text, limit)
    assert len(found) <= limit
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))


@given(st.text(max_size=40), st.text(max_size=40), st.floats(6, 40))
def test_widths_add_up_and_grow_with_the_font(a: str, b: str, size: float) -> None:
    assert width_px(a + b, size) == pytest.approx(width_px(a, size) + width_px(b, size))
    assert width_px(a, 2 * size) == pytest.approx(2 * width_px(a, size))
    assert width_px("Շ", size) > width_px("n", size)
