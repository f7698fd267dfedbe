"""Reads what stands on the page: words, counts, cards, and the records in each view."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest


def bodies(at: AppTest) -> list[str]:
    """The HTML fragments on the page, as they were sent; style sheets left out."""
    found = [element.proto.body for element in at.get("html")]
    return [body for body in found if not body.startswith("<style>")]


def fragment(at: AppTest, name: str) -> str:
    """The fragment whose outermost class is `name`, "" if it is not there."""
    return next((body for body in bodies(at) if f'class="{name}"' in body.split(">")[0]), "")


def text(markup: str) -> str:
    """The words of a fragment."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def words(at: AppTest) -> str:
    """The filter and the counts in words, as they stand on top."""
    return text(
        fragment(at, "cd-head").partition("cd-words")[2].partition("</p>")[0].partition(">")[2]
    )


def count(at: AppTest) -> tuple[int, int]:
    """N and M of "N of M records" on top of the page."""
    found = re.search(r"(\d+) of (\d+) records", words(at))
    assert found, words(at)
    return int(found[1]), int(found[2])


def widget(at: AppTest, kind: str, name: str) -> Any:
    """The widget of that kind for a field; its key may end with a count of its remakings."""
    found = [w for w in at.get(kind) if w.key == name or w.key.startswith(f"{name}-")]
    assert len(found) == 1, [w.key for w in at.get(kind)]
    return found[0]


def notes(at: AppTest) -> str:
    """The notes on what was left out of the address."""
    return "\n".join(warning.value for warning in at.warning)


def charts(at: AppTest) -> dict[str, Any]:
    """The specifications of the Plotly charts by the key of their element."""
    protos = [element.proto for element in at.get("plotly_chart")]
    return {proto.id.split("-", 2)[2]: json.loads(proto.spec) for proto in protos}


def deck(at: AppTest) -> dict[str, Any]:
    """The specification of the WebGL map."""
    (element,) = at.get("deck_gl_json_chart")
    return dict(json.loads(element.proto.json))


def ids_in(spec: dict[str, Any]) -> set[str]:
    """The records behind the marks of a Plotly chart."""
    marks = [row for trace in spec["data"] for row in trace.get("customdata") or []]
    return {i for row in marks if isinstance(row, list) for i in row if isinstance(i, str)}


def ids_in_deck(node: Any) -> Iterator[str]:
    """The records behind the marks of a WebGL map."""
    if isinstance(node, dict):
        yield from node.get("ids", ())
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from ids_in_deck(child)


def ringed(spec: dict[str, Any]) -> int:
    """How many marks of a Plotly chart carry the ring of the chosen record."""
    return sum(len(t["y"]) for t in spec["data"] if t.get("name") == "selected" and "y" in t)


def rows(at: AppTest) -> list[tuple[str, str]]:
    """Date and title of the rows of the table; none if there is no table."""
    tables = [element.value for element in at.dataframe]
    return [row for t in tables for row in zip(t["date_label"], t["title"], strict=True)]
