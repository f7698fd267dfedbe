"""Reads everything on a page that is HTML or Markdown, and says what of the data became either."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.page.reading import bodies, charts

TAGS = {
    *("article", "section", "div", "p", "h1", "h2", "h3", "h4", "span", "b", "i", "small", "a"),
    *("details", "summary", "ul", "ol", "li", "style", "abbr", "table", "tr", "td", "th", "dl"),
    *("dt", "dd", "br", "thead", "tbody", "tfoot", "caption", "mark", "header", "footer"),
    *("em", "strong"),
    *("code", "time", "kbd", "aside", "blockquote", "cite", "dfn", "col", "colgroup", "figure"),
}
ATTRIBUTES = {
    *("class", "href", "target", "rel", "style", "id", "role", "title", "lang", "scope", "colspan"),
    *("open", "tabindex", "datetime", "rowspan", "dir"),
}
STYLE = re.compile(r"[-\w\s:;%#.,()]*")
ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
FIELDS = ("label", "help", "body", "caption", "captions", "text", "delta")
# What a payload looks like while it still is Markdown: each holds a sign that would be escaped.
LIVE = ("window.__", "://", "<img", "<script", "<svg", "<a ", "![", "](", "{{", "${", "$$", "$\\h",
        "**bold", "~~gone", "`code", ":red[", ":material", ":smile:", "](data", "# Head", "| a",
        "&lt;", "&#60;", "DROP_")  # fmt: skip


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


def faults(at: AppTest) -> list[str]:
    """Where something of the data became markup, a link that is none, or Markdown; [] is right."""
    return [*_in_html(at), *_in_charts(at), *_in_markdown(at)]


def _in_html(at: AppTest) -> Iterator[str]:
    for body in bodies(at):
        markup = Markup(body)
        yield from (f"<{tag}> in {body[:200]}" for tag in markup.tags - TAGS)
        for name, value in markup.attributes:
            known = name in ATTRIBUTES or name.startswith(("aria-", "data-"))
            bad_link = name == "href" and not value.startswith(("https://", "http://", "#"))
            bad_style = name == "style" and (not STYLE.fullmatch(value) or "url" in value)
            if not known or bad_link or bad_style:
                yield f'{name}="{value[:200]}"'


def _in_charts(at: AppTest) -> Iterator[str]:
    """Plotly reads some tags, and would draw a link."""
    for key, spec in charts(at).items():
        written = json.dumps(spec)
        for tag in ("<script", "<img", "<a ", "<svg", "<span", "<iframe"):
            found = written.find(tag)
            if found >= 0:
                yield f"{key}: {written[max(found - 100, 0) : found + 60]}"


def _in_markdown(at: AppTest) -> Iterator[str]:
    for text in markdown(at):
        bare = ESCAPED.sub("·", text)
        yield from (f"{sign} in {text[:300]}" for sign in LIVE if sign in bare)


def markdown(at: AppTest) -> Iterator[str]:
    """All that goes through Markdown: bodies, labels, help, choices that are drawn as it."""
    for node in _nodes(at._tree):
        kind, proto = getattr(node, "type", ""), getattr(node, "proto", None)
        if proto is None or kind in ("html", "code", "text", "plotly_chart"):
            continue
        for part in [proto, *(getattr(proto, n) for n in ("expandable", "popover", "tab")
                              if hasattr(proto, n))]:  # fmt: skip
            for name in FIELDS:
                found = getattr(part, name, "")
                yield from [found] if isinstance(found, str) else map(str, found)
        if kind == "radio":
            yield from proto.options
        if kind == "button_group":
            yield from (option.content for option in proto.options)


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)
