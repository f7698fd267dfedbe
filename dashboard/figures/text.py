"""Escape at the edge: text from data on its way into Plotly labels, Markdown, URLs and marks."""

import html
import re
from urllib.parse import urlsplit

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plotly_text(text: str) -> str:
    """Text for a Plotly label or hover, whose pseudo-HTML would take < and & for markup."""
    return html.escape(" ".join(text.split()), quote=False)


def markdown_text(text: str) -> str:
    """Text for Markdown: shown as it stands; no link, picture, formula or icon comes of it."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def web_address(url: str) -> str:
    """The address if it is a web page (http or https), else "": no other scheme is ever linked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word if one ends in the last third, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 2 // 3 else cut).rstrip(" ,;:") + "…"


def width_px(text: str, size: float) -> float:
    """An upper estimate of the width of a line of Noto Sans, in px at a font size in px.

    0.58 em is the mean advance of English text in Noto Sans with a tenth added for wide letters.
    """
    wide = sum(1 for c in text if c in "mwMW@%—…" or ord(c) > 0x52F)
    return size * (0.58 * len(text) + 0.25 * wide)
