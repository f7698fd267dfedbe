"""Writes paragraphs at the end of a Word document by the ids of their styles, which is fast."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from .inline import element, inner_link, link_target, outer_link, words


@dataclass(frozen=True)
class SideLine:
    """A line at the left of a paragraph. Word joins equal lines of paragraphs that follow each
    other; an `odd` one is a little wider, so that those of two sides of one colour stay apart."""

    colour: str
    odd: bool = False

    def element(self) -> Any:
        """The line as XML; its width is in eighths of a point, its distance in points."""
        borders, colour = element("w:pBdr"), self.colour.removeprefix("#")
        size = 26 if self.odd else 24
        borders.append(element("w:left", val="single", sz=size, space=8, color=colour))
        return borders


@dataclass
class Writer:
    """A document to write to."""

    document: Any
    _bookmarks: Iterator[int] = field(default_factory=lambda: count(1))

    def paragraph(
        self, style: str, *content: Any, line: SideLine | None = None, keep: bool = False
    ) -> None:
        """Add a paragraph. `line` stands at its left; `keep` keeps it on one page with the next."""
        self.append(paragraph(style, content, line, keep))

    def heading(self, level: int, text: str, new_page: bool = False) -> None:
        """Add a heading that Word's navigation finds."""
        made = paragraph(f"Heading{level}", [words(text)])
        made[0].extend([element("w:pageBreakBefore")] if new_page else [])
        self.append(made)

    def append(self, block: Any) -> None:
        """Add a paragraph or a table; what describes the page stays last."""
        self.document.element.body[-1].addprevious(block)

    def address(self, url: str, text: str = "") -> Any:
        """An address as a link if it is one of the web, else as plain text."""
        target = link_target(url)
        if not target:
            return words(text or url)
        kind = RELATIONSHIP_TYPE.HYPERLINK
        return outer_link(self.document.part.relate_to(target, kind, is_external=True), text or url)

    def bookmarked(self, name: str, *content: Any) -> list[Any]:
        """The content as the target of links to `name`."""
        number = next(self._bookmarks)
        start = element("w:bookmarkStart", id=number, name=name)
        return [start, *content, element("w:bookmarkEnd", id=number)]


def paragraph(
    style: str, content: Sequence[Any], line: SideLine | None = None, keep: bool = False
) -> Any:
    """A paragraph in a style, by its id."""
    made, props = element("w:p"), element("w:pPr")
    props.append(element("w:pStyle", val=style))
    if keep:
        props.append(element("w:keepNext"))
    if line:
        props.append(line.element())
    made.append(props)
    made.extend(content)
    return made


def references(numbers: Sequence[int]) -> list[Any]:
    """Numbers of sources as raised links to their entries."""
    return [inner_link(source_bookmark(n), f"[{n}]", "Reference") for n in numbers]


def source_bookmark(number: int) -> str:
    """The name of the bookmark at the entry of a source."""
    return f"source_{number}"
