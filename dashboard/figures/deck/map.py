"""The slide of the map: a picture without text, and its labels over it as native text."""

from io import BytesIO
from typing import Any

from pptx.util import Pt

from ..briefing import Material
from ..picture import Picture, PictureLabel
from ..text import clean_text
from .board import WIDE, Board, Box
from .ink import MUTED
from .legend import draw_column, picture_entries
from .measure import width_pt
from .runs import LEAST_PT, one_line, plain
from .slides import fit, new_slide
from .template import MARGIN, look_of

TOP, BOTTOM = 54.0, 484.0
LEGEND_PT, GAP = 210.0, 18.0
ROOM = (WIDE - 2 * MARGIN - LEGEND_PT - GAP, BOTTOM - TOP)  # for the picture, in points
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}


def add_map(presentation: Any, material: Material, picture: Picture) -> None:
    """Add the slide. The picture is as large as it can be beside the legend."""
    ids = set(material.view.locations["event_id"])
    numbers = {n for i in ids for n in material.citations.by_event[i]}
    sources = [s for s in material.citations.sources if s.number in numbers]
    board = new_slide(presentation, material, "Map", sources)
    box = picture_box(picture)
    left, top, right, bottom = box
    shown = board.slide.shapes.add_picture(
        BytesIO(picture.png), Pt(left), Pt(top), Pt(right - left), Pt(bottom - top)
    )
    shown.name = "Map"
    shown._element.nvPicPr.cNvPr.set("descr", clean_text(picture.alt))
    with board.group("Labels of the map") as group:
        for label in picture.labels:
            draw_label(group, label, box)
    theme = look_of(material.brief.look)
    draw_column(board, picture_entries(material), right + GAP, top, LEGEND_PT, theme)
    outside = f"Outside this map: {picture.outside} · " if picture.outside else ""
    caption = f"{outside}Not on the map: {material.view.off_map} · {material.credit}"
    words = fit(one_line(caption), WIDE - 2 * MARGIN)
    box = (MARGIN, BOTTOM + 5, WIDE - MARGIN, BOTTOM + 19)
    board.text(box, [plain(words, ink=MUTED)], 9, "Caption of the map")


def picture_box(picture: Picture) -> Box:
    """The place of the picture, in points: its own proportions, beside the legend."""
    scale = min(ROOM[0] / picture.width, ROOM[1] / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    left = MARGIN + (ROOM[0] - wide) / 2
    return (left, TOP, left + wide, TOP + high)


def draw_label(group: Board, label: PictureLabel, box: Box) -> None:
    """Write a label of a picture that stands in the box."""
    words, size = one_line(label.text), max(label.size, LEAST_PT)
    if not words:
        return
    x, y = box[0] + label.x * (box[2] - box[0]), box[1] + label.y * (box[3] - box[1])
    wide, high = width_pt(words, size) + 2, size * 1.25
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}.get(label.anchor, 0.0)
    left = max(min(left, box[2] - wide), 2)  # not over the legend
    place = (left, y - high / 2, left + wide, y + high / 2)
    text = [plain(words, ink=label.colour)]
    align = _ALIGN.get(label.anchor, "l")
    group.text(place, text, size, f"Label: {words}", align, "ctr", wrap=False)
