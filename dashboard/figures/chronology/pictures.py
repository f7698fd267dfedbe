"""The figures of a chronology: each with a numbered caption and an alternative text."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx.image.image import Image
from docx.shared import Cm

from ..briefing import Material
from ..text import clean_text
from .inline import element, field, one_line, words
from .styles import TEXT_CM
from .writer import Writer

HIGHEST_CM = 21.0  # so that the caption is on the same page
BOTH_CM = 21.2  # the heights of two figures on one page with their captions
LEAST_SCALE = 0.85  # a figure made smaller than this is no longer easy to read
NAMES = {"timeline": "Timeline", "map": "Map"}


def add_pictures(
    writer: Writer, material: Material, pictures: Mapping[str, tuple[bytes, str]]
) -> None:
    """Add the figures that are there and wanted, the timeline first."""
    shown = [key for key in NAMES if key in pictures and key in material.brief.parts]
    if not shown:
        return
    both = len(shown) > 1  # they have a page of their own
    writer.heading(1, " and ".join(NAMES[key] for key in shown).capitalize(), new_page=both)
    sizes = figure_sizes([pictures[key][0] for key in shown])
    for number, (key, size) in enumerate(zip(shown, sizes, strict=True), 1):
        png, alt = pictures[key]
        name = f"Figure {number}: {NAMES[key]}"
        writer.paragraph("Figure", _drawing(writer, png, size, name, alt), keep=True)
        text = f". {NAMES[key]}: {one_line(material.view.sentence)}"
        caption = [words("Figure "), field("SEQ Figure \\* ARABIC", str(number)), words(text)]
        writer.paragraph("Caption", *caption, keep=key == "map")
        if key == "map":
            writer.paragraph("Credit", words(one_line(material.credit)))


def figure_sizes(pngs: Sequence[bytes]) -> list[tuple[float, float]]:
    """Width and height of each picture in cm: as wide as the text or as high as a page has room;
    all a little smaller if they then stand on one page."""
    sizes = []
    for png in pngs:
        image = Image.from_blob(png)
        wide = min(TEXT_CM, HIGHEST_CM * image.px_width / image.px_height)
        sizes.append((wide, wide * image.px_height / image.px_width))
    scale = min(BOTH_CM / sum(high for _, high in sizes), 1.0)
    scale = scale if scale >= LEAST_SCALE else 1.0
    return [(wide * scale, high * scale) for wide, high in sizes]


def _drawing(writer: Writer, png: bytes, size: tuple[float, float], name: str, alt: str) -> Any:
    """A run with the picture."""
    inline = writer.document.part.new_pic_inline(BytesIO(png), *map(Cm, size))
    inline.docPr.set("name", name)
    inline.docPr.set("descr", clean_text(alt))
    run, drawing = element("w:r"), element("w:drawing")
    drawing.append(inline)
    run.append(drawing)
    return run
