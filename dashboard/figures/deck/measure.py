"""How wide text in Arial is, and where its lines break: upper estimates, as no font is read."""

from collections.abc import Sequence

from .runs import Paragraph, Run

LEADING = 1.2  # line height by font size
SURE = 1.03  # for machines that set another font
_BOLD = 1.08
# The advances of Arial in thousandths of an em, by the characters that share one.
_ADVANCES = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[]\\ft·", 333: "()-r`“”", 355: '"', 389: "*",
    500: "cksvxyzJ", 556: "0123456789abdeghnopqu?_L$#–", 584: "+<=>~", 611: "FTZ",
    667: "ABEKPSVXY&", 722: "CDHNRUw", 778: "GOQ", 833: "mM", 889: "%", 944: "W", 1015: "@—…",
}  # fmt: skip
_EM = {char: advance / 1000 for advance, chars in _ADVANCES.items() for char in chars}
_OTHER, _FOREIGN = 0.67, 0.75  # Latin with a mark; Cyrillic, Armenian and whatever else

Cell = tuple[Paragraph, ...]


def _em(char: str) -> float:
    return SURE * _EM.get(char, _OTHER if ord(char) < 0x370 else _FOREIGN)


def width_pt(text: str, size: float) -> float:
    """The width of a line in points at a font size in points."""
    return size * sum(map(_em, text))


def _ends(chars: Sequence[tuple[str, float]], width: float) -> list[int]:
    """Where lines of characters of known widths end; a word wider than a line is broken."""
    ends, start, space, used = [], 0, -1, 0.0
    for i, (char, wide) in enumerate(chars):
        used += wide
        if char == " ":
            space = i
        elif used > width and i > start:
            cut = space + 1 if space >= start else i
            ends.append(cut)
            start, used = cut, sum(wide for _, wide in chars[cut : i + 1])
    return [*ends, len(chars)]


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The lines, each at most `width` points wide, of a text."""
    ends = _ends([(char, _em(char) * size) for char in text], width)
    return [text[a:b].strip() for a, b in zip([0, *ends[:-1]], ends, strict=True)]


def _paragraph_ends(paragraph: Paragraph, width: float, size: float) -> list[int]:
    sizes = ((run.text, size * (_BOLD if run.bold else 1)) for run in paragraph)
    return _ends([(char, _em(char) * points) for text, points in sizes for char in text], width)


def count_lines(cell: Cell, width: float, size: float) -> int:
    """The lines that paragraphs take."""
    return sum(len(_paragraph_ends(paragraph, width, size)) for paragraph in cell)


def cut_cell(cell: Cell, lines: int, width: float, size: float) -> tuple[Cell, Cell]:
    """The paragraphs that stand in the first `lines` lines, and the rest; nothing is lost."""
    head: list[Paragraph] = []
    for index, paragraph in enumerate(cell):
        ends = _paragraph_ends(paragraph, width, size)
        if len(ends) > lines:
            if lines <= 0:
                return tuple(head), cell[index:]
            first, rest = cut_paragraph(paragraph, ends[lines - 1])
            return (*head, first), (rest, *cell[index + 1 :])
        head.append(paragraph)
        lines -= len(ends)
    return tuple(head), ()


def cut_paragraph(paragraph: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    """The paragraph before and after an offset in its text."""
    first: list[Run] = []
    rest: list[Run] = []
    for run in paragraph:
        kept = max(min(at, len(run.text)), 0)
        at -= len(run.text)
        for part, text in ((first, run.text[:kept]), (rest, run.text[kept:])):
            if text:
                part.append(Run(text, run.bold, run.ink, run.link))
    return tuple(first), tuple(rest)
