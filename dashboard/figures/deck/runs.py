"""Text of a deck: runs in paragraphs, as DrawingML, with every character that a file can hold."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ..text import clean_text, web_address
from .ink import TEXT, solid

LEAST_PT = 9.0  # no text on a slide is smaller
LANGUAGE = "en-GB"
# Marks that reverse what follows: counts after a searched word would be read backwards.
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
LONGEST_LINK = 2000  # characters; PowerPoint opens no longer address


@dataclass(frozen=True)
class Run:
    """Text of one look: `ink` as in ink.py, `link` a web address or ""."""

    text: str
    bold: bool = False
    ink: str = TEXT
    link: str = ""


Paragraph = tuple[Run, ...]


def plain(text: str, bold: bool = False, ink: str = TEXT) -> Paragraph:
    """A paragraph of one look."""
    return (Run(text, bold, ink),)


def one_line(text: str) -> str:
    """The text without what a file cannot hold or what turns the words after it, and with single
    spaces."""
    return " ".join(clean_text(text).translate(_TURNS).split())


def attribute(text: str) -> str:
    """The text as a quoted XML attribute."""
    return quoteattr(clean_text(text))


def paragraphs_xml(
    paragraphs: Iterable[Paragraph],
    size: float,
    align: str = "l",
    relate: Callable[[str], str] | None = None,
    after: float = 0.0,
) -> str:
    """The `a:p` elements; `size` and the space `after` each in points, `align` l, ctr or r.

    `relate` makes a relationship id of a web address; without it nothing is linked.
    """
    points = round(max(size, LEAST_PT) * 100)
    space = f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>' if after else ""
    head = f'<a:pPr algn="{align}">{space}</a:pPr>'
    end = f'<a:endParaRPr lang="{LANGUAGE}" sz="{points}"/>'
    return "".join(
        f"<a:p>{head}{''.join(_run(run, points, relate) for run in paragraph)}{end}</a:p>"
        for paragraph in paragraphs
    )


def _run(run: Run, points: int, relate: Callable[[str], str] | None) -> str:
    address = web_address(clean_text(run.link))
    link = ""
    if address and relate and len(address) <= LONGEST_LINK:
        link = f'<a:hlinkClick r:id="{relate(address)}"/>'
    bold = ' b="1"' if run.bold else ""
    look = f'<a:rPr lang="{LANGUAGE}" sz="{points}"{bold}>{solid(run.ink)}{link}</a:rPr>'
    return f"<a:r>{look}<a:t>{escape(clean_text(run.text))}</a:t></a:r>"
