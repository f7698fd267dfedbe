"""What stands in a paragraph of a Word document: words, links and fields, as XML elements."""

import re
from typing import Any
from urllib.parse import quote

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ..text import clean_text, web_address

LONGEST_LINK = 2000  # characters; Word opens no longer address
_SPACES = re.compile("[ \t\n\u2028\u2029]+")
_HOST = re.compile(r"https?://(?:[A-Za-z0-9._~-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:[/?#]|$)")


def one_line(text: str) -> str:
    """The text without what a file cannot hold, and with single spaces."""
    return _SPACES.sub(" ", clean_text(text)).strip()


def element(tag: str, **attributes: object) -> Any:
    """An element such as "w:r" with attributes of the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def words(text: str, style: str = "", language: str = "") -> Any:
    """A run of text in a character style, by its id; `language` if it is not the document's."""
    run = element("w:r")
    if style or language:
        props = element("w:rPr")
        props.extend([element("w:rStyle", val=style)] if style else [])
        props.extend([element("w:lang", val=language)] if language else [])
        run.append(props)
    run.append(_text("w:t", _SPACES.sub(" ", clean_text(text))))
    return run


def line_break() -> Any:
    """The end of a line inside a paragraph."""
    run = element("w:r")
    run.append(element("w:br"))
    return run


def tab() -> Any:
    """A step to the next tab stop."""
    run = element("w:r")
    run.append(element("w:tab"))
    return run


def field(instruction: str, shown: str) -> Any:
    """A field that Word keeps up to date, such as PAGE; `shown` stands there until it does."""
    made = element("w:fldSimple", instr=f" {instruction} ")
    made.append(words(shown))
    return made


def inner_link(bookmark: str, text: str, style: str) -> Any:
    """A link to a bookmark of the same document."""
    link = element("w:hyperlink", anchor=bookmark, history=1)
    link.append(words(text, style))
    return link


def outer_link(relation: str, text: str) -> Any:
    """A link to an address outside, by the id of its relationship."""
    link = element("w:hyperlink", history=1)
    link.set(qn("r:id"), relation)
    link.append(words(text, "Hyperlink"))
    return link


def link_target(url: str) -> str:
    """The address if it is one of the web that Word takes for an address, else "": with one that
    it cannot read, it takes the whole file for damaged."""
    address = web_address(clean_text(url).strip())
    safe = quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
    return safe if len(safe) <= LONGEST_LINK and _HOST.match(safe) else ""


def _text(tag: str, text: str) -> Any:
    made = element(tag)
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made
