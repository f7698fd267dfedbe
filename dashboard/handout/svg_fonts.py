"""Puts the letters that an SVG uses into it, so that it looks the same on every machine."""

import base64
import html
import io
import re

from fontTools import subset
from fontTools.ttLib import TTFont

from ..figures.sheet.canvas import FONT
from .fonts import register_fonts

WEIGHTS = {"bold": 700, "regular": 400}  # by the end of the file's name


def embed_fonts(svg: str) -> str:
    """The SVG with a style element that holds its fonts, cut to the letters of its texts."""
    letters = set(html.unescape(re.sub(r"<[^>]*>", "", svg)))
    faces = []
    for file in register_fonts():
        weight = WEIGHTS[file.stem.rpartition("-")[2]]
        data = base64.b64encode(_cut(TTFont(file), letters)).decode()
        faces.append(
            f"@font-face{{font-family:'{FONT}';font-weight:{weight};"
            f"src:url(data:font/woff;base64,{data}) format('woff')}}"
        )
    style = f'<style type="text/css">{"".join(faces)}</style>'
    return re.sub(r"(<svg[^>]*>)", lambda m: m[1] + style, svg, count=1)


def _cut(font: TTFont, letters: set[str]) -> bytes:
    options = subset.Options(flavor="woff", notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(letters))
    cutter.subset(font)
    font.flavor = "woff"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
