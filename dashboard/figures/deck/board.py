"""Puts native shapes, lines and text boxes on a slide, in points from its top left corner."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from .ink import NO_FILL, NO_LINE
from .runs import Paragraph, attribute, one_line, paragraphs_xml

EMU = 12700  # of a point
WIDE, HIGH = 960.0, 540.0  # of a slide, in points
Box = tuple[float, float, float, float]  # left, top, right, bottom

_NS = nsdecls("p", "a", "r")
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)


@dataclass
class Board:
    """A slide, or a group of shapes on it, to draw on; `boxes` are those of all that it holds."""

    slide: Any
    tree: Any
    ids: Iterator[int]
    boxes: list[Box] = field(default_factory=list)

    @classmethod
    def of(cls, slide: Any) -> "Board":
        """The board of a slide; ids follow those that it has."""
        return cls(slide, slide.shapes._spTree, count(1000))

    @contextmanager
    def group(self, name: str, alt: str = "") -> Iterator["Board"]:
        """A group that is as large as what is drawn into it; nothing, if that is nothing."""
        xml = f"<p:grpSp {_NS}><p:nvGrpSpPr>{self._named(name, alt, bool(alt))}<p:cNvGrpSpPr/>" \
              "<p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:grpSp>"  # fmt: skip
        inner = Board(self.slide, parse_xml(xml), self.ids)
        yield inner
        if inner.boxes:
            lows, highs = zip(*((b[:2], b[2:]) for b in inner.boxes), strict=True)
            box = (*map(min, zip(*lows, strict=True)), *map(max, zip(*highs, strict=True)))
            frame = _frame(box, group=True)
            inner.tree.find(".//{*}grpSpPr").append(parse_xml(frame.replace(">", f" {_NS}>", 1)))
            self._append(inner.tree, box)

    def shape(
        self,
        kind: str,
        box: Box,
        name: str,
        alt: str = "",
        fill: str = NO_FILL,
        line: str = NO_LINE,
        turn: float = 0.0,
        text: Sequence[Paragraph] = (),
        size: float = 9.0,
    ) -> None:
        """A preset shape (`kind` as in DrawingML); `turn` in degrees; `text` in its middle. One
        with neither `alt` nor text is decoration."""
        self._sp(kind, box, name, alt, fill + line, turn, _body(text, size, "ctr", "ctr", False))

    def text(
        self,
        box: Box,
        text: Sequence[Paragraph],
        size: float,
        name: str = "",
        align: str = "l",
        anchor: str = "t",
        wrap: bool = True,
        after: float = 0.0,
        fill: str = NO_FILL,
    ) -> None:
        """A text box without insets; `anchor` t, ctr or b; `after` the space after paragraphs."""
        body = paragraphs_xml(text, size, align, self.relate, after)
        self._sp(
            "rect",
            box,
            name or one_line("".join(r.text for p in text for r in p))[:60],
            "",
            fill,
            0.0,
            f"<p:txBody>{_properties(anchor, wrap)}{body}</p:txBody>",
            ' txBox="1"',
        )

    def line(self, ends: Box, name: str, line: str, alt: str = "") -> None:
        """A straight connector from the first point to the second."""
        box = (min(ends[0], ends[2]), min(ends[1], ends[3]), max(ends[0], ends[2]),
               max(ends[1], ends[3]))  # fmt: skip
        xml = (
            f"<p:cxnSp {_NS}><p:nvCxnSpPr>{self._named(name, alt, bool(alt))}<p:cNvCxnSpPr/>"
            f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{_frame(box)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
        )
        self._append(parse_xml(xml), box)

    def relate(self, address: str) -> str:
        """The id of the slide's relationship to a web address."""
        return str(
            self.slide.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )

    def _sp(
        self,
        kind: str,
        box: Box,
        name: str,
        alt: str,
        look: str,
        turn: float,
        body: str,
        text_box: str = "",
    ) -> None:
        said = bool(alt or text_box or "<a:t>" in body)
        xml = (
            f"<p:sp {_NS}><p:nvSpPr>{self._named(name, alt, said)}<p:cNvSpPr{text_box}/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr>{_frame(box, turn)}"
            f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{look}</p:spPr>{body}</p:sp>'
        )
        self._append(parse_xml(xml), box)

    def _named(self, name: str, alt: str, said: bool) -> str:
        head = f'<p:cNvPr id="{next(self.ids)}" name={attribute(name)} descr={attribute(alt)}'
        return f"{head}/>" if said else f"{head}>{_DECORATION}</p:cNvPr>"

    def _append(self, element: Any, box: Box) -> None:
        self.tree.append(element)
        self.boxes.append(box)


def _frame(box: Box, turn: float = 0.0, group: bool = False) -> str:
    left, top, right, bottom = (round(side * EMU) for side in box)
    rotated = f' rot="{round(turn * 60_000)}"' if turn else ""
    wide, high = right - left, bottom - top
    inner = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{wide}" cy="{high}"/>' if group else ""
    place = f'<a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'
    return f"<a:xfrm{rotated}>{place}{inner}</a:xfrm>"


def _properties(anchor: str, wrap: bool) -> str:
    flow = "square" if wrap else "none"
    return (
        f'<a:bodyPr wrap="{flow}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr><a:lstStyle/>"
    )


def _body(text: Sequence[Paragraph], size: float, align: str, anchor: str, wrap: bool) -> str:
    body = paragraphs_xml(text or ((),), size, align)
    return f"<p:txBody>{_properties(anchor, wrap)}{body}</p:txBody>"
